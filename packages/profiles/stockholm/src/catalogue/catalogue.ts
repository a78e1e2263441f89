import type { InterventionCatalogue } from "@finsam/policy";
import { aktivitetsplatsen } from "./aktivitetsplatsen.ts";
import { endedInterventions } from "./ended-interventions.ts";
import { individualInterventions } from "./individual-interventions.ts";
import { jarvaToolbox } from "./jarva-toolbox.ts";
import { localCollaboration } from "./local-collaboration.ts";
import { methodsAndModels } from "./methods-and-models.ts";
import { organisations } from "./organisations.ts";
import { applicationFacts } from "./vocabulary.ts";

/**
 * The interventions, models and projects that the sources name (insatskatalog). What a source does not say of one is left out; what
 * finsam reads into it stands under `inferred`.
 */
export const catalogue: InterventionCatalogue = {
  organisations,
  applicationFacts,
  interventions: [
    aktivitetsplatsen,
    ...individualInterventions,
    ...endedInterventions,
    ...localCollaboration,
    ...jarvaToolbox,
    ...methodsAndModels,
  ],
};
