import { chmodSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { installedPrograms, startPostgresServer } from "./postgres-server.ts";

/** What the server answers to a request for encryption: N, it has none. Anything else does not speak its protocol. */
const answer = (url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = createConnection(Number(new URL(url).port), "127.0.0.1");
    socket.once("error", reject);
    socket.once("connect", () => socket.write(Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f])));
    socket.once("data", (bytes) => {
      socket.destroy();
      resolve(String(bytes));
    });
  });

test("a server answers, is gone after a crash, and comes back", async () => {
  const server = await startPostgresServer();
  try {
    expect(await answer(server.url)).toBe("N");
    await server.crash();
    await expect(answer(server.url)).rejects.toMatchObject({ code: "ECONNREFUSED" });
    await server.start();
    expect(await answer(server.url)).toBe("N");
  } finally {
    await server.remove();
  }
});

test("it runs where the programs lie in a folder that only its owner may enter", async () => {
  const closed = mkdtempSync(join(tmpdir(), "closed-"));
  onTestFinished(() => rmSync(closed, { recursive: true }));
  cpSync(installedPrograms(), join(closed, "native"), { recursive: true, verbatimSymlinks: true });
  chmodSync(closed, 0o700);
  const server = await startPostgresServer(join(closed, "native"));
  expect(await answer(server.url)).toBe("N");
  await server.remove();
  await expect(answer(server.url)).rejects.toMatchObject({ code: "ECONNREFUSED" });
});
