export { bip, bipIndicators } from "./bip.ts";
export { bipSources } from "./bip-sources.ts";
export { type Change, type ChangeObstacle, change } from "./change.ts";
export { type ChangeCounts, changes, countChanges, type PersonChange } from "./changes.ts";
export { Indicator, Instrument, Scale } from "./instrument.ts";
export { checkMeasurement, type MeasurementFinding, type MeasurementFindingCode } from "./measurement-check.ts";
export { miaProgressionAreas } from "./mia-progression-areas.ts";
