import { type CaseResult, conformanceTopics } from "./store-conformance.ts";

/** The results of the suite on one store, as they come in. */
export interface ConformanceResults {
  /** For `onResult` of the store under test. */
  readonly onResult: (result: CaseResult) => void;
  /** The results so far as JSON: of each topic how many cases passed and failed, and 0 of both where none was tried. */
  readonly text: () => string;
}

/**
 * Collects what became of the cases, for a table of stores and topics: each store's tests keep the text in a file `conformance.json`
 * beside its `package.json`.
 *
 * @example
 * ```ts
 * import { startConformanceResults } from "@finsam/store/conformance";
 * const results = startConformanceResults("memory");
 * results.onResult({ topic: "records", sentence: "a new store holds nothing", passed: true });
 * JSON.parse(results.text()).topics.records; // => { passed: 1, failed: 0 }
 * ```
 */
export function startConformanceResults(store: string): ConformanceResults {
  const results: CaseResult[] = [];
  return {
    onResult: (result) => void results.push(result),
    text: () => {
      const topics = conformanceTopics.map(({ name }) => {
        const tried = results.filter(({ topic }) => topic === name);
        const passed = tried.filter((one) => one.passed).length;
        return [name, { passed, failed: tried.length - passed }];
      });
      return `${JSON.stringify({ store, topics: Object.fromEntries(topics) }, null, 2)}\n`;
    },
  };
}
