import { sameValue } from "../same-value.ts";

// Plain assertions, so that the suite runs under any test runner and on any platform. They may print what they compare: the records of
// the suite are invented.

/** Fails unless the two are the same by content. */
export function same(actual: unknown, expected: unknown, what: string): void {
  if (!sameValue(actual, expected)) throw new Error(`${what}: expected ${shown(expected)}, got ${shown(actual)}`);
}

/** Fails unless it holds. */
export function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(`${what}: it is not so`);
}

/** What a promise is rejected with; fails when it is fulfilled. */
export async function rejection(promise: Promise<unknown>, what: string): Promise<unknown> {
  const [outcome] = await Promise.allSettled([promise]);
  if (outcome.status === "fulfilled") throw new Error(`${what}: it did not fail`);
  return outcome.reason;
}

/** The `code` of what a promise is rejected with. */
export async function rejectionCode(promise: Promise<unknown>, what: string): Promise<unknown> {
  const error = await rejection(promise, what);
  return typeof error === "object" && error !== null && "code" in error ? error.code : error;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}
