import { rule } from "@finsam/criteria";
import { carriedOn, entry, text } from "./entry.ts";
import { person } from "./vocabulary.ts";

const followUp = (place: string) => ({ source: "follow-up-2021", place });

/** Described by the follow-up of 2021; carried on unverified, since it names no end. */
const in2021 = (place: string, description: Parameters<typeof carriedOn>[3]) =>
  carriedOn(followUp(place), "2021-01-01", "2021-12-31", description);

const ofYoungAdults = {
  text: text("Unga vuxna 16–35 år", "Young adults aged 16–35"),
  criterion: person.age.between(16, 35),
};

/** The individual interventions that were followed up in 2021, besides Aktivitetsplatsen, with what they are made of. */
export const individualInterventions = [
  entry(
    "finsam-team",
    text("FINSAM-team", "FINSAM team"),
    "intervention",
    "individuals",
    in2021("FINSAM-team, lines 53–270", {
      summary: text(
        "Sex team där parterna möter en person tillsammans och gör en gemensam planering, som följs upp.",
        "Six teams in which the members meet a person together and make a joint plan, which is followed up.",
      ),
      owner: "city",
      targetGroup: {
        text: text("Personer i behov av samordnad rehabilitering", "People in need of coordinated rehabilitation"),
        criterion: rule("finsam"),
      },
      method: text(
        "Gemensam planering med ansvarig part för varje aktivitet",
        "A joint plan with a party responsible for each activity",
      ),
      form: ["individual"],
      expectedResults: [
        text(
          "150 erbjuds möte och alla får en gemensam planering",
          "150 are offered a meeting, and all get a joint plan",
        ),
        text(
          "Hälften av aktiviteterna helt och hälften delvis genomförda efter sex månader",
          "Half of the activities wholly and half partly done after six months",
        ),
        text("80 procent av personalen ser bättre samverkan", "80 per cent of the staff see better collaboration"),
      ],
      budget: { kronor: 3_000_000, years: 1, about: true },
      // The follow-up prints no target group; need of coordination is that of the act, for every intervention.
      inferred: ["targetGroup"],
    }),
  ),
  entry(
    "work-training",
    text("Arbetsträningsplatser", "Work training places"),
    "intervention",
    "individuals",
    in2021("Arbetsträningsplatser, lines 437–614", {
      summary: text(
        "Arbetsträning hos leverantörer som förbundet har avtal med, för deltagare i Aktivitetsplatsen och FINSAM-team.",
        "Work training with suppliers that the association has agreements with, for participants of Aktivitetsplatsen and FINSAM teams.",
      ),
      owner: "association",
      targetGroup: {
        text: text(
          "Deltagare i Aktivitetsplatsen eller FINSAM-team",
          "Participants of Aktivitetsplatsen or a FINSAM team",
        ),
        criterion: person.currentInterventions.hasAny(["aktivitetsplatsen", "finsam-team"]),
      },
      referrers: ["social-services", "social-insurance-agency", "job-centre-city", "health-care"],
      method: text("Arbetsträning på en arbetsplats", "Training at a workplace"),
      focus: ["job-focused"],
      form: ["individual"],
      expectedResults: [text("Minst 40 erbjuds arbetsträning", "At least 40 are offered work training")],
      inferred: ["targetGroup", "focus"],
    }),
    { aliases: ["Arbetsträning"] },
  ),
  entry(
    "mia-vidare",
    text("MIA Vidare", "MIA Vidare (case management)"),
    "intervention",
    "individuals",
    in2021("MIA Vidare, lines 615–981", {
      summary: text(
        "Case manager som följer personen hela tiden, stegvis mot egen försörjning, med arbetsträning.",
        "A case manager who stays with the person all the way, stepwise to self-support, with work training.",
      ),
      owner: "rinkeby-kista",
      partners: ["city"],
      targetGroup: { text: text("16–64 år", "Aged 16–64"), criterion: person.age.between(16, 64) },
      referrers: ["social-insurance-agency", "health-care", "social-services", "employment-service", "other"],
      method: text("Case management och progressionskort", "Case management and a progression card"),
      focus: ["job-focused", "social", "health"],
      form: ["individual"],
      expectedResults: [
        text("90 får case management", "90 get case management"),
        text("43 får arbetsträning", "43 get work training"),
      ],
      budget: { kronor: 4_700_000, years: 1, about: true },
      inferred: ["focus", "form"],
    }),
  ),
  entry(
    "ratt-stod-for-mig",
    text("Rätt stöd för mig!", "Rätt stöd för mig! (right support for me)"),
    "project",
    "individuals",
    in2021("Rätt stöd för mig!, lines 982–1155", {
      summary: text(
        "Stöd för unga vuxna på väg till arbete eller studier, med delprojekten Bron och DEV.",
        "Support for young adults on their way to work or studies, with the sub-projects Bron and DEV.",
      ),
      owner: "association",
      targetGroup: ofYoungAdults,
      form: ["individual"],
      expectedResults: [text("Omkring 350 deltagare i hela projektet", "About 350 participants in the whole project")],
      budget: { kronor: 48_000_000, years: 3, fund: text("Europeiska socialfonden", "European Social Fund") },
      inferred: ["form"],
    }),
  ),
  entry(
    "bron",
    text("Bron", "Bron"),
    "project",
    "individuals",
    in2021("Rätt stöd för mig!, lines 982–1155", {
      owner: "association",
      targetGroup: ofYoungAdults,
      inferred: ["targetGroup"],
    }),
    { partOf: "ratt-stod-for-mig" },
  ),
  entry(
    "ips-psychosis-care",
    text("Integrering av IPS i psykosvården", "IPS in psychosis care"),
    "intervention",
    "individuals",
    in2021("IPS, lines 1156–1402", {
      summary: text(
        "Arbetsspecialister i psykosvården som stödjer personen till arbete eller studier.",
        "Employment specialists in psychosis care who support the person to work or studies.",
      ),
      owner: "city",
      targetGroup: {
        text: text("Personer i psykosvården", "People in psychosis care"),
        criterion: person.inPsychosisCare.is(true),
      },
      referrers: ["psychiatry"],
      method: text(
        "Individual Placement and Support (IPS), mätt mot programtrohetsskalan",
        "Individual Placement and Support (IPS), measured by its fidelity scale",
      ),
      focus: ["job-focused", "health"],
      form: ["individual"],
      places: [{ number: 20, per: "worker" }],
      expectedResults: [
        text("200 deltagare sammanlagt", "200 participants in all"),
        text("35 procent till arbete eller studier", "35 per cent to work or studies"),
      ],
      budget: { kronor: 3_800_000, years: 1, about: true },
      inferred: ["targetGroup", "focus", "form"],
    }),
    { aliases: ["IPS i psykosvården"] },
  ),
  entry(
    "samordnat-stod",
    text("Samordnat stöd", "Samordnat stöd (coordinated support)"),
    "intervention",
    "individuals",
    in2021("Samordnat stöd, lines 1403–1661", {
      summary: text(
        "Svenska för invandrare med samordnare från Arbetsförmedlingen och socialtjänsten; några går vidare till arbetsträning.",
        "Swedish for immigrants with coordinators of the employment service and social services; some go on to work training.",
      ),
      owner: "city",
      partners: ["employment-service", "social-services"],
      targetGroup: {
        text: text(
          "Elever i svenska för invandrare (Alternativ SFI)",
          "Pupils of Swedish for immigrants (Alternativ SFI)",
        ),
        criterion: person.studiesSwedishForImmigrants.is(true),
      },
      referrers: ["adult-education", "trauma-care-provider"],
      focus: ["competence"],
      form: ["group"],
      expectedResults: [text("Omkring 60 deltagare", "About 60 participants")],
      budget: { kronor: 700_000, years: 1, about: true },
      inferred: ["targetGroup", "focus", "form"],
    }),
    { aliases: ["Alternativ SFI"] },
  ),
  entry(
    "mia-progression-card",
    text("Progressionskort", "Progression card"),
    "tool",
    "individuals",
    in2021("MIA Vidare, line 809", {
      summary: text("Deltagarna skattar sina egna steg.", "Participants rate their own steps."),
    }),
    { partOf: "mia-vidare" },
  ),
  entry(
    "hp-ambassador",
    text("HP-ambassadör", "HP ambassador"),
    "method",
    "individuals",
    in2021("MIA Vidare, lines 615–981", {}),
    {
      partOf: "mia-vidare",
    },
  ),
  entry("flai", text("FLAI", "FLAI"), "method", "individuals", in2021("MIA Vidare, lines 615–981", {}), {
    partOf: "mia-vidare",
  }),
  entry(
    "theory-of-change",
    text("Förändringsteori", "Theory of change"),
    "method",
    "staff",
    in2021("MIA Vidare, lines 615–981", {}),
    { partOf: "mia-vidare" },
  ),
  entry("mi", text("MI", "MI"), "method", "individuals", in2021("MIA Vidare, lines 615–981", {}), {
    partOf: "mia-vidare",
  }),
  entry(
    "myli",
    text("Myli (MyIndicators)", "Myli (MyIndicators)"),
    "tool",
    "individuals",
    in2021("IPS, lines 1156–1402", { summary: text("En app.", "An app.") }),
    { partOf: "ips-psychosis-care" },
  ),
  entry(
    "joint-mapping",
    text("Gemensam kartläggning", "Joint mapping"),
    "service",
    "individuals",
    in2021("FINSAM-team, line 109", {
      summary: text(
        "Arbetsförmedlingen och Försäkringskassan kartlägger tillsammans med personen vad som behövs. Försäkringskassan kräver tio timmar i veckan.",
        "The employment service and the social insurance agency find out together with the person what is needed. The social insurance agency requires ten hours a week.",
      ),
      partners: ["employment-service", "social-insurance-agency"],
      targetGroup: {
        text: text("Den som klarar tio timmar i veckan", "Those who can take part ten hours a week"),
        criterion: person.hoursPerWeekPossible.atLeast(10),
      },
      form: ["individual"],
      inferred: ["form"],
    }),
    { aliases: ["GK"] },
  ),
  entry(
    "strengthened-cooperation",
    text(
      "Förstärkta samarbetet mellan Arbetsförmedlingen och Försäkringskassan",
      "Strengthened cooperation of the employment service and the social insurance agency",
    ),
    "service",
    "individuals",
    in2021("Aktivitetsplatsen, lines 271–436; IPS, lines 1191–1195", {
      summary: text(
        "Nås genom gemensam kartläggning. Deltagare i insatser som ett samordningsförbund betalar kunde en tid inte skrivas in; det löstes senare.",
        "Reached through a joint mapping. Participants of interventions paid by a coordination association could not be enrolled for a time; it was resolved later.",
      ),
      partners: ["employment-service", "social-insurance-agency"],
    }),
    { aliases: ["Förstärkt samarbete", "Förstärkt samverkan"] },
  ),
] as const;
