import { reportTables } from "@finsam/gender-reporting";
import { codeById, type Language, type SexCounts } from "@finsam/model";
import { inColumns } from "../columns.ts";
import { type RegisterOptions, withRegister } from "../counted-register.ts";
import { documentText, NationalCountDocument } from "../documents.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { profileOf } from "../profile-option.ts";
import type { Session } from "../session.ts";

/** What `finsam national-count` was asked to do. */
export interface NationalCountOptions extends RegisterOptions {
  readonly year: number;
  readonly profile: string;
  readonly lang?: Language;
  readonly json?: true;
}

/**
 * The least that a national system asks for: women and men in each intervention during a year; and what cannot be told there. Of those
 * without consent it holds the year they started and their sex, and nothing else.
 */
export async function nationalCountCommand(
  session: Session,
  files: readonly string[],
  options: NationalCountOptions,
): Promise<ExitCode> {
  const { year, json } = options;
  const profile = await profileOf(options.profile);
  return withRegister(session, files, options, profile, async ({ store, refusedRows, incomplete }) => {
    const specs = reportTables(profile, year);
    const counted = await store.tabulate(specs);
    const table = (id: string) => counted.find((one) => one.id === id);
    const { interventions } = profile.codeLists;
    const rows = Object.entries(table("participants-by-intervention")?.categories ?? {});
    const named = rows.filter(([id]) => codeById(interventions, id) !== undefined);
    const sum = (all: readonly (readonly [string, SexCounts])[], of: (counts: SexCounts) => number): number =>
      all.reduce((total, [, counts]) => total + of(counts), 0);
    const document: NationalCountDocument = {
      format: "finsam-national-count/1",
      association: { id: profile.id, policyVersion: profile.version },
      year,
      interventions: named.map(([intervention, { woman, man }]) => ({
        intervention,
        label: codeById(interventions, intervention)?.label ?? { sv: intervention, en: intervention },
        women: woman,
        men: man,
      })),
      onlyStartYearAndSex: table("participants-by-follow-up")?.categories["not-followed"]?.total ?? 0,
      notExported: {
        sexNotAskedFor: sum(named, ({ other, unknown }) => other + unknown),
        interventionNotListed: sum(
          rows.filter(([id]) => codeById(interventions, id) === undefined),
          ({ total }) => total,
        ),
        notStarted: table("not-started")?.base.total ?? 0,
        refusedRows,
      },
    };
    session.tell({
      sv: "Antalen är inte skyddade och inte för publicering.",
      en: "The counts are not protected and not for publication.",
    });
    session.print(json === true ? documentText(NationalCountDocument, document) : inWords(document, session));
    return incomplete ? exitCodes.badInput : exitCodes.fine;
  });
}

function inWords({ year, interventions, onlyStartYearAndSex, notExported }: NationalCountDocument, session: Session) {
  const { language } = session;
  const words = {
    sv: {
      women: "Kvinnor",
      men: "Män",
      only: "Av dem bara startår och kön, eftersom samtycke saknas",
      sex: "Inte med: annat kön, eller uppgift om kön saknas",
      listed: "Inte med: insatsen finns inte i profilens lista",
      started: "Inte med: har inte börjat",
      refused: "Inte med: raden kunde inte läsas in",
    },
    en: {
      women: "Women",
      men: "Men",
      only: "Of them only start year and sex, for want of consent",
      sex: "Left out: other sex, or sex not stated",
      listed: "Left out: the intervention is not in the list of the profile",
      started: "Left out: not started",
      refused: "Left out: the row could not be read",
    },
  }[language];
  return [
    inColumns([
      [String(year), words.women, words.men],
      ...interventions.map(({ label, women, men }) => [label[language], String(women), String(men)]),
    ]),
    "",
    inColumns([
      [words.only, String(onlyStartYearAndSex)],
      [words.sex, String(notExported.sexNotAskedFor)],
      [words.listed, String(notExported.interventionNotListed)],
      [words.started, String(notExported.notStarted)],
      [words.refused, String(notExported.refusedRows)],
    ]),
  ].join("\n");
}
