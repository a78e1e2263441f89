import { illHealth, setting } from "../vocabulary.fixture.ts";
import { compile } from "./compile.ts";

// A process of its own, for what only the start of a process decides: whether functions may be made from text.
const compiled = compile(illHealth.is(true), setting);
console.log(compiled.how, compiled.outcome({ illHealth: true }));
