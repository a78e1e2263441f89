import { CalendarDate, Citation, SourceStatus } from "@finsam/model";
import * as z from "zod";

/**
 * What holds for every version and every code of a profile that does not say otherwise: from which day a version is valid, how sure it is,
 * and where it stands. It is written once in the document, and everywhere in the profile that is read from it.
 */
export const UnlessStated = z.strictObject({
  validFrom: CalendarDate.optional(),
  status: SourceStatus.optional(),
  citation: Citation.optional(),
});
export type UnlessStated = z.infer<typeof UnlessStated>;

const partsOfVersion = ["value", "validFrom", "validTo", "status", "citation"];

/**
 * A profile document with what it states once filled in wherever it is left out: in versions, and the mark in codes. A document that states
 * nothing once, or not as it should, comes back as it is.
 */
export function withWhatIsUnlessStated(json: unknown): unknown {
  const read = z.looseObject({ unlessStated: UnlessStated }).safeParse(json);
  if (!read.success) return json;
  const { unlessStated } = read.data;
  const filled = (part: unknown): unknown => {
    if (Array.isArray(part))
      return part.map((one) => (isVersion(one) ? { ...unlessStated, ...filledIn(one) } : filled(one)));
    return isObject(part) ? filledIn(part) : part;
  };
  const filledIn = (part: object): object =>
    Object.fromEntries(Object.entries(part).map(([key, value]) => [key, filled(value)]));
  const document = filledIn(read.data);
  return {
    ...document,
    codeLists: withStatus(Object.entries(document).find(([key]) => key === "codeLists")?.[1], unlessStated),
  };
}

/** Something with a value, and nothing that a version has not: no condition of a criterion. */
const isVersion = (part: unknown): part is object =>
  isObject(part) && "value" in part && Object.keys(part).every((key) => partsOfVersion.includes(key));

function withStatus(codeLists: unknown, { status }: UnlessStated): unknown {
  if (!isObject(codeLists) || status === undefined) return codeLists;
  const marked = (code: unknown): unknown => (isObject(code) ? { status, ...code } : code);
  return Object.fromEntries(
    Object.entries(codeLists).map(([name, list]) => {
      const codes: unknown = isObject(list) && "codes" in list ? list.codes : undefined;
      return [name, Array.isArray(codes) ? { ...list, codes: codes.map(marked) } : list];
    }),
  );
}

const isObject = (part: unknown): part is object => typeof part === "object" && part !== null && !Array.isArray(part);

/** In the JSON schema of profiles, what `unlessStated` may fill in need not be stated. */
export function withoutRequiringUnlessStated(schema: z.core.JSONSchema.BaseSchema): void {
  const properties = Object.keys(schema.properties ?? {});
  const isVersionSchema =
    partsOfVersion.every((part) => properties.includes(part)) && properties.length === partsOfVersion.length;
  const isCodeSchema = ["legacyCodes", "label", "status"].every((part) => properties.includes(part));
  const optional = isVersionSchema ? ["validFrom", "status", "citation"] : isCodeSchema ? ["status"] : [];
  if (optional.length > 0) schema.required = (schema.required ?? []).filter((part) => !optional.includes(part));
}
