import type {
  CostBySex,
  DifferenceOverYears,
  Division,
  GoalResult,
  Report,
  ReportDifferences,
  StandardisedDifference,
} from "@finsam/gender-reporting";

/**
 * What a page says of a report besides its tables. All of it is worked out from published figures by the functions of
 * `@finsam/gender-reporting`; what is left out is not on the page.
 */
export interface PageFindings {
  /** `differencesOf`. */
  readonly differences?: ReportDifferences;
  /** `resultsWithinInterventions` and `resultsWithin`: is a difference one of the mix? */
  readonly within?: Readonly<Partial<Record<"intervention" | Division, StandardisedDifference>>>;
  /** `goalsOf`. */
  readonly goals?: readonly GoalResult[];
  /** `costsOf`. */
  readonly costs?: readonly CostBySex[];
  /** The report of an earlier period, to compare with. */
  readonly earlier?: Report;
  /** `differencesOverYears` of both reports. */
  readonly overYears?: DifferenceOverYears;
}
