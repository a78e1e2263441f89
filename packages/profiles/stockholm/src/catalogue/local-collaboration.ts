import { all, any } from "@finsam/criteria";
import { carriedOn, entry, text, version } from "./entry.ts";
import { inPsychiatry, person } from "./vocabulary.ts";

const jarva = (lines: string) => ({ source: "jarva-meeting-2023", place: lines });
const vasterort = (lines: string) => ({ source: "vasterort-meeting-2023", place: lines });

type Description = Parameters<typeof carriedOn>[3];

/** Told of at the meeting of 13 February 2023; carried on unverified after that year. */
const toldInJarva = (lines: string, description: Description) =>
  carriedOn(jarva(lines), "2023-02-13", "2023-12-31", description);

/** Told of as something that is to come. */
const announced = (
  citation: ReturnType<typeof jarva>,
  from: string,
  to: string | undefined,
  description: Description,
) => [version("announced", citation, from, to, description)];

const consultingPhysician = {
  summary: text(
    "Hjälper till att tolka läkarintyg och ställa riktade frågor till läkaren, för att hindra långt biståndsberoende.",
    "Helps to read medical certificates and to put precise questions to the doctor, to prevent long dependence on assistance.",
  ),
};

/** What the local collaboration groups of Järva and Västerort were told about in 2023. */
export const localCollaboration = [
  entry("ips-spanga-tensta", text("IPS Spånga-Tensta", "IPS Spånga-Tensta"), "project", "individuals", [
    version("attested", jarva("lines 29–36"), "2022-06-01", "2023-12-31", {
      period: { from: "2022-06", to: "2023-12" },
      summary: text(
        "Jobbcoacher söker arbetsgivare tillsammans med deltagaren, utan biståndsbedömt beslut. Utgår från individens vilja att arbeta och från återhämtning.",
        "Job coaches look for employers together with the participant, without a needs-assessment decision. It starts from the person's will to work, and from recovery.",
      ),
      owner: "spanga-tensta",
      partners: ["aleris-rinkeby"],
      targetGroup: {
        text: text(
          "Personer i Aleris psykiatri som vill arbeta eller studera; inget beslut om sysselsättning behövs",
          "People in Aleris psychiatry who want to work or study; no decision on occupation is needed",
        ),
        criterion: inPsychiatry,
        judgement: [text("viljan att arbeta eller studera", "the will to work or study")],
      },
      referrers: ["psychiatry"],
      method: text("Individual Placement and Support (IPS)", "Individual placement and support (IPS)"),
      focus: ["job-focused"],
      form: ["individual"],
      districts: ["spanga-tensta"],
      inferred: ["targetGroup", "focus", "form"],
    }),
  ]),
  entry(
    "fact",
    text("FACT-samverkan", "FACT collaboration"),
    "service",
    "individuals",
    toldInJarva("lines 60–64", {
      intake: "paused",
      summary: text(
        "Team för vård och stöd tillsammans, med hembesök alla dagar. Samverkan med stadsdelarna är på paus.",
        "A team for care and support together, with home visits on any day. The collaboration with the districts is paused.",
      ),
      owner: "aleris-rinkeby",
      partners: ["rinkeby-kista", "spanga-tensta"],
      targetGroup: {
        text: text("Patienter på psykosmottagningen", "Patients of the psychosis clinic"),
        criterion: person.inPsychosisCare.is(true),
      },
      form: ["individual"],
      districts: ["rinkeby-kista", "spanga-tensta"],
      inferred: ["targetGroup", "form"],
    }),
    { aliases: ["FACT"] },
  ),
  entry(
    "matchning-fran-dag-1",
    text("Matchning från dag 1", "Matching from day 1"),
    "project",
    "individuals",
    toldInJarva("line 72", { owner: "city" }),
    { aliases: ["Matching från dag 1"] },
  ),
  entry(
    "stockholmskraften",
    text("Stockholmskraften", "Stockholmskraften"),
    "project",
    "individuals",
    announced(
      { source: "vasterort-meeting-2023", place: "lines 105–113; owner: notes of Järva, line 73" },
      "2023-05-12",
      undefined,
      {
        summary: text(
          "Ansökan till Europeiska socialfonden planeras.",
          "An application to the European Social Fund is planned.",
        ),
        owner: "employment-service",
        targetGroup: {
          text: text("Långtidsarbetslösa mer än två år", "People unemployed for more than two years"),
          criterion: person.monthsUnemployed.moreThan(24),
          setAside: [
            text(
              "Kan kompletteras med grupper med försörjningsstöd eller sjukpenning: villkor får inte ställas på slag av försörjning.",
              "May be complemented with groups with social assistance or sickness benefit: no condition may be put on the kind of income support.",
            ),
          ],
        },
      },
    ),
  ),
  entry(
    "kommunhubb",
    text("Kommunhubb", "Kommunhubb (municipal hub)"),
    "service",
    "organisations",
    toldInJarva("lines 74–85", {
      summary: text(
        "Arbetsförmedlare och kontaktpersoner på Jobbtorg och i stadsdelarna; ersätter den förstärkta kontaktvägen.",
        "Employment officers and contact persons at the job centres and in the districts; replaces the reinforced contact route.",
      ),
      partners: ["employment-service", "job-centre", "city"],
    }),
  ),
  entry(
    "steg-till-arbete",
    text("Steg till arbete", "Steg till arbete (steps to work)"),
    "service",
    "individuals",
    announced(jarva("lines 86–87"), "2023-05-01", undefined, {
      period: { from: "2023-05" },
      summary: text("Upphandlingen är överklagad.", "The procurement has been appealed."),
      owner: "employment-service",
      targetGroup: {
        text: text("Den som behöver mer stöd", "Those who need more support"),
        judgement: [text("behovet av mer stöd", "the need of more support")],
      },
      length: { number: 12, unit: "months", atMost: true },
    }),
  ),
  entry("consulting-physician", text("Förtroendeläkare", "Consulting physician"), "service", "staff", [
    version("attested", jarva("lines 96–102"), "2023-02-13", "2023-12-31", {
      ...consultingPhysician,
      owner: "rinkeby-kista",
      districts: ["rinkeby-kista"],
    }),
    // The report of Järva names it among its tools.
    ...carriedOn({ source: "jarva-report-2024", place: "lines 57–180" }, "2024-01-01", "2024-12-31", {
      ...consultingPhysician,
      owner: "jarva",
      districts: ["jarva"],
    }),
  ]),
  entry(
    "jobbtorg-unga-kista",
    text("Jobbtorg Unga Kista", "Job centre for young people in Kista"),
    "service",
    "individuals",
    toldInJarva("line 104", {
      summary: text("För unga med eller utan försörjningsstöd.", "For young people with or without social assistance."),
      owner: "job-centre",
      targetGroup: { text: text("Unga 16–29 år", "Young people aged 16–29"), criterion: person.age.between(16, 29) },
      districts: ["rinkeby-kista"],
      premises: ["Kista"],
      inferred: ["districts"],
    }),
    { aliases: ["Jobbtorg Unga"] },
  ),
  entry(
    "jobbtorg-unga-16-19",
    text("Jobbtorg Unga, projekt för 16–19 år", "Job centre for young people, project for ages 16–19"),
    "project",
    "individuals",
    announced(jarva("line 104"), "2023-02-13", undefined, {
      summary: text("Ska införas, med gemensamt register.", "To be introduced, with a common register."),
      owner: "job-centre",
      targetGroup: { text: text("16–19 år", "Aged 16–19"), criterion: person.age.between(16, 19) },
    }),
    { partOf: "jobbtorg-unga-kista" },
  ),
  entry(
    "lumena",
    text("Lumena", "Lumena"),
    "project",
    "individuals",
    announced(jarva("lines 147–185"), "2023-05-01", undefined, {
      period: { from: "2023-05-01" },
      summary: text(
        "IPS för vuxna på fem psykosmottagningar och en ny insats för unga under 30 år. Bygger på BIP, supported employment, supported education och case management.",
        "IPS for adults at five psychosis clinics, and a new intervention for young people under 30. Based on BIP, supported employment, supported education and case management.",
      ),
      owner: "associations-of-the-county",
      targetGroup: {
        text: text(
          "Vuxna på psykosmottagningar; unga under 30 år i psykiatrin eller i kommunala aktivitetsansvaret",
          "Adults at psychosis clinics; young people under 30 in psychiatry or under the municipality's responsibility for young people",
        ),
        criterion: any(
          person.inPsychosisCare.is(true),
          all(
            person.age.lessThan(30),
            any(person.inPsychiatricCare.is(true), person.inMunicipalFollowUpOfYoung.is(true)),
          ),
        ),
      },
      method: text("IPS, supported education och case management", "IPS, supported education and case management"),
      focus: ["job-focused", "competence", "health"],
      premises: ["Alviks strand", "Serafen", "Serafen (nydebuterade)", "Södermalm", "Gubbängen"],
      inferred: ["focus", "targetGroup"],
    }),
  ),
  entry(
    "supported-education",
    text("Supported education", "Supported education"),
    "method",
    "individuals",
    toldInJarva("lines 147–185", { focus: ["competence"], inferred: ["focus"] }),
    { partOf: "lumena" },
  ),
  entry(
    "conecto",
    text("Conecto", "Conecto"),
    "project",
    "staff",
    toldInJarva("lines 191–195", {
      summary: text(
        "Kompetensutveckling för medlemmarna: evidensbaserade metoder, BIP och samverkan.",
        "Competence development for the members: evidence-based methods, BIP and collaboration.",
      ),
      focus: ["competence"],
      inferred: ["focus"],
    }),
    { aliases: ["Lumena-Conecto"] },
  ),
  entry(
    "rehabiliteringsbanan",
    text("Rehabiliteringsbanan", "Rehabiliteringsbanan (the rehabilitation path)"),
    "intervention",
    "staff",
    [
      version("announced", vasterort("lines 28–31"), "2023-05-12", "2023-06-02", {
        period: { from: "2023-05-31", to: "2023-06-02" },
        summary: text(
          "Webbinarier om hur medlemmarna stödjer sjukskrivna utan sjukpenninggrundande inkomst.",
          "Webinars on how members support people on sick leave without an income that qualifies for sickness benefit.",
        ),
      }),
    ],
  ),
  entry(
    "samteamet",
    text("Samteamet", "Samteamet (the joint team)"),
    "project",
    "individuals",
    announced(vasterort("lines 88–91"), "2023-08-01", "2025-07-31", {
      period: { from: "2023-08-01", to: "2025-07" },
      summary: text(
        "Tre case managers som också kan fatta myndighetsbeslut. Utvärderas med jämförelsegrupper.",
        "Three case managers who can also take authority decisions. Evaluated by comparison groups.",
      ),
      owner: "hasselby-vallingby",
      targetGroup: {
        text: text(
          "Boende i Hässelby-Vällingby upp till 59 år med samsjuklighet och komplexa behov",
          "Residents of Hässelby-Vällingby up to 59 years with co-occurring conditions and complex needs",
        ),
        criterion: all(
          person.district.is("hasselby-vallingby"),
          person.age.atMost(59),
          person.coOccurringConditions.is(true),
          person.complexNeeds.is(true),
        ),
      },
      method: text("Case management", "Case management"),
      form: ["individual"],
      districts: ["hasselby-vallingby"],
      inferred: ["form"],
    }),
  ),
  entry(
    "fia",
    text("Förutsättningar inför arbete (FIA)", "Preconditions for work (FIA)"),
    "service",
    "individuals",
    carriedOn(vasterort("lines 341–358"), "2023-05-12", "2023-12-31", {
      summary: text(
        "Kan ersätta samverkansmötet före en ansökan till Aktivitetsplatsen.",
        "Can take the place of the collaboration meeting before an application to Aktivitetsplatsen.",
      ),
      referrers: ["municipality"],
    }),
    { aliases: ["FIA"] },
  ),
  entry(
    "sip",
    text("Samordnad individuell plan (SIP)", "Coordinated individual plan (SIP)"),
    "method",
    "individuals",
    carriedOn(
      vasterort("lines 341–358; that it has to be followed up: Follow-up 2021, lines 1617–1618"),
      "2023-05-12",
      "2023-12-31",
      {
        summary: text(
          "Ett av de möten som kan hållas före en ansökan till Aktivitetsplatsen. Planeringen från ett SIP-möte som inte följs upp blir sällan av.",
          "One of the meetings that may be held before an application to Aktivitetsplatsen. What is planned at one and not followed up is seldom done.",
        ),
      },
    ),
    { aliases: ["SIP-möte"] },
  ),
] as const;
