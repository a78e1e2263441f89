import type { FundingRecord, FundingReport } from "@finsam/funding";
import { type CodeId, codeById, type Language } from "@finsam/model";
import type { Profile } from "@finsam/policy";
import { inColumns } from "./columns.ts";

/** The money of a year as tables for a person to read. */
export function fundingInWords(
  report: FundingReport,
  record: FundingRecord,
  { codeLists }: Profile,
  language: Language,
): string {
  const words = wordsOf[language];
  const memberName = (id: CodeId): string => record.members.find((member) => member.id === id)?.name[language] ?? id;
  const interventionName = (id: CodeId): string => codeById(codeLists.interventions, id)?.label[language] ?? id;
  const accountName = (id: CodeId): string =>
    record.accounts?.find((account) => account.id === id)?.name[language] ?? id;
  return [
    words.heading(report.year, report.on),
    sharesInWords(report, memberName, language),
    ...budgetsInWords(report, interventionName, language),
    ...accountsInWords(report, accountName, language),
  ].join("\n\n");
}

type NameOf = (id: CodeId) => string;

function sharesInWords({ shares, contributions }: FundingReport, nameOf: NameOf, language: Language): string {
  const words = wordsOf[language];
  if (shares.state === "undetermined")
    return [words.noShares, ...shares.because.map(({ message }) => `  ${message[language]}`)].join("\n");
  const rows = (contributions ?? []).map(({ member, planned, paid, further, difference, plannedPart, actualPart }) => [
    `  ${nameOf(member)}`,
    kronor(planned, language),
    percent(plannedPart, language),
    kronor(paid, language),
    kronor(difference, language, "exceptZero"),
    kronor(further, language),
    percent(actualPart, language),
  ]);
  return inColumns([[words.members, ...words.memberColumns], ...rows]);
}

function budgetsInWords({ budgets, yearSum }: FundingReport, nameOf: NameOf, language: Language): readonly string[] {
  if (budgets.length === 0) return [];
  const words = wordsOf[language];
  const rows = budgets.map(({ intervention, period, budget, outcome, through, deviation, forecast }) => [
    `  ${nameOf(intervention)}, ${writtenPeriod(period)}`,
    kronor(budget, language),
    outcome === null ? words.notKnown : kronor(outcome, language),
    through ?? "",
    deviation === null ? "" : kronor(deviation, language, "exceptZero"),
    forecast.state === "none" ? "" : kronor(forecast.amount, language),
    forecast.state === "none" ? "" : kronor(forecast.deviation, language, "exceptZero"),
  ]);
  const sum = [
    `  ${words.yearSum}`,
    kronor(yearSum.budget, language),
    yearSum.outcome === null ? words.notKnown : kronor(yearSum.outcome, language),
  ];
  const forecast = budgets.some((budget) => budget.forecast.state === "forecast") ? [words.forecast] : [];
  return [[inColumns([[words.budgets, ...words.budgetColumns], ...rows, sum]), ...forecast].join("\n")];
}

function accountsInWords({ accounts }: FundingReport, nameOf: NameOf, language: Language): readonly string[] {
  const words = wordsOf[language];
  if (accounts === null) return [words.noDueDay];
  if (accounts.length === 0) return [];
  const rows = accounts.map((account) => {
    const repaid =
      account.toRepay === null
        ? words.usedNotKnown
        : account.beyondGrant !== null && account.beyondGrant > 0
          ? words.beyondGrant(kronor(account.beyondGrant, language))
          : words.toRepay(kronor(account.toRepay, language));
    return `  ${nameOf(account.id)} ${account.year}: ${words.granted(kronor(account.granted, language))} ${repaid} ${words.states[account.state](account)}`;
  });
  return [[words.accounts, ...rows].join("\n")];
}

/** Kronor as they are written in the language, with öre only where there are any. */
function kronor(ore: number, language: Language, signDisplay: "auto" | "exceptZero" = "auto"): string {
  const digits = ore % 100 === 0 ? 0 : 2;
  return new Intl.NumberFormat(language === "sv" ? "sv-SE" : "en-GB", {
    style: "currency",
    currency: "SEK",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay,
  }).format(ore / 100);
}

