import { brokenLinks } from "../history.ts";
import type { OpenStore } from "../open-store.ts";
import type { SaveAccount } from "../save-account.ts";
import type { RegisterRecord } from "../store.ts";
import { holds, same } from "./claims.ts";
import { all } from "./contents.ts";
import { followed, person, records } from "./sample-records.ts";
import type { Topic } from "./topic.ts";

const writers = Array.from({ length: 8 }, (_, index) => index);
const shared = 60;

/** What one writer states: the same persons and participations as all others, each in its own words, and some of its own. */
async function* batchOf(writer: number): AsyncIterable<RegisterRecord> {
  for (let index = 0; index < shared; index += 1) {
    // Each begins at another place, so that writers who lock record by record would wait for each other for ever.
    const at = (index + writer * 7) % shared;
    yield* records(
      person(`p${at}`, { facts: { [`seen-by-${writer}`]: true, last: writer } }),
      followed(`d${at}`, `p${at}`, { education: `by-${writer}` }),
      followed(`own-${writer}-${at}`, `p${at}`),
    );
    await Promise.resolve();
  }
}

/** Saves, and again when the store is busy: a store whose writers wait for each other may say so. */
async function insistently(store: OpenStore, writer: number): Promise<SaveAccount> {
  for (;;) {
    try {
      return await store.save(batchOf(writer), { origin: `writer ${writer}` });
    } catch (error) {
      const isBusy = typeof error === "object" && error !== null && "retryable" in error && error.retryable === true;
      if (!isBusy) throw error;
    }
  }
}

/** The store is as if the writers had come one after another, in some order, and nothing of any of them is lost. */
async function isSerial(store: OpenStore, accounts: readonly SaveAccount[]): Promise<void> {
  const persons = await all(store.persons());
  const participations = await all(store.participations());
  same([persons.length, participations.length], [shared, shared + 8 * shared], "persons and participations");
  const lasts = new Set(persons.map((one) => (one.protectedIdentity ? undefined : one.facts?.last)));
  same(lasts.size, 1, "how many writers were last");
  const [last] = lasts;
  for (const one of persons) {
    const facts = one.protectedIdentity ? {} : one.facts;
    for (const writer of writers) same(facts?.[`seen-by-${writer}`], true, `what writer ${writer} stated`);
  }
  const ofAll = participations.filter(({ id }) => id.startsWith("d"));
  same(
    ofAll.filter((one) => !("education" in one) || one.education !== `by-${last}`),
    [],
    "participations that are not the last writer's",
  );
  same(
    accounts.map((account) => account.person.added).sort((a, b) => a - b),
    [...Array(7).fill(0), shared],
    "persons added by each",
  );
  const entries = await all(store.history());
  same([entries.length, brokenLinks(entries)], [8, []], "the entries of the history, and where it is broken");
}

export const concurrencyTopic: Topic = {
  name: "concurrency",
  caseNeeds: {
    "eight programs that save the same records at once come one after another, and nothing is lost": {
      manifest: (manifest) => manifest.writers !== "one-process",
    },
    "who reads while others save gets whole batches": { manifest: (manifest) => manifest.writers !== "one-process" },
  },
  cases: {
    "eight saves of the same records at once come one after another, and nothing is lost": async (store) => {
      await isSerial(store, await Promise.all(writers.map((writer) => insistently(store, writer))));
    },

    "eight programs that save the same records at once come one after another, and nothing is lost": async (
      store,
      { another },
    ) => {
      const stores = await Promise.all(writers.map(() => another()));
      const accounts = await Promise.all(stores.map((one, writer) => insistently(one, writer)));
      await isSerial(store, accounts);
    },

    "who reads while others save gets whole batches": async (store, { another }) => {
      const other = await another();
      let isSaving = true;
      const saving = Promise.all(writers.map((writer) => insistently(other, writer))).finally(() => {
        isSaving = false;
      });
      let looks = 0;
      while (isSaving && looks < 200) {
        const { persons, participations } = await store.count();
        const batches = persons === 0 ? 0 : (participations - shared) / shared;
        holds(Number.isInteger(batches) && (batches === 0) === (persons === 0), "there is no half of a batch");
        looks += 1;
      }
      await saving;
      same((await store.count()).participations, shared + 8 * shared, "the participations in the end");
    },
  },
};
