import type { Criterion } from "@finsam/criteria";
import { AnalysisTooLarge, findPerson } from "@finsam/criteria/analyse";
import { type CalendarDate, type CodeId, codeById } from "@finsam/model";
import type { Focus, Intervention, Profile } from "@finsam/policy";
import { type DatedDescription, describedOn } from "./described-on.ts";
import { catalogueOf } from "./no-catalogue.ts";
import { targetGroupAt } from "./target-group-at.ts";

/** What to look for in a catalogue. What is left out is not asked for. */
export interface CatalogueQuestion {
  /** The day it is to be described for; without one, the latest description of each entry is taken. */
  readonly on?: CalendarDate;
  /** Somebody of this age, in completed years, can belong to the target group. */
  readonly age?: number;
  readonly focus?: Focus;
  /** A district by its id or label, or premises by a part of their name. */
  readonly place?: string;
}

/** An entry that fits what was asked for, as far as the sources say. */
export interface FoundIntervention {
  readonly id: CodeId;
  readonly intervention: Intervention;
  readonly description: DatedDescription;
  /** What was asked for and no source says of it. */
  readonly open: readonly ("age" | "focus" | "place")[];
}

/**
 * The entries of a catalogue that fit an age, a focus or a place. What no source says of an entry excludes nothing: it is listed under
 * `open`, and those with nothing open come first. The order is otherwise that of the catalogue.
 *
 * An age fits when somebody of that age can meet the criterion, whatever else is known of them; this is decided, not guessed.
 *
 * @throws NoCatalogue when the profile has no catalogue.
 * @example
 * ```ts
 * import { findInterventions } from "@finsam/interventions";
 * import { stockholm } from "@finsam/stockholm";
 * const found = findInterventions(stockholm, { on: "2023-09-01", place: "Hässelby-Vällingby", age: 59 });
 * found.filter(({ open }) => open.length === 0).map(({ id }) => id); // => ["samteamet"]
 * ```
 */
export function findInterventions(profile: Profile, question: CatalogueQuestion = {}): readonly FoundIntervention[] {
  const { age, focus, place } = question;
  const found = catalogueOf(profile).interventions.flatMap((intervention): readonly FoundIntervention[] => {
    const description =
      question.on === undefined ? intervention.versions.at(-1) : describedOn(intervention, question.on);
    if (description === undefined || typeof description === "string") return [];
    const on = question.on ?? description.validFrom;
    const answers = {
      age: age === undefined ? "yes" : ageFits(profile, intervention, description, age, on),
      focus: focus === undefined ? "yes" : answer(description.value.focus?.includes(focus)),
      place: place === undefined ? "yes" : placeFits(profile, description, place),
    } as const;
    if (Object.values(answers).includes("no")) return [];
    const open = (["age", "focus", "place"] as const).filter((asked) => answers[asked] === "open");
    return [{ id: intervention.id, intervention, description, open }];
  });
  return found.sort((a, b) => a.open.length - b.open.length);
}

type Answer = "yes" | "no" | "open";

const answer = (fits: boolean | undefined): Answer => (fits === undefined ? "open" : fits ? "yes" : "no");

function ageFits(
  profile: Profile,
  intervention: Intervention,
  { value }: DatedDescription,
  age: number,
  on: CalendarDate,
): Answer {
  if (value.targetGroup?.criterion === undefined || profile.vocabulary.age?.type !== "completedYears") return "open";
  const { criterion, setting } = targetGroupAt(profile, intervention, on);
  const ofAge: readonly Criterion[] = [
    { op: "atLeast", fact: "age", value: age },
    { op: "atMost", fact: "age", value: age },
  ];
  try {
    return answer(findPerson({ op: "all", of: [criterion, ...ofAge] }, setting) !== undefined);
  } catch (problem) {
    if (problem instanceof AnalysisTooLarge) return "open";
    throw problem;
  }
}

function placeFits({ codeLists }: Profile, { value }: DatedDescription, place: string): Answer {
  const { districts, premises } = value;
  if (districts === undefined && premises === undefined) return "open";
  const names = (districts ?? []).flatMap((id) => {
    const label = codeLists.districts === undefined ? undefined : codeById(codeLists.districts, id)?.label;
    return [id, ...(label === undefined ? [] : [label.sv, label.en])];
  });
  const asked = folded(place);
  return answer([...names, ...(premises ?? [])].some((name) => folded(name).includes(asked)));
}

const folded = (name: string): string => name.normalize("NFC").trim().toLowerCase();
