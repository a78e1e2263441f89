import {
  type CellShares,
  type Column,
  columns,
  type PublishedCounts,
  type Report,
  type Row,
  type Share,
  type Table,
  wholePercent,
} from "@finsam/gender-reporting";
import type { Text } from "@finsam/model";

type Count = number | null;

/** Women and men, and where they matter other and unknown; the total is their sum, and withheld where one of them is. */
type Counts = readonly [woman: Count, man: Count, other?: Count, unknown?: Count];

const text = (sv: string, en: string): Text => ({ sv, en });
const nobody: Counts = [0, 0];
const isUnanswered = (category: string): boolean => category === "unknown" || category === "undetermined";

function published([woman, man, other = 0, unknown = 0]: Counts, total?: Count): PublishedCounts {
  const sum =
    woman === null || man === null || other === null || unknown === null ? null : woman + man + other + unknown;
  return { woman, man, other, unknown, total: total === undefined ? sum : total };
}

const share = (numerator: Count, denominator: Count): Share | null =>
  numerator === null || denominator === null || denominator === 0
    ? null
    : { numerator, denominator, percent: wholePercent(numerator, denominator) };

/** A row with its shares: its id, its label, its counts and, where sexes are withheld, its total. */
type FixtureRow = readonly [
  category: string,
  label: Text,
  counts: Counts,
  total?: Count | undefined,
  madeOf?: readonly string[],
];

/** A table as `buildReport` would publish it. */
function fixtureTable(
  id: string,
  title: Text,
  [population, label, base]: readonly [Table["base"]["population"], Text, Counts],
  rows: readonly FixtureRow[],
  more: {
    readonly notFollowed?: Counts;
    readonly excluded?: Counts;
    readonly multiple?: boolean;
    readonly unit?: Table["base"]["unit"];
  } = {},
): Table {
  const baseCounts = published(base);
  const unanswered = rows
    .filter(([category]) => isUnanswered(category))
    .map(([, , counts, total]) => published(counts, total));
  const known = (column: Column): Count =>
    unanswered.reduce<Count>((left, of) => {
      const count = of[column];
      return left === null || count === null ? null : left - count;
    }, baseCounts[column]);
  const knownCounts: PublishedCounts = {
    woman: known("woman"),
    man: known("man"),
    other: known("other"),
    unknown: known("unknown"),
    total: known("total"),
  };
  return {
    id,
    title,
    period: { from: "2021-01-01", to: "2021-12-31" },
    readOn: null,
    policy: { profile: "stockholm", version: "fixture", on: "2021-12-31" },
    base: {
      population,
      unit: more.unit ?? "participations",
      label,
      counts: baseCounts,
      known: knownCounts,
      notFollowed: published(more.notFollowed ?? nobody),
      excluded: published(more.excluded ?? nobody),
    },
    multiple: more.multiple ?? false,
    rows: rows.map(([category, rowLabel, counts, total, madeOf]): Row => {
      const of = published(counts, total);
      const cell = (column: Column): CellShares => ({
        ...(of[column] === null ? { withheld: true as const } : {}),
        ofBase: share(of[column], baseCounts[column]),
        ofKnown: isUnanswered(category) ? null : share(of[column], knownCounts[column]),
        sexDistribution: column === "total" ? null : share(of[column], of.total),
      });
      const [woman, man, other, unknown, all] = columns.map(cell);
      if (!woman || !man || !other || !unknown || !all) throw new Error("five columns");
      const made = madeOf === undefined ? {} : { madeOf: [...madeOf] };
      return { category, label: rowLabel, ...made, counts: of, shares: { woman, man, other, unknown, total: all } };
    }),
  };
}

const all = text("Alla", "All");
const notStated = text("Uppgift saknas", "Not stated");
const period = "2021-01-01 – 2021-12-31";
const wentOn = text(`Deltaganden som pågick någon dag ${period}`, `Participations that went on some day ${period}`);
const peopleWent = text(
  `Personer med ett eller flera deltaganden som pågick någon dag ${period} och följs upp`,
  `People with one or more participations that went on some day ${period} and are followed up`,
);
const began = text(`Deltaganden som började ${period}`, `Participations that started ${period}`);
const ended = text(`Deltaganden som slutade ${period}`, `Participations that ended ${period}`);
const followed = ({ sv, en }: Text): Text => text(`${sv} och följs upp`, `${en} and are followed up`);

