import { stockholm } from "@finsam/stockholm";
import { repeatableNumbers } from "./people.ts";

/** A made-up register of 2021 as a Swedish spreadsheet saves it, with as many rows as asked for. */
export function registerFile(rows: number): Uint8Array {
  const next = repeatableNumbers(11);
  const { interventions, referrers, education, exitReasons } = stockholm.codeLists;
  const oneOf = (
    list: { readonly codes: readonly { readonly label: { readonly sv: string } }[] } | undefined,
  ): string => list?.codes[next(list.codes.length)]?.label.sv ?? "";
  const two = (value: number) => String(value).padStart(2, "0");
  const day = (from: number, years: number) => `${from + next(years)}-${two(1 + next(12))}-${two(1 + next(28))}`;
  const headings =
    "deltagande;person;kön;födelsedatum;kommun;stadsdel;insats;remittent;anmäld;start;slut;avslutsorsak;samtycke;utbildning;försörjning vid start;offentlig försörjning sedan;försörjning vid slut;skyddade personuppgifter";
  const lines = Array.from({ length: rows }, (_, index) => {
    const ended = next(3) === 0;
    return [
      `D${index}`,
      `P${index}`,
      next(2) === 0 ? "Kvinna" : "Man",
      day(1955, 50),
      "0180",
      "Bromma",
      oneOf(interventions),
      oneOf(referrers),
      "",
      day(2019, 3),
      ended ? `2022-${two(1 + next(12))}-15` : "",
      ended ? oneOf(exitReasons) : "",
      next(10) === 0 ? "nej" : "ja",
      oneOf(education),
      "Sjukpenning|Försörjningsstöd",
      day(2005, 13),
      "",
      "nej",
    ].join(";");
  });
  return new TextEncoder().encode([headings, ...lines, ""].join("\r\n"));
}
