import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { file, finsam, folder } from "../finsam.fixture.ts";
import { ReconcileDocument } from "./reconcile.ts";

const data = (name: string): string =>
  fileURLToPath(new URL(`../../../../../examples/registers-that-disagree/data/${name}`, import.meta.url));
const [own, national] = [data("own.csv"), data("national.csv")];

describe("finsam reconcile", () => {
  test("finds six of eight who ended and are not de-registered, and lists each by the ids of the registers", async () => {
    const list = join(folder(), "differences.csv");
    const { code, out, err } = await finsam("reconcile", own, national, "--out", list);
    expect([code, err]).toEqual([1, ""]);
    expect(out).toMatch(/ended here +5 +3 +0 +0 +8\n/);
    expect(out).toMatch(/Ended here, not ended there +3 +3 +0 +0 +6\n/);
    expect(out).toContain("keep them within the association");
    const lines = readFileSync(list, "utf8").split("\r\n");
    expect(lines.filter((line) => line.startsWith("Ended here, not ended there;"))).toHaveLength(6);
    expect(lines).toContainEqual(
      expect.stringMatching(/^Ended here, not ended there;E03;N103;.*;man;end;2021-09-30;$/),
    );
  });

  test("classifies each difference, in the list and in the document, which tells of nobody", async () => {
    const { out } = await finsam("reconcile", own, national, "--json");
    const { differences, both, agree, withoutConsent } = ReconcileDocument.parse(JSON.parse(out));
    expect(Object.entries(differences).map(([kind, { total }]) => [kind, total])).toEqual([
      ["missing-there", 1],
      ["missing-here", 1],
      ["not-ended-there", 6],
      ["not-ended-here", 0],
      ["other-date", 1],
      ["other-reason", 1],
      ["other-sex", 1],
    ]);
    expect([both.total, agree.total, withoutConsent]).toEqual([14, 5, { here: 1, there: 0 }]);
    expect(out).not.toMatch(/\b[ENP]\d{2,3}\b/);
  });

  test("leaves out whoever is protected in either register, and nothing tells", async () => {
    const list = join(folder(), "differences.csv");
    const { out, err } = await finsam("reconcile", own, national, "--out", list);
    expect(`${out}${err}${readFileSync(list, "utf8")}`).not.toMatch(/E18|N118|P18/);
    const without = file(
      "own.csv",
      readFileSync(own, "utf8")
        .split("\r\n")
        .filter((line) => !line.startsWith("E18"))
        .join("\r\n"),
    );
    expect((await finsam("reconcile", without, national)).out.replaceAll(without, own)).toBe(
      out.replace(/\n.*differences\.csv/, ""),
    );
  });

  test("a register compared with itself has no difference, and the other way round here and there change places", async () => {
    const itself = await finsam("reconcile", own, own);
    expect([itself.code, itself.out]).toEqual([
      0,
      expect.stringMatching(/Ended here, not ended there +0 +0 +0 +0 +0\n/),
    ]);
    const turned = await finsam("reconcile", national, own, "--json");
    expect(ReconcileDocument.parse(JSON.parse(turned.out)).differences["not-ended-here"]?.total).toBe(6);
  });

  test("only the owner may read the list", async () => {
    const list = join(folder(), "differences.csv");
    await finsam("reconcile", own, national, "--out", list);
    expect(statSync(list).mode & 0o077).toBe(0);
  });

  test("with no days between starts, a start four days later is another participation", async () => {
    const { out } = await finsam("reconcile", own, national, "--days", "0", "--json");
    const { differences, withinDays } = ReconcileDocument.parse(JSON.parse(out));
    expect([withinDays, differences["missing-there"]?.total, differences["other-date"]?.total]).toEqual([0, 2, 0]);
  });

  test("tells of refused rows, whose participations may look as if they were missing, and gives code 2", async () => {
    const broken = file("own.csv", readFileSync(own, "utf8").replace("2021-01-18", "18 jan"));
    const { code, err } = await finsam("reconcile", broken, national);
    expect([code, err]).toEqual([2, expect.stringContaining("may look as if it were missing")]);
    expect(err).toContain("Line 2 (start");
  });

  test("asks for --days where the profile does not say, and writes nothing", async () => {
    const profile = JSON.parse((await finsam("profile", "stockholm")).out);
    delete profile.registerComparison;
    const list = join(folder(), "differences.csv");
    const path = file("profile.json", JSON.stringify(profile));
    const { code, err } = await finsam("reconcile", own, national, "--profile", path, "--out", list);
    expect([code, err, existsSync(list)]).toEqual([2, expect.stringContaining("--days 30"), false]);
  });

  test("the other register may have columns of its own", async () => {
    const profile = JSON.parse((await finsam("profile", "stockholm")).out);
    profile.register.columns = { ...profile.register.columns, participation: "ärende", start: "inskriven" };
    const otherProfile = file("national.json", JSON.stringify(profile));
    const renamed = file(
      "national.csv",
      readFileSync(national, "utf8").replace("deltagande;", "ärende;").replace(";start;", ";inskriven;"),
    );
    const { out } = await finsam("reconcile", own, renamed, "--other-profile", otherProfile, "--json");
    expect(ReconcileDocument.parse(JSON.parse(out)).differences["not-ended-there"]?.total).toBe(6);
  });
});
