import { type CodeId, type CodeList, calendarYear, type Text } from "@finsam/model";
import { at, type Profile } from "@finsam/policy";
import { countsPersons, type Dimension, type Population, type TableSpec } from "./table-spec.ts";
import { reportDivisions } from "./told-together.ts";

/** What else to count for a report. */
export interface ReportTablesOptions {
  /** Tables of their own for each intervention as well: inflow, referrers, exit reasons, results. */
  readonly sections?: boolean;
  /** Tables of persons as well. They are counted from a register alone: counts that are added up do not tell who stands in several. */
  readonly persons?: boolean;
}

/**
 * The tables of the yearly report of an association, as data: what a store has to count. Ages are taken on the first day of the
 * participation; everything is decided by the policy that is valid on the last day of the year. Tables of an intervention stand after
 * those of the whole, and have its id in theirs.
 *
 * @throws NoVersionCovers when the profile has no report layout, or no rule for 29 February, for that day.
 * @example
 * ```ts
 * import { reportTables } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * reportTables(stockholm, 2021)[0]?.id; // => "participants"
 * reportTables(stockholm, 2021, { sections: true }).some(({ id }) => id === "started-in-mia-vidare"); // => true
 * ```
 */
export function reportTables(
  profile: Profile,
  year: number,
  { sections = false, persons = false }: ReportTablesOptions = {},
): readonly TableSpec[] {
  const whole = wholeTables(profile, year).filter((spec) => persons || !countsPersons(spec));
  if (!sections) return whole;
  return [
    ...whole,
    ...sectionsOf(profile).flatMap((intervention) =>
      whole
        .filter(({ id }) => inSections.has(id))
        .map((spec) => ({ ...spec, id: sectionTableId(spec.id, intervention), where: { intervention } })),
    ),
  ];
}

/** The interventions that have a section of their own, in the order of their list. */
export const sectionsOf = (profile: Profile): readonly CodeId[] =>
  profile.codeLists.interventions.codes.map(({ id }) => id);

const sectionTableId = (id: CodeId, intervention: CodeId): CodeId => `${id}-in-${intervention}`;

const inSections: ReadonlySet<string> = new Set([
  "participants",
  "persons",
  "carried-over",
  "started",
  "ended",
  "ended-by-exit-reason",
  "ended-by-result",
  "participants-by-referrer",
]);

function wholeTables(profile: Profile, year: number): readonly TableSpec[] {
  const period = calendarYear(year);
  const leapDayBirthday = at(profile.leapDayBirthday, period.to, "leapDayBirthday").value;
  const { referrers, education, support, exitReasons, exitResults, ageBands, supportYearsBands } = reportDivisions(
    profile,
    period.to,
  );
  const reasons = Object.entries(exitResults);
  const excluded = reasons.filter(([, result]) => result === "excluded").map(([id]) => id);
  const without = reasons.filter(([, result]) => result === "not-a-participation").map(([id]) => id);

  const table = (id: string, population: Population, dimension: Dimension, title: Text): TableSpec => ({
    id,
    title,
    population,
    period,
    dimension,
    without,
  });
  const ageAtStart = { by: "ageAtStart", bands: ageBands, leapDayBirthday } as const;
  const within = [
    {
      id: "age",
      dimension: ageAtStart,
      title: { sv: "Avslutade efter resultat och ålder vid start", en: "Ended, by result and age at the start" },
    },
    ...(education === undefined
      ? []
      : [
          {
            id: "education",
            dimension: { by: "education", list: education } as const,
            title: { sv: "Avslutade efter resultat och utbildning", en: "Ended, by result and education" },
          },
        ]),
    ...(referrers === undefined
      ? []
      : [
          {
            id: "referrer",
            dimension: { by: "referrer", list: referrers } as const,
            title: { sv: "Avslutade efter resultat och remittent", en: "Ended, by result and referrer" },
          },
        ]),
  ];
  const byList = (list: CodeList | undefined, make: (list: CodeList) => TableSpec): readonly TableSpec[] =>
    list === undefined ? [] : [make(list)];

  return [
    table(
      "participants",
      "participants",
      { by: "nothing" },
      { sv: "Deltaganden under året", en: "Participations during the year" },
    ),
    table("persons", "participants", { by: "persons" }, { sv: "Personer under året", en: "People during the year" }),
    table(
      "participants-by-follow-up",
      "participants",
      { by: "followUp" },
      { sv: "Deltaganden som följs och inte följs upp", en: "Participations followed up and not followed up" },
    ),
    table(
      "carried-over",
      "carried-over",
      { by: "nothing" },
      { sv: "Pågående från tidigare år", en: "Carried over from earlier years" },
    ),
    table("started", "started", { by: "nothing" }, { sv: "Påbörjade deltaganden", en: "Participations started" }),
    table("ended", "ended", { by: "nothing" }, { sv: "Avslutade deltaganden", en: "Participations ended" }),
    table(
      "ended-by-exit-reason",
      "ended",
      { by: "exitReason", list: exitReasons, excluded: [...excluded, ...without] },
      { sv: "Avslutade efter avslutsorsak", en: "Ended, by exit reason" },
    ),
    table(
      "ended-by-result",
      "ended",
      { by: "exitResult", results: exitResults },
      { sv: "Avslutade efter resultat", en: "Ended, by result" },
    ),
    ...within.map(({ id, title, dimension }) =>
      table(
        `ended-by-result-and-${id}`,
        "ended",
        { by: "exitResultWithin", results: exitResults, within: dimension },
        title,
      ),
    ),
    table("started-by-age", "started", ageAtStart, {
      sv: "Påbörjade efter ålder vid start",
      en: "Started, by age at the start",
    }),
    ...byList(education, (list) =>
      table(
        "started-by-education",
        "started",
        { by: "education", list },
        { sv: "Påbörjade efter högsta utbildning", en: "Started, by highest education" },
      ),
    ),
    ...byList(support, (list) =>
      table(
        "started-by-support",
        "started",
        { by: "supportAtStart", list },
        { sv: "Påbörjade efter försörjning vid start", en: "Started, by income support at the start" },
      ),
    ),
    ...(supportYearsBands === undefined
      ? []
      : [
          table(
            "started-by-years-of-support",
            "started",
            { by: "supportYearsAtStart", bands: supportYearsBands },
            { sv: "Påbörjade efter tid i offentlig försörjning", en: "Started, by time in public support" },
          ),
        ]),
    table(
      "participants-by-intervention",
      "participants",
      { by: "intervention", list: profile.codeLists.interventions },
      { sv: "Deltaganden efter insats", en: "Participations by intervention" },
    ),
    ...byList(referrers, (list) =>
      table(
        "participants-by-referrer",
        "participants",
        { by: "referrer", list },
        { sv: "Deltaganden efter remittent", en: "Participations by referrer" },
      ),
    ),
    table(
      "not-started",
      "not-started",
      { by: "nothing" },
      { sv: "Deltaganden i registret som inte har börjat", en: "Participations in the register that have not started" },
    ),
  ];
}
