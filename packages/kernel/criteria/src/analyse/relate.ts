import type { Facts } from "@finsam/model";
import type { Criterion } from "../criterion.ts";
import { all, any, not } from "../join-criteria.ts";
import type { Setting } from "../known-fact.ts";
import { everybody } from "./parts.ts";
import { spaceOf } from "./space.ts";

/** How two criteria lie to each other: someone in each of the four fields, `undefined` where nobody can be. */
export interface Relation {
  /** Meets both. When nobody does, the two are disjoint. */
  readonly both: Facts | undefined;
  /** Meets the first and not the second. When nobody does, the first implies the second. */
  readonly onlyFirst: Facts | undefined;
  /** Meets the second and not the first. When nobody does here either, the two mean the same. */
  readonly onlySecond: Facts | undefined;
  /** Meets neither. When nobody does, the two leave no gap. */
  readonly neither: Facts | undefined;
}

/**
 * Tells how two criteria lie to each other, with a person for each field.
 *
 * @throws TypeError as `evaluate` does; CriterionTooLarge or AnalysisTooLarge when the criteria are too large.
 * @example
 * ```ts
 * import { conditions } from "@finsam/criteria";
 * import { relate } from "@finsam/criteria/analyse";
 * const vocabulary = { months: { type: "number", label: { sv: "månader", en: "months" } } } as const;
 * const { months } = conditions(vocabulary);
 * const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;
 * relate(months.moreThan(12), months.atLeast(10), setting);
 * // => { both: { months: 13 }, onlyFirst: undefined, onlySecond: { months: 10 }, neither: { months: 9 } }
 * ```
 */
export function relate(first: Criterion, second: Criterion, setting: Setting): Relation {
  const space = spaceOf([first, second], setting);
  const find = (criterion: Criterion): Facts | undefined => space.personIn(space.diagramOf(criterion));
  return {
    both: find(all(first, second)),
    onlyFirst: find(all(first, not(second))),
    onlySecond: find(all(second, not(first))),
    neither: find(not(any(first, second))),
  };
}

/** What keeps several criteria from dividing people between them. */
export interface Division {
  /** Every two criteria that somebody meets both of. */
  readonly overlaps: readonly { readonly between: readonly [string, string]; readonly person: Facts }[];
  /** Someone who meets none of them. */
  readonly gap: Facts | undefined;
  /** The criteria that nobody meets. */
  readonly empty: readonly string[];
}

/**
 * Tells whether several named criteria divide people between them, each person to one of them, or where they overlap and leave a gap.
 *
 * @param within Only people who meet this are looked at: everybody, when left out.
 * @throws TypeError as `evaluate` does; CriterionTooLarge or AnalysisTooLarge when the criteria are too large.
 * @example
 * ```ts
 * import { conditions } from "@finsam/criteria";
 * import { division } from "@finsam/criteria/analyse";
 * const vocabulary = { years: { type: "number", label: { sv: "år", en: "years" } } } as const;
 * const { years } = conditions(vocabulary);
 * const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;
 * division({ short: years.atMost(2), long: years.atLeast(2) }, setting);
 * // => { overlaps: [{ between: ["short", "long"], person: { years: 2 } }], gap: undefined, empty: [] }
 * ```
 */
export function division(
  criteria: Readonly<Record<string, Criterion>>,
  setting: Setting,
  within: Criterion = everybody,
): Division {
  const named = Object.entries(criteria);
  const space = spaceOf([within, ...named.map(([, criterion]) => criterion)], setting);
  const find = (...of: readonly Criterion[]): Facts | undefined => space.personIn(space.diagramOf(all(within, ...of)));
  return {
    overlaps: named.flatMap(([name, criterion], index) =>
      named.slice(index + 1).flatMap(([other, second]) => {
        const person = find(criterion, second);
        return person === undefined ? [] : [{ between: [name, other] as const, person }];
      }),
    ),
    gap: find(not({ op: "any", of: named.map(([, criterion]) => criterion) })),
    empty: named.filter(([, criterion]) => find(criterion) === undefined).map(([name]) => name),
  };
}
