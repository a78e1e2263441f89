import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { buildReport, reportTables } from "@finsam/gender-reporting";
import { importRegisterInto } from "@finsam/register-files";
import { stockholm } from "@finsam/stockholm";
import { openSqliteStore } from "@finsam/store-sqlite";
import type { Figure } from "./figure.ts";
import { median } from "./medians.ts";
import { registerFile } from "./register.ts";

/** Import of a register into an SQLite file, beside bare inserts of as many rows; and the report from the store. */
export async function benchRegister(rows: number): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "finsam-bench-"));
  try {
    const file = { name: "register.csv", bytes: registerFile(rows) };
    let run = 0;
    const importTime = await median(3, async () => {
      run += 1;
      await using store = await openSqliteStore(join(folder, `import-${run}.db`));
      const { files } = await importRegisterInto(store, [file], stockholm);
      if (files[0]?.saved !== rows) throw new Error("rows were refused");
    });
    const bareTime = await median(3, () => {
      run += 1;
      bareInserts(join(folder, `bare-${run}.db`), rows);
    });
    await using store = await openSqliteStore(join(folder, "import-1.db"));
    const reportTime = await median(3, async () =>
      buildReport(stockholm, 2021, await store.tabulate(reportTables(stockholm, 2021))),
    );
    return [
      {
        what: "bare inserts of 17 columns into SQLite, one transaction",
        count: rows,
        milliseconds: bareTime,
        ratio: 1,
      },
      {
        what: "import of a CSV register into the SQLite store",
        count: rows,
        milliseconds: importTime,
        ratio: importTime / bareTime,
      },
      {
        what: "yearly report from the SQLite store",
        count: rows,
        milliseconds: reportTime,
        ratio: reportTime / bareTime,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function bareInserts(path: string, rows: number): void {
  const database = new DatabaseSync(path);
  const columns = Array.from({ length: 17 }, (_, index) => `c${index}`);
  database.exec(`PRAGMA journal_mode = WAL; CREATE TABLE bare (${columns.join(" TEXT, ")} TEXT, PRIMARY KEY (c0))`);
  const insert = database.prepare(`INSERT INTO bare VALUES (${columns.map(() => "?").join(", ")})`);
  database.exec("BEGIN");
  for (let row = 0; row < rows; row += 1) insert.run(...columns.map((column) => `${column} ${row}`));
  database.exec("COMMIT");
  database.close();
}
