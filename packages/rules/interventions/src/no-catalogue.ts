import type { Text } from "@finsam/model";
import type { InterventionCatalogue, Profile } from "@finsam/policy";

/** A profile states no intervention catalogue, so nobody can be matched with it. */
export class NoCatalogue extends Error {
  readonly code = "no-catalogue";
  readonly text: Text;
  constructor(profile: string) {
    const text: Text = {
      sv: `Profilen "${profile}" har ingen insatskatalog. Lägg till "catalogue" i profilen.`,
      en: `The profile "${profile}" has no intervention catalogue. Add "catalogue" to the profile.`,
    };
    super(text.en);
    this.name = "NoCatalogue";
    this.text = text;
  }
}

/** The catalogue of a profile. */
export function catalogueOf({ id, catalogue }: Profile): InterventionCatalogue {
  if (catalogue === undefined) throw new NoCatalogue(id);
  return catalogue;
}

/** The catalogue has no entry of that id. */
export class UnknownIntervention extends Error {
  readonly code = "unknown-intervention";
  readonly text: Text;
  constructor(intervention: string) {
    const text: Text = {
      sv: `Insatskatalogen har ingen insats "${intervention}".`,
      en: `The intervention catalogue has no intervention "${intervention}".`,
    };
    super(text.en);
    this.name = "UnknownIntervention";
    this.text = text;
  }
}
