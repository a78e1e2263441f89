import { type CalendarDate, isCalendarDate } from "../calendar-date.ts";
import type { Sex } from "../sex.ts";
import type { Text } from "../text.ts";

/** What a personal identity number or a coordination number says. It is as sensitive as the number: use it, and let it go. */
export interface IdentityNumber {
  readonly kind: "personal-identity-number" | "coordination-number";
  /** Twelve digits, the form that a pseudonym is made from. */
  readonly digits: string;
  /**
   * The day in the number. It can differ from the real date of birth (folkbokföringslagen 18 §), so a stated date of birth wins; it
   * is missing when a coordination number leaves month or day open.
   */
  readonly birthDate?: CalendarDate;
  /** Legal sex: the ninth digit of ten is even for women and odd for men. */
  readonly sex: Extract<Sex, "woman" | "man">;
}

/** Why a text is not an identity number. The text itself is never part of it. */
export interface IdentityNumberError {
  readonly code: "malformed" | "no-such-day" | "wrong-check-digit" | "in-the-future" | "century-unknown";
  readonly message: Text;
}

/**
 * Reads a Swedish personal identity number (personnummer) or coordination number (samordningsnummer, day + 60): twelve digits, or
 * ten with `-`, or `+` from the year the person turns 100. Ten digits need `on`, the day they were written down, since they leave
 * the century open.
 *
 * Sources: folkbokföringslagen (1991:481) 18 §; lag (2022:1697) om samordningsnummer 2 kap.; the check digit is modulus 10.
 *
 * @example
 * ```ts
 * import { readIdentityNumber } from "@finsam/model/identity";
 * const read = readIdentityNumber("19900125-2387"); // one of the tax agency's published test numbers
 * read.ok && read.value.sex; // => "woman"
 * const wrong = readIdentityNumber("19900125-2388");
 * wrong.ok ? "" : wrong.error.code; // => "wrong-check-digit"
 * ```
 */
export function readIdentityNumber(
  text: string,
  options: { readonly on?: CalendarDate } = {},
): { readonly ok: true; readonly value: IdentityNumber } | { readonly ok: false; readonly error: IdentityNumberError } {
  const match = /^(\d{2})?(\d{6})([-+]?)(\d{4})$/.exec(text.trim());
  if (match === null) return refuse("malformed");
  const [, writtenCentury, date = "", separator = "", serial = ""] = match;
  if (writtenCentury !== undefined && separator === "+") return refuse("malformed");
  if (serial.startsWith("000")) return refuse("malformed");
  if (!checkDigitFits(date + serial)) return refuse("wrong-check-digit");

  const day = Number(date.slice(4, 6));
  const kind = day >= 60 ? "coordination-number" : "personal-identity-number";
  const century = writtenCentury ?? centuryOf(date, separator, options.on);
  if (century === undefined) return refuse("century-unknown");

  const monthAndDay = `${date.slice(2, 4)}-${String(kind === "coordination-number" ? day - 60 : day).padStart(2, "0")}`;
  const written = `${century}${date.slice(0, 2)}-${monthAndDay}`;
  // A coordination number may leave month or day open as 00; a personal identity number never does.
  const open = kind === "coordination-number" && (monthAndDay.startsWith("00") || monthAndDay.endsWith("-00"));
  if (!open && !isCalendarDate(written)) return refuse("no-such-day");
  if (options.on !== undefined && written > options.on) return refuse("in-the-future");

  return {
    ok: true,
    value: {
      kind,
      digits: century + date + serial,
      ...(open ? {} : { birthDate: written }),
      sex: Number(serial[2]) % 2 === 0 ? "woman" : "man",
    },
  };
}

// Ten digits mean the latest such year that is not after the day of writing; with a plus, the one a hundred years earlier.
function centuryOf(date: string, separator: string, on: CalendarDate | undefined): string | undefined {
  if (on === undefined) return undefined;
  const year = Number(on.slice(0, 4));
  const shortYear = Number(date.slice(0, 2));
  const latest = year - ((((year - shortYear) % 100) + 100) % 100);
  const full = separator === "+" ? latest - 100 : latest;
  return String(Math.floor(full / 100)).padStart(2, "0");
}

function checkDigitFits(tenDigits: string): boolean {
  const sum = [...tenDigits]
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1))
    .reduce((total, product) => total + (product > 9 ? product - 9 : product), 0);
  return sum % 10 === 0;
}

const messages: Readonly<Record<IdentityNumberError["code"], Text>> = {
  malformed: {
    sv: "Ett person- eller samordningsnummer har tolv siffror, eller tio med bindestreck eller plustecken.",
    en: "An identity number has twelve digits, or ten with a hyphen or a plus sign.",
  },
  "no-such-day": {
    sv: "Numret anger en dag som inte finns.",
    en: "The number names a day that does not exist.",
  },
  "wrong-check-digit": {
    sv: "Kontrollsiffran stämmer inte: någon siffra är fel.",
    en: "The check digit does not fit: some digit is wrong.",
  },
  "in-the-future": {
    sv: "Numret anger en dag som inte har varit än.",
    en: "The number names a day that has not been yet.",
  },
  "century-unknown": {
    sv: "Tio siffror räcker inte för att veta århundradet: skriv tolv, eller ange vilken dag numret skrevs.",
    en: "Ten digits leave the century open: write twelve, or say on which day the number was written.",
  },
};

const refuse = (code: IdentityNumberError["code"]) =>
  ({ ok: false, error: { code, message: messages[code] } }) as const;
