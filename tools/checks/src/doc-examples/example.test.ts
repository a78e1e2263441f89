import { expect, test } from "vitest";
import { examplesInReadme, examplesInSource } from "./example.ts";

const source = `/** The file. */
import * as z from "zod";

/**
 * Completed years; at ålder 66 for instance.
 *
 * @example
 * \`\`\`ts
 * import { age } from "@finsam/model";
 * age("1957-03-01"); // => 66
 * \`\`\`
 * @example
 * \`\`\`ts no-run
 * age("now");
 * \`\`\`
 */
export function age(born: string): number {
  return born.length;
}

/**
 * Not an example:
 * \`\`\`ts
 * nothing;
 * \`\`\`
 */
export const limit = 66;

export interface Store {
  /**
   * @example
   * \`\`\`ts
   * store.count; // => 0
   * \`\`\`
   */
  readonly count: number;
}
`;

test("the examples of doc comments are named for what they show, with their place", () => {
  const file = "packages/kernel/model/src/age.ts";
  const imported = `import { age } from "@finsam/model";\nage("1957-03-01"); // => 66`;
  expect(examplesInSource(file, source)).toEqual([
    { file, line: 9, name: "age", code: imported, run: true },
    { file, line: 14, name: "age", code: `age("now");`, run: false },
    { file, line: 33, name: "Store", code: "store.count; // => 0", run: true },
  ]);
});

test("a README gives its examples in ts, and only those", () => {
  const readme = "# Model\n\n```sh\nnpm i\n```\n\n```ts\na; // => 1\n```\n\n```ts no-run\nb;\n```\n\n```tsx\nc;\n```\n";
  expect(examplesInReadme("README.md", readme)).toEqual([
    { file: "README.md", line: 8, name: "README", code: "a; // => 1", run: true },
    { file: "README.md", line: 12, name: "README", code: "b;", run: false },
  ]);
});
