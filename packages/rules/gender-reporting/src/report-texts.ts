import { type CodeId, codeById, type Text } from "@finsam/model";
import type { RegisterState, Table } from "./report.ts";
import { resultInGroup } from "./result-within.ts";
import { missingOf, outsideCategory, undeterminedCategory, unknownCategory } from "./table-counts.ts";
import { countsPersons, type Dimension, leavesOutNotFollowed, type Population, type TableSpec } from "./table-spec.ts";

/** What a row is called. */
export function categoryLabel(dimension: Dimension, category: CodeId): Text {
  if (dimension.by === "nothing" || dimension.by === "persons") return { sv: "Alla", en: "All" };
  if (dimension.by === "followUp")
    return category === "followed"
      ? { sv: "Följs upp", en: "Followed up" }
      : { sv: "Följs inte upp, samtycke saknas", en: "Not followed up, no consent" };
  if (dimension.by === "exitResult")
    return resultLabels[category] ?? fallbackLabels[category] ?? { sv: category, en: category };
  if (dimension.by === "exitResultWithin") {
    const { results, within } = dimension;
    const known = resultInGroup(category);
    const result = categoryLabel({ by: "exitResult", results }, known?.result ?? category);
    if (known === undefined) return result;
    const group = categoryLabel(within, known.group);
    return { sv: `${result.sv}: ${group.sv}`, en: `${result.en}: ${group.en}` };
  }
  const label =
    "list" in dimension
      ? codeById(dimension.list, category)?.label
      : dimension.bands.find(({ id }) => id === category)?.label;
  return label ?? fallbackLabels[category] ?? { sv: category, en: category };
}

const resultLabels: Readonly<Record<string, Text>> = {
  positive: { sv: "Positivt resultat", en: "Positive result" },
  "not-positive": { sv: "Inte positivt resultat", en: "Not a positive result" },
  unknown: { sv: "Avslutsorsaken är inte känd", en: "The exit reason is not known" },
};

const fallbackLabels: Readonly<Record<string, Text>> = {
  [unknownCategory]: { sv: "Uppgift saknas", en: "Not stated" },
  [outsideCategory]: { sv: "Utanför indelningen", en: "Outside the bands" },
  [undeterminedCategory]: { sv: "Kan inte avgöras av uppgifterna", en: "Cannot be told from what is stated" },
};

/** Who is in the base of a table; exits that say nothing about the intervention are named where there are any. */
export function baseLabel(spec: TableSpec, leavesOutExits: boolean): Text {
  const { sv, en } = populations[spec.population](spec.period);
  const onlyFollowed = leavesOutNotFollowed(spec);
  if (countsPersons(spec))
    return {
      sv: `Personer med ett eller flera deltaganden som ${sv} och följs upp`,
      en: `People with one or more participations that ${en} and are followed up`,
    };
  return {
    sv: `Deltaganden som ${sv}${onlyFollowed ? " och följs upp" : ""}${leavesOutExits ? ", utom avslut vars orsak inte säger något om insatsen" : ""}`,
    en: `Participations that ${en}${onlyFollowed ? " and are followed up" : ""}${leavesOutExits ? ", but for exits whose reason says nothing about the intervention" : ""}`,
  };
}

const populations: Readonly<Record<Population, (period: TableSpec["period"]) => Text>> = {
  participants: ({ from, to }) => ({ sv: `pågick någon dag ${from} – ${to}`, en: `went on some day ${from} – ${to}` }),
  "carried-over": ({ from }) => ({
    sv: `började före ${from} och pågick den dagen`,
    en: `started before ${from} and were going on that day`,
  }),
  started: ({ from, to }) => ({ sv: `började ${from} – ${to}`, en: `started ${from} – ${to}` }),
  ended: ({ from, to }) => ({ sv: `slutade ${from} – ${to}`, en: `ended ${from} – ${to}` }),
  "not-started": () => ({ sv: "inte har något startdatum i registret", en: "have no start in the register" }),
};

