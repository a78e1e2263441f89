import { vi } from "vitest";

/**
 * Lets functions be made from text as before, and keeps the texts, and the names of the functions made that were called. Ends with
 * `vi.unstubAllGlobals`.
 */
export function watchGeneratedCode() {
  const texts: string[] = [];
  const calls: string[] = [];
  const counted = ([name, made]: readonly [string, unknown]) => {
    if (typeof made !== "function") return [name, made];
    const call = (...given: readonly unknown[]) => {
      calls.push(name);
      return made(...given);
    };
    return [name, call];
  };
  const watched = (made: unknown) =>
    typeof made === "object" && made !== null ? Object.fromEntries(Object.entries(made).map(counted)) : made;
  const construct = (real: FunctionConstructor, parts: readonly string[]) => {
    texts.push(parts.at(-1) ?? "");
    const made = new real(...parts);
    return (...given: readonly unknown[]) => watched(made(...given));
  };
  vi.stubGlobal("Function", new Proxy(Function, { construct }));
  return { texts, calls };
}

/** Forbids functions made from text, as a content security policy does. */
export function forbidGeneratedCode(): void {
  const construct = () => {
    throw new EvalError("Code generation from strings disallowed for this context");
  };
  vi.stubGlobal("Function", new Proxy(Function, { construct }));
}
