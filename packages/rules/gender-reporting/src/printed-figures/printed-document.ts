import * as z from "zod";
import { PrintedFigure } from "./printed-figure.ts";

const Name = z.string().min(1);

/**
 * A printed line that a link points to, by its section, table and category; without a category it is the line of the whole table.
 *
 * @example
 * ```ts
 * import { LineReference } from "@finsam/gender-reporting";
 *
 * LineReference.safeParse({ section: "overview", table: "ended" }).success; // => true
 * ```
 */
export const LineReference = z.strictObject({ section: Name, table: Name, category: Name.optional() });

/** A printed line that a link points to, as the schema of the same name describes it. */
export type LineReference = Readonly<z.infer<typeof LineReference>>;

/**
 * What ties printed lines of different tables to each other, column by column: `same` lines count the same people or cases, a `part` is
 * counted in the line it is part of, and the parts of a `sum` make up the line they are parts of, each counted once.
 *
 * @example
 * ```ts
 * import { PrintedLink } from "@finsam/gender-reporting";
 *
 * const [overview, team] = [{ section: "overview", table: "ended" }, { section: "team", table: "ended" }];
 * PrintedLink.safeParse({ kind: "part", part: team, of: overview }).success; // => true
 * PrintedLink.safeParse({ kind: "same", lines: [team] }).success; // => false
 * ```
 */
export const PrintedLink = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("same"), lines: z.array(LineReference).min(2) }),
  z.strictObject({ kind: z.literal("part"), part: LineReference, of: LineReference }),
  z.strictObject({ kind: z.literal("sum"), parts: z.array(LineReference).min(1), of: LineReference }),
]);

/** What ties printed lines to each other, as the schema of the same name describes it. */
export type PrintedLink = Readonly<z.infer<typeof PrintedLink>>;

/**
 * The figures of a whole printed document, unrepaired, and what ties its tables together. Besides the links that are stated, names say
 * two things within a section: a table `started-by-age` without a line of its own for all has `started` as its whole, unless percentages are
 * printed in it; and where it has such a line, that line and the one of `started` count the same. A stated link between the two lines goes first.
 *
 * @example
 * ```ts
 * import { PrintedDocument } from "@finsam/gender-reporting";
 *
 * const figures = [{ section: "overview", table: "ended", category: "all", women: 166, men: 200, total: 366 }];
 * PrintedDocument.safeParse({ format: "finsam-printed-figures/1", figures }).success; // => true
 * ```
 */
export const PrintedDocument = z.strictObject({
  format: z.literal("finsam-printed-figures/1"),
  title: Name.optional(),
  figures: z.array(PrintedFigure),
  links: z.array(PrintedLink).optional(),
});

/** The figures of a whole printed document, as the schema of the same name describes it. */
export type PrintedDocument = Readonly<z.infer<typeof PrintedDocument>>;
