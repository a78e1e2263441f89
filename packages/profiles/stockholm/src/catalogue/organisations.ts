import type { Text } from "@finsam/model";

/** Who runs interventions, and with whom. */
export const organisations = {
  association: { sv: "Samordningsförbundet Stockholms stad", en: "Coordination association of the City of Stockholm" },
  city: { sv: "Stockholms stad", en: "City of Stockholm" },
  "job-centre": { sv: "Jobbtorg Stockholm", en: "City job centre (Jobbtorg)" },
  "rinkeby-kista": { sv: "Rinkeby-Kista stadsdelsförvaltning", en: "District administration Rinkeby-Kista" },
  "spanga-tensta": { sv: "Spånga-Tensta stadsdelsförvaltning", en: "District administration Spånga-Tensta" },
  "hasselby-vallingby": {
    sv: "Hässelby-Vällingby stadsdelsförvaltning",
    en: "District administration Hässelby-Vällingby",
  },
  jarva: { sv: "Järva stadsdelsförvaltning", en: "District administration Järva" },
  "employment-service": { sv: "Arbetsförmedlingen", en: "Employment service" },
  "social-insurance-agency": { sv: "Försäkringskassan", en: "Social insurance agency" },
  region: { sv: "Region Stockholm", en: "Region Stockholm" },
  "social-services": { sv: "Socialtjänsten", en: "Social services" },
  "aleris-rinkeby": { sv: "Aleris psykosmottagning Rinkeby", en: "Aleris psychosis clinic Rinkeby" },
  "stora-skondal": { sv: "Stiftelsen Stora Sköndal", en: "Stiftelsen Stora Sköndal" },
  "associations-of-the-county": {
    sv: "Sju samordningsförbund i Stockholms län",
    en: "Seven coordination associations in the county",
  },
} as const satisfies Readonly<Record<string, Text>>;
