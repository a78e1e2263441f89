import { copyFileSync } from "node:fs";

// Every package carries the licence it is under; it is kept once, at the root. Run in a package's folder, before it is packed.
copyFileSync(new URL("../../../LICENSE", import.meta.url), "LICENSE");