/** What a reader must know to read the figures of a report right. */
export function reportNotes(tables: readonly Table[], threshold: number): readonly Text[] {
  return [
    {
      sv: "Om inget annat sägs räknar siffrorna deltaganden: en person i en insats. Den som deltar i flera insatser räknas i var och en.",
      en: "Unless stated otherwise the figures count participations: one person in one intervention. Who takes part in several is counted in each.",
    },
    ...(tables.some(({ base }) => base.unit === "persons")
      ? [
          {
            sv: "Tabellen över personer räknar var och en en gång i det register som räknas. Har register lagts ihop kan samma person finnas i flera. Den vars kön uppges olika i olika deltaganden räknas med okänt kön.",
            en: "The table of people counts each of them once in the register that is counted. Where registers are added up, the same person may be in several. Who is stated with different sexes in different participations is counted with sex unknown.",
          },
        ]
      : []),
    ...notFollowedNote(tables),
    ...excludedNote(tables),
    ...resultNote(tables),
    ...notStartedNote(tables),
    {
      sv: "Deltaganden av personer med skyddade personuppgifter ingår inte i någon siffra.",
      en: "Participations of people with protected identity are not part of any figure.",
    },
    {
      sv: "Ålder och tid i offentlig försörjning räknas den dag deltagandet började.",
      en: "Age and time in public support are taken on the day the participation started.",
    },
    {
      sv: "Andel av basen är andelen av alla kvinnor, av alla män eller av alla i tabellens bas. Andel av dem med känt svar är andelen när de vars svar saknas eller inte kan avgöras är borträknade. Könsfördelning är andelen kvinnor och män på raden. Andelar avrundas till hela procent, en halv uppåt, och behöver därför inte ge 100 tillsammans.",
      en: "Share of the base is the share of all women, of all men or of all in the base of the table. Share of those with a known answer leaves out those whose answer is missing or cannot be told. Sex distribution is the share of women and of men in the row. Shares are rounded to whole per cent, a half upwards, and need not sum to 100.",
    },
    ...(tables.some(({ multiple }) => multiple)
      ? [
          {
            sv: "Där flera svar är möjliga står ett deltagande på flera rader; raderna ska inte summeras.",
            en: "Where several answers are possible a participation stands in several rows; the rows are not to be summed.",
          },
        ]
      : []),
    ...(threshold > 1
      ? [
          {
            sv: `Två punkter (..) betyder att antalet inte visas. Antal från 1 till ${threshold - 1} visas inte, och inte heller andra antal som de kan räknas ut ur.`,
            en: `Two dots (..) mean that the count is withheld. Counts from 1 to ${threshold - 1} are withheld, and so are others that they could be worked out from.`,
          },
        ]
      : []),
  ];
}

/** Whose figures are not in the report, since they could not be had when it was counted: what a reader must know before all else. */
export function missingNotes(tables: readonly Pick<Table, "missing">[]): readonly Text[] {
  const { missing = [] } = missingOf(tables.flatMap((table) => table.missing ?? []));
  if (missing.length === 0) return [];
  const names = (language: "sv" | "en"): string => missing.map((name) => name[language]).join(", ");
  return [
    {
      sv: `Siffrorna är ofullständiga. Dessa register svarade inte och ingår inte: ${names("sv")}.`,
      en: `The figures are incomplete. These registers did not answer and are not part of them: ${names("en")}.`,
    },
  ];
}

