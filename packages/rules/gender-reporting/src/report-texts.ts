import { type CodeId, codeById, type Text } from "@finsam/model";
import type { Table } from "./report.ts";
import { outsideCategory, undeterminedCategory, unknownCategory } from "./table-counts.ts";
import type { Dimension, TableSpec } from "./table-spec.ts";

/** What a row is called. */
export function categoryLabel(dimension: Dimension, category: CodeId): Text {
  if (dimension.by === "nothing") return { sv: "Alla", en: "All" };
  if (dimension.by === "followUp")
    return category === "followed"
      ? { sv: "Följs upp", en: "Followed up" }
      : { sv: "Följs inte upp, samtycke saknas", en: "Not followed up, no consent" };
  const label =
    "list" in dimension
      ? codeById(dimension.list, category)?.label
      : dimension.bands.find(({ id }) => id === category)?.label;
  return label ?? fallbackLabels[category] ?? { sv: category, en: category };
}

const fallbackLabels: Readonly<Record<string, Text>> = {
  [unknownCategory]: { sv: "Uppgift saknas", en: "Not stated" },
  [outsideCategory]: { sv: "Utanför indelningen", en: "Outside the bands" },
  [undeterminedCategory]: { sv: "Kan inte avgöras av uppgifterna", en: "Cannot be told from what is stated" },
};

/** Who is in the base of a table; exits that say nothing about the intervention are named where there are any. */
export function baseLabel({ population, period, dimension }: TableSpec, leavesOutExits: boolean): Text {
  const { sv, en } = populations[population];
  const followed = dimension.by === "nothing" || dimension.by === "followUp" || dimension.by === "intervention";
  return {
    sv: `Deltaganden som ${sv} ${period.from} – ${period.to}${followed ? "" : " och följs upp"}${leavesOutExits ? ", utom avslut vars orsak inte säger något om insatsen" : ""}`,
    en: `Participations that ${en} ${period.from} – ${period.to}${followed ? "" : " and are followed up"}${leavesOutExits ? ", but for exits whose reason says nothing about the intervention" : ""}`,
  };
}

const populations = {
  participants: { sv: "pågick någon dag", en: "went on some day" },
  started: { sv: "började", en: "started" },
  ended: { sv: "slutade", en: "ended" },
} as const;

/** What a reader must know to read the figures of a report right. */
export function reportNotes(tables: readonly Table[], threshold: number): readonly Text[] {
  return [
    {
      sv: "Siffrorna räknar deltaganden: en person i en insats. Den som deltar i flera insatser räknas i var och en.",
      en: "The figures count participations: one person in one intervention. Who takes part in several is counted in each.",
    },
    ...notFollowedNote(tables),
    ...excludedNote(tables),
    {
      sv: "Deltaganden av personer med skyddade personuppgifter ingår inte i någon siffra.",
      en: "Participations of people with protected identity are not part of any figure.",
    },
    {
      sv: "Ålder och tid i offentlig försörjning räknas den dag deltagandet började.",
      en: "Age and time in public support are taken on the day the participation started.",
    },
    {
      sv: "Andel av basen är andelen av alla kvinnor, av alla män eller av alla i tabellens bas. Könsfördelning är andelen kvinnor och män på raden. Andelar avrundas till hela procent, en halv uppåt, och behöver därför inte ge 100 tillsammans.",
      en: "Share of the base is the share of all women, of all men or of all in the base of the table. Sex distribution is the share of women and of men in the row. Shares are rounded to whole per cent, a half upwards, and need not sum to 100.",
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
