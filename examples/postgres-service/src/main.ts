import { fileURLToPath } from "node:url";
import { startPostgresServer } from "@finsam/postgres-server";
import { finsam } from "./finsam.ts";

const register = fileURLToPath(new URL("../../annual-report/data/register-2021.csv", import.meta.url));
const out = process.argv[2] ?? fileURLToPath(new URL("../out", import.meta.url));

// A server of the association's own in DATABASE_URL, or one that lasts as long as this program.
const given = process.env.DATABASE_URL;
const server = given === undefined ? await startPostgresServer() : undefined;
const store = given ?? server?.url ?? "";
try {
  await finsam("import", register, "--store", store);
  await finsam("report", "--year", "2021", "--store", store, "--out", out);
} finally {
  await server?.remove();
}