/** How the participations of 2021 ended, as published. */
const exitReasons: readonly FixtureRow[] = [
  [
    "work-studies-or-active-job-search",
    text(
      "Utskrivning till aktivt arbetssökande och/eller arbete och studier",
      "Discharged to active job search, work or studies",
    ),
    [60, 108],
  ],
  [
    "continued-rehabilitation",
    text("Utskrivning till fortsatt rehabilitering", "Discharged to continued rehabilitation"),
    [43, 44],
  ],
  ["illness", text("Utskrivning på grund av sjukdom", "Discharged because of illness"), [43, 23]],
  ["moved", text("Byte av bostadsort", "Moved to another place"), [6, 7]],
  [
    "not-relevant-for-members",
    text(
      "Inte aktuell för fortsatta insatser hos någon medlem",
      "Not relevant for further interventions of any member",
    ),
    [5, 6],
  ],
  ["interrupted-by-participant", text("Avbruten på deltagarens initiativ", "Broken off by the participant"), [5, 7]],
  ["other", text("Annan orsak", "Other reason"), [4, 5]],
  ["unknown", notStated, nobody],
];

/** The two reasons with the smallest counts withheld by sex: what a threshold of five makes of the table. */
const exitReasonsWithheld: readonly FixtureRow[] = exitReasons.map(([category, label, counts]) => {
  if (category === "other") return [category, label, [null, null], 9];
  if (category === "interrupted-by-participant") return [category, label, [null, null], 12];
  return [category, label, counts];
});

const tables = (reasons: readonly FixtureRow[]): Table[] => [
  fixtureTable(
    "participants",
    text("Deltaganden under året", "Participations during the year"),
    ["participants", wentOn, [480, 493]],
    [["all", all, [480, 493]]],
  ),
  fixtureTable(
    "participants-by-follow-up",
    text("Deltaganden som följs och inte följs upp", "Participations followed up and not followed up"),
    ["participants", wentOn, [480, 493]],
    [
      ["followed", text("Följs upp", "Followed up"), [436, 436]],
      ["not-followed", text("Följs inte upp, samtycke saknas", "Not followed up, no consent"), [44, 57]],
    ],
  ),
  fixtureTable(
    "started",
    text("Påbörjade deltaganden", "Participations started"),
    ["started", began, [258, 225]],
    [["all", all, [258, 225]]],
  ),
  fixtureTable(
    "ended",
    text("Avslutade deltaganden", "Participations ended"),
    ["ended", ended, [166, 200]],
    [["all", all, [166, 200]]],
  ),
  fixtureTable(
    "ended-by-exit-reason",
    text("Avslutade efter avslutsorsak", "Ended, by exit reason"),
    ["ended", followed(ended), [166, 200]],
    reasons,
  ),
  fixtureTable(
    "started-by-age",
    text("Påbörjade efter ålder vid start", "Started, by age at the start"),
    ["started", followed(began), [258, 225]],
    [
      ["under-30", text("Under 30 år", "Under 30"), [84, 56]],
      ["30-to-50", text("30–50 år", "30–50"), [113, 109]],
      ["over-50", text("Över 50 år", "Over 50"), [61, 60]],
      ["unknown", notStated, nobody],
    ],
  ),
  fixtureTable(
    "started-by-support",
    text("Påbörjade efter försörjning vid start", "Started, by income support at the start"),
    ["started", followed(began), [258, 225]],
    [
      [
        "sickness-or-rehabilitation-benefit",
        text("Sjuk- eller rehabiliteringspenning", "Sickness or rehabilitation benefit"),
        [100, 93],
      ],
      ["social-assistance", text("Försörjningsstöd", "Social assistance"), [83, 62]],
      ["unemployment-insurance", text("A-kassa", "Unemployment insurance"), nobody],
      ["student-aid", text("Studiestöd", "Student aid"), nobody],
      ["none", text("Ingen offentlig försörjning", "No public support"), [64, 62]],
    ],
    { multiple: true },
  ),
  fixtureTable(
    "participants-by-referrer",
    text("Deltaganden efter remittent", "Participations by referrer"),
    ["participants", followed(wentOn), [436, 436]],
    [
      ["social-insurance-agency", text("Försäkringskassan", "Social insurance agency"), [148, 108]],
      ["employment-service", text("Arbetsförmedlingen", "Employment service"), [36, 45]],
      ["health-care", text("Hälso- och sjukvården", "Health care"), [63, 76]],
      [
        "social-services",
        text("Socialtjänst, stadsdelsförvaltning", "Social services, district administration"),
        [95, 102],
      ],
      ["job-centre-city", text("Jobbtorg Stockholm", "City job centre"), [53, 62]],
      ["other", text("Annan", "Other"), [41, 43]],
    ],
    { notFollowed: [44, 57] },
  ),
];

