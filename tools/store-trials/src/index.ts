export { anyCondition, anyConditions, anyPersons, label, setting } from "./any-conditions.ts";
export { anyHistory, besideMemory, everythingIn, type Step } from "./any-history.ts";
export { earlier, later, twentyThousand } from "./sample-batches.ts";
