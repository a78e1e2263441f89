export { type BoundaryVector, boundaryVectors, limitVectors } from "./boundary-vectors.ts";
export { leapDayReferenceDates } from "./leap-day-reference-dates.ts";
export { type Mutation, mutationsOf } from "./mutations.ts";
