import { CalendarDate } from "@finsam/model";
import * as z from "zod";

/** A value as a JSON document: two spaces a level and a line break at the end. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The JSON schema (2020-12) of a document, with its title, and with a name for each of those parts that would be written several times. */
export function documentSchema(
  title: string,
  document: z.ZodType,
  parts: Readonly<Record<string, z.ZodType>>,
): z.core.JSONSchema.BaseSchema {
  const named = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(parts)) named.add(schema, { id });
  const schema = z.toJSONSchema(document, {
    metadata: named,
    override: ({ zodSchema, jsonSchema }) => {
      // The rule that the day exists cannot be said in JSON schema, the form can.
      if (zodSchema === CalendarDate) jsonSchema.pattern = "^\\d{4}-\\d{2}-\\d{2}$";
    },
  });
  return { title, ...schema };
}
