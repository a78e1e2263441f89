import { storeConformance } from "@finsam/store/conformance";
import { describe, it } from "vitest";
import { sqliteStore } from "../src/index.ts";
import { newFile } from "./register-file.ts";

describe("a register in a file", () => {
  storeConformance({ describe, it }, { fresh: () => sqliteStore(newFile()), durable: true });
});

describe("a register in memory", () => {
  storeConformance({ describe, it }, { fresh: () => sqliteStore(":memory:"), durable: false });
});
