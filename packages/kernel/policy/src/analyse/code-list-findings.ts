import { addDays, type CalendarDate, type Code, type CodeList, codeById, isValidOn } from "@finsam/model";
import type { Profile } from "../profile.ts";
import type { ProfileFinding } from "./profile-finding.ts";

/** Codes that are valid when the code they belong to is not, and days on which a list has no valid code. */
export const codeListFindings = (profile: Profile): readonly ProfileFinding[] =>
  Object.entries(profile.codeLists).flatMap(([name, list]) =>
    list === undefined ? [] : [...outlivingCodes(list, `codeLists.${name}`), ...listHole(list, `codeLists.${name}`)],
  );

const outlivingCodes = (list: CodeList, place: string): readonly ProfileFinding[] =>
  list.codes.flatMap((code, index) =>
    [...new Set([code.parent, code.reportAs])].flatMap((id) => {
      const wider = id === undefined ? undefined : codeById(list, id);
      const on = wider && changes([code, wider]).find((day) => isValidOn(code, day) && !isValidOn(wider, day));
      if (on === undefined) return [];
      return {
        code: "code-outlives-wider-code",
        place: `${place}.codes.${index}`,
        on,
        message: {
          sv: `"${code.id}" gäller ${on}, men "${id}", som den hör till, gör det inte.`,
          en: `"${code.id}" is valid on ${on}, and "${id}", which it belongs to, is not.`,
        },
        people: [],
      };
    }),
  );

function listHole(list: CodeList, place: string): readonly ProfileFinding[] {
  const days = changes(list.codes);
  const covered = (day: CalendarDate) => list.codes.some((code) => isValidOn(code, day));
  const [first, last] = [days.findIndex(covered), days.findLastIndex(covered)];
  return days
    .slice(first, last)
    .filter((day) => !covered(day))
    .map((on) => ({
      code: "code-list-hole",
      place,
      on,
      message: {
        sv: `Från ${on} gäller ingen kod i listan, fast det gör det både före och efter.`,
        en: `From ${on} no code of the list is valid, although some are before and after.`,
      },
      people: [],
    }));
}

/** The days on which the validity of any of the codes changes, and the first day of the calendar, in order. */
const changes = (codes: readonly Code[]): readonly CalendarDate[] =>
  [
    ...new Set([
      "0001-01-01",
      ...codes.flatMap(({ validFrom }) => validFrom ?? []),
      ...codes.flatMap(({ validTo }) => (validTo === undefined || validTo === "9999-12-31" ? [] : addDays(validTo, 1))),
    ]),
  ].sort();
