export { type CatalogueHit, type CatalogueIndex, catalogueIndex } from "./catalogue-index.ts";
