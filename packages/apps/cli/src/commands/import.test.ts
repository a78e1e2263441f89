import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ImportAccount } from "@finsam/register-files";
import { openSqliteStore } from "@finsam/store-sqlite";
import { describe, expect, test } from "vitest";
import { file, finsam, folder, register2021 } from "../finsam.fixture.ts";

const [headings = "", ...rows] = readFileSync(register2021, "utf8").trimEnd().split("\r\n");
const row = (index: number, changes: Readonly<Record<string, string>> = {}): string => {
  const names = headings.replace("\ufeff", "").split(";");
  const cells = (rows[index] ?? "").split(";");
  return names.map((name, at) => changes[name] ?? cells[at]).join(";");
};
const store = () => `sqlite:${join(folder(), "register.db")}`;
const importing = async (into: string, ...files: readonly string[]) => {
  const { code, out } = await finsam("import", ...files, "--store", into, "--json");
  return { code, account: ImportAccount.parse(JSON.parse(out)) };
};

// Lines 2 and 9 are good; every line between them has one thing wrong.
const broken = Buffer.concat([
  Buffer.from(
    [
      headings,
      row(1),
      row(2, { start: "2021-02-30" }),
      row(3, { kön: "Kvinnlig" }),
      row(4, { slut: "2020-01-01", avslutsorsak: "1" }),
      row(5, { deltagande: "D0002" }),
      `${row(6)};one too many`,
    ].join("\r\n"),
  ),
  Buffer.from([0x0d, 0x0a, 0x80, 0xff, 0x00, 0x1b, 0xfe, 0x0d, 0x0a]),
  Buffer.from(`${row(7)}\r\n`),
]);

describe("finsam import", () => {
  test("saves the good rows of a broken file and lists the bad ones with line and reason", async () => {
    const { code, account } = await importing(store(), file("broken.csv", broken));
    expect(code).toBe(2);
    expect(account.files[0]).toMatchObject({ read: 8, saved: 2 });
    expect(account.files[0]?.refused.map(({ line, problems }) => [line, problems[0]?.code])).toEqual([
      [3, "bad-date"],
      [4, "unknown-sex"],
      [5, "end-before-start"],
      [6, "duplicate-participation"],
      [7, "wrong-number-of-columns"],
      [8, expect.stringMatching(/not-text|wrong-number-of-columns/)],
    ]);
  });

  test("changes nothing when the same file comes again", async () => {
    const [into, path] = [store(), file("broken.csv", broken)];
    const first = await importing(into, path);
    const second = await importing(into, path);
    expect(first.account.store.participation).toEqual({ added: 2, replaced: 0, unchanged: 0 });
    expect(second.account.store.participation).toEqual({ added: 0, replaced: 0, unchanged: 2 });
    expect(second.account.store.person).toMatchObject({ added: 0, replaced: 0 });
    expect(second.account.files).toEqual(first.account.files);
  });

  test("takes a corrected row in place of the earlier one", async () => {
    const into = store();
    await importing(into, file("first.csv", [headings, row(1)].join("\r\n")));
    const { account } = await importing(
      into,
      file("second.csv", [headings, row(1, { avslutsorsak: "3" })].join("\r\n")),
    );
    expect(account.store.participation).toEqual({ added: 0, replaced: 1, unchanged: 0 });
  });

  test("keeps nothing of a person whose consent is withdrawn", async () => {
    const path = join(folder(), "register.db");
    await importing(`sqlite:${path}`, file("yes.csv", [headings, row(1)].join("\r\n")));
    await importing(`sqlite:${path}`, file("no.csv", [headings, row(1, { samtycke: "nej" })].join("\r\n")));
    await using kept = await openSqliteStore(path);
    expect(await kept.count()).toEqual({ persons: 0, participations: 1, measurements: 0, spells: 0 });
  });

  test("remarks on an end without an exit reason, and saves the row", async () => {
    const { code, account } = await importing(
      store(),
      file("odd.csv", [headings, row(1, { avslutsorsak: "" })].join("\r\n")),
    );
    expect([code, account.files[0]?.saved]).toEqual([0, 1]);
    expect(account.files[0]?.remarks.map(({ line, code: remark }) => [line, remark])).toEqual([
      [2, "end-without-reason"],
    ]);
  });

  test("repeats no value of a refused row, in no language", async () => {
    const secret = "Hemlig-uppgift-7";
    const path = file("secret.csv", [headings, row(1, { kön: secret, person: "198705212382" })].join("\r\n"));
    for (const lang of ["sv", "en"]) {
      const { out, err } = await finsam("import", path, "--store", store(), "--lang", lang);
      expect(out + err).not.toContain(secret);
      expect(out + err).not.toContain("198705212382");
      expect(err).toMatch(lang === "sv" ? /Rad 2/ : /Line 2/);
    }
  });

  test("leaves the store as it was when a second file cannot be read", async () => {
    const into = store();
    const { code } = await finsam("import", register2021, join(folder(), "missing.csv"), "--store", into);
    const { out } = await finsam("report", "--year", "2021", "--store", into, "--json", "--threshold", "0");
    expect([code, JSON.parse(out).tables[0].rows[0].counts.total]).toEqual([2, 0]);
  });

  test("refuses a file that is no store, and leaves it as it is", async () => {
    const path = join(folder(), "letter.db");
    writeFileSync(path, "Dear all, this is a letter.\n".repeat(50));
    const before = readFileSync(path);
    const { code, err } = await finsam("import", register2021, "--store", `sqlite:${path}`);
    expect([code, err.length > 0]).toEqual([3, true]);
    expect(readFileSync(path)).toEqual(before);
  });
});
