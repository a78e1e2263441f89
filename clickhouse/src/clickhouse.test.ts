import { faultySyntax } from "../../tools/differential/src/faults.ts";
import { engineSuite } from "../../tools/differential/src/suite.ts";
import { openChdb } from "./chdb.ts";

engineSuite("ClickHouse", () => openChdb());

// A cluster may be set up like this. Without the guard against it, a missing code would be one that is not asked for.
engineSuite("ClickHouse with transform_null_in", () => openChdb("transform_null_in = 1"), {
  faults: [
    faultySyntax("IN is used as it is", () => ({
      isOneOf: (text, parameters) => `${text} IN (${parameters.join(", ")})`,
    })),
  ],
});
