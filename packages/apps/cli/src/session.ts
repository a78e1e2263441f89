import type { Language, Text } from "@finsam/model";

/** Where a command writes, and what it knows of its surroundings. */
export interface Surroundings {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Partial<Record<string, string>>>;
  /** Whether a person watches standard error. */
  readonly isTerminal: boolean;
}

/** One run of the command, in one language. */
export interface Session {
  readonly language: Language;
  readonly isTerminal: boolean;
  /** Writes a document, or lines for a person, to standard output. */
  readonly print: (text: string) => void;
  /** Writes a line for a person to standard error. */
  readonly tell: (text: Text) => void;
  /** Writes progress over the line that stands; nothing where nobody watches. */
  readonly progress: (text: Text) => void;
}

/** Begins a session that speaks a language. */
export function startSession({ out, err, isTerminal }: Surroundings, language: Language): Session {
  let progressStands = false;
  const endProgress = () => {
    if (progressStands) err("\n");
    progressStands = false;
  };
  return {
    language,
    isTerminal,
    print: (text) => {
      endProgress();
      out(text.endsWith("\n") ? text : `${text}\n`);
    },
    tell: (text) => {
      endProgress();
      err(`${text[language]}\n`);
    },
    progress: (text) => {
      if (!isTerminal) return;
      err(`\r${text[language]}`);
      progressStands = true;
    },
  };
}

/** The language to speak: `--lang` where it is given, else that of the surroundings, English if they speak neither. */
export function languageOf(argv: readonly string[], env: Surroundings["env"]): Language {
  const at = argv.findIndex((argument) => argument === "--lang" || argument.startsWith("--lang="));
  const given = at === -1 ? undefined : (argv[at]?.split("=")[1] ?? argv[at + 1]);
  if (given === "sv" || given === "en") return given;
  const { LC_ALL, LC_MESSAGES, LANG } = env;
  const locale = LC_ALL ?? LC_MESSAGES ?? LANG ?? "";
  return locale.toLowerCase().startsWith("sv") ? "sv" : "en";
}
