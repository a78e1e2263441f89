import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { repository } from "../workspace.ts";
import { exampleTest } from "./example-test.ts";
import { repositoryExamples } from "./repository-examples.ts";

const generated = join(import.meta.dirname, "../../generated");

const examples = repositoryExamples(repository);
const [run, notRun] = [examples.filter((one) => one.run), examples.filter((one) => !one.run)];

rmSync(generated, { recursive: true, force: true });
for (const example of run) {
  const file = join(generated, `${example.file}.${example.line}.test.ts`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, exampleTest(example));
}

console.log(`${run.length} examples to run, ${notRun.length} marked no-run`);
for (const { file, line } of notRun) console.log(`  not run: ${file}:${line}`);
