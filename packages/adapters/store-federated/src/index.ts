export { type FederatedStoreOptions, federatedStore } from "./federated-store.ts";
export { openFederatedStore } from "./open-federated-store.ts";
export type { FederatedPart } from "./part.ts";
