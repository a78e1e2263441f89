import { explainInWords } from "@finsam/criteria/en";
import { assess, ruleAt } from "@finsam/policy";
import { stockholm } from "@finsam/stockholm";

// The target group of Stockholm, as it stands on the reference date.
const rule = ruleAt(stockholm, "target-group", "2024-03-01");

// Somebody of whom only the year of birth is known.
const person = { birthDate: "1957", residentMunicipality: "0180", illHealth: true };

const answer = assess(rule, person);

console.log(answer.outcome);
console.log(explainInWords(answer, rule.setting.vocabulary));
console.log("Needed to tell:", answer.missing.join(", "));
