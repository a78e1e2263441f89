import { CodeList, codeById, findCode } from "@finsam/model";
import { describe, expect, test } from "vitest";
import { exitDestinations } from "./exit-destinations.ts";
import { exitReasonSources } from "./exit-reason-sources.ts";
import { exitReasons } from "./exit-reasons.ts";
import { returnedBeforeStart } from "./returned-before-start.ts";

const lists = [exitReasons, exitDestinations, returnedBeforeStart];

describe("exit reasons", () => {
  test.each([
    ["1", "work-studies-or-active-job-search"],
    ["2", "continued-rehabilitation"],
    ["3", "illness"],
    ["Flyttat", "moved"],
    ["Inte aktuell", "not-relevant-for-members"],
    ["Avbruten av deltagaren", "interrupted-by-participant"],
    ["Annan orsak", "other"],
  ])("a register that says %j means %s", (spelling, id) => {
    expect(findCode(exitReasons, spelling)?.id).toBe(id);
  });

  test("the reasons that a source gives as codes are attested, and no other", () => {
    const attested = exitReasons.codes.filter(({ status }) => status === "attested").map(({ id }) => id);
    expect(attested).toEqual([
      "work-studies-or-active-job-search",
      "continued-rehabilitation",
      "illness",
      "wrong-registration",
    ]);
  });

  test("only the three reasons that the report numbers have a legacy code", () => {
    expect(exitReasons.codes.flatMap(({ legacyCodes }) => legacyCodes ?? [])).toEqual(["1", "2", "3"]);
  });

  test("a return before the start is not an exit reason", () => {
    expect(returnedBeforeStart.codes.filter(({ id }) => codeById(exitReasons, id) !== undefined)).toEqual([]);
  });
});

describe.each(lists.map((list) => [list.id, list] as const))("the list %s", (_, list) => {
  test("is a code list", () => {
    expect(CodeList.parse(list)).toEqual(list);
  });

  test("cites a source for all that is attested, and only sources that can be looked up", () => {
    for (const { id, status, citation } of list.codes) {
      if (status === "attested") expect(citation, id).toBeDefined();
      if (citation !== undefined) expect(exitReasonSources, id).toHaveProperty([citation.source]);
    }
  });
});
