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
    sv: "Gör årsrapporten efter kön, report.json och report.html, av registerfiler eller av det som finns i lagret.",
    en: "Make the yearly report by sex, report.json and report.html, from register files or from what the store holds.",
  },
  assess: {
    sv: "Bedöm personer i en JSON-fil mot en regel, med skäl och saknade uppgifter.",
    en: "Assess people of a JSON file by a rule, with reasons and missing facts.",
  },
  simulate: {
    sv: "Räkna hur många fler eller färre kvinnor och män som skulle uppfylla en regel med andra värden, och varför.",
    en: "Count how many more or fewer women and men would meet a rule if its values were others, and why.",
  },
  check: {
    sv: "Hitta motsägelser i tryckta siffror (CSV).",
    en: "Find contradictions in printed figures (CSV).",
  },
  vectors: {
    sv: "Skriv ut gränsfallen för en regel som JSON, att pröva andra program med.",
    en: "Print the boundary cases of a rule as JSON, to verify other programs with.",
  },
  analyse: {
    sv: "Hitta regler i en profil som ingen kan uppfylla, villkor som aldrig avgör och luckor i tiden.",
    en: "Find rules of a profile that nobody can meet, conditions that never matter and holes in time.",
  },
  profile: {
    sv: "Skriv ut en profil som JSON, att läsa eller utgå från.",
    en: "Print a profile as JSON, to read or to start from.",
  },
  file: { sv: "registerfil, CSV", en: "register file, CSV" },
  people: {
    sv: 'JSON-fil med en lista av personer: [{ "id": … }]',
    en: 'JSON file with an array of people: [{ "id": … }]',
  },
  simulated: {
    sv: "JSON-fil med personer, eller registerfiler (CSV)",
    en: "JSON file of people, or register files (CSV)",
  },
  figures: { sv: "CSV-fil med tryckta siffror", en: "CSV file with printed figures" },
  profileName: { sv: "profilens namn, eller en JSON-fil", en: "name of the profile, or a JSON file" },
  store: { sv: "lager: sqlite:SÖKVÄG", en: "store: sqlite:PATH" },
  profileOption: {
    sv: "förbundets profil: stockholm eller en JSON-fil",
    en: "profile of the association: stockholm or a JSON file",
  },
  key: {
    sv: "fil med den hemliga nyckeln för pseudonymer (minst 32 byte), om registret har personnummer",
    en: "file with the secret key for pseudonyms (32 bytes or more), if the register holds identity numbers",
  },
  year: { sv: "rapportens år (måste anges)", en: "year of the report (required)" },
  out: { sv: "mapp för report.json och report.html", en: "folder for report.json and report.html" },
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
    sv: "Svar till skalet: 0 bra, 1 anmärkningar (check, analyse), 2 fel användning eller indata, 3 lager eller fil svek.",
    en: "Exit codes: 0 fine, 1 findings (check, analyse), 2 bad use or bad input, 3 a store or file failed.",
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
