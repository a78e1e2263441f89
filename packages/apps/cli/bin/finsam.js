#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";

// What a row leaves behind is garbage soon: V8 is not to let more than 100 MB of it lie before it looks.
setFlagsFromString("--semi-space-growth-factor=1");

// Kept apart from the build, so that an old Node gets a sentence instead of a stack trace.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `finsam needs Node 22.18 or later and this is ${process.versions.node}. In the repository, "npx finsam" brings the right one.\n`,
  );
  process.exitCode = 2;
} else {
  const { runFinsam } = await import("../dist/index.js");
  process.exitCode = await runFinsam(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    env: process.env,
    isTerminal: process.stderr.isTTY === true,
  });
}
