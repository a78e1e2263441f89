// A program that imports into a register: see `importWhenTold`.
import { importWhenTold } from "@finsam/store-trials";
import { openDuckdbStore } from "../src/open-duckdb-store.ts";

await importWhenTold((folder = "") => openDuckdbStore(folder));
