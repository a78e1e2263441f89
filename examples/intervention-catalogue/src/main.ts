import { matchInterventions, occupancyByMonth, queueOn, waitingTimes } from "@finsam/interventions";
import { stockholm } from "@finsam/stockholm";
import { applications, offered, taken } from "./places.ts";

const person = { birthDate: "1971-02-03", residentMunicipality: "0180", illHealth: true };
const { matches, questions } = matchInterventions(stockholm, person, { on: "2023-09-01", needs: ["health"] });
const met = matches.filter(({ outcome }) => outcome === "met").map(({ intervention }) => intervention);
console.log(`Meets the stated criteria of ${met.join(", ")}. To ask next: ${questions[0]?.fact}.`);

const period = { from: "2021-07-01", to: "2021-09-30" };
for (const { at, month, takenDays, placeDays } of occupancyByMonth(offered, taken, period))
  console.log(`${at}, ${month}: ${takenDays.total} of ${placeDays} place-days taken.`);

const on = "2021-07-01";
const { medianDays, longestDays } = waitingTimes(applications, on).total;
console.log(`${queueOn(applications, on).total} wait on ${on}.`);
console.log(
  `Half have started after ${medianDays ?? `more than ${longestDays}`} days; who still waits has waited at least so long.`,
);
