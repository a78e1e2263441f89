import { CalendarDate, type Language, Language as LanguageSchema } from "@finsam/model";
import { ReportFormat } from "@finsam/report-files";
import { Argument, Command, Help, InvalidArgumentError, Option } from "commander";
import { helpTitles, commandTexts as texts } from "./command-texts.ts";
import { analyseCommand } from "./commands/analyse.ts";
import { assessCommand } from "./commands/assess.ts";
import { catalogueCommand } from "./commands/catalogue.ts";
import { checkCommand } from "./commands/check.ts";
import { countCommand } from "./commands/count.ts";
import { dueCommand } from "./commands/due.ts";
import { exportCommand } from "./commands/export.ts";
import { fundingCommand } from "./commands/funding.ts";
import { historyCommand } from "./commands/history.ts";
import { importCommand } from "./commands/import.ts";
import { initCommand } from "./commands/init.ts";
import { matchCommand } from "./commands/match.ts";
import { mergeCommand } from "./commands/merge.ts";
import { nationalCountCommand } from "./commands/national-count.ts";
import { profileCommand } from "./commands/profile.ts";
import { progressCommand } from "./commands/progress.ts";
import { reconcileCommand } from "./commands/reconcile.ts";
import { reportCommand } from "./commands/report.ts";
import { restoreCommand } from "./commands/restore.ts";
import { rulebookCommand } from "./commands/rulebook.ts";
import { simulateCommand } from "./commands/simulate.ts";
import { timelineCommand } from "./commands/timeline.ts";
import { vectorsCommand } from "./commands/vectors.ts";
import { verifyCommand } from "./commands/verify.ts";
import type { ExitCode } from "./exit-code.ts";
import { Failure } from "./failure.ts";
import type { Session } from "./session.ts";

