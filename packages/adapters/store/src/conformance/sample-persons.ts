import { type Facts, type FactValue, sexes } from "@finsam/model";
import { type OpenPerson, person } from "./sample-records.ts";

// A missing fact is met at every place; the numbers of answers share no factor with most others, so that combinations do not repeat.
const answers: Readonly<Record<string, readonly (FactValue | null | undefined)[]>> = {
  illHealth: [true, false, undefined],
  disability: [false, true, null, true, undefined],
  municipality: ["0180", "0180", "0184", undefined, "0180", "9999", "0180"],
  income: ["none", "some", "unknown", null, "none", undefined, "none", "none", "some", "unknown", undefined],
  months: [9, 10, { min: 10, max: 12 }, { min: 9, max: 13 }, 13, undefined, 12, 0],
  languages: [["so"], [], ["sv", "ar"], undefined, ["fi"], ["sv"]],
  arrived: [
    "1985",
    "1985-04-11",
    "1985-04-12",
    undefined,
    "1985-04",
    "1985-05",
    "1984",
    "1986",
    null,
    "1985-04-30",
    "1985-03",
  ],
};
// On both sides of the limits on 2024-02-29, whole and partial.
const birthDates = [
  "1957-02-28",
  "1957-03-01",
  "1957-02",
  "1957",
  "2008-02-29",
  "2008-03-01",
  "1985-04-12",
  "1985-04",
  "1985",
  undefined,
];

/** Persons with every answer that the sample rules ask for, in the order of their ids. */
export const samplePersons: readonly OpenPerson[] = Array.from({ length: 600 }, (_, index) => {
  const facts = Object.entries(answers).map(([name, choice]) => [name, choice[index % choice.length] ?? null]);
  const birthDate = birthDates[(index * 3 + Math.floor(index / 10)) % birthDates.length];
  return person(`p${String(index).padStart(4, "0")}`, {
    sex: sexes[Math.floor(index / 7) % sexes.length] ?? "unknown",
    facts: Object.fromEntries(facts),
    ...(birthDate && { birthDate }),
  });
});

/** What a register may hold and no rule understands: values of another kind, codes and dates that there are not, and texts that are SQL. */
const oddAnswers: Readonly<Record<string, readonly FactValue[]>> = {
  illHealth: ["yes", "true", 1, ["true"], { min: 0, max: 1 }],
  municipality: ["0180 ", "Stockholm", "' OR '1'='1", 180, true, ["0180"]],
  income: ["None", "none-", "-none", "no--ne", "n\u00f6ne", 0, false],
  months: ["12", true, ["12"], 1e300, -1e-300, 12.5, 12.000000000000002],
  languages: ["so", ["so", "So"], ["SO"], ["so "], ["'; DROP TABLE person; --"]],
  arrived: [
    "1985-02-30",
    "1985-13",
    "0000",
    "85",
    "1985-4-12",
    " 1985",
    "1985-04-12T00:00",
    "1985-04-11",
    "1985-04",
    1985,
  ],
};

/** Persons with an odd answer each, and with the others of a sample. */
export const oddPersons: readonly OpenPerson[] = Object.entries(oddAnswers).flatMap(([name, values]) =>
  values.map((value, index): OpenPerson => {
    const usual: Facts = samplePersons[index]?.facts ?? {};
    return person(`q-${name}-${index}`, { sex: sexes[index % 2] ?? "man", facts: { ...usual, [name]: value } });
  }),
);
