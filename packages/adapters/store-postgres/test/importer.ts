// A program that imports into the register of a tenant: see `importWhenTold`.
import { importWhenTold } from "@finsam/store-trials";
import { openPostgresStore } from "../src/index.ts";

await importWhenTold((url = "", tenant = "") => openPostgresStore({ url, tenant }));