/** The command with its subcommands, options and help, in the language of the session. `finish` gets the answer to the shell. */
export function programFor(session: Session, version: string, finish: (code: ExitCode) => void): Command {
  const say = (key: keyof typeof texts): string => texts[key][session.language];
  const option = (flags: string, key: keyof typeof texts) => new Option(flags, say(key));
  const whole = wholeNumber(session.language);
  const day = calendarDate(session.language);
  const json = option("--json", "json");
  const store = option("--store <store>", "store");
  const on = option("--on <date>", "on").argParser(day);
  const year = option("--year <year>", "year").argParser(whole);
  const countedYear = option("--year <year>", "countedYear").argParser(whole);
  const threshold = option("--threshold <count>", "threshold").argParser(whole);
  const rule = option("--rule <rule>", "rule");
  const profile = option("--profile <profile>", "profileOption").default("stockholm");
  const lang = option("--lang <lang>", "lang").choices(LanguageSchema.options);
  const key = option("--key <file>", "key");
  const formats = option("--formats <list>", "formats").argParser(reportFormats(session.language));

  const program = new Command("finsam")
    .description(say("finsam"))
    .version(version, "-V, --version", say("version"))
    .helpOption("-h, --help", say("help"))
    .helpCommand("help [command]", say("helpCommand"))
    .exitOverride()
    .configureOutput({ writeOut: session.print, writeErr: () => undefined })
    .configureHelp(helpIn(session.language))
    .addHelpText("after", `\n${say("exitCodes")}`);

  const subcommand = (name: string, key: keyof typeof texts, example: string): Command =>
    program
      .command(name)
      .description(say(key))
      .helpOption("-h, --help", say("help"))
      .addHelpText("after", `\n${say("examples")}:\n  ${example}`);

  subcommand("import", "import", "finsam import register-2021.csv --store sqlite:register.db")
    .addArgument(new Argument("<file...>", say("file")))
    .addOption(store)
    .addOption(profile)
    .addOption(key)
    .action(async (files: readonly string[], options) =>
      finish(await importCommand(session, files, given("import", options, "store"))),
    );

  subcommand("history", "history", "finsam history --store sqlite:register.db")
    .addOption(store)
    .action(async (options) => finish(await historyCommand(session, given("history", options, "store"))));

  subcommand("verify", "verify", "finsam verify --store sqlite:register.db")
    .addOption(store)
    .action(async (options) => finish(await verifyCommand(session, given("verify", options, "store"))));

  subcommand("export", "export", "finsam export register.jsonl --store sqlite:register.db")
    .addArgument(new Argument("<file>", say("exported")))
    .addOption(store)
    .action(async (file: string, options) =>
      finish(await exportCommand(session, file, given("export", options, "store"))),
    );

  subcommand("restore", "restore", "finsam restore register.jsonl --store sqlite:new.db")
    .addArgument(new Argument("<file>", say("exported")))
    .addOption(store)
    .action(async (file: string, options) =>
      finish(await restoreCommand(session, file, given("restore", options, "store"))),
    );

  subcommand("report", "report", "finsam report register-2021.csv --year 2021 --out report-2021")
    .addArgument(new Argument("[file...]", say("file")))
    .addOption(year)
    .addOption(option("--out <folder>", "out"))
    .addOption(formats)
    .addOption(option("--compare <year>", "compare").argParser(whole))
    .addOption(option("--earlier <report>", "earlier").argParser(collected))
    .addOption(store)
    .addOption(profile)
    .addOption(threshold)
    .addOption(key)
    .action(async (files: readonly string[], options) =>
      finish(await reportCommand(session, files, given("report", options, "year"))),
    );

  subcommand("count", "count", "finsam count register-2021.csv --year 2021 --out count-2021.json")
    .addArgument(new Argument("[file...]", say("file")))
    .addOption(countedYear)
    .addOption(option("--out <file>", "outCount"))
    .addOption(store)
    .addOption(profile)
    .addOption(key)
    .action(async (files: readonly string[], options) =>
      finish(await countCommand(session, files, given("count", options, "year"))),
    );

  subcommand("merge", "merge", "finsam merge north.json south.json --year 2021 --out report-2021")
    .addArgument(new Argument("<count...>", say("counts")))
    .addOption(year)
    .addOption(option("--out <folder>", "out"))
    .addOption(formats)
    .addOption(profile)
    .addOption(threshold)
    .action(async (files: readonly string[], options) =>
      finish(await mergeCommand(session, files, given("merge", options, "year"))),
    );

  subcommand("national-count", "nationalCount", "finsam national-count register-2021.csv --year 2021")
    .addArgument(new Argument("[file...]", say("file")))
    .addOption(countedYear)
    .addOption(store)
    .addOption(profile)
    .addOption(key)
    .action(async (files: readonly string[], options) =>
      finish(await nationalCountCommand(session, files, given("national-count", options, "year"))),
    );

  subcommand("assess", "assess", "finsam assess people.json --rule target-group --on 2024-03-01")
    .addArgument(new Argument("<file>", say("people")))
    .addOption(rule)
    .addOption(on)
    .addOption(profile)
    .action(async (file: string, options) =>
      finish(await assessCommand(session, file, given("assess", options, "rule", "on"))),
    );

  subcommand(
    "simulate",
    "simulate",
    "finsam simulate --rule target-group --set ages=18-65 --on 2024-03-01 --store sqlite:register.db",
  )
    .addArgument(new Argument("[file...]", say("simulated")))
    .addOption(rule)
    .addOption(option("--set <name=value>", "set").argParser(collected))
    .addOption(on)
    .addOption(store)
    .addOption(profile)
    .addOption(threshold)
    .addOption(key)
    .action(async (files: readonly string[], options) =>
      finish(await simulateCommand(session, files, given("simulate", options, "rule", "set", "on"))),
    );

  subcommand("match", "match", "finsam match people.json --on 2023-09-01 --need job-focused")
    .addArgument(new Argument("[file]", say("matched")))
    .addOption(on)
    .addOption(option("--need <focus>", "need").argParser(collected))
    .addOption(store)
    .addOption(option("--person <person>", "personOption"))
    .addOption(profile)
    .action(async (file: string | undefined, options) =>
      finish(await matchCommand(session, file, given("match", options, "on"))),
    );

  subcommand("due", "due", "finsam due follow-ups.json --on 2023-10-25 --ics due.ics")
    .addArgument(new Argument("[file]", say("dueFile")))
    .addOption(on)
    .addOption(option("--ics <file>", "ics"))
    .addOption(store)
    .addOption(profile)
    .action(async (file: string | undefined, options) =>
      finish(await dueCommand(session, file, given("due", options, "on"))),
    );

  subcommand("timeline", "timeline", "finsam timeline person.json --on 2024-06-30 --out timeline.svg")
    .addArgument(new Argument("[file]", say("pathwayFile")))
    .addOption(on)
    .addOption(option("--out <file>", "picture"))
    .addOption(option("--gap <days>", "gap").argParser(whole))
    .addOption(store)
    .addOption(option("--person <person>", "personOption"))
    .addOption(profile)
    .action(async (file: string | undefined, options) =>
      finish(await timelineCommand(session, file, given("timeline", options, "on"))),
    );

  subcommand("progress", "progress", "finsam progress measurements.csv --on 2024-12-31")
    .addArgument(new Argument("[file]", say("measurements")))
    .addOption(option("--on <date>", "onMeasured").argParser(day))
    .addOption(option("--instrument <instrument>", "instrument").default("bip"))
    .addOption(store)
    .addOption(option("--person <person>", "ownProgress"))
    .addOption(profile)
    .addOption(threshold)
    .action(async (file: string | undefined, options) =>
      finish(await progressCommand(session, file, given("progress", options, "on"))),
    );

  subcommand("funding", "funding", "finsam funding funding-2024.json --on 2025-03-31")
    .addArgument(new Argument("<file>", say("money")))
    .addOption(on)
    .addOption(profile)
    .action(async (file: string, options) =>
      finish(await fundingCommand(session, file, given("funding", options, "on"))),
    );

  subcommand("catalogue", "catalogue", "finsam catalogue unga utan arbete --age 24 --on 2021-09-01")
    .addArgument(new Argument("[words...]", say("searched")))
    .addOption(option("--on <date>", "onOptional").argParser(day))
    .addOption(option("--age <years>", "age").argParser(whole))
    .addOption(option("--focus <focus>", "focus"))
    .addOption(option("--place <place>", "place"))
    .addOption(profile)
    .action(async (words: readonly string[], options) => finish(await catalogueCommand(session, words, options)));

  subcommand("check", "check", "finsam check published-figures-2021.csv")
    .addArgument(new Argument("<file>", say("figures")))
    .action(async (file: string, options) => finish(await checkCommand(session, file, options)));

  subcommand("reconcile", "reconcile", "finsam reconcile own.csv national.csv --out differences.csv")
    .addArgument(new Argument("<own>", say("own")))
    .addArgument(new Argument("<other>", say("other")))
    .addOption(option("--out <file>", "outList"))
    .addOption(option("--days <days>", "days").argParser(whole))
    .addOption(profile)
    .addOption(option("--other-profile <profile>", "otherProfile"))
    .addOption(key)
    .action(async (own: string, other: string, options) =>
      finish(await reconcileCommand(session, own, other, options)),
    );

  subcommand("vectors", "vectors", "finsam vectors --rule target-group > target-group.json")
    .addOption(rule)
    .addOption(profile)
    .action(async (options) => finish(await vectorsCommand(session, given("vectors", options, "rule"))));

  subcommand("analyse", "analyse", "finsam analyse --profile our-association.json")
    .addOption(profile)
    .action(async (options) => finish(await analyseCommand(session, options)));

  subcommand("rulebook", "rulebook", "finsam rulebook --profile our-association.json --out rulebook")
    .addOption(option("--out <folder>", "outBook"))
    .addOption(profile)
    .action(async (options) => finish(await rulebookCommand(session, given("rulebook", options, "out"))));

  subcommand("init", "init", 'finsam init --id our-association --name "Our association"')
    .addOption(option("--id <id>", "idOption"))
    .addOption(option("--name <name>", "nameOption"))
    .addOption(option("--out <file>", "outProfile"))
    .action(async (options) => finish(await initCommand(session, given("init", options, "id", "name"))));

  subcommand("profile", "profile", "finsam profile stockholm > our-association.json")
    .addArgument(new Argument("[profile]", say("profileName")).default("stockholm"))
    .action(async (name: string) => finish(await profileCommand(session, name)));

  // Last in the help of each. What init writes is JSON already.
  for (const command of program.commands) {
    command.addOption(lang);
    if (command.name() !== "init") command.addOption(json);
  }
  return program;
}

