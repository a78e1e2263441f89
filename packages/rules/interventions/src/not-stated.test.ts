import { InterventionDescription } from "@finsam/policy";
import { expect, test } from "vitest";
import { notStated } from "./not-stated.ts";

test("what a source does not say is open, and an intervention without a limit does state its length", () => {
  expect(notStated(InterventionDescription.parse({}))).toHaveLength(12);
  expect(notStated({ length: "unlimited" })).not.toContain("length");
});
