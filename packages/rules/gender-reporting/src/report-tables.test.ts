import { stockholm } from "@finsam/stockholm";
import { expect, test } from "vitest";
import { cubePlan } from "./cube/cube-plan.ts";
import { reportTables } from "./report-tables.ts";

const ids = (profile: typeof stockholm) => reportTables(profile, 2021).map(({ id }) => id);

test("an association that states no bands for the time in public support has no table of it, and all the others", () => {
  const report = stockholm.report.map((version) => {
    const { supportYearsBands: _, ...value } = version.value;
    return { ...version, value };
  });
  const without = { ...stockholm, report };
  expect(ids(stockholm).filter((id) => !ids(without).includes(id))).toEqual(["started-by-years-of-support"]);
  expect(cubePlan(without, 2021).dimensions.map(({ by }) => by)).not.toContain("supportYearsAtStart");
  expect(cubePlan(without, 2021).crossings.flat()).not.toContain("supportYearsAtStart");
});
