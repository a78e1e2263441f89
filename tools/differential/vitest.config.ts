import { mergeConfig } from "vitest/config";
import base from "../../vitest.base.ts";

export default mergeConfig(base, { test: { globalSetup: ["src/global-setup.ts"], testTimeout: 60_000 } });
