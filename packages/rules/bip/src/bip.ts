import type { Indicator, Instrument } from "@finsam/policy";

const both: Indicator["respondents"] = ["participant", "case-worker"];
const theSeven = {
  amongTheSeven: true,
  status: "attested",
  citation: { source: "vaeksthuset-research" },
} as const;

/**
 * The indicators of BIP (Beskæftigelses Indikator Projektet): nine for the participant, eleven for the case worker (handläggare).
 *
 * `attested` are the seven that the public research page names and everyday coping, which the Danish pages name. The complete list is
 * not public: the other three are from memory and `unverified`, and so are the respondents, but for `case-worker-job-belief`, which is
 * the case worker's own belief. Whether health and coping with it are one indicator or two is not known; `health-self-rated` is there
 * for the case that they are two.
 *
 * @example
 * ```ts
 * import { bipIndicators } from "@finsam/bip";
 * bipIndicators.filter(({ respondents }) => respondents.includes("participant")).length; // => 9
 * bipIndicators.filter(({ amongTheSeven }) => amongTheSeven).length; // => 7
 * ```
 */
export const bipIndicators: Instrument["indicators"] = [
  {
    id: "job-search-behaviour",
    label: { sv: "Jobbsökningsbeteende", en: "Job-search behaviour" },
    respondents: both,
    ...theSeven,
  },
  {
    id: "labour-market-knowledge",
    label: { sv: "Kunskap om arbetsmarknaden", en: "Knowledge of the labour market" },
    respondents: both,
    ...theSeven,
  },
  {
    id: "health-and-health-coping",
    label: { sv: "Hälsa och hantering av hälsan", en: "Health and coping with it" },
    respondents: both,
    ...theSeven,
  },
  {
    id: "cooperation-skills",
    label: { sv: "Samarbetsförmåga", en: "Cooperation skills" },
    respondents: both,
    ...theSeven,
  },
  {
    id: "goal-determination",
    label: { sv: "Målmedvetenhet", en: "Determination" },
    respondents: both,
    ...theSeven,
  },
  {
    id: "own-job-belief",
    label: { sv: "Individens tilltro till att klara ett arbete", en: "The person's own belief in managing a job" },
    respondents: both,
    ...theSeven,
  },
  {
    id: "case-worker-job-belief",
    label: {
      sv: "Handläggarens tilltro till att individen får arbete",
      en: "The case worker's belief that the person gets a job",
    },
    respondents: ["case-worker"],
    ...theSeven,
  },
  {
    id: "everyday-coping",
    label: { sv: "Hantering av vardagen", en: "Coping with everyday life" },
    respondents: both,
    amongTheSeven: false,
    status: "attested",
    citation: { source: "jobraad" },
  },
  {
    id: "social-network",
    label: { sv: "Nätverk och stöd", en: "Network and support" },
    respondents: both,
    amongTheSeven: false,
    status: "unverified",
  },
  {
    id: "relevant-skills",
    label: { sv: "Arbetsmarknadsrelevanta kompetenser", en: "Skills that the labour market asks for" },
    respondents: ["case-worker"],
    amongTheSeven: false,
    status: "unverified",
  },
  {
    id: "health-self-rated",
    label: { sv: "Självskattad hälsa", en: "Self-rated health" },
    respondents: both,
    status: "unverified",
  },
];

/**
 * BIP as an instrument: asked every third month, of the participant and of the case worker at the same time. The scale 1–5 is from memory
 * and `unverified`: no public source gives it. Use the scale of your own forms by putting it in `scales`.
 *
 * @example
 * ```ts
 * import { bip } from "@finsam/bip";
 * bip.cadenceMonths; // => 3
 * bip.scales.map(({ id, status }) => [id, status]); // => [["one-to-five", "unverified"]]
 * ```
 */
export const bip: Instrument = {
  id: "bip",
  version: "1",
  title: { sv: "BIP, Beskæftigelses Indikator Projektet", en: "BIP, Employability Indicator Project" },
  indicators: bipIndicators,
  scales: [{ id: "one-to-five", min: 1, max: 5, step: 1, direction: "higher-is-better", status: "unverified" }],
  cadenceMonths: 3,
  citation: { source: "vaeksthuset-research" },
};
