import { checkPrintedFigures } from "@finsam/gender-reporting";
import { CheckDocument, documentText } from "../documents.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { inputFile } from "../input-file.ts";
import { readPrintedFigures } from "../printed-figures-file.ts";
import type { Session } from "../session.ts";

/** Finds where printed figures contradict each other. */
export async function checkCommand(
  session: Session,
  file: string,
  options: { readonly json?: true },
): Promise<ExitCode> {
  const { figures, refused } = readPrintedFigures(file, await inputFile(file));
  const document: CheckDocument = { findings: [...checkPrintedFigures(figures)], refused: [...refused] };
  session.print(
    options.json === true ? documentText(CheckDocument, document) : inWords(document, figures.length, session),
  );
  for (const { line, column, message } of refused)
    session.tell({
      sv: `Rad ${line}${column === undefined ? "" : `, ${column}`}: ${message.sv}`,
      en: `Line ${line}${column === undefined ? "" : `, ${column}`}: ${message.en}`,
    });
  if (refused.length > 0) return exitCodes.badInput;
  return document.findings.length > 0 ? exitCodes.findings : exitCodes.fine;
}

function inWords({ findings }: CheckDocument, lines: number, { language }: Session): string {
  const count = findings.length;
  const head = {
    sv: count === 0 ? `Inga motsägelser i ${lines} rader.` : `${count} motsägelser i ${lines} rader:`,
    en: count === 0 ? `No contradictions in ${lines} lines.` : `${count} contradictions in ${lines} lines:`,
  }[language];
  return [
    head,
    ...findings.map(
      ({ section, table, category, message }) => `${section}, ${table}, ${category}\n  ${message[language]}`,
    ),
  ].join("\n\n");
}
