import { sexes } from "@finsam/model";
import * as z from "zod";

/** The columns of every table, in their order: the four sexes and their total. */
export const columns = [...sexes, "total"] as const;

/** One of the {@link columns}. */
export const Column = z.enum(columns);
export type Column = z.infer<typeof Column>;
