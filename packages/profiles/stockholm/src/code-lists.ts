import type { Code, CodeList, SourceStatus, Text } from "@finsam/model";

const followUp = { source: "follow-up-2021" } as const;
const proposal = { source: "proposal" } as const;

type More = Partial<Pick<Code, "aliases" | "parent" | "reportAs" | "validFrom" | "validTo" | "citation">>;

const code =
  (status: SourceStatus, citation: { readonly source: string; readonly place?: string }) =>
  (id: string, sv: string, en: string, more: More = {}): Code => ({ id, label: { sv, en }, status, citation, ...more });

const attested = code("attested", followUp);
const proposed = code("unverified", proposal);
const list = (id: string, title: Text, codes: Code[]): CodeList => ({ id, version: "2021", title, codes });

/** The seven individual interventions (insatser) that were followed up in 2021. */
export const interventions = list("interventions", { sv: "Insatser", en: "Interventions" }, [
  attested("finsam-team", "FINSAM-team", "FINSAM team"),
  attested("aktivitetsplatsen", "Aktivitetsplatsen", "Aktivitetsplatsen (activity centre)"),
  attested("work-training", "Arbetsträningsplatser", "Work training places", { aliases: ["Arbetsträning"] }),
  attested("mia-vidare", "MIA Vidare", "MIA Vidare (case management)"),
  attested("ratt-stod-for-mig", "Rätt stöd för mig!", "Rätt stöd för mig! (right support for me)"),
  attested("ips-psychosis-care", "Integrering av IPS i psykosvården", "IPS in psychosis care", {
    aliases: ["IPS i psykosvården"],
  }),
  attested("samordnat-stod", "Samordnat stöd", "Samordnat stöd (coordinated support)", {
    aliases: ["Alternativ SFI"],
  }),
]);

/** Who refers people to the interventions (remittent, anmälare). */
export const referrers = list("referrers", { sv: "Remittenter", en: "Referrers" }, [
  attested("social-insurance-agency", "Försäkringskassan", "Social insurance agency"),
  attested("employment-service", "Arbetsförmedlingen", "Employment service"),
  attested("health-care", "Hälso- och sjukvården", "Health care", { aliases: ["Regionen"] }),
  attested("primary-care", "Vårdcentral", "Primary care", {
    parent: "health-care",
    reportAs: "health-care",
    citation: { source: "jarva-meeting-2023" },
  }),
  attested("psychiatry", "Psykiatri", "Psychiatry", { parent: "health-care", reportAs: "health-care" }),
  attested("municipality", "Stockholms stad", "City of Stockholm"),
  attested("social-services", "Socialtjänst/stadsdelsförvaltning", "Social services/district administration", {
    parent: "municipality",
    aliases: ["Stadsdelsförvaltning", "Socialtjänst"],
  }),
  attested("job-centre-city", "Jobbtorg Stockholm", "City job centre", {
    parent: "municipality",
    aliases: ["Jobbtorg"],
  }),
  proposed("adult-education", "Vuxenutbildning/SFI", "Adult education/SFI", { parent: "municipality" }),
  proposed("trauma-care-provider", "Traumaverksamhet", "Trauma care provider"),
  attested("other", "Annan", "Other"),
  proposed("unknown", "Uppgift saknas", "Not stated"),
]);

/** Districts (stadsdelar). Järva took over from Rinkeby-Kista and Spånga-Tensta on 1 July 2023. */
export const districts = list("districts", { sv: "Stadsdelar", en: "Districts" }, [
  attested("bromma", "Bromma", "Bromma"),
  proposed("enskede-arsta-vantor", "Enskede-Årsta-Vantör", "Enskede-Årsta-Vantör"),
  proposed("farsta", "Farsta", "Farsta"),
  proposed("hagersten-alvsjo", "Hägersten-Älvsjö", "Hägersten-Älvsjö"),
  attested("hasselby-vallingby", "Hässelby-Vällingby", "Hässelby-Vällingby"),
  attested("jarva", "Järva", "Järva", { validFrom: "2023-07-01", citation: { source: "jarva-meeting-2023" } }),
  proposed("kungsholmen", "Kungsholmen", "Kungsholmen"),
  proposed("norrmalm", "Norrmalm", "Norrmalm"),
  attested("rinkeby-kista", "Rinkeby-Kista", "Rinkeby-Kista", { validTo: "2023-06-30" }),
  proposed("skarpnack", "Skarpnäck", "Skarpnäck"),
  attested("skarholmen", "Skärholmen", "Skärholmen", { citation: { source: "ended-interventions" } }),
  attested("spanga-tensta", "Spånga-Tensta", "Spånga-Tensta", { validTo: "2023-06-30" }),
  proposed("sodermalm", "Södermalm", "Södermalm"),
  proposed("ostermalm", "Östermalm", "Östermalm"),
]);

/** Highest completed education; foreign education counts as the Swedish level that it equals. */
export const education = list("education", { sv: "Högsta utbildning", en: "Highest education" }, [
  proposed("no-completed-compulsory", "Ej fullföljd grundskola", "Compulsory school not completed"),
  attested("compulsory", "Grundskola", "Compulsory school"),
  attested("upper-secondary", "Gymnasium", "Upper secondary school"),
  proposed("post-secondary-under-3-years", "Eftergymnasial kortare än tre år", "Post-secondary, under three years", {
    aliases: ["Högskola kortare än tre år"],
  }),
  attested("post-secondary-3-years-or-more", "Högskola tre år eller längre", "Post-secondary, three years or more"),
  attested("unknown", "Uppgift saknas", "Not stated"),
]);

/** Income support (försörjning). Reports print sickness and rehabilitation benefit together. */
export const support = list("support", { sv: "Försörjning", en: "Income support" }, [
  attested(
    "sickness-or-rehabilitation-benefit",
    "Sjuk- eller rehabiliteringspenning",
    "Sickness or rehabilitation benefit",
  ),
  attested("sickness-benefit", "Sjukpenning", "Sickness benefit", { reportAs: "sickness-or-rehabilitation-benefit" }),
  attested("rehabilitation-benefit", "Rehabiliteringspenning", "Rehabilitation benefit", {
    reportAs: "sickness-or-rehabilitation-benefit",
  }),
  attested("social-assistance", "Försörjningsstöd", "Social assistance", { aliases: ["Ekonomiskt bistånd"] }),
  attested("activity-compensation", "Aktivitetsersättning", "Activity compensation"),
  attested("sickness-compensation", "Sjukersättning", "Sickness compensation"),
  attested("sickness-benefit-special-cases", "Sjukpenning i särskilda fall", "Sickness benefit in special cases", {
    citation: { source: "social-insurance-code", place: "28 a kap." },
  }),
  attested("unemployment-insurance", "A-kassa", "Unemployment insurance", {
    citation: { source: "sus-joint-mapping" },
  }),
  attested("activity-support", "Aktivitetsstöd", "Activity support"),
  attested("development-allowance", "Utvecklingsersättning", "Development allowance", {
    citation: { source: "social-insurance-code", place: "26 kap. 13 §" },
  }),
  attested("establishment-benefit", "Etableringsersättning", "Establishment benefit", {
    citation: { source: "social-insurance-code", place: "26 kap. 13 §" },
  }),
  attested("student-aid", "Studiestöd", "Student aid", {
    citation: { source: "social-insurance-code", place: "26 kap. 11 §" },
  }),
  proposed("other-public-support", "Annan offentlig försörjning", "Other public support"),
  attested("none", "Ingen offentlig försörjning", "No public support", { aliases: ["Ingen"] }),
  proposed("unknown", "Uppgift saknas", "Not stated"),
]);
