/**
 * A text in lines of at most so many characters, broken between words; a word that is longer than a line is broken where the line
 * ends. A chart cannot wrap its own texts, so it is given lines.
 */
export function wrapped(text: string, characters: number): readonly string[] {
  const words = text.split(/\s+/u).flatMap((word) => pieces(word, characters));
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && lengthOf(line) + 1 + lengthOf(word) <= characters)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function pieces(word: string, characters: number): readonly string[] {
  const letters = [...word];
  const count = Math.ceil(letters.length / characters);
  return Array.from({ length: count }, (_, index) =>
    letters.slice(index * characters, (index + 1) * characters).join(""),
  );
}

const lengthOf = (text: string): number => [...text].length;
