import { type OpenStore, openStore } from "@finsam/store";
import { type FederatedStoreOptions, federatedStore } from "./federated-store.ts";
import type { FederatedPart } from "./part.ts";

/**
 * Opens several stores as one register for those who do not use Effect. `await using` closes them all at the end of the block. Rejects
 * when one of them cannot be opened, unless `partial` says otherwise.
 *
 * @throws RangeError as `federatedStore` does.
 * @example
 * ```ts
 * import { memoryStore } from "@finsam/store";
 * import { openFederatedStore } from "@finsam/store-federated";
 * const parts = [{ id: "north", layer: memoryStore }, { id: "south", layer: memoryStore }];
 * await using county = await openFederatedStore(parts);
 * await county.count(); // => { persons: 0, participations: 0, measurements: 0, spells: 0 }
 * ```
 */
export const openFederatedStore = async (
  parts: readonly FederatedPart[],
  options?: FederatedStoreOptions,
): Promise<OpenStore> => openStore(federatedStore(parts, options));
