/**
 * Whether functions may be made from text here. A content security policy, or the runtime, may forbid it; there is no way to know but
 * to try.
 */
export function mayGenerateCode(): boolean {
  try {
    return new Function("return true")() === true;
  } catch {
    return false;
  }
}

/**
 * A function made from lines of text. The text is made from operators and numbers of this package only: names and values of a rule, a
 * vocabulary or a person are handed over in `slots`, where the text knows them as s0, s1 …, and never become part of it.
 */
export class GeneratedText {
  readonly #lines: string[] = [];
  readonly #slots: unknown[] = [];

  /** Adds lines. */
  add(...lines: readonly string[]): void {
    this.#lines.push(...lines);
  }

  /** Hands a value over, and gives the name that the text has for it. */
  slot(value: unknown): string {
    return `s${this.#slots.push(value) - 1}`;
  }

  /** What the text, run as the body of a function, returns. */
  run(): unknown {
    const names = this.#slots.map((_, index) => `s${index}`);
    const text = ['"use strict";', `const [${names.join(", ")}] = slots;`, ...this.#lines].join("\n");
    return new Function("slots", text)(this.#slots);
  }
}
