import { expect, test } from "vitest";
import { exitCodes } from "./exit-code.ts";
import { finsam, register2021 } from "./finsam.fixture.ts";

// Nothing answers on port 1.
const nobody = "postgres://me:secret@127.0.0.1:1/register";

test("a PostgreSQL server that does not answer is a store that failed, told without the password", async () => {
  const { code, err } = await finsam("import", register2021, "--store", nobody);
  expect(code).toBe(exitCodes.failed);
  expect(err).toContain("127.0.0.1:1/register does not answer");
  expect(err).not.toContain("secret");
});

test("a command without a profile asks whose register it is", async () => {
  const { code, err } = await finsam("verify", "--store", nobody);
  expect(code).toBe(exitCodes.badInput);
  expect(err).toContain("?tenant=ASSOCIATION");
  expect((await finsam("verify", "--store", `${nobody}?tenant=stockholm`)).err).toContain("does not answer");
});

test("an address that is none is bad use", async () => {
  const { code, err } = await finsam("import", register2021, "--store", "postgres://:x@");
  expect(code).toBe(exitCodes.badInput);
  expect(err).toContain("cannot be read");
});

test("a kind of store that there is not is told those that there are", async () => {
  const { err } = await finsam("import", register2021, "--store", "mysql://db");
  expect(err).toContain("sqlite:PATH");
  expect(err).toContain("postgres://HOST/DATABASE");
});
