import { describe, expect, test } from "vitest";
import { finsam, finsamIn } from "./finsam.fixture.ts";

describe("the finsam command", () => {
  test("shows its help in the language of the surroundings, and in the one asked for", async () => {
    const help = async (env: Readonly<Record<string, string>>, ...more: readonly string[]) =>
      (await finsamIn(env, "--help", ...more)).out;
    expect(await help({})).toContain("Usage: finsam [options] [command]");
    expect(await help({ LANG: "sv_SE.UTF-8" })).toContain("Användning: finsam [flaggor] [kommando]");
    expect(await help({ LANG: "sv_SE.UTF-8", LC_ALL: "en_GB.UTF-8" })).toContain("Usage:");
  });

  test.each(["import", "report", "assess", "simulate", "check", "vectors", "analyse", "profile"])(
    "explains %s with an example, in both languages",
    async (command) => {
      for (const [lang, heading] of [
        ["sv", "Exempel:"],
        ["en", "Examples:"],
      ] as const) {
        const { code, out } = await finsam(command, "--help", "--lang", lang);
        expect([code, out.includes(`${heading}\n  finsam ${command}`)]).toEqual([0, true]);
      }
    },
  );

  test("offers the command or option that was probably meant", async () => {
    expect((await finsam("reprot")).err).toContain("(Did you mean report?)");
    expect((await finsam("report", "--yaer", "2021")).err).toContain("(Did you mean --year?)");
  });

  test("leaves standard output empty when it is used wrong", async () => {
    const { code, out } = await finsam("assess", "people.json", "--rule", "sig0", "--on", "2021-02-30");
    expect([code, out]).toEqual([2, ""]);
  });

  test("prints a profile that it takes back", async () => {
    const { code, out } = await finsam("profile", "stockholm");
    expect([code, JSON.parse(out).id]).toEqual([0, "stockholm"]);
  });
});
