import type { OpenStore, RegisterRecord } from "@finsam/store";

/** A person, a participation that is going on in 2021, a measurement and a spell, all named alike. */
export const oneOf = (name: string, sex: "woman" | "man" = "woman"): readonly RegisterRecord[] => [
  {
    kind: "person",
    person: { protectedIdentity: false, id: `p-${name}`, sex, sexBasis: "legal-sex", birthDate: "1985" },
  },
  {
    kind: "participation",
    participation: {
      followUp: "followed",
      id: `d-${name}`,
      person: `p-${name}`,
      intervention: "mia-vidare",
      sex,
      sexBasis: "legal-sex",
      start: "2021-03-01",
    },
  },
  {
    kind: "measurement",
    measurement: {
      id: `m-${name}`,
      person: `p-${name}`,
      indicator: "job-search",
      respondent: "participant",
      on: "2021-05-01",
      scale: "one-to-five",
      value: 3,
    },
  },
  { kind: "spell", spell: { id: `s-${name}`, participation: `d-${name}`, start: "2021-03-01" } },
];

export async function allOf<A>(items: AsyncIterable<A>): Promise<readonly A[]> {
  const all: A[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** All that a store shows. */
export const contentsOf = async (store: OpenStore) => ({
  persons: await allOf(store.persons()),
  participations: await allOf(store.participations()),
  measurements: await allOf(store.measurements()),
  spells: await allOf(store.spells()),
  count: await store.count(),
});