/** What a reader must know of the register: what it refused, and how far it reaches. */
export function registerNotes(
  { refusedRows = 0, lastDay }: RegisterState,
  period: TableSpec["period"],
): readonly Text[] {
  return [
    ...(refusedRows === 0
      ? []
      : [
          {
            sv: `${refusedRows} ${refusedRows === 1 ? "rad" : "rader"} i registerfilerna kunde inte läsas in och ingår inte i någon siffra.`,
            en: `${refusedRows} ${refusedRows === 1 ? "row" : "rows"} of the register files could not be read in and ${refusedRows === 1 ? "is" : "are"} not part of any figure.`,
          },
        ]),
    ...(lastDay === undefined || lastDay >= period.to
      ? []
      : lastDay < period.from
        ? [
            {
              sv: `Registret slutar ${lastDay}, före den period som rapporten gäller. Siffrorna säger därför ingenting om perioden.`,
              en: `The register ends on ${lastDay}, before the period of the report. The figures therefore say nothing about the period.`,
            },
          ]
        : [
            {
              sv: `Registret slutar ${lastDay}. Det som hände därefter, fram till ${period.to}, ingår inte.`,
              en: `The register ends on ${lastDay}. What happened after that, up to ${period.to}, is not part of the figures.`,
            },
          ]),
  ];
}

function resultNote(tables: readonly Table[]): readonly Text[] {
  if (!tables.some(({ id, base }) => id === "ended-by-result" && base.counts.total !== 0)) return [];
  return [
    {
      sv: "Ett positivt resultat är att ha skrivits ut till arbete, studier eller aktivt arbetssökande, eller till fortsatt rehabilitering, så som förbundets policy räknar avslutsorsakerna. Andelen visas både av alla avslutade som följs upp och av dem vars avslutsorsak är känd.",
      en: "A positive result is to have been discharged to work, studies or active job search, or to continued rehabilitation, as the policy of the association counts the exit reasons. The share is given both of all who ended and are followed up and of those whose exit reason is known.",
    },
  ];
}

function notStartedNote(tables: readonly Table[]): readonly Text[] {
  const total = tables.find(({ id }) => id === "not-started")?.rows[0]?.counts.total;
  if (total === undefined || total === 0) return [];
  const [sv, en] =
    total === null
      ? ["En del deltaganden i registret har", "Some participations in the register have"]
      : total === 1
        ? ["1 deltagande i registret har", "1 participation in the register has"]
        : [`${total} deltaganden i registret har`, `${total} participations in the register have`];
  return [
    {
      sv: `${sv} inte börjat, och ingår bara i tabellen över dem.`,
      en: `${en} not started, and stand only in the table of those.`,
    },
  ];
}

function notFollowedNote(tables: readonly Table[]): readonly Text[] {
  const rows = tables.find(({ id }) => id === "participants-by-follow-up")?.rows;
  const notFollowed = rows?.find(({ category }) => category === "not-followed")?.counts.total;
  const all = tables.find(({ id }) => id === "participants")?.rows[0]?.counts.total;
  if (notFollowed === undefined || notFollowed === 0) return [];
  const [svCount, enCount] =
    notFollowed === null || all === null || all === undefined
      ? ["En del deltaganden", "Some participations"]
      : [`${notFollowed} av ${all} deltaganden`, `${notFollowed} of ${all} participations`];
  return [
    {
      sv: `${svCount} följs inte upp, eftersom samtycke saknas. De räknas som deltaganden, påbörjade och avslutade och per insats, men inte efter ålder, utbildning, försörjning, remittent eller avslutsorsak.`,
      en: `${enCount} are not followed up, for want of consent. They count as participations, as started and ended and by intervention, but not by age, education, income support, referrer or exit reason.`,
    },
  ];
}

function excludedNote(tables: readonly Table[]): readonly Text[] {
  const excluded = tables.some(({ base }) => base.excluded.total !== 0);
  if (!excluded) return [];
  return [
    {
      sv: "Avslut vars orsak inte säger något om insatsen, som dödsfall och återkallat samtycke, räknas som avslutade men inte efter avslutsorsak.",
      en: "Exits whose reason says nothing about the intervention, such as death and withdrawn consent, count as ended but not by exit reason.",
    },
  ];
}
