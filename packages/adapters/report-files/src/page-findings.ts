import type { Report } from "@finsam/gender-reporting";
import type { ReportFindings } from "./findings-json.ts";

/**
 * What a page says of a report besides its tables. All of it is worked out from published figures by the functions of
 * `@finsam/gender-reporting`; what is left out is not on the page.
 */
export interface PageFindings extends ReportFindings {
  /** The report of an earlier period, to compare with. */
  readonly earlier?: Report;
}
