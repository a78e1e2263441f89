import { createHmac } from "node:crypto";
import type { PersonId } from "../person.ts";
import type { IdentityNumber } from "./identity-number.ts";

/**
 * Turns an identity number into a pseudonym: HMAC-SHA-256 under a secret key, as 64 hexadecimal digits. The same person gets the same
 * pseudonym under the same key, however the number was written; without the key nobody can find the way back by trying all numbers.
 * Keep the key apart from the register, and drop the number.
 *
 * @throws RangeError when the key has fewer than 32 bytes.
 * @example
 * ```ts
 * import { pseudonymise, readIdentityNumber } from "@finsam/model/identity";
 * const key = new TextEncoder().encode("an example key, never a real one");
 * const read = readIdentityNumber("19900125-2387"); // one of the tax agency's published test numbers
 * read.ok && pseudonymise(read.value, key).length; // => 64
 * ```
 */
export function pseudonymise(number: IdentityNumber, key: Uint8Array): PersonId {
  if (key.byteLength < 32) throw new RangeError("the key for pseudonyms needs at least 32 bytes");
  return createHmac("sha256", key).update(number.digits).digest("hex");
}
