export { anyHistory, besideMemory, everythingIn, type Step } from "./any-history.ts";
export { earlier, later, twentyThousand } from "./sample-batches.ts";
