import type { RegisterRecord } from "@finsam/store";

const person = (id: string, birthDate?: string): RegisterRecord => ({
  kind: "person",
  person: { protectedIdentity: false, id, sex: "woman", sexBasis: "legal-sex", ...(birthDate && { birthDate }) },
});

const participation = (id: string, of: string, end?: string): RegisterRecord => ({
  kind: "participation",
  participation: {
    followUp: "followed",
    id,
    person: of,
    intervention: "ips",
    sex: "woman",
    sexBasis: "legal-sex",
    start: "2021-03-01",
    ...(end && { end }),
  },
});

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** What a register holds before an import. */
export const earlier: readonly RegisterRecord[] = numbers(500).flatMap((n) => [
  person(`p${n}`),
  participation(`d${n}`, `p${n}`),
]);

/** An import that adds, replaces and hides, so that a part of it cannot be taken for nothing. */
const changes = (persons: number): readonly RegisterRecord[] =>
  numbers(persons).flatMap((n) => [
    n % 100 === 99
      ? { kind: "person" as const, person: { protectedIdentity: true as const, id: `p${n}` } }
      : person(`p${n}`, "1985-04-12"),
    participation(`d${n}`, `p${n}`, "2021-12-31"),
  ]);

/** Four thousand rows of it. */
export const later: readonly RegisterRecord[] = changes(2000);

/** Twenty thousand. */
export const twentyThousand: readonly RegisterRecord[] = changes(10_000);
