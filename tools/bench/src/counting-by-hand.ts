import type { CodedColumns, CountedRow } from "@finsam/gender-reporting";
import { sexes } from "@finsam/model";
import { stockholm } from "@finsam/stockholm";

// What somebody writes who needs these tables of this year and no others: every list, band and day stands in the code.

/** The nine crossings of the yearly report, each by spell, follow-up and sex: 48 places. */
export type HandCube = readonly Int32Array[];

/** The lists that the codes of a cube stand for. */
type HandLists = Pick<CodedColumns, "intervention" | "referrer" | "education" | "exitReason" | "supportAtStart">;

const places = 48;
const [ageBands, supportBands] = [5, 6];

const newCube = (i: number, r: number, e: number, x: number, s: number): HandCube =>
  [i * x, i * r, i * e, i * ageBands, x * r, x * e, x * ageBands, s, supportBands].map(
    (size) => new Int32Array(places * size),
  );

// 1 January and 31 December 2021 as the columns have days.
const [from, to] = [120 * 372 + 1, 121 * 372];

const up = (cells: Int32Array, at: number): void => {
  cells[at] = (cells[at] ?? 0) + 1;
};

/** One loop over typed arrays. */
export function countColumnsByHand(columns: CodedColumns): HandCube {
  const { sex, followed, start, end, ageFrom, ageTo, supportHalfYears } = columns;
  const [i, r, e, x, s] = sizesOf(columns);
  const [ix, ir, ie, ia, xr, xe, xa, sup, years] = newCube(i, r, e, x, s);
  if (!ix || !ir || !ie || !ia || !xr || !xe || !xa || !sup || !years) throw new Error("nine crossings");
  const interventions = columns.intervention.codes;
  const referrers = columns.referrer.codes;
  const educations = columns.education.codes;
  const exits = columns.exitReason.codes;
  const supports = columns.supportAtStart.codes;
  const wrong = columns.exitReason.ids.indexOf("wrong-registration") + 1;
  for (let row = 0; row < columns.length; row += 1) {
    const first = start[row] ?? 0;
    const last = end[row] ?? 0;
    const exit = exits[row] ?? 0;
    if (exit === wrong || first > to || (first !== 0 && last < from)) continue;
    const spell = first === 0 ? 4 : first < from ? (last <= to ? 1 : 0) : last <= to ? 3 : 2;
    const place = spell * 8 + (followed[row] ?? 0) * 4 + (sex[row] ?? 0);
    const [lowest, highest] = [ageFrom[row] ?? 0, ageTo[row] ?? 0];
    const age = lowest === 255 ? 0 : highest < 80 ? 1 : lowest >= 80 && highest <= 100 ? 2 : lowest > 100 ? 3 : 4;
    const half = supportHalfYears[row] ?? 0;
    const year = half === 255 ? 0 : half < 4 ? 1 : half < 10 ? 2 : half <= 18 ? 3 : 4;
    const byIntervention = place * i + (interventions[row] ?? 0);
    const byExit = place * x + exit;
    const referrer = referrers[row] ?? 0;
    const education = educations[row] ?? 0;
    up(ix, byIntervention * x + exit);
    up(ir, byIntervention * r + referrer);
    up(ie, byIntervention * e + education);
    up(ia, byIntervention * ageBands + age);
    up(xr, byExit * r + referrer);
    up(xe, byExit * e + education);
    up(xa, byExit * ageBands + age);
    up(sup, place * s + (supports[row] ?? 0));
    up(years, place * supportBands + year);
  }
  return [ix, ir, ie, ia, xr, xe, xa, sup, years];
}

const sizesOf = (lists: HandLists): readonly [number, number, number, number, number] => [
  lists.intervention.ids.length + 1,
  lists.referrer.ids.length + 1,
  lists.education.ids.length + 1,
  lists.exitReason.ids.length + 1,
  lists.supportAtStart.sets.length + 1,
];

/** A list that grows as its codes are met. */
class List {
  readonly ids: string[] = [];
  readonly #codes = new Map<string, number>();
  codeOf(id: string | undefined): number {
    if (id === undefined) return 0;
    let code = this.#codes.get(id);
    if (code === undefined) {
      this.ids.push(id);
      code = this.ids.length;
      this.#codes.set(id, code);
    }
    return code;
  }
}

/** What a loop over row objects leaves: the counts, and the lists that their places stand for. */
export interface HandCount extends HandLists {
  readonly cube: HandCube;
}

