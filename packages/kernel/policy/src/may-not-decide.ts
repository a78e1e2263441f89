import { FactName } from "@finsam/criteria";
import { Citation, Text } from "@finsam/model";
import * as z from "zod";

/**
 * Facts that no rule of the profile may depend on, why, and in which text it stands: places are given by need, and not by the kind of
 * income support or by who refers (local collaboration group Järva, 2023-02-13). `analyseProfile` finds every rule that does.
 */
export const MayNotDecide = z.strictObject({
  facts: z.array(FactName).min(1).readonly(),
  reason: Text,
  citation: Citation,
});
export type MayNotDecide = z.infer<typeof MayNotDecide>;
