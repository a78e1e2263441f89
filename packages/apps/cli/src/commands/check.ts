import { checkPrintedDocument } from "@finsam/gender-reporting";
import { checkInWords } from "../check-in-words.ts";
import { CheckDocument, documentText } from "../documents.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { inputFile } from "../input-file.ts";
import { readPrintedFigures } from "../printed-figures-file.ts";
import type { Session } from "../session.ts";

/** Finds where printed figures contradict each other, and the smallest explanations. */
export async function checkCommand(
  session: Session,
  file: string,
  options: { readonly json?: true },
): Promise<ExitCode> {
  const { document: printed, refused } = readPrintedFigures(file, await inputFile(file));
  const { findings, openPercentages, notPrinted } = checkPrintedDocument(printed);
  const document: CheckDocument = {
    findings: [...findings],
    openPercentages: [...openPercentages],
    notPrinted: [...notPrinted],
    refused: [...refused],
  };
  session.print(
    options.json === true
      ? documentText(CheckDocument, document)
      : checkInWords(document, printed.figures.length, session.language),
  );
  for (const { line, column, message } of refused)
    session.tell({
      sv: `Rad ${line}${column === undefined ? "" : `, ${column}`}: ${message.sv}`,
      en: `Line ${line}${column === undefined ? "" : `, ${column}`}: ${message.en}`,
    });
  for (const { section, table, category = "all" } of notPrinted)
    session.tell({
      sv: `En länk pekar på ${section}, ${table}, ${category}, som inte är tryckt. Länken är inte prövad.`,
      en: `A link points to ${section}, ${table}, ${category}, which is not printed. The link is not checked.`,
    });
  if (refused.length > 0 || notPrinted.length > 0) return exitCodes.badInput;
  return document.findings.length > 0 ? exitCodes.findings : exitCodes.fine;
}
