// A program that imports `twentyThousand` into the register of a tenant, and says on standard output when it begins and when it is done.
import { writeSync } from "node:fs";
import { twentyThousand } from "@finsam/store-trials";
import { openPostgresStore } from "../src/index.ts";

const [url = "", tenant = ""] = process.argv.slice(2);
const store = await openPostgresStore({ url, tenant });
writeSync(1, "started\n");
await store.save(twentyThousand);
writeSync(1, "saved\n");
await store[Symbol.asyncDispose]();