const report = (more: Pick<Report, "threshold" | "tables"> & Partial<Report>): Report => ({
  format: "finsam-report/2",
  association: {
    id: "stockholm",
    name: text("Samordningsförbundet Stockholms stad", "Coordination association of the City of Stockholm"),
    policyVersion: "2025-03",
    language: "sv",
  },
  year: 2021,
  period: { from: "2021-01-01", to: "2021-12-31" },
  rounding: "half-up-to-whole-percent",
  sections: [],
  reconciliation: { checks: [], disagreements: [] },
  notes: [
    text(
      "Siffrorna räknar deltaganden: en person i en insats.",
      "The figures count participations: one person in one intervention.",
    ),
  ],
  findings: [],
  ...more,
});

/** The published margins of 2021, nothing withheld. */
export const report2021: Report = report({ threshold: 0, tables: tables(exitReasons) });

/** The same with a table of people, of whom some take part several times. */
export const withPersons: Report = report({
  threshold: 0,
  tables: [
    ...tables(exitReasons),
    fixtureTable(
      "persons",
      text("Personer under året", "People during the year"),
      ["participants", peopleWent, [425, 427]],
      [["all", all, [425, 427]]],
      { notFollowed: [44, 57], unit: "persons" },
    ),
  ],
});

/** The same with a threshold of five: four counts by sex are withheld. */
export const withheld2021: Report = report({ threshold: 5, tables: tables(exitReasonsWithheld) });

const workOrRehabilitation = text("Arbete eller rehabilitering", "Work or rehabilitation");

/** The same where the two exit reasons that count as a positive result are told together. */
export const toldTogether2021: Report = report({
  threshold: 0,
  disclosure: {
    method: "withhold",
    width: 4,
    zeros: "publish",
    otherAndUnknown: "apart",
    merges: [
      {
        dimension: "exitReason",
        into: { id: "work-or-rehabilitation", label: workOrRehabilitation },
        categories: ["work-studies-or-active-job-search", "continued-rehabilitation"],
      },
    ],
  },
  tables: tables([["work-or-rehabilitation", workOrRehabilitation, [103, 152]], ...exitReasons.slice(2)]),
});

/** Large counts of all four sexes, excluded exits, rows of which only one sex is not zero, and a finding. */
export const allSexes: Report = report({
  threshold: 0,
  tables: [
    fixtureTable(
      "participants",
      text("Deltaganden under året", "Participations during the year"),
      ["participants", wentOn, [12_480, 11_493, 12, 1_004]],
      [["all", all, [12_480, 11_493, 12, 1_004]]],
    ),
    fixtureTable(
      "ended-by-exit-reason",
      text("Avslutade efter avslutsorsak", "Ended, by exit reason"),
      ["ended", followed(ended), [8_003, 7_000, 2, 1_002]],
      [
        [
          "work-studies-or-active-job-search",
          text(
            "Utskrivning till aktivt arbetssökande och/eller arbete och studier",
            "Discharged to active job search, work or studies",
          ),
          [8_000, 7_000, 2, 1_000],
        ],
        ["illness", text("Utskrivning på grund av sjukdom", "Discharged because of illness"), [3, 0, 0, 2]],
      ],
      { notFollowed: [3_000, 2_500, 1, 12], excluded: [4, 0, 0, 0] },
    ),
  ],
  findings: [
    {
      section: "report",
      table: "ended-by-exit-reason",
      category: "illness",
      kind: "row-parts-differ-from-total",
      column: "total",
      expected: 5,
      actual: 6,
      difference: 1,
      message: text(
        "Kvinnor och män ger tillsammans 5, men totalen är tryckt som 6: 1 saknas i delarna.",
        "Women and men make 5 together, but the total is printed as 6: 1 missing from the parts.",
      ),
    },
  ],
});

/** A year in which nothing happened. */
export const emptyReport: Report = report({
  threshold: 5,
  tables: [
    fixtureTable(
      "participants",
      text("Deltaganden under året", "Participations during the year"),
      ["participants", wentOn, nobody],
      [["all", all, nobody]],
    ),
    fixtureTable(
      "started-by-age",
      text("Påbörjade efter ålder vid start", "Started, by age at the start"),
      ["started", followed(began), nobody],
      [
        ["under-30", text("Under 30 år", "Under 30"), nobody],
        ["over-50", text("Över 50 år", "Over 50"), nobody],
      ],
    ),
  ],
});

