import type { Text } from "@finsam/model";
import type { CommanderError } from "commander";

/** What was wrong with how the command was used, with the name of the option and what to do. */
export function usageText({ code, message }: CommanderError): Text {
  const en = message.replace(/^error: /, "");
  const [first = "", second = ""] = [...en.matchAll(/'([^']*)'/g)].map(([, quoted]) => quoted);
  const remedy = en.match(/\((Did you mean .*)\)/)?.[1]?.replace("Did you mean", "Menade du");
  const help: Text = { sv: "Se finsam --help.", en: "See finsam --help." };
  const sv = swedish[code]?.(first, second, en);
  return {
    sv: sv === undefined ? `${en}. ${help.sv}` : `${sv}${remedy === undefined ? "" : ` ${remedy}`} ${help.sv}`,
    en: `${en.charAt(0).toUpperCase()}${en.slice(1).replaceAll("\n", " ")}${/[.?)]$/.test(en) ? "" : "."} ${help.en}`,
  };
}

const swedish: Readonly<Record<string, (first: string, second: string, message: string) => string>> = {
  "commander.unknownOption": (option) => `Det finns ingen flagga ${option}.`,
  "commander.unknownCommand": (command) => `Det finns inget kommando ${command}.`,
  "commander.missingArgument": (argument) => `Argumentet ${argument} saknas.`,
  "commander.optionMissingArgument": (option) => `Flaggan ${option} behöver ett värde.`,
  "commander.excessArguments": () => "För många argument.",
  "commander.invalidArgument": (option, value, message) =>
    `${option}: "${value}" går inte att använda. ${message.split("is invalid. ")[1] ?? ""}`.trim(),
};
