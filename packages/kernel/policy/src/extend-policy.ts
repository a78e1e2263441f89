import { Criterion } from "@finsam/criteria";
import { Citation, CodeList, Language, Source, Text } from "@finsam/model";
import * as z from "zod";
import { timelineOf } from "./dated.ts";
import { ExitReasonResult } from "./exit-results.ts";
import { FundingPolicy } from "./funding-policy.ts";
import { InterventionCatalogue } from "./intervention.ts";
import { MeasuringPolicy } from "./measuring-policy.ts";
import { ParameterValue, type Profile, type ReadProfile, readProfile } from "./profile.ts";
import { RegisterLayout } from "./register-layout.ts";
import { ReportLayout } from "./report-layout.ts";

/**
 * What an association decides otherwise than the policy it builds on, and on what grounds. What is named here takes the place of the
 * same in the base, with all its versions; the rest is the base's.
 */
export const PolicyOverlay = z.strictObject({
  $schema: z.string().optional(),
  /** The id of the profile that this changes. */
  extends: z.string().min(1),
  id: z.string().min(1),
  version: z.string().min(1),
  /** Who decided: a board, an office, a role. Not a person's name. */
  author: z.string().min(1),
  reason: Text,
  /** The text that the decision stands in. */
  citation: Citation,
  name: Text.optional(),
  language: Language.optional(),
  sources: z.record(z.string().min(1), Source).optional(),
  parameters: z
    .record(z.string(), z.strictObject({ title: Text.optional(), versions: timelineOf(ParameterValue) }))
    .optional(),
  rules: z.record(z.string(), z.strictObject({ title: Text.optional(), versions: timelineOf(Criterion) })).optional(),
  codeLists: z.record(z.string(), CodeList).optional(),
  exitResults: z.record(z.string(), ExitReasonResult).optional(),
  register: RegisterLayout.optional(),
  report: timelineOf(ReportLayout).optional(),
  catalogue: InterventionCatalogue.optional(),
  measuring: MeasuringPolicy.optional(),
  funding: FundingPolicy.optional(),
});
export type PolicyOverlay = z.infer<typeof PolicyOverlay>;

/**
 * A profile with an overlay on it. Who decided, why and from which text is recorded in `overlays` of the result. All problems are listed:
 * those of any profile, and every value that crosses a limit the base has set (`limit-crossed`).
 *
 * @example
 * ```ts
 * import { extendPolicy } from "@finsam/policy";
 * import { stockholm } from "@finsam/stockholm";
 * const decision = { status: "attested", citation: { source: "board-2026" } } as const;
 * const extended = extendPolicy(stockholm, {
 *   extends: "stockholm", id: "storkommun", version: "1", author: "Board of Storkommun",
 *   reason: { sv: "Lokalt beslut", en: "Local decision" }, citation: { source: "board-2026" },
 *   sources: { "board-2026": { title: { sv: "Styrelsebeslut", en: "Board decision" } } },
 *   parameters: { "lowest-age": { versions: [{ value: 18, validFrom: "2018-04-12", ...decision }] } },
 * });
 * extended.ok && extended.profile.parameters["lowest-age"]?.versions[0]?.value; // => 18
 * ```
 */
export function extendPolicy(base: Profile, overlay: PolicyOverlay): ReadProfile {
  const { extends: extended, author, reason, citation, parameters = {}, rules = {}, ...rest } = overlay;
  const read = readProfile({
    ...base,
    ...withoutUndefined(rest),
    sources: { ...base.sources, ...overlay.sources },
    parameters: { ...base.parameters, ...over(base.parameters, parameters) },
    rules: { ...base.rules, ...over(base.rules, rules) },
    codeLists: { ...base.codeLists, ...overlay.codeLists },
    exitResults: overlay.exitResults ?? base.exitResults,
    overlays: [...(base.overlays ?? []), { id: overlay.id, version: overlay.version, author, reason, citation }],
  });
  if (base.id === extended) return read;
  const message = `the overlay changes "${extended}", not "${base.id}"`;
  return { ok: false, problems: [{ code: "wrong-base", path: "extends", message }, ...(read.ok ? [] : read.problems)] };
}

/** Entries of an overlay over those of the base: what is not said again, such as a title or a limit, stays. */
const over = <Entry extends object>(base: Readonly<Record<string, Entry>>, overlay: Readonly<Record<string, object>>) =>
  Object.fromEntries(
    Object.entries(overlay).map(([name, entry]) => [
      name,
      { ...(Object.hasOwn(base, name) ? base[name] : {}), ...withoutUndefined(entry) },
    ]),
  );

const withoutUndefined = <Entry extends object>(entry: Entry) =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
