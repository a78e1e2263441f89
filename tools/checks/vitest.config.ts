import { mergeConfig } from "vitest/config";
import base from "../../vitest.base.ts";

/** The generated tests are many and tiny, and the packages they call hold no state: they share one module graph. */
export default mergeConfig(base, { test: { include: ["generated/**/*.test.ts"], isolate: false } });
