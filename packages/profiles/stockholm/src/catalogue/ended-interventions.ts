import { all, any, rule } from "@finsam/criteria";
import type { InterventionDescription } from "@finsam/policy";
import { carriedOn, entry, text, version } from "./entry.ts";
import { inPsychiatry, person } from "./vocabulary.ts";

const page = (lines: string) => ({ source: "ended-interventions", place: lines });

/** From the web page of 2017–2020: of most it says only that they have ended, so they are described for those years. */
const ended = (lines: string, description: Parameters<typeof version>[4], from = "2017-01-01", to = "2020-12-31") => [
  version("attested", page(lines), from, to, description),
];

const socialAssistance = text(
  "Försörjningsstöd: villkor får inte ställas på slag av försörjning.",
  "Social assistance: no condition may be put on the kind of income support.",
);

const newlyArrived = {
  text: text(
    "Nyanlända, kvotflyktingar och unga nyanlända",
    "Newly arrived people, quota refugees and young newly arrived people",
  ),
  criterion: any(person.newlyArrived.is(true), person.quotaRefugee.is(true)),
} satisfies InterventionDescription["targetGroup"];

/** What had ended by 2020, and what the association's page on it names. */
export const endedInterventions = [
  entry(
    "stadsdelsmammorna",
    text("Stadsdelsmammorna", "Stadsdelsmammorna (mothers of the district)"),
    "project",
    "individuals",
    ended("lines 3–25", {
      summary: text("Uppsökande arbete.", "Outreach."),
      targetGroup: {
        text: text(
          "Kvinnor med barn hemma som är föräldralediga eller arbetslösa: nyanlända, länge i Sverige eller födda här",
          "Women with children at home, on parental leave or unemployed: newly arrived, long in Sweden or born here",
        ),
        criterion: all(
          person.sex.is("woman"),
          person.childrenAtHome.is(true),
          any(person.onParentalLeave.is(true), person.unemployed.is(true)),
        ),
      },
      method: text("Uppsökande arbete med kvartersmammor som förebild", "Outreach on the model of kvartersmammor"),
      focus: ["social"],
      inferred: ["focus"],
    }),
  ),
  entry(
    "kvartersmammor",
    text("Kvartersmammor", "Kvartersmammor (neighbourhood mothers)"),
    "model",
    "individuals",
    carriedOn(page("lines 3–25"), "2017-01-01", "2020-12-31", {
      summary: text(
        "Förebild i Berlin (sex år, ordinarie 2017), Köpenhamn och Helsingborg.",
        "A model in Berlin (six years, regular in 2017), Copenhagen and Helsingborg.",
      ),
    }),
  ),
  entry(
    "mia",
    text("MIA Stockholms stad", "MIA City of Stockholm"),
    "project",
    "individuals",
    ended(
      "lines 29–36 and 411",
      {
        period: { from: "2017-04", to: "2020-05" },
        summary: text(
          "Stegvis mot egen försörjning genom arbete eller studier.",
          "Stepwise to self-support through work or studies.",
        ),
        targetGroup: { text: text("Mellan 19 och 64 år", "Between 19 and 64"), criterion: person.age.between(19, 64) },
      },
      "2017-04-01",
      "2020-05-31",
    ),
    { aliases: ["MIA"] },
  ),
  entry(
    "complex-trauma-training",
    text("Utbildning i komplext trauma", "Training on complex trauma"),
    "intervention",
    "staff",
    ended(
      "lines 40–57",
      {
        period: { from: "2019", to: "2019" },
        summary: text(
          "En heldag vid fem tillfällen, för över 150 medarbetare.",
          "A full day on five occasions, for over 150 members of staff.",
        ),
        focus: ["competence"],
        form: ["group"],
        inferred: ["focus", "form"],
      },
      "2019-01-01",
      "2019-12-31",
    ),
  ),
  entry(
    "sip-coordinator",
    text("SIP-samordnaren", "SIP coordinator"),
    "intervention",
    "individuals",
    ended("lines 63–74", {
      summary: text(
        "Samordning mellan socialtjänst och region kring samordnad individuell plan; rapporterar avvikelser.",
        "Coordination of social services and region around the coordinated individual plan; reports deviations.",
      ),
      partners: ["social-services", "region"],
      targetGroup: {
        text: text(
          "Personer med försörjningsstöd utan sjukpenninggrundande inkomst (nollplacerade), och kvotflyktingar med komplexa behov",
          "People with social assistance and no income that qualifies for sickness benefit, and quota refugees with complex needs",
        ),
        criterion: any(rule("sig0"), all(person.quotaRefugee.is(true), person.complexNeeds.is(true))),
        setAside: [socialAssistance],
      },
      form: ["individual"],
      inferred: ["form"],
    }),
    { aliases: ["SIP-samordnare"] },
  ),
  entry(
    "finsam-team-care",
    text("Finsamteam vården", "Finsam team in care"),
    "intervention",
    "individuals",
    ended("lines 78–101", {
      summary: text(
        "Team kring långtidssjukskrivna inom psykiatrin.",
        "A team around people on long-term sick leave in psychiatry.",
      ),
      partners: ["region", "social-insurance-agency", "social-services", "employment-service", "job-centre"],
      targetGroup: {
        text: text("Långtidssjukskrivna inom psykiatrin", "People on long-term sick leave in psychiatry"),
        criterion: all(person.longTermSickListed.is(true), inPsychiatry),
      },
    }),
  ),
  entry(
    "ama",
    text("AMA – Aktiviteter mot arbete", "AMA – Activities towards work"),
    "project",
    "individuals",
    ended("lines 105–116", {
      summary: text(
        "Minska graden av sjukskrivning så att ordinarie insatser hos Jobbtorg eller Arbetsförmedlingen blir möjliga. Till en början gick kvinnor före.",
        "Less sick leave, so that ordinary measures of the job centre or the employment service become possible. At first women had priority.",
      ),
      targetGroup: {
        text: text(
          "Sjukskrivna kvinnor och män 29–63 år med försörjningsstöd, utan sjukpenninggrundande inkomst",
          "Women and men on sick leave, aged 29–63, with social assistance and no income that qualifies for sickness benefit",
        ),
        criterion: all(person.age.between(29, 63), rule("sig0")),
        setAside: [socialAssistance],
      },
      length: { number: 18, unit: "months" },
      expectedResults: [
        text(
          "Lägre grad av sjukskrivning, så att ordinarie insatser blir möjliga",
          "A lower degree of sick leave, so that ordinary measures become possible",
        ),
      ],
    }),
    { aliases: ["Aktiviteter mot arbete"] },
  ),
  entry(
    "gron-etablering",
    text("Grön etablering", "Grön etablering (green establishment)"),
    "project",
    "individuals",
    ended(
      "lines 121–131",
      {
        period: { to: "2019" },
        summary: text("Förrehabilitering i naturen.", "Pre-rehabilitation in nature."),
        partners: ["stora-skondal"],
        targetGroup: {
          text: text(
            "Nyanlända med migrationsstress eller psykisk ohälsa",
            "Newly arrived people with migration stress or mental ill health",
          ),
          criterion: all(
            person.newlyArrived.is(true),
            any(person.migrationStress.is(true), person.mentalIllHealth.is(true)),
          ),
        },
        focus: ["health"],
        inferred: ["focus"],
      },
      "2017-01-01",
      "2019-12-31",
    ),
  ),
  entry(
    "ungkomp-soderort",
    text("UngKomp Söderort", "UngKomp Söderort"),
    "project",
    "individuals",
    ended(
      "lines 133–141",
      {
        period: { from: "2018-04-01", to: "2018-12-31" },
        summary: text(
          "Team av fjorton från Arbetsförmedlingen och två från kommunen; ett av femton delprojekt.",
          "A team of fourteen of the employment service and two of the municipality; one of fifteen sub-projects.",
        ),
        partners: ["employment-service", "city"],
        targetGroup: { text: text("16–24 år", "Aged 16–24"), criterion: person.age.between(16, 24) },
        premises: ["Söderort"],
      },
      "2018-04-01",
      "2018-12-31",
    ),
    { aliases: ["UngKomp"] },
  ),
  entry(
    "emma",
    text("Emma 2.0", "Emma 2.0"),
    "project",
    "individuals",
    ended("lines 143–147", {
      targetGroup: newlyArrived,
      districts: ["skarholmen", "rinkeby-kista", "spanga-tensta"],
      // The page says Järva; these were its districts then.
      inferred: ["districts"],
    }),
    { aliases: ["Emma"] },
  ),
  entry(
    "dev",
    text("DEV", "DEV"),
    "project",
    "individuals",
    carriedOn(page("line 355; a part of Rätt stöd för mig! in the follow-up of 2021"), "2017-01-01", "2021-12-31", {
      targetGroup: {
        text: text(
          "Stockholmare under 29 år som varken arbetar eller studerar",
          "Stockholmers under 29 who neither work nor study",
        ),
        criterion: all(
          person.residentMunicipality.is("0180"),
          person.age.lessThan(29),
          person.worksOrStudies.is(false),
        ),
      },
    }),
    { partOf: "ratt-stod-for-mig" },
  ),
  entry(
    "intervention-catalogue",
    text("Insatskatalogen", "Intervention catalogue"),
    "tool",
    "staff",
    carriedOn(page("lines 218–224"), "2018-03-01", "2020-12-31", {
      period: { from: "2018-03" },
      summary: text("Personalens sökverktyg för insatser.", "A tool for staff to search for interventions."),
    }),
  ),
  entry("prolog", text("ProLog", "ProLog"), "tool", "staff", ended("lines 218–224", {})),
  entry(
    "finsam-case-worker-team",
    text("Finsam-handläggarteam på Jobbtorg", "Finsam team of case workers at the job centre"),
    "intervention",
    "individuals",
    ended("lines 218–224", { partners: ["job-centre"] }),
  ),
  entry("effect-study", text("Effektutvärderingen", "Effect evaluation"), "project", "individuals", [
    version("attested", page("line 380"), "2014-11-01", "2016-12-31", {
      period: { from: "2014-11", to: "2016-12" },
      summary: text(
        "Jämförde SIUS, case management och förstärkt samarbete. Framgång hänger på personalintensivt, individuellt stöd med tidig inriktning mot arbete.",
        "Compared SIUS, case management and strengthened cooperation. What succeeds is staff-intensive individual support aimed at work from early on.",
      ),
      owner: "social-insurance-agency",
      partners: ["employment-service"],
      targetGroup: {
        text: text(
          "Unga vuxna 19–29 år med aktivitetsersättning",
          "Young adults aged 19–29 with activity compensation",
        ),
        criterion: person.age.between(19, 29),
        setAside: [
          text(
            "Aktivitetsersättning: villkor får inte ställas på slag av försörjning.",
            "Activity compensation: no condition may be put on the kind of income support.",
          ),
        ],
      },
    }),
  ]),
] as const;