/** A year so small that all counts but zeros are withheld. */
export const whollyWithheld: Report = report({
  threshold: 5,
  tables: [
    fixtureTable(
      "participants",
      text("Deltaganden under året", "Participations during the year"),
      ["participants", wentOn, [null, null]],
      [["all", all, [null, null]]],
    ),
    fixtureTable(
      "started-by-age",
      text("Påbörjade efter ålder vid start", "Started, by age at the start"),
      ["started", followed(began), [null, null]],
      [
        ["under-30", text("Under 30 år", "Under 30"), [null, null]],
        ["over-50", text("Över 50 år", "Over 50"), [null, 0]],
        ["unknown", notStated, nobody],
      ],
    ),
  ],
});

const result = (category: string, label: Text, counts: Counts, madeOf: readonly string[]): FixtureRow => [
  category,
  label,
  counts,
  undefined,
  madeOf,
];

/** The year with all that a whole report has: those carried over, results, and its interventions. */
export const wholeReport = (): Report => ({
  ...withSections,
  tables: [
    ...withSections.tables,
    fixtureTable(
      "carried-over",
      text("Pågående från tidigare år", "Carried over from earlier years"),
      ["carried-over", text("Deltaganden som började tidigare", "Participations that started earlier"), [222, 268]],
      [["all", all, [222, 268]]],
    ),
    fixtureTable(
      "ended-by-result",
      text("Avslutade efter resultat", "Ended, by result"),
      ["ended", followed(ended), [166, 200]],
      [
        result(
          "positive",
          text("Positivt resultat", "Positive result"),
          [103, 152],
          ["work-studies-or-active-job-search", "continued-rehabilitation"],
        ),
        result("not-positive", text("Inte positivt resultat", "Not a positive result"), [63, 48], ["illness"]),
      ],
    ),
  ],
  reconciliation: {
    checks: [{ check: "sexes-make-the-total", made: 40, withheld: 2 }],
    disagreements: [],
  },
});

/** The year with a section for one intervention, some of whose answers and counts are missing. */
export const withSections: Report = report({
  threshold: 5,
  tables: tables(exitReasonsWithheld),
  sections: [
    {
      intervention: "mia-vidare",
      label: text("MIA Vidare", "MIA Vidare"),
      tables: [
        {
          ...fixtureTable(
            "participants-in-mia-vidare",
            text("Deltaganden under året", "Participations during the year"),
            ["participants", wentOn, [100, 80]],
            [["all", all, [100, 80]]],
          ),
          intervention: "mia-vidare",
        },
        {
          ...fixtureTable(
            "participants-by-referrer-in-mia-vidare",
            text("Deltaganden efter remittent", "Participations by referrer"),
            ["participants", followed(wentOn), [90, 70]],
            [
              ["health-care", text("Hälso- och sjukvården", "Health care"), [60, 30]],
              ["employment-service", text("Arbetsförmedlingen", "Employment service"), [null, null], 40],
              ["unknown", notStated, [10, 20]],
            ],
            { notFollowed: [10, 10] },
          ),
          intervention: "mia-vidare",
        },
      ],
    },
  ],
});

const hostile = (language: string) =>
  `<script>alert("${language}")</script>"><img src=x onerror=alert(1)>'\u202e&amp;</style></svg>${"x".repeat(90)}`;

/** Every text tries to be more than a text. */
export const hostileReport: Report = ((): Report => {
  const label = text(hostile("sv"), hostile("en"));
  return report({
    threshold: 5,
    association: { id: hostile("id"), name: label, policyVersion: hostile("version"), language: "sv" },
    tables: [
      fixtureTable("participants", label, ["participants", label, [9, 8]], [["all", label, [9, 8]]]),
      fixtureTable(
        "hostile",
        label,
        ["started", label, [9, 8]],
        [
          ["first", label, [9, 0]],
          ["second", label, [null, 8], 8],
          ["third", label, nobody],
        ],
        { excluded: [1, 0] },
      ),
      ...report2021.tables
        .filter(({ id }) => id === "ended-by-exit-reason")
        .map((table) => ({
          ...table,
          rows: table.rows.map((row) => ({ ...row, label })),
        })),
    ],
    notes: [label],
    findings: allSexes.findings.map((finding) => ({ ...finding, table: hostile("table"), message: label })),
  });
})();
