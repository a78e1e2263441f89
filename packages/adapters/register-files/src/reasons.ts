import type { Text } from "@finsam/model";

/**
 * Why a row is refused and what to do about it. No value of a row stands in these texts, nor a list of the answers that would have been
 * right: the profile has them.
 */
export const reasons = {
  wrongNumberOfColumns: (expected: number, found: number): Text => ({
    sv: `Raden har ${found} kolumner och rubrikraden ${expected}. Sätt citattecken runt en cell som innehåller kolumnavgränsaren.`,
    en: `The row has ${found} columns and the line of headings has ${expected}. Put quotation marks around a cell that holds the column separator.`,
  }),
  notText: {
    sv: "Cellen har tecken som inte är text i filens teckenkodning. Skriv om cellen, och spara filen som CSV UTF-8.",
    en: "The cell holds characters that are not text in the encoding of the file. Write the cell again, and save the file as CSV UTF-8.",
  },
  unclosedQuote: {
    sv: "Ett citattecken öppnar en cell som inte avslutas rätt. Avsluta cellen med citattecken direkt före kolumnavgränsaren, och skriv citattecken inuti den dubbelt.",
    en: "A quotation mark opens a cell that is not closed properly. Close it with a quotation mark directly before the column separator, and double those inside it.",
  },
  misplacedQuote: {
    sv: "Ett citattecken står mitt i en cell som inte börjar med citattecken. Sätt citattecken runt hela cellen och skriv det inuti dubbelt.",
    en: "A quotation mark stands inside a cell that does not begin with one. Put quotation marks around the whole cell and double the one inside.",
  },
  rowTooLong: {
    sv: "Raden är längre än en mebibyte. Dela upp den eller ta bort det som inte hör till registret.",
    en: "The row is longer than a mebibyte. Divide it, or remove what does not belong to the register.",
  },
  missingValue: {
    sv: "Cellen är tom. Uppgiften behövs: fyll i den.",
    en: "The cell is empty. It is needed: fill it in.",
  },
  missingProtection: {
    sv: "Cellen är tom. Ange om personen har skyddade personuppgifter: tystnad är inget nej.",
    en: "The cell is empty. State whether the person has protected identity: silence is not a no.",
  },
  missingSex: {
    sv: "Cellen är tom. Ange kön, eller säg i profilen under register.sexes vad en tom cell betyder.",
    en: "The cell is empty. State the sex, or say in the profile under register.sexes what an empty cell means.",
  },
  badId: {
    sv: "Ett id är högst 200 tecken på en rad, utan radbrytning eller tabb. Rätta cellen.",
    en: "An id has at most 200 characters on one line, without line breaks and tabs. Correct the cell.",
  },
  looksLikeIdentityNumber: {
    sv: "Cellen ser ut att ha ett personnummer eller samordningsnummer. Ersätt det med en pseudonym, eller säg i profilen att registret har personnummer (register.personIs).",
    en: "The cell seems to hold a personal identity number. Replace it with a pseudonym, or say in the profile that the register holds identity numbers (register.personIs).",
  },
  identityNumberAsId: {
    sv: "Cellen ser ut att ha ett personnummer eller samordningsnummer, som inte får användas här. Byt det, till exempel mot ett löpnummer med en bokstav först.",
    en: "The cell seems to hold a personal identity number, which may not be used here. Replace it, for instance with a serial number that begins with a letter.",
  },
  unknownCode: (list: Text): Text => ({
    sv: `Svaret finns inte i kodlistan ${list.sv}. Skriv ett som finns där, eller lägg till stavningen i profilen.`,
    en: `The answer is not in the code list ${list.en}. Write one that is, or add the spelling to the profile.`,
  }),
  unknownSex: {
    sv: "Profilen har ingen sådan beteckning för kön. Rätta cellen, eller lägg till beteckningen under register.sexes i profilen.",
    en: "The profile has no such label for a sex. Correct the cell, or add the label to the profile under register.sexes.",
  },
  unknownAnswer: {
    sv: "Svaret är varken ett ja eller ett nej som profilen känner. Rätta cellen, eller lägg till stavningen under register.yes eller register.no.",
    en: "The answer is neither a yes nor a no that the profile knows. Correct the cell, or add the spelling under register.yes or register.no.",
  },
  noneWithOther: {
    sv: "Ingen försörjning står tillsammans med en försörjning. Behåll det ena.",
    en: "No support stands together with a support. Keep the one or the other.",
  },
  notANumber: {
    sv: "Det är inte ett tal som bara kan läsas på ett sätt. Skriv det med siffror och högst ett decimalkomma, utan mellanrum.",
    en: "It is not a number that can be read in one way only. Write it in digits with at most one decimal comma, without spaces.",
  },
  endBeforeStart: {
    sv: "Deltagandet slutar före sin första dag. Rätta start eller slut.",
    en: "The participation ends before its first day. Correct the start or the end.",
  },
  endWithoutStart: {
    sv: "Deltagandet har ett slut men ingen start. Ange starten, eller ta bort slutet.",
    en: "The participation has an end and no start. Give the start, or remove the end.",
  },
  bornAfterStart: {
    sv: "Personen är född efter deltagandets första dag. Rätta födelsedatum eller start.",
    en: "The person was born after the first day of the participation. Correct the date of birth or the start.",
  },
  duplicateParticipation: (place: Text): Text => ({
    sv: `Deltagandets id finns redan på ${place.sv}. Ta bort den ena raden, eller ge den ett eget id.`,
    en: `The id of the participation is already on ${place.en}. Remove one of the rows, or give it an id of its own.`,
  }),
  otherPersonInStore: {
    sv: "Lagret har redan detta deltagande för en annan person. Rätta deltagandets id eller personen eller, om det sparades med fel person, radera den personen först.",
    en: "The store has this participation already, for another person. Correct its id or the person or, if it was saved with the wrong person, erase that person first.",
  },
  otherBirthDate: (place: Text): Text => ({
    sv: `Samma person har ett annat födelsedatum på ${place.sv}. Rätta det som är fel.`,
    en: `The same person has another date of birth on ${place.en}. Correct the one that is wrong.`,
  }),
  otherSex: (place: Text): Text => ({
    sv: `Samma person har ett annat kön på ${place.sv}. Rätta det som är fel.`,
    en: `The same person has another sex on ${place.en}. Correct the one that is wrong.`,
  }),
  invalidRecord: (places: readonly string[]): Text => ({
    sv: `Raden blir ingen giltig post: ${places.join(", ")}. Rätta cellerna.`,
    en: `The row does not make a valid record: ${places.join(", ")}. Correct the cells.`,
  }),
} as const;

/** What to look at in rows that were saved. */
export const remarkTexts = {
  "consent-missing": {
    sv: "Samtycke saknas. Deltagandet räknas och följs inte upp.",
    en: "Consent is missing. The participation is counted and not followed up.",
  },
  "fact-changed": {
    sv: "En tidigare rad om samma person säger något annat. Den senare raden gäller.",
    en: "An earlier row about the same person says otherwise. The later row holds.",
  },
} as const satisfies Readonly<Record<string, Text>>;
