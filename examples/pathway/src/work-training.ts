import type { FollowedParticipation } from "@finsam/model";
import { entriesOf, judgePlanGoal, planOutcome, timeInSpells } from "@finsam/pathway";
import { stockholm } from "@finsam/stockholm";

// A work training that stops and starts again, and one that the same person comes back to after its end.
const training = (id: string, start: string, end?: string): FollowedParticipation => ({
  followUp: "followed",
  id,
  person: "person-1",
  intervention: "work-training",
  sex: "woman",
  sexBasis: "legal-sex",
  start,
  ...(end === undefined ? {} : { end }),
});
const first = training("D1", "2023-01-16", "2023-06-30");
const second = training("D2", "2023-10-02");
const spells = [
  { id: "s1", participation: "D1", start: "2023-01-16", end: "2023-03-10" },
  { id: "s2", participation: "D1", start: "2023-04-17", end: "2023-06-30" },
];

for (const participation of [first, second]) {
  const time = timeInSpells(participation, spells, { on: "2023-12-31" });
  if (time.known) console.log(`${participation.id}: ${time.days} days in training, ${time.pauses.length} pause`);
  else console.log(`${participation.id}: time in training is not known (${time.because})`);
}

for (const { participation, kind, daysAway } of entriesOf([first, second])) {
  console.log(`${participation}: ${kind}${daysAway === undefined ? "" : ` after ${daysAway} days away`}`);
}

// Four plans of one activity each: two done, one not, and one that nobody has stated. The goals are those of FINSAM-team.
const text = { sv: "Nytt läkarintyg", en: "New medical certificate" };
const plans = (["done-wholly", "done-wholly", "not-done", "not-stated"] as const).map((status, index) => ({
  id: `plan-${index + 1}`,
  agreed: "2021-03-01",
  activities: [{ id: "certificate", label: text, responsible: { sv: "Regionen", en: "The region" }, status }],
}));
for (const goal of stockholm.goals?.goals ?? []) {
  if (goal.intervention !== "finsam-team") continue;
  const { outcome, because } = judgePlanGoal(goal, planOutcome(plans));
  console.log(`${goal.title.en}: ${outcome}${because === undefined ? "" : ` (${because})`}`);
}
