import type * as z from "zod";

type Parts = readonly { readonly id: string }[];

/** Refuses every part whose id stands earlier in its list; the lists by the field that they stand in. */
export function eachIdOnce(lists: Readonly<Record<string, Parts | undefined>>, context: z.RefinementCtx): void {
  for (const [field, parts = []] of Object.entries(lists))
    for (const [index, { id }] of parts.entries())
      if (parts.findIndex((part) => part.id === id) < index)
        context.addIssue({
          code: "custom",
          path: [field, index, "id"],
          message: `"${id}" stands twice; give each its own id`,
        });
}