/** The options, when those that a command cannot do without are among them. */
function given<Options extends object>(command: string, options: Options, ...required: readonly string[]): Options {
  const missing = required.find((name) => !Object.hasOwn(options, name));
  if (missing === undefined) return options;
  throw new Failure({
    sv: `--${missing} saknas. Se finsam ${command} --help.`,
    en: `--${missing} is missing. See finsam ${command} --help.`,
  });
}

/** How help pages are written in a language: commander knows English only. */
const helpIn = (language: Language): Partial<Help> => {
  const translated = (usage: string): string =>
    language === "sv" ? usage.replace("[options]", "[flaggor]").replace("[command]", "[kommando]") : usage;
  const plain = new Help();
  return {
    styleTitle: (title) => helpTitles[title]?.[language] ?? title,
    commandUsage: (command) => translated(plain.commandUsage(command)),
    subcommandTerm: (command) => translated(plain.subcommandTerm(command)),
    optionDescription: ({ description, defaultValue }) =>
      defaultValue === undefined
        ? description
        : `${description} (${{ sv: "annars", en: "default" }[language]}: ${defaultValue})`,
    argumentDescription: ({ description }) => description,
  };
};

/** An option that can be given several times. */
const collected = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

const wholeNumber =
  (language: Language) =>
  (text: string): number => {
    if (/^\d{1,9}$/.test(text)) return Number(text);
    throw new InvalidArgumentError({ sv: "Ange ett heltal.", en: "Give a whole number." }[language]);
  };

/** Formats with commas between, each of those that a report is written in. */
const reportFormats =
  (language: Language) =>
  (text: string): readonly ReportFormat[] => {
    const read = ReportFormat.array().min(1).safeParse(text.split(","));
    if (read.success) return read.data;
    const known = ReportFormat.options.join(",");
    throw new InvalidArgumentError({ sv: `Ange några av ${known}.`, en: `Name some of ${known}.` }[language]);
  };

const calendarDate =
  (language: Language) =>
  (text: string): string => {
    if (CalendarDate.safeParse(text).success) return text;
    throw new InvalidArgumentError(
      { sv: "Ange ett datum som finns, ÅÅÅÅ-MM-DD.", en: "Give a date that exists, YYYY-MM-DD." }[language],
    );
  };