const percent = (part: { readonly numerator: number; readonly denominator: number } | null, language: Language) =>
  part === null
    ? ""
    : new Intl.NumberFormat(language === "sv" ? "sv-SE" : "en-GB", {
        style: "percent",
        maximumFractionDigits: 1,
      }).format(part.numerator / part.denominator);

/** A calendar year is called by its number. */
const writtenPeriod = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  from.slice(0, 4) === to.slice(0, 4) && from.endsWith("-01-01") && to.endsWith("-12-31")
    ? from.slice(0, 4)
    : `${from} – ${to}`;

type Account = NonNullable<FundingReport["accounts"]>[number];

const wordsOf = {
  sv: {
    heading: (year: number, on: string) => `Pengarna ${year}, som de står ${on}.`,
    noShares: "Medlemmarnas andelar kan inte avgöras:",
    members: "Medlemmar",
    memberColumns: ["Planerat", "Andel", "Betalt", "Skillnad", "Ytterligare medel", "Andel av allt inbetalt"],
    budgets: "Insatser",
    budgetColumns: ["Budget", "Utfall", "Till och med", "Avvikelse", "Prognos", "Mot budget"],
    notKnown: "inte känt",
    yearSum: "Summa för hela året",
    forecast:
      "Prognosen räknar med lika mycket per dag resten av perioden som hittills. Den är en uträkning, inget besked.",
    accounts: "Redovisning av beviljade medel",
    noDueDay: "Profilen säger inte när beviljade medel ska redovisas.",
    granted: (sum: string) => `beviljat ${sum},`,
    usedNotKnown: "använt inte känt.",
    toRepay: (sum: string) => `att återbetala ${sum}.`,
    beyondGrant: (sum: string) => `${sum} mer än beviljat har använts.`,
    states: {
      "in-time": ({ signed, due }: Account) => `Redovisat ${signed}, i tid (senast ${due}).`,
      late: ({ signed, due, daysLate }: Account) => `Redovisat ${signed}, ${days(daysLate)} för sent (senast ${due}).`,
      "not-due": ({ due }: Account) => `Inte redovisat; ska redovisas senast ${due}.`,
      overdue: ({ due, daysLate }: Account) =>
        `Inte redovisat; skulle ha redovisats ${due}, för ${days(daysLate)} sedan.`,
    },
  },
  en: {
    heading: (year: number, on: string) => `The money of ${year}, as it stands on ${on}.`,
    noShares: "The shares of the members cannot be told:",
    members: "Members",
    memberColumns: ["Planned", "Part", "Paid", "Difference", "Further funds", "Part of all paid"],
    budgets: "Interventions",
    budgetColumns: ["Budget", "Outcome", "Up to", "Deviation", "Forecast", "Against budget"],
    notKnown: "not known",
    yearSum: "Sum for the whole year",
    forecast:
      "The forecast takes as much a day for the rest of the period as so far. It is a calculation, not a promise.",
    accounts: "Accounts of grants",
    noDueDay: "The profile does not say when accounts of grants are due.",
    granted: (sum: string) => `granted ${sum},`,
    usedNotKnown: "used not known.",
    toRepay: (sum: string) => `to repay ${sum}.`,
    beyondGrant: (sum: string) => `${sum} more than granted was used.`,
    states: {
      "in-time": ({ signed, due }: Account) => `Reported ${signed}, in time (by ${due}).`,
      late: ({ signed, due, daysLate }: Account) =>
        `Reported ${signed}, ${daysLate} ${daysLate === 1 ? "day" : "days"} late (by ${due}).`,
      "not-due": ({ due }: Account) => `Not reported; due ${due}.`,
      overdue: ({ due, daysLate }: Account) =>
        `Not reported; was due ${due}, ${daysLate} ${daysLate === 1 ? "day" : "days"} ago.`,
    },
  },
} as const;

function days(count: number): string {
  return `${count} ${count === 1 ? "dag" : "dagar"}`;
}
