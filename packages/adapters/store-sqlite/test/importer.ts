// A program that imports into a register: see `importWhenTold`.
import { importWhenTold } from "@finsam/store-trials";
import { openSqliteStore } from "../src/open-sqlite-store.ts";

await importWhenTold((file = "") => openSqliteStore(file));
