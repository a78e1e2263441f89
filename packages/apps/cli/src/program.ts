import { CalendarDate, type Language, Language as LanguageSchema } from "@finsam/model";
import { Argument, Command, Help, InvalidArgumentError, Option } from "commander";
import { helpTitles, commandTexts as texts } from "./command-texts.ts";
import { analyseCommand } from "./commands/analyse.ts";
import { assessCommand } from "./commands/assess.ts";
import { checkCommand } from "./commands/check.ts";
import { importCommand } from "./commands/import.ts";
import { profileCommand } from "./commands/profile.ts";
import { reportCommand } from "./commands/report.ts";
import { simulateCommand } from "./commands/simulate.ts";
import { vectorsCommand } from "./commands/vectors.ts";
import type { ExitCode } from "./exit-code.ts";
import { Failure } from "./failure.ts";
import type { Session } from "./session.ts";

/** The command with its subcommands, options and help, in the language of the session. `finish` gets the answer to the shell. */
export function programFor(session: Session, version: string, finish: (code: ExitCode) => void): Command {
  const say = (key: keyof typeof texts): string => texts[key][session.language];
  const option = (flags: string, key: keyof typeof texts) => new Option(flags, say(key));
  const json = option("--json", "json");
  const profile = option("--profile <profile>", "profileOption").default("stockholm");
  const lang = option("--lang <lang>", "lang").choices(LanguageSchema.options);
  const key = option("--key <file>", "key");

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
    .addOption(option("--store <store>", "store"))
    .addOption(profile)
    .addOption(key)
    .addOption(lang)
    .addOption(json)
    .action(async (files: readonly string[], options) =>
      finish(await importCommand(session, files, given("import", options, "store"))),
    );

  subcommand("report", "report", "finsam report register-2021.csv --year 2021 --out report-2021")
    .addArgument(new Argument("[file...]", say("file")))
    .addOption(option("--year <year>", "year").argParser(wholeNumber(session.language)))
    .addOption(option("--out <folder>", "out"))
    .addOption(option("--store <store>", "store"))
    .addOption(profile)
    .addOption(option("--threshold <count>", "threshold").argParser(wholeNumber(session.language)))
    .addOption(key)
    .addOption(lang)
    .addOption(json)
    .action(async (files: readonly string[], options) =>
      finish(await reportCommand(session, files, given("report", options, "year"))),
    );

  subcommand("assess", "assess", "finsam assess people.json --rule target-group --on 2024-03-01")
    .addArgument(new Argument("<file>", say("people")))
    .addOption(option("--rule <rule>", "rule"))
    .addOption(option("--on <date>", "on").argParser(calendarDate(session.language)))
    .addOption(profile)
    .addOption(lang)
    .addOption(json)
    .action(async (file: string, options) =>
      finish(await assessCommand(session, file, given("assess", options, "rule", "on"))),
    );

  subcommand(
    "simulate",
    "simulate",
    "finsam simulate --rule target-group --set ages=18-65 --on 2024-03-01 --store sqlite:register.db",
  )
    .addArgument(new Argument("[file...]", say("simulated")))
    .addOption(option("--rule <rule>", "rule"))
    .addOption(option("--set <name=value>", "set").argParser(collected))
    .addOption(option("--on <date>", "on").argParser(calendarDate(session.language)))
    .addOption(option("--store <store>", "store"))
    .addOption(profile)
    .addOption(option("--threshold <count>", "threshold").argParser(wholeNumber(session.language)))
    .addOption(key)
    .addOption(lang)
    .addOption(json)
    .action(async (files: readonly string[], options) =>
      finish(await simulateCommand(session, files, given("simulate", options, "rule", "set", "on"))),
    );

  subcommand("check", "check", "finsam check published-figures-2021.csv")
    .addArgument(new Argument("<file>", say("figures")))
    .addOption(lang)
    .addOption(json)
    .action(async (file: string, options) => finish(await checkCommand(session, file, options)));

  subcommand("vectors", "vectors", "finsam vectors --rule target-group > target-group.json")
    .addOption(option("--rule <rule>", "rule"))
    .addOption(profile)
    .addOption(lang)
    .addOption(json)
    .action(async (options) => finish(await vectorsCommand(session, given("vectors", options, "rule"))));

  subcommand("analyse", "analyse", "finsam analyse --profile our-association.json")
    .addOption(profile)
    .addOption(lang)
    .addOption(json)
    .action(async (options) => finish(await analyseCommand(session, options)));

  subcommand("profile", "profile", "finsam profile stockholm > our-association.json")
    .addArgument(new Argument("[profile]", say("profileName")).default("stockholm"))
    .addOption(lang)
    .addOption(json)
    .action(async (name: string) => finish(await profileCommand(session, name)));

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

const calendarDate =
  (language: Language) =>
  (text: string): string => {
    if (CalendarDate.safeParse(text).success) return text;
    throw new InvalidArgumentError(
      { sv: "Ange ett datum som finns, ÅÅÅÅ-MM-DD.", en: "Give a date that exists, YYYY-MM-DD." }[language],
    );
  };
