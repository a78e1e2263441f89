import { describe, expect, test } from "vitest";
import { accountStanding, type ProjectAccount } from "./project-account.ts";

const due = { month: 2, day: 28 };
const granted: ProjectAccount = {
  id: "talks",
  name: { sv: "Samtal", en: "Talks" },
  year: 2024,
  granted: 300_000_00,
};
const on = (day: string, more: Partial<ProjectAccount> = {}) => accountStanding({ ...granted, ...more }, due, day);

describe("the account of a grant", () => {
  test("is due on 28 February the year after, and what was not used is to be repaid", () => {
    expect(on("2025-02-28", { used: 280_000_00, signed: "2025-02-28" })).toMatchObject({
      due: "2025-02-28",
      state: "in-time",
      daysLate: 0,
      toRepay: 20_000_00,
      beyondGrant: 0,
    });
  });

  test("signed on 17 March is seventeen days late, however long ago that is", () => {
    expect(on("2026-01-01", { used: 0, signed: "2025-03-17" })).toMatchObject({ state: "late", daysLate: 17 });
  });

  test("unsigned is not reported: not due until 28 February, and overdue from 1 March", () => {
    expect(on("2025-02-28", { used: 280_000_00 })).toMatchObject({ state: "not-due", signed: null, daysLate: 0 });
    expect(on("2025-02-28", { used: 280_000_00 })).toMatchObject({ used: null, toRepay: null });
    expect(on("2025-03-01", { used: 280_000_00 })).toMatchObject({ state: "overdue", signed: null, daysLate: 1 });
  });

  test("signed on 17 March was overdue on 10 March", () => {
    expect(on("2025-03-10", { signed: "2025-03-17" })).toMatchObject({ state: "overdue", signed: null, daysLate: 10 });
  });

  test("without what was used, what is to be repaid is not known, and not all or nothing", () => {
    expect(on("2025-03-01", { signed: "2025-02-20" })).toMatchObject({ used: null, toRepay: null, beyondGrant: null });
  });

  test("that used more than was granted repays nothing, and says by how much", () => {
    expect(on("2025-03-01", { used: 310_000_00, signed: "2025-02-20" })).toMatchObject({
      toRepay: 0,
      beyondGrant: 10_000_00,
    });
  });
});
