export { anyCondition, anyConditions, anyPersons, label, setting } from "./any-conditions.ts";
export { anyHistory, besideMemory, everythingIn, type Step, shownBy } from "./any-history.ts";
export { importWhenTold } from "./import-when-told.ts";
export { orderLine, startImporter } from "./importer.ts";
export { type FreshRegister, killImports } from "./killed-imports.ts";
export { earlier, later, twentyThousand } from "./sample-batches.ts";
