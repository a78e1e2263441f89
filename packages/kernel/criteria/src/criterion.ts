import { CalendarDate, Citation, SourceStatus } from "@finsam/model";
import * as z from "zod";
import { tooLarge } from "./criterion-size.ts";
import { FactName } from "./vocabulary.ts";

/** Stands where a limit stands until policy fills it in: the name of a dated value. */
export const Parameter = z.strictObject({ parameter: z.string().min(1) });
export type Parameter = z.infer<typeof Parameter>;

/** Where a limit comes from: the dated value of policy it was filled in from. */
export const Cited = z.strictObject({
  parameter: z.string().optional(),
  citation: Citation,
  status: SourceStatus,
  validFrom: CalendarDate,
  validTo: CalendarDate.optional(),
});
export type Cited = z.infer<typeof Cited>;

const cited = { cited: Cited.optional() };
const ruleId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** The comparisons on numbers and dates. */
export const Comparison = z.enum(["atLeast", "moreThan", "atMost", "lessThan"]);
export type Comparison = z.infer<typeof Comparison>;

/** A comparison of one fact with a limit: the leaves of a criterion. */
export const Condition = z.discriminatedUnion("op", [
  /** A yes-or-no fact is the value. */
  z.strictObject({ op: z.literal("is"), fact: FactName, value: z.union([z.boolean(), Parameter]), ...cited }),
  /** A code is one of those listed. */
  z.strictObject({
    op: z.literal("in"),
    fact: FactName,
    value: z.union([z.array(z.string()).min(1).readonly(), Parameter]),
    ...cited,
  }),
  /** A set of codes has at least one of those listed. */
  z.strictObject({
    op: z.literal("hasAny"),
    fact: FactName,
    value: z.union([z.array(z.string()).min(1).readonly(), Parameter]),
    ...cited,
  }),
  /** A number or a date compares with the limit. */
  z.strictObject({ op: Comparison, fact: FactName, value: z.union([z.number(), CalendarDate, Parameter]), ...cited }),
]);
export type Condition = z.infer<typeof Condition>;

/**
 * A criterion: conditions on facts, joined by all, any and not, or a reference to another rule by id. It is data: what it says can be
 * evaluated, explained, stored as JSON and carried to other languages.
 */
export type Criterion =
  | { readonly op: "all" | "any"; readonly of: readonly Criterion[] }
  | { readonly op: "not"; readonly of: Criterion }
  | { readonly op: "rule"; readonly rule: string }
  | Condition;

/**
 * Checks a criterion that comes as JSON; one that is too large (`criterion-too-large`) before its parts are read. What its facts and
 * limits mean is checked by {@link criterionProblems}.
 */
export const Criterion: z.ZodType<Criterion> = z.preprocess(
  (candidate, context) => {
    const problem = tooLarge(candidate);
    if (problem !== undefined)
      context.addIssue({ code: "custom", message: problem.message, params: { code: problem.code } });
    return candidate;
  },
  z.lazy(() =>
    z.union([
      z.strictObject({ op: z.enum(["all", "any"]), of: z.array(Criterion).min(1) }),
      z.strictObject({ op: z.literal("not"), of: Criterion }),
      z.strictObject({ op: z.literal("rule"), rule: ruleId }),
      Condition,
    ]),
  ),
);
