import { sameValue } from "../same-value.ts";
import { holds, same } from "./claims.ts";
import { followed, measurement, person, protectedPerson, records, spell } from "./sample-records.ts";
import { seedHidden, seedRecords, seedShown } from "./seeds.ts";
import type { KeptRecords, Topic } from "./topic.ts";

/** The same records, in whatever order. */
function sameRecords(actual: readonly unknown[], expected: readonly unknown[], what: string): void {
  same(actual.length, expected.length, `how many ${what}`);
  for (const one of expected)
    holds(
      actual.some((other) => sameValue(other, one)),
      `${what}: ${JSON.stringify(one)} is kept`,
    );
}

const kinds = ["persons", "participations", "measurements", "spells"] as const satisfies readonly (keyof KeptRecords)[];

export const keptTopic: Topic = {
  name: "what is kept",
  needs: { hook: "readBack" },
  cases: {
    "read past the store, what is kept is what was saved, and what may be kept": async (store, { readBack }) => {
      await store.save(seedRecords);
      const kept = await readBack();
      sameRecords(kept.persons, [...seedShown.persons, ...seedHidden.persons], "persons");
      sameRecords(kept.participations, [...seedShown.participations, ...seedHidden.participations], "participations");
      sameRecords(kept.measurements, seedShown.measurements, "measurements");
      sameRecords(kept.spells, seedShown.spells, "spells");
    },

    "the same batch again changes nothing of it": async (store, { readBack }) => {
      await store.save(seedRecords);
      const was = await readBack();
      await store.save(seedRecords);
      const now = await readBack();
      for (const kind of kinds) sameRecords(now[kind], was[kind], kind);
    },

    "of a person with protected identity nothing lies there but the pseudonym": async (store, { readBack }) => {
      await store.save(
        records(
          person("p1", { birthDate: "1985-04-12", facts: { note: "dikter" } }),
          followed("d1", "p1"),
          measurement("m1", "p1"),
          spell("s1", "d1"),
        ),
      );
      await store.save(records(protectedPerson("p1")));
      const kept = await readBack();
      sameRecords(kept.persons, [protectedPerson("p1")], "persons");
      sameRecords(
        kept.participations,
        [{ followUp: "anonymous", id: "d1", sex: "woman", startYear: 2021 }],
        "participations",
      );
      same([kept.measurements, kept.spells], [[], []], "measurements and spells");
    },

    "of an erased person nothing lies there": async (store, { readBack }) => {
      await store.save(records(person("p1"), followed("d1", "p1"), measurement("m1", "p1"), spell("s1", "d1")));
      await store.erase("p1");
      const { persons, participations, measurements, spells } = await readBack();
      same(
        { persons, participations, measurements, spells },
        { persons: [], participations: [], measurements: [], spells: [] },
        "what is kept",
      );
    },

    "of a save that failed nothing lies there": async (store, { readBack }) => {
      await store.save([...seedRecords, ...records(person(""))]).catch(() => undefined);
      const { persons, participations } = await readBack();
      same([persons, participations], [[], []], "what is kept");
    },
  },
};
