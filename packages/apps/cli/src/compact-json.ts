/**
 * A value as JSON for people who edit it: what fits on a line of 120 characters stands on one, and the rest is opened.
 */
export const compactJson = (value: unknown): string => `${written(value, 0, 0, true)}\n`;

const lineLength = 120;

function written(value: unknown, depth: number, before: number, open = false): string {
  const whole = onOneLine(value);
  // A comma may follow.
  const fits = depth * 2 + before + whole.length < lineLength;
  if (typeof value !== "object" || value === null || (fits && !open)) return whole;
  const pad = "  ".repeat(depth + 1);
  const end = "  ".repeat(depth);
  if (Array.isArray(value))
    return `[\n${value.map((one) => `${pad}${written(one, depth + 1, 0)}`).join(",\n")}\n${end}]`;
  const lines = Object.entries(value).map(([key, part]) => {
    const name = `${JSON.stringify(key)}: `;
    return `${pad}${name}${written(part, depth + 1, name.length)}`;
  });
  return `{\n${lines.join(",\n")}\n${end}}`;
}

function onOneLine(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  const parts = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${onOneLine(part)}`);
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}
