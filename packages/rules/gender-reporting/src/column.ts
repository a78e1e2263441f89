import { sexes } from "@finsam/model";
import * as z from "zod";

/** The sexes that somebody can be stated with. */
export const statedSexes = ["woman", "man", "other"] as const;

/**
 * The columns in which persons are no more than their participations. Who is stated with different sexes is of unknown sex, so of those
 * there may be more.
 */
export const columnsOfPersons = [...statedSexes, "total"] as const;

/** The columns of every table, in their order: the four sexes and their total. */
export const columns = [...sexes, "total"] as const;

/** One of the {@link columns}. */
export const Column = z.enum(columns);
export type Column = z.infer<typeof Column>;
