export { type DatedDescription, describedOn, type NotThen } from "./described-on.ts";
export { type CatalogueQuestion, type FoundIntervention, findInterventions } from "./find-interventions.ts";
export { type CatalogueMatch, type InterventionMatch, matchInterventions } from "./match-interventions.ts";
export { NoCatalogue, UnknownIntervention } from "./no-catalogue.ts";
export { type DescriptionPart, notStated } from "./not-stated.ts";
export {
  type OccupancyMonth,
  type OccupancyRun,
  occupancyByDay,
  occupancyByMonth,
  type PlacesOffered,
  type PlaceTaken,
} from "./occupancy.ts";
export { preconditionsOf } from "./preconditions.ts";
export { type Application, queueOn, type WaitingTime, waitingTimes } from "./waiting.ts";
