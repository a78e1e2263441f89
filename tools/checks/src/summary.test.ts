import { expect, test } from "vitest";
import { inWords, testCounts } from "./summary.ts";

test("the closing lines of several runs are added up", () => {
  const log = `
@finsam/model:test:  Test Files  2 passed (2)
@finsam/model:test:       Tests  12 passed (12)
@finsam/policy:test:       Tests  1 failed | 12 passed | 2 skipped (15)
      Tests  3 passed | 1 todo (4)
`;
  expect(testCounts(log)).toEqual({ passed: 27, failed: 1, skipped: 3 });
});

test("colours, Windows line ends and either order of passed and failed are read", () => {
  const coloured =
    "\u001b[2m      Tests \u001b[22m \u001b[1m\u001b[31m1 failed\u001b[39m\u001b[22m\u001b[2m | \u001b[22m\u001b[1m\u001b[32m7 passed\u001b[39m\u001b[22m\u001b[90m (8)\u001b[39m\r\n";
  expect(testCounts(coloured)).toEqual({ passed: 7, failed: 1, skipped: 0 });
  expect(testCounts("@finsam/model:test: Tests  12 passed | 1 failed (13)")).toEqual({
    passed: 12,
    failed: 1,
    skipped: 0,
  });
});

test("a test that is to fail and does has passed", () => {
  expect(testCounts("      Tests  2 passed | 1 expected fail (3)")).toEqual({ passed: 3, failed: 0, skipped: 0 });
});

test("files, test names and runs without tests are not counted", () => {
  const log = ` Test Files  4 failed | 1 passed (5)
      Tests  no tests
   ✓ Tests  are counted: 4 passed
 10 passed, 3 failed`;
  expect(testCounts(log)).toEqual({ passed: 0, failed: 0, skipped: 0 });
});

test("the closing line says skipped only when some are", () => {
  expect(inWords({ passed: 12, failed: 0, skipped: 0 })).toBe("12 passed, 0 failed");
  expect(inWords({ passed: 12, failed: 1, skipped: 2 })).toBe("12 passed, 1 failed, 2 skipped");
});
