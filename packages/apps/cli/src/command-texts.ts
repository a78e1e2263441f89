import type { Text } from "@finsam/model";

/** What `--help` says, and the words around it. */
export const commandTexts = {
  finsam: {
    sv: "Regler för samordnad rehabilitering: från ett register till en årsrapport efter kön.",
    en: "Rules of coordinated rehabilitation: from a register to a yearly report by sex.",
  },
  import: {
    sv: "Läs in registerfiler (CSV) i ett lager. Felaktiga rader listas och resten sparas; samma fil igen ändrar inget.",
    en: "Read register files (CSV) into a store. Bad rows are listed and the rest is saved; the same file again changes nothing.",
  },
  report: {
    sv: "Gör årsrapporten efter kön, som webbsida, kalkylblad och data, av registerfiler eller av det som finns i lagret.",
    en: "Make the yearly report by sex, as a page, a spreadsheet and data, from register files or from what the store holds.",
  },
  count: {
    sv: "Räkna ett register till en fil utan personer, som finsam merge lägger ihop med andras. Inte för publicering.",
    en: "Count a register into a file without persons, which finsam merge adds to those of others. Not for publication.",
  },
  merge: {
    sv: "Gör en rapport av flera förbunds eller stadsdelars räkningar.",
    en: "Make one report of the counts of several associations or districts.",
  },
  nationalCount: {
    sv: "Räkna kvinnor och män per insats, det minsta som ett nationellt system frågar efter, och det som inte kan lämnas.",
    en: "Count women and men per intervention, the least that a national system asks for, and what cannot be handed over.",
  },
  formats: {
    sv: "format med komma mellan: html,json,xlsx,csv,json-stat,px (annars alla)",
    en: "formats with commas between: html,json,xlsx,csv,json-stat,px (default: all)",
  },
  compare: { sv: "tidigare år att jämföra med", en: "earlier year to compare with" },
  earlier: {
    sv: "report.json som publicerats, för samma år eller år intill, så att de tillsammans inte röjer något (kan upprepas)",
    en: "report.json published of the same year or of years beside it, so that together they give nothing away (can be repeated)",
  },
  countedYear: { sv: "året som räknas (måste anges)", en: "year to count (required)" },
  outCount: { sv: "fil för räkningen", en: "file for the counts" },
  counts: { sv: "räkningar från finsam count", en: "counts made by finsam count" },
  assess: {
    sv: "Bedöm personer i en JSON-fil mot en regel, med skäl och saknade uppgifter.",
    en: "Assess people of a JSON file by a rule, with reasons and missing facts.",
  },
  simulate: {
    sv: "Räkna hur många fler eller färre kvinnor och män som skulle uppfylla en regel med andra värden, och varför.",
    en: "Count how many more or fewer women and men would meet a rule if its values were others, and why.",
  },
  check: {
    sv: "Hitta motsägelser i tryckta siffror, och vad som minst skulle lösa dem.",
    en: "Find contradictions in printed figures, and the least that would resolve them.",
  },
  vectors: {
    sv: "Skriv ut gränsfallen för en regel som JSON, att pröva andra program med.",
    en: "Print the boundary cases of a rule as JSON, to verify other programs with.",
  },
  analyse: {
    sv: "Hitta regler i en profil som ingen kan uppfylla, villkor som aldrig avgör, uppgifter som avgör men inte får det, och luckor i tiden.",
    en: "Find rules of a profile that nobody can meet, conditions that never matter, facts that decide and may not, and holes in time.",
  },
  profile: {
    sv: "Skriv ut en profil som JSON, att läsa eller utgå från.",
    en: "Print a profile as JSON, to read or to start from.",
  },
  history: {
    sv: "Visa vad som har sparats och raderats i ett lager, när och varifrån.",
    en: "Show what was saved and erased in a store, when and from where.",
  },
  verify: {
    sv: "Läs igenom ett helt lager och hitta det som inte är som det ska, också ändringar av historiken.",
    en: "Read a whole store through and find what is not as it should be, tampering with its history included.",
  },
  export: {
    sv: "Skriv det som ett lager visar till en fil, som varje lager kan återställa.",
    en: "Write what a store shows to a file that any store can restore.",
  },
  restore: {
    sv: "Återställ en exporterad fil till ett nytt lager: allt eller inget.",
    en: "Restore an exported file into a new store: all of it or nothing.",
  },
  exported: { sv: "exporterad fil, JSON-rader", en: "exported file, JSON lines" },
  match: {
    sv: "Matcha personer med insatskatalogen: vilka insatser som passar, varför, och vad som återstår att fråga.",
    en: "Match people with the intervention catalogue: what fits, why, and what is left to ask.",
  },
  catalogue: {
    sv: "Sök i insatskatalogen med ord, ålder, inriktning och plats.",
    en: "Search the intervention catalogue by words, age, focus and place.",
  },
  progress: {
    sv: "Visa hur deltagare har förflyttat sig enligt BIP eller ett annat instrument, efter indikator, vem som svarar och kön.",
    en: "Tell how participants progressed by BIP or another instrument, by indicator, respondent and sex.",
  },
  funding: {
    sv: "Följ upp årets pengar: medlemmarnas andelar, budget och utfall, prognos, redovisning av beviljade medel.",
    en: "Follow up the money of a year: member shares, budgets and outcome, forecast, accounts of grants.",
  },
  measurements: { sv: "fil med mätningar, CSV eller JSON", en: "file of measurements, CSV or JSON" },
  onMeasured: {
    sv: "sista dagen som mätningar räknas, ÅÅÅÅ-MM-DD (måste anges)",
    en: "last day that measurements count, YYYY-MM-DD (required)",
  },
  instrument: {
    sv: "instrument: bip, ett i profilen eller en JSON-fil",
    en: "instrument: bip, one of the profile, or a JSON file",
  },
  ownProgress: {
    sv: "visa bara den här personens serier, för personens egen uppföljning (pseudonym)",
    en: "show the series of this person only, for the person's own follow-up (pseudonym)",
  },
  money: { sv: "JSON-fil med årets pengar, i öre", en: "JSON file with the money of a year, in öre" },
  need: {
    sv: "behov: job-focused, competence, health, social (kan upprepas)",
    en: "need: job-focused, competence, health, social (can be repeated)",
  },
  personOption: { sv: "personens pseudonym i lagret", en: "pseudonym of the person in the store" },
  due: {
    sv: "Visa vad som är aktuellt, försenat, gjort och passerat en dag: avstämningar, uppföljningar av planer, möten. Med --ics en kalenderfil.",
    en: "Tell what is due, late, done and passed on a day: milestones, follow-ups of plans, meetings. With --ics a calendar file.",
  },
  dueFile: {
    sv: "JSON-fil med grupper, gemensamma planer och processer",
    en: "JSON file of groups, joint plans and processes",
  },
  ics: {
    sv: "kalenderfil (.ics) med det som ska göras, utan uppgift om vem det gäller",
    en: "calendar file (.ics) of what is to be done, without whom it is about",
  },
  timeline: {
    sv: "Visa en persons väg genom insatser, med parallella insatser och glapp, som tabell och bild.",
    en: "Tell the way of a person through interventions, with parallel interventions and gaps, as a table and a picture.",
  },
  pathwayFile: {
    sv: "JSON-fil med en pseudonymiserad persons insatser",
    en: "JSON file of the interventions of one pseudonymous person",
  },
  picture: {
    sv: "bild (.svg), eller sida med bild och tabell (.html)",
    en: "picture (.svg), or page with picture and table (.html)",
  },
  gap: {
    sv: "markera glapp från så många dagar (annars profilens gräns, om den har en)",
    en: "mark gaps from so many days on (else the limit of the profile, if it has one)",
  },
  matched: { sv: "JSON-fil med personer, som för assess", en: "JSON file of people, as for assess" },
  searched: { sv: "ord att söka efter", en: "words to search for" },
  age: { sv: "ålder i hela år", en: "age in completed years" },
  focus: {
    sv: "inriktning: job-focused, competence, health, social",
    en: "focus: job-focused, competence, health, social",
  },
  place: { sv: "stadsdel eller lokal", en: "district or premises" },
  onOptional: {
    sv: "dagen som katalogen ska gälla, ÅÅÅÅ-MM-DD (annars den senaste beskrivningen)",
    en: "the day the catalogue is for, YYYY-MM-DD (else the latest descriptions)",
  },
  file: { sv: "registerfil, CSV", en: "register file, CSV" },
  reconcile: {
    sv: "Jämför samma deltaganden i två register, det egna och ett annat: var de skiljer sig, för hur många kvinnor och män.",
    en: "Compare the same participations in two registers, the own and another: where they differ, for how many women and men.",
  },
  own: { sv: "det egna registret, CSV", en: "your own register, CSV" },
  other: { sv: "det andra registret, CSV", en: "the other register, CSV" },
  otherProfile: {
    sv: "profil med det andra registrets kolumner (annars samma som --profile)",
    en: "profile with the columns of the other register (else the same as --profile)",
  },
  days: {
    sv: "hur många dagar isär två starter får ligga i samma deltagande (annars profilens)",
    en: "how many days apart two starts may lie in one participation (else as the profile says)",
  },
  outList: {
    sv: "fil för listan att arbeta igenom, CSV; den ska stanna inom förbundet",
    en: "file for the list to work through, CSV; keep it within the association",
  },
  rulebook: {
    sv: "Skriv en profil som en läsbar regelbok: en sida på svenska och en på engelska.",
    en: "Write a profile as a readable rule book: a page in Swedish and a page in English.",
  },
  outBook: { sv: "mapp för regelboken", en: "folder for the rule book" },
  init: {
    sv: "Skriv en liten profil att ändra i, för ett förbund som börjar. En fil som finns skrivs aldrig över.",
    en: "Write a small profile to edit, for an association that begins. A file that is there is never overwritten.",
  },
  idOption: {
    sv: "förbundets id: små bokstäver a–z, siffror och bindestreck (måste anges)",
    en: "id of the association: a–z in lower case, digits and hyphens (required)",
  },
  nameOption: { sv: "förbundets namn (måste anges)", en: "name of the association (required)" },
  outProfile: { sv: "fil att skriva (annars ID.json)", en: "file to write (default: ID.json)" },
  people: {
    sv: 'JSON-fil med en lista av personer: [{ "id": … }]',
    en: 'JSON file with an array of people: [{ "id": … }]',
  },
  simulated: {
    sv: "JSON-fil med personer, eller registerfiler (CSV)",
    en: "JSON file of people, or register files (CSV)",
  },
  figures: { sv: "CSV- eller JSON-fil med tryckta siffror", en: "CSV or JSON file of printed figures" },
  profileName: { sv: "profilens namn, eller en JSON-fil", en: "name of the profile, or a JSON file" },
  store: {
    sv: "lager: sqlite:SÖKVÄG, duckdb:MAPP, postgres://VÄRD/DATABAS eller federated:FIL.json",
    en: "store: sqlite:PATH, duckdb:FOLDER, postgres://HOST/DATABASE or federated:FILE.json",
  },
  profileOption: {
    sv: "förbundets profil: stockholm eller en JSON-fil",
    en: "profile of the association: stockholm or a JSON file",
  },
  key: {
    sv: "fil med den hemliga nyckeln för pseudonymer (minst 32 byte), om registret har personnummer",
    en: "file with the secret key for pseudonyms (32 bytes or more), if the register holds identity numbers",
  },
  year: { sv: "rapportens år (måste anges)", en: "year of the report (required)" },
  out: { sv: "mapp för rapportens filer", en: "folder for the files of the report" },
  lang: { sv: "språk, sv eller en", en: "language, sv or en" },
  threshold: {
    sv: "antal under detta visas inte; 0 visar alla (annars profilens tröskel)",
    en: "counts under this are withheld; 0 shows all (else the threshold of the profile)",
  },
  rule: {
    sv: "regel i profilen: target-group, finsam, sig0, sig0-jarva … (måste anges)",
    en: "rule of the profile: target-group, finsam, sig0, sig0-jarva … (required)",
  },
  set: {
    sv: "värde att pröva: lowest-age=18, ages=18-65, municipalities=0180,0184 … (måste anges, kan upprepas)",
    en: "value to try: lowest-age=18, ages=18-65, municipalities=0180,0184 … (required, can be repeated)",
  },
  on: { sv: "bedömningens dag, ÅÅÅÅ-MM-DD (måste anges)", en: "reference date, YYYY-MM-DD (required)" },
  json: { sv: "skriv ett JSON-dokument och inget annat", en: "print a JSON document and nothing else" },
  help: { sv: "visa hjälp", en: "show help" },
  version: { sv: "visa version", en: "show version" },
  helpCommand: { sv: "visa hjälp om ett kommando", en: "show help on a command" },
  exitCodes: {
    sv: "Slutkoder: 0 bra, 1 anmärkningar (check, analyse, verify, reconcile), 2 fel användning eller indata, 3 fel i lager eller fil.",
    en: "Exit codes: 0 fine, 1 findings (check, analyse, verify, reconcile), 2 bad use or bad input, 3 a store or file failed.",
  },
  examples: {
    sv: "Exempel",
    en: "Examples",
  },
} as const satisfies Readonly<Record<string, Text>>;

/** The headings of the help pages. */
export const helpTitles: Readonly<Record<string, Text>> = {
  "Usage:": { sv: "Användning:", en: "Usage:" },
  "Arguments:": { sv: "Argument:", en: "Arguments:" },
  "Options:": { sv: "Flaggor:", en: "Options:" },
  "Commands:": { sv: "Kommandon:", en: "Commands:" },
};
