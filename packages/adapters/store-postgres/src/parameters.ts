/** The parameters of a query as it is written, after the tenant, which is `$1`. */
interface OpenParameters {
  readonly values: (string | number)[];
  /** Takes a text and gives the SQL that stands for it, the same for the same text. */
  readonly bind: (text: string) => string;
}

export function openParameters(): OpenParameters {
  const values: (string | number)[] = [];
  const positions = new Map<string, number>();
  return {
    values,
    bind: (text) => {
      const position = positions.get(text) ?? values.push(text) + 1;
      positions.set(text, position);
      return `CAST($${position} AS text)`;
    },
  };
}
