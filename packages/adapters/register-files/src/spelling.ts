/** What is left of a heading or an answer when case and stray spaces do not matter. */
export const foldSpelling = (text: string): string => text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
