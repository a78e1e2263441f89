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

// The two digits of the century may stand before it. Month 00 and the days from 60 are those of coordination numbers, and a letter
// among the last four characters makes a reserve number of the care (such as TF24).
const separators = String.raw`[\p{Pd}\p{Zs}\u2212_+./]{0,3}`;
const shape = new RegExp(
  [
    String.raw`\d{2}`,
    String.raw`(?:0\d|1[0-2])`,
    String.raw`(?:0[1-9]|[12]\d|3[01]|[678]\d|9[01])`,
    String.raw`[\p{L}\d]{2}\d{2}`,
  ].join(separators),
  "u",
);

// What a hash function or a generator of ids makes. In so many digits the shape turns up by chance.
const made = /^(?:[\da-f]{32,}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/**
 * Whether a text that should be a pseudonym has the shape of an identity number somewhere in it: a date of birth and four characters
 * more, whatever stands around them or between, and whether or not the check digit fits. A mistyped number still tells who it is about.
 */
export function hasShapeOfIdentityNumber(text: string): boolean {
  // Digits of another width, and marks that are not seen, would hide it.
  const plain = text.normalize("NFKC").replace(/\p{Cf}/gu, "");
  return !made.test(plain) && shape.test(plain);
}
