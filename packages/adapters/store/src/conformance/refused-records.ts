import { RefusedRecord } from "../errors.ts";
import type { RegisterRecord } from "../store.ts";
import { holds, rejection, same } from "./claims.ts";
import { contents } from "./contents.ts";
import { followed, measurement, notFollowed, person, records } from "./sample-records.ts";
import type { Case, Topic } from "./topic.ts";

interface Refusal {
  readonly kind: RegisterRecord["kind"] | "unknown";
  readonly candidate: unknown;
  /** Where the fault lies. */
  readonly path: string;
}

const of = (kind: RegisterRecord["kind"], path: string, thing: object, change: object): Refusal => ({
  kind,
  candidate: { kind, [kind]: { ...thing, ...change } },
  path: `${kind}${path}`,
});

const secret = "Anna Andersson, Storgatan 1";

const refusals: Readonly<Record<string, Refusal>> = {
  "a person without an id": of("person", ".id", person("p1"), { id: "" }),
  "a person of an unknown sex code": of("person", ".sex", person("p1"), { sex: secret }),
  "a person born on a day that does not exist": of("person", ".birthDate", person("p1"), { birthDate: "2021-02-29" }),
  "a person with a field that the schema lacks": of("person", "", person("p1"), { diagnosis: secret }),
  "a person with protected identity and anything more": of("person", "", person("p1"), { protectedIdentity: true }),
  "a person with a fact that is no fact": of("person", ".facts.note", person("p1"), {
    facts: { note: { text: secret } },
  }),
  "a person with a fact that would be lost": of("person", ".facts", person("p1"), {
    facts: JSON.parse('{"__proto__":1}'),
  }),
  "a participation that ends before it starts": of("participation", ".end", followed("d1", "p1"), {
    end: "2021-02-28",
  }),
  "a participation of nobody": of("participation", ".person", followed("d1", "p1"), { person: "" }),
  "a participation not followed that names the person": of("participation", "", notFollowed("d1"), { person: secret }),
  "a participation with a code that is no code": of("participation", ".education", followed("d1", "p1"), {
    education: secret,
  }),
  "an id with NUL in it": of("participation", ".id", followed("d1", "p1"), { id: "d\0" }),
  "a pseudonym with half a character": of("participation", ".person", followed("d1", "p1"), { person: "p\ud83d" }),
  "a fact with NUL in it": of("person", ".facts.note", person("p1"), { facts: { note: `${secret}\0` } }),
  "a case worker with half a character": of("measurement", ".caseWorker", measurement("m1", "p1"), {
    caseWorker: "\udc00",
  }),
  "an answer that is no number": of("measurement", ".value", measurement("m1", "p1"), { value: Number.NaN }),
  "a measurement without a day": of("measurement", ".on", measurement("m1", "p1"), { on: undefined }),
  "a record of no known kind": { kind: "unknown", candidate: { kind: "diagnosis", diagnosis: secret }, path: "kind" },
  "no record at all": { kind: "unknown", candidate: null, path: "record" },
};

const refuses =
  ({ kind, candidate, path }: Refusal): Case =>
  async (store) => {
    await store.save(records(person("p0"), followed("d0", "p0")));
    const was = await contents(store);
    // What comes from a program without types.
    const stray = candidate as RegisterRecord;
    const batch = [...records(person("p1"), person("p0", { birthDate: "1985" })), stray, ...records(person("p2"))];
    const error = await rejection(store.save(batch), "the save");
    if (!(error instanceof RefusedRecord)) throw new Error(`expected a refused record, got ${String(error)}`);
    same([error.code, error.kind, error.position], ["refused-record", kind, 3], "code, kind and position");
    const told = error.issues.join("; ");
    holds(
      error.issues.some((issue) => issue.startsWith(`${path}:`)),
      `one of the issues begins with ${path}: (${told})`,
    );
    holds(!`${error} ${JSON.stringify(error)} ${told}`.includes(secret), "no value of the record is told");
    same(await contents(store), was, "the store, of which nothing is changed");
  };

export const refusedRecordsTopic: Topic = {
  name: "refused records",
  cases: Object.fromEntries(
    Object.entries(refusals).map(([what, refusal]) => [`${what} is refused with its whole batch`, refuses(refusal)]),
  ),
};
