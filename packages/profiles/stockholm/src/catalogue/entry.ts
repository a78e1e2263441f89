import type { SourceStatus, Text } from "@finsam/model";
import { addDays, type CalendarDate, type Citation } from "@finsam/model";
import type { Dated, Intervention, InterventionDescription } from "@finsam/policy";
import { intoJarva } from "./into-jarva.ts";
import type { organisations } from "./organisations.ts";

type Organisation = keyof typeof organisations;

/** A description with organisations that the catalogue has. */
type Description = Omit<InterventionDescription, "owner" | "partners"> & {
  readonly owner?: Organisation;
  readonly partners?: readonly Organisation[];
};

type Version = Dated<InterventionDescription>;

/** A text in Swedish and in English. */
export const text = (sv: string, en: string): Text => ({ sv, en });

/** One description for a run of days. */
export const version = (
  status: SourceStatus,
  citation: Citation,
  validFrom: CalendarDate,
  validTo: CalendarDate | undefined,
  value: Description,
): Version => ({ value, validFrom, ...(validTo === undefined ? {} : { validTo }), status, citation });

/**
 * A description that a source attests up to a last day, and that is carried on unverified, since no end is known. What was expected of
 * its years and what they cost belong to those years, and are not carried on.
 */
export const carriedOn = (
  citation: Citation,
  validFrom: CalendarDate,
  attestedTo: CalendarDate,
  value: Description,
): readonly Version[] => [
  version("attested", citation, validFrom, attestedTo, value),
  version("unverified", citation, addDays(attestedTo, 1), undefined, inOtherYears(value)),
];

/** A description without what a source says of its own years only: what was expected, and what it cost. */
export const inOtherYears = ({ expectedResults: _, budget: __, ...lasting }: Description): Description => lasting;

/** An entry of the catalogue. */
export const entry = (
  id: string,
  name: Text,
  kind: Intervention["kind"],
  participants: Intervention["participants"],
  versions: readonly Version[],
  more: Pick<Intervention, "aliases" | "partOf"> = {},
): Intervention => ({ id, name, kind, participants, ...more, versions: versions.flatMap(intoJarva) });
