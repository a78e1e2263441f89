import { readIdentityNumber } from "@finsam/model/identity";

// Letters and digits around it would make a pseudonym in hexadecimal look like a number now and then.
const candidates = /(?<![\p{L}\p{N}])(\d{8}|\d{6})[ +–-]?(\d{4})(?![\p{L}\p{N}])/gu;

/**
 * Whether a text holds what looks like an identity number: ten or twelve digits, a day that exists, and a check digit that fits. A
 * register of pseudonyms must not carry them unannounced.
 */
export function looksLikeIdentityNumber(text: string): boolean {
  return [...text.matchAll(candidates)].some(([, date = "", serial = ""]) =>
    (date.length === 8 ? [date] : [`19${date}`, `20${date}`]).some((day) => readIdentityNumber(day + serial).ok),
  );
}
