import { rule } from "@finsam/criteria";
import { carriedOn, entry, text } from "./entry.ts";

const page = (lines: string, description: Parameters<typeof carriedOn>[3]) =>
  carriedOn({ source: "ended-interventions", place: lines }, "2017-01-01", "2020-12-31", description);

const withoutSicknessBenefitIncome = {
  text: text(
    "Personer utan sjukpenninggrundande inkomst med nedsatt arbetsförmåga på grund av sjukdom",
    "People without an income that qualifies for sickness benefit whose work capacity is reduced by illness",
  ),
  criterion: rule("sig0"),
};

/** Methods and models that the sources name, here and elsewhere. They are described, and matched with nobody. */
export const methodsAndModels = [
  entry(
    "supported-employment",
    text("Supported Employment", "Supported employment"),
    "method",
    "individuals",
    page("lines 155, 276 and 338–360", { focus: ["job-focused"], inferred: ["focus"] }),
  ),
  entry(
    "ips",
    text("IPS (Individual Placement and Support)", "IPS (individual placement and support)"),
    "method",
    "individuals",
    page("lines 155, 276 and 338–360", { focus: ["job-focused"], inferred: ["focus"] }),
  ),
  entry(
    "sius",
    text("SIUS", "SIUS"),
    "method",
    "individuals",
    page("line 380", {
      summary: text(
        "26 procent i arbete eller studier 15 månader efter start i effektutvärderingen.",
        "26 per cent in work or studies 15 months after the start in the effect evaluation.",
      ),
    }),
  ),
  entry(
    "case-management",
    text("Case management", "Case management"),
    "method",
    "individuals",
    page("line 386", {
      summary: text(
        "Personens eget mål styr, med en resursgrupp eller ett nätverk omkring.",
        "The person's own goal decides, with a resource group or network around.",
      ),
      form: ["individual"],
      inferred: ["form"],
    }),
  ),
  entry(
    "cooperative-training-employment",
    text("Cooperative Training Employment", "Cooperative training employment"),
    "method",
    "individuals",
    page("lines 338–360", {
      targetGroup: {
        text: text(
          "Personer med posttraumatiskt stressyndrom (PTSD)",
          "People with post-traumatic stress disorder (PTSD)",
        ),
        // A diagnosis is not stored: whoever knows the person judges.
        judgement: [text("posttraumatiskt stressyndrom", "post-traumatic stress disorder")],
      },
    }),
  ),
  entry("boston-model", text("Bostonmodellen", "The Boston model"), "model", "individuals", page("lines 338–360", {})),
  entry(
    "mobilising-course",
    text("Mobiliseringskurs", "Mobilising course"),
    "method",
    "individuals",
    page("lines 338–360", {}),
  ),
  entry(
    "work-integrating-social-enterprise",
    text("Arbetsintegrerande sociala företag (ASF)", "Work-integrating social enterprises (ASF)"),
    "model",
    "individuals",
    page("line 396", {
      summary: text(
        "Var och en arbetar hundra procent av sin egen förmåga.",
        "Everybody works to a hundred per cent of their own capacity.",
      ),
      focus: ["job-focused"],
      inferred: ["focus"],
    }),
    { aliases: ["ASF", "Sociala företag"] },
  ),
  entry(
    "halmstad-model",
    text("Halmstadsmodellen", "The Halmstad model"),
    "model",
    "individuals",
    page("lines 413–422; its goals: final report På rätt väg, docplayer.se/2376215", {
      summary: text(
        "Samma stöd till rehabilitering som den som har sjukpenning, samordnat genom Försäkringskassan, och rätten till ersättning prövad på tillräckligt underlag.",
        "The same rehabilitation support as those with sickness benefit, coordinated by the social insurance agency, and the right to compensation tried on sufficient grounds.",
      ),
      targetGroup: withoutSicknessBenefitIncome,
    }),
    { aliases: ["På rätt väg"] },
  ),
  entry(
    "nollplacerade-nacka",
    text("Projekt Nollplacerade (Nacka)", "Project Nollplacerade (Nacka)"),
    "model",
    "individuals",
    page("lines 413–422", { targetGroup: withoutSicknessBenefitIncome }),
  ),
  entry(
    "nollplacerade-burlov",
    text(
      "Nollplacerade – metodimplementering (Burlöv och Staffanstorp)",
      "Nollplacerade, introducing a method (Burlöv and Staffanstorp)",
    ),
    "model",
    "individuals",
    carriedOn({ source: "burlov-finsam" }, "2017-01-01", "2020-12-31", {
      targetGroup: withoutSicknessBenefitIncome,
    }).map((version) => ({ ...version, status: "unverified" as const })),
  ),
  entry(
    "viljeinriktning-2016",
    text(
      "Viljeinriktning om samverkan kring personer som saknar sjukpenninggrundande inkomst",
      "Declaration of intent on collaboration around people without an income that qualifies for sickness benefit",
    ),
    "model",
    "organisations",
    carriedOn({ source: "jarva-report-2024", place: "lines 196–200 and 489–490" }, "2017-01-01", "2024-12-31", {
      period: { from: "2016" },
      summary: text(
        "Viljeinriktning från SKL, Arbetsförmedlingen och Försäkringskassan (16/0614).",
        "Declaration of intent of SKL (municipalities and regions), the employment service and the social insurance agency (16/0614).",
      ),
      partners: ["employment-service", "social-insurance-agency"],
      targetGroup: withoutSicknessBenefitIncome,
    }),
    { aliases: ["Viljeinriktningen"] },
  ),
  entry(
    "bip",
    text("BIP", "BIP (employability indicators)"),
    "model",
    "staff",
    carriedOn({ source: "vasterort-meeting-2023", place: "lines 327–334" }, "2023-05-12", "2024-12-31", {
      summary: text(
        "Indikatorer på väg till jobb: tidigt jobbfokus tillsammans med hälsa, kompetens och socialt stöd, utan glapp och med tilltro till deltagaren.",
        "Indicators on the way to a job: early job focus together with health, competence and social support, without gaps and with belief in the participant.",
      ),
      method: text(
        "Jobbfokuserande aktivitet parallellt med en annan",
        "A job-focused activity in parallel with another",
      ),
    }),
  ),
  entry(
    "malmokraften",
    text("Malmökraften", "Malmökraften"),
    "model",
    "individuals",
    carriedOn({ source: "vasterort-meeting-2023" }, "2023-05-12", "2023-12-31", {
      summary: text("Mål för ett studiebesök.", "Was paid a study visit."),
    }),
  ),
] as const;