/** One loop over row objects. Places are reserved for lists of the sizes that the made-up register has. */
export function countRowsByHand(rows: readonly CountedRow[]): HandCount {
  const lists = [new List(), new List(), new List(), new List(), new List()] as const;
  const [interventions, referrers, educations, exits, supports] = lists;
  const { codeLists } = stockholm;
  const room = (list: { readonly codes: readonly unknown[] } | undefined) => (list?.codes.length ?? 0) + 1;
  const [i, r, e, x] = [
    room(codeLists.interventions),
    room(codeLists.referrers),
    room(codeLists.education),
    room(codeLists.exitReasons),
  ];
  const s = room(codeLists.support) ** 2;
  const [ix, ir, ie, ia, xr, xe, xa, sup, years] = newCube(i, r, e, x, s);
  if (!ix || !ir || !ie || !ia || !xr || !xe || !xa || !sup || !years) throw new Error("nine crossings");
  const sets: (readonly string[])[] = [];
  for (const { participation, birthDate } of rows) {
    if (participation.followUp === "anonymous") continue;
    const { start, end } = participation;
    const followed = participation.followUp === "followed" ? participation : undefined;
    if (followed?.exitReason === "wrong-registration") continue;
    if (start !== undefined && (start > "2021-12-31" || (end !== undefined && end < "2021-01-01"))) continue;
    const isOver = end !== undefined && end <= "2021-12-31";
    const spell = start === undefined ? 4 : start < "2021-01-01" ? (isOver ? 1 : 0) : isOver ? 3 : 2;
    const place = spell * 8 + (followed === undefined ? 0 : 4) + sexes.indexOf(participation.sex);
    let [age, year, support] = [0, 0, 0];
    if (followed !== undefined && start !== undefined) {
      const at = dayOf(start);
      if (birthDate !== undefined) {
        const lowest = Math.floor((at - dayOf(birthDate.length === 10 ? birthDate : `${birthDate}-12-31`)) / 372);
        const highest = Math.floor((at - dayOf(birthDate.length === 10 ? birthDate : `${birthDate}-01-01`)) / 372);
        age = highest < 30 ? 1 : lowest >= 30 && highest <= 50 ? 2 : lowest > 50 ? 3 : 4;
      }
      if (followed.supportSince !== undefined && followed.supportSince <= start) {
        const passed = at - dayOf(followed.supportSince);
        year = passed < 744 ? 1 : passed < 1860 ? 2 : passed <= 3348 ? 3 : 4;
      }
    }
    if (followed?.supportAtStart !== undefined) {
      support = supports.codeOf(followed.supportAtStart.join(" "));
      if (support > sets.length) sets.push(followed.supportAtStart);
    }
    const exit = exits.codeOf(followed?.exitReason);
    const referrer = referrers.codeOf(followed?.referrer);
    const education = educations.codeOf(followed?.education);
    const byIntervention = place * i + interventions.codeOf(participation.intervention);
    const byExit = place * x + exit;
    up(ix, byIntervention * x + exit);
    up(ir, byIntervention * r + referrer);
    up(ie, byIntervention * e + education);
    up(ia, byIntervention * ageBands + age);
    up(xr, byExit * r + referrer);
    up(xe, byExit * e + education);
    up(xa, byExit * ageBands + age);
    up(sup, place * s + support);
    up(years, place * supportBands + year);
  }
  const column = (list: List) => ({ ids: list.ids, codes: new Uint8Array() });
  return {
    cube: [ix, ir, ie, ia, xr, xe, xa, sup, years],
    intervention: column(interventions),
    referrer: column(referrers),
    education: column(educations),
    exitReason: column(exits),
    supportAtStart: { sets, codes: new Uint8Array() },
  };
}

const two = (date: string, at: number): number => date.charCodeAt(at) * 10 + date.charCodeAt(at + 1) - 528;

const dayOf = (date: string): number => (two(date, 0) * 100 + two(date, 2)) * 372 + two(date, 5) * 31 + two(date, 8);

/** The counts of each crossing in order: enough to tell that two passes count the same. Several answers at once are left out. */
export const filledByHand = (cube: HandCube): readonly (readonly number[])[] =>
  cube.filter((_, index) => index !== 7).map((cells) => [...cells].filter((count) => count > 0).sort((a, b) => a - b));
