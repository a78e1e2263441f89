import { all, rule } from "@finsam/criteria";
import { carriedOn, entry, text } from "./entry.ts";
import { person } from "./vocabulary.ts";

const in2024 = (lines: string, description: Parameters<typeof carriedOn>[3]) =>
  carriedOn({ source: "jarva-report-2024", place: lines }, "2024-01-01", "2024-12-31", description);

const jarvasGroup = {
  text: text(
    "Boende i Järva med nedsatt arbetsförmåga på grund av ohälsa, utan sjukpenninggrundande inkomst, med långvarigt behov av bistånd och behov av samordnad rehabilitering",
    "Residents of Järva whose work capacity is reduced by ill health, without an income that qualifies for sickness benefit, in long-term need of assistance and in need of coordinated rehabilitation",
  ),
  criterion: all(person.district.is("jarva"), rule("sig0-jarva")),
};

const ofToolbox = { partOf: "jarva-toolbox" };

/** The development project of Järva 2024, its toolbox (verktygslåda) and the tools in it. */
export const jarvaToolbox = [
  entry(
    "jarva-development-project",
    text("Utvecklingsprojekt i Järva 2024", "Development project in Järva 2024"),
    "project",
    "individuals",
    in2024("lines 8, 57 and 222–230", {
      period: { from: "2024", to: "2024" },
      owner: "jarva",
      summary: text(
        "En sammanhållen rehabiliteringsprocess för målgruppen SIG 0.",
        "One coherent rehabilitation process for the group SIG 0.",
      ),
      targetGroup: jarvasGroup,
      districts: ["jarva"],
      budget: { kronor: 300_000, years: 1 },
    }).slice(0, 1),
    { aliases: ["LUM-projekt"] },
  ),
  entry(
    "jarva-parallel-interventions",
    text("Parallella insatser i praktiken", "Parallel interventions in practice"),
    "project",
    "individuals",
    in2024("lines 157–171", {
      owner: "jarva",
      summary: text(
        "Pilot: samordnade parallella insatser utan glapp, med tidigt jobbfokus och hög tilltro. 31 personer fanns i gruppen, fyra fick Aktivitetsplatsen vid Jobbtorg Kista.",
        "Pilot: coordinated parallel interventions without gaps, with early job focus and strong belief. 31 people were in the group, four were given Aktivitetsplatsen at Jobbtorg Kista.",
      ),
      targetGroup: jarvasGroup,
      method: text("Samordnade parallella insatser utan glapp", "Coordinated parallel interventions without gaps"),
      districts: ["jarva"],
      inferred: ["targetGroup"],
    }).slice(0, 1),
    { partOf: "jarva-development-project" },
  ),
  entry(
    "jarva-toolbox",
    text("Verktygslåda för områdets rehabarbete", "Toolbox for rehabilitation in the area"),
    "model",
    "staff",
    in2024("lines 57–180", {
      owner: "jarva",
      summary: text(
        "Hur rehabiliteringen hålls ihop, med roller, verktyg och styrgrupp.",
        "How rehabilitation is held together, with roles, tools and a steering group.",
      ),
      partners: ["social-services", "region", "job-centre"],
    }),
    { partOf: "jarva-development-project" },
  ),
  entry(
    "rehabilitation-lead",
    text("Rehabansvarig", "Person responsible for rehabilitation"),
    "tool",
    "staff",
    in2024("lines 57–180", { summary: text("En funktion i stadsdelen.", "A function in the district.") }),
    ofToolbox,
  ),
  entry(
    "rehabilitation-coordinator",
    text("Rehabiliteringskoordinator", "Rehabilitation coordinator"),
    "tool",
    "staff",
    in2024("lines 57–180", { summary: text("En funktion i vården.", "A function in health care.") }),
    ofToolbox,
  ),
  entry(
    "jarva-steering-group",
    text("Styrgrupp för rehabarbetet i Järva", "Steering group for rehabilitation in Järva"),
    "tool",
    "organisations",
    in2024("lines 57–180", {
      summary: text(
        "Socialtjänst, hälso- och sjukvård och Jobbtorg möts fyra gånger om året.",
        "Social services, health care and the job centre meet four times a year.",
      ),
      partners: ["social-services", "region", "job-centre"],
    }),
    ofToolbox,
  ),
  entry("afu", text("AFU", "AFU"), "tool", "individuals", in2024("lines 317–325", {}), ofToolbox),
  entry(
    "deepened-collaboration",
    text("Fördjupad samverkan", "Deepened collaboration"),
    "tool",
    "individuals",
    in2024("lines 317–323", {}),
    ofToolbox,
  ),
  entry(
    "progression-plan",
    text("Progressionsplan", "Progression plan"),
    "tool",
    "individuals",
    in2024("lines 323–325", {}),
    ofToolbox,
  ),
  entry(
    "nohra",
    text("NÖHRA", "NÖHRA"),
    "method",
    "staff",
    in2024("lines 57–180", {
      summary: text("Metod för analys varje tertial.", "A method of analysis every four months."),
    }),
    ofToolbox,
  ),
  entry(
    "bra-conversations",
    text("BRA-samtal", "BRA conversations"),
    "method",
    "individuals",
    in2024("lines 57–180", {
      summary: text("Samtal om barn som är anhöriga.", "Conversations about children who are next of kin."),
    }),
    ofToolbox,
  ),
  entry(
    "globen-model",
    text("Globenmodellen", "The Globen model"),
    "model",
    "organisations",
    in2024("lines 57–180", {}),
    ofToolbox,
  ),
] as const;
