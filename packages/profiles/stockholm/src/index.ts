export { stockholm } from "./stockholm.ts";
