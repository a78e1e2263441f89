/** The answers of a cell that may hold several. An empty place between two separators states nothing. */
export const splitList = (cell: string, separator: string): readonly string[] =>
  cell
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
