/**
 * A text in lines of at most so many characters, broken between words; a word that is longer than a line is broken where the line
 * ends. A chart cannot wrap its own texts, so it is given lines.
 */
export function wrapped(text: string, characters: number): readonly string[] {
  const lines: string[] = [];
  let left = 0;
  for (const word of text.split(/\s+/u).flatMap((whole) => pieces(whole, characters))) {
    const length = lengthOf(word);
    if (length < left) {
      lines.push(`${lines.pop()} ${word}`);
      left -= length + 1;
    } else {
      lines.push(word);
      left = characters - length;
    }
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
