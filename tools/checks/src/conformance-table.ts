import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";

/** What the tests of a store leave in its `conformance.json`. */
const Results = z.strictObject({
  store: z.string(),
  topics: z.record(z.string(), z.strictObject({ passed: z.int().min(0), failed: z.int().min(0) })),
});
type Results = z.infer<typeof Results>;

const root = fileURLToPath(new URL("../../../", import.meta.url));
/** The page that shows the table. */
export const tablePage = join(root, "packages/adapters/store/README.md");

const [start, end] = ["<!-- conformance table: made by the test run -->", "<!-- end of the conformance table -->"];

/** The results that lie in the adapters and the examples, the reference first. */
export function conformanceResults(): readonly Results[] {
  const folders = ["packages/adapters", "examples"].flatMap((floor) =>
    readdirSync(join(root, floor)).map((room) => join(root, floor, room, "conformance.json")),
  );
  return folders
    .filter((file) => existsSync(file))
    .map((file) => Results.parse(JSON.parse(readFileSync(file, "utf8"))))
    .sort((a, b) => rank(a) - rank(b) || (a.store < b.store ? -1 : 1));
}

const rank = ({ store }: Results): number => (store === "memory" ? 0 : 1);

/** Topics down, stores across: how many cases passed, of how many where one failed, nothing where none concerns the store. */
export function conformanceTable(results: readonly Results[]): string {
  const topics = [...new Set(results.flatMap(({ topics: tried }) => Object.keys(tried)))];
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    row(["topic", ...results.map(({ store }) => store)]),
    row(["---", ...results.map(() => "---:")]),
    ...topics.map((topic) => row([topic, ...results.map(({ topics: tried }) => cell(tried[topic]))])),
  ].join("\n");
}

function cell(tried: Results["topics"][string] | undefined): string {
  if (tried === undefined || tried.passed + tried.failed === 0) return "–";
  return tried.failed === 0 ? String(tried.passed) : `**${tried.passed} of ${tried.passed + tried.failed}**`;
}

/** A page with the table in its place. */
export function withTable(page: string, table: string): string {
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from === -1 || to === -1) throw new Error(`the page lacks "${start}" or "${end}"`);
  return `${page.slice(0, from + start.length)}\n\n${table}\n\n${page.slice(to)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = readFileSync(tablePage, "utf8");
  writeFileSync(tablePage, withTable(page, conformanceTable(conformanceResults())));
}
