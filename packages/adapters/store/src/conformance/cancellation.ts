import { askedConditions } from "@finsam/policy/compare";
import type { OpenStore } from "../open-store.ts";
import type { RegisterRecord } from "../store.ts";
import { holds, rejection, same } from "./claims.ts";
import { all, contents } from "./contents.ts";
import { followed, measurement, person, records, spell } from "./sample-records.ts";
import { illHealthRule } from "./sample-rule.ts";
import { everyTable } from "./sample-tables.ts";
import type { Topic } from "./topic.ts";

const reason = new Error("the user changed her mind");

const many = (name: string): readonly RegisterRecord[] =>
  Array.from({ length: 3000 }, (_, index) => {
    const id = `${name}${String(index).padStart(5, "0")}`;
    return records(person(id), followed(id, id), measurement(id, id), spell(id, id));
  }).flat();

/** Every stream, begun with a signal. */
const streams: Readonly<Record<string, (store: OpenStore, signal: AbortSignal) => AsyncIterable<unknown>>> = {
  persons: (store, signal) => store.persons({ signal }),
  participations: (store, signal) => store.participations({ signal }),
  measurements: (store, signal) => store.measurements({ signal }),
  spells: (store, signal) => store.spells({ signal }),
  screening: (store, signal) => store.screen(illHealthRule, { signal }),
  "export lines": (store, signal) => store.exportLines({ signal }),
};

const calls: Readonly<Record<string, (store: OpenStore, signal: AbortSignal) => Promise<unknown>>> = {
  save: (store, signal) => store.save(many("q"), { signal }),
  person: (store, signal) => store.person("p00001", { signal }),
  participation: (store, signal) => store.participation("p00001", { signal }),
  count: (store, signal) => store.count({ signal }),
  groupByConditions: (store, signal) => store.groupByConditions(askedConditions(illHealthRule), { signal }),
  tabulate: (store, signal) => store.tabulate(everyTable, { signal }),
  erase: (store, signal) => store.erase("p00001", { signal }),
  verify: (store, signal) => store.verify({ signal }),
};

export const cancellationTopic: Topic = {
  name: "cancellation",
  cases: {
    "a call that was cancelled before it began does nothing, and gives the reason": async (store) => {
      await store.save(many("p").slice(0, 40));
      const was = await contents(store);
      for (const [name, call] of Object.entries(calls))
        same(
          (await rejection(call(store, AbortSignal.abort(reason)), name)) === reason,
          true,
          `the reason, from ${name}`,
        );
      same(await contents(store), was, "the store");
    },

    "a save that is cancelled in the middle leaves nothing, and the store can be used": async (store) => {
      await store.save(many("p").slice(0, 40));
      const was = await contents(store);
      const stop = new AbortController();
      const saving = store.save(many("q"), {
        signal: stop.signal,
        progress: (taken) => {
          if (taken >= 5000) stop.abort(reason);
        },
      });
      same((await rejection(saving, "the save")) === reason, true, "the reason");
      same(await contents(store), was, "the store");
      same((await all(store.history())).length, 1, "the entries of the history");
      same((await store.save(many("q"))).person.added, 3000, "the persons of a save afterwards");
    },

    "a save that comes while another goes on is cancelled without waiting for it": async (store) => {
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      async function* slow(): AsyncIterable<RegisterRecord> {
        yield* records(person("p1"));
        await released;
      }
      const first = store.save(slow());
      const stop = new AbortController();
      const second = store.save(records(person("p2")), { signal: stop.signal }).then(
        () => "saved",
        (error: unknown) => error,
      );
      await Promise.resolve();
      stop.abort(reason);
      // A store that lets the second go first may have saved it by then.
      const outcome = await second;
      holds(outcome === reason || outcome === "saved", "it gives the reason, or was done");
      release();
      same((await first).person.added, 1, "the persons of the first");
      same((await store.count()).persons, outcome === "saved" ? 2 : 1, "the persons");
    },

    "a stream that is cancelled stops, and gives the reason": async (store) => {
      await store.save(many("p"));
      for (const [name, stream] of Object.entries(streams)) {
        const stop = new AbortController();
        let taken = 0;
        const reading = async () => {
          for await (const _ of stream(store, stop.signal)) {
            taken += 1;
            if (taken === 10) stop.abort(reason);
          }
        };
        same((await rejection(reading(), name)) === reason, true, `the reason, from ${name}`);
        holds(taken < 3000, `${name} stopped before its end`);
      }
      same((await store.count()).persons, 3000, "the persons, counted afterwards");
    },

    "what is not cancelled ends as ever": async (store) => {
      await store.save(many("p").slice(0, 40), { signal: new AbortController().signal });
      for (const [name, stream] of Object.entries(streams))
        holds((await all(stream(store, new AbortController().signal))).length >= 10, `${name} came whole`);
    },
  },
};
