import type { Figure } from "../figure.ts";
import { mediansInTurns } from "../medians.ts";
import { people } from "../people.ts";
import type { Engine, Said } from "./engine.ts";
import { explained, explainedInBatches, explainedOnDemand, plain } from "./finsam.ts";
import { jsonLogicWithAge, jsonLogicWithBirthDates } from "./json-logic-engine.ts";
import { jsonRulesEngine } from "./json-rules-engine.ts";
import { publicodes } from "./publicodes.ts";
import { ucast } from "./ucast.ts";
import { wrongPeople } from "./wrong-people.ts";
import { zod } from "./zod.ts";

/** The engines that say why, after our own: the target group and SIG 0 for one person. */
export const benchExplained = () =>
  benchBeside([explainedInBatches, explainedOnDemand, explained, jsonRulesEngine, publicodes, zod]);

/** The engines that only say whether, after our own. */
export const benchPlain = () => benchBeside([plain, jsonLogicWithAge, jsonLogicWithBirthDates, ucast]);

// They come in batches, as rows come from a store, so that writing down verdicts costs little beside giving them.
const batch = 1_000;

async function benchBeside(engines: readonly Engine[]): Promise<readonly Figure[]> {
  const everybody = people(1_000_000);
  const said: Said = { targetGroup: Array(batch), sig0: Array(batch), reasons: 0 };
  const checked = await Promise.all(
    engines.map(async (engine) => ({
      what: engine.name,
      count: engine.timedWith,
      wrong: (await wrongPeople(engine, everybody.slice(0, 10_000))).length,
      work: async () => {
        for (let at = 0; at < engine.timedWith; at += batch) await engine.judge(everybody.slice(at, at + batch), said);
      },
    })),
  );
  const timed = await mediansInTurns(5, checked);
  const [reference = Number.NaN] = timed.map(({ milliseconds, count }) => milliseconds / count);
  return timed.map(({ what, count, wrong, milliseconds }) => ({
    what,
    count,
    wrong,
    milliseconds,
    ratio: milliseconds / count / reference,
  }));
}
