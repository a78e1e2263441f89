import { CodeId, Text } from "@finsam/model";
import * as z from "zod";

const holdsValue = (text: string): boolean => text.includes("{value}");

/** A text with `{value}` where the value is to stand. */
const WithValue = Text.refine(({ sv, en }) => holdsValue(sv) && holdsValue(en), {
  error: "a phrase holds {value} where the value is to stand, in both languages",
});

/*
 * How a fact is spoken of in a sentence about "personen", "the person". All of it is optional: without phrases a fact is called by its
 * label, which is correct and stiff.
 */

/** Of a yes-or-no fact: what follows "The person", as in "has ill health" and "does not have ill health". */
export const AnswerPhrases = z.strictObject({ yes: Text, no: Text });

/**
 * Of codes: what follows "The person", as in "lives in {value}"; what follows "It is not known", as in "where the person lives"; and what
 * to call codes in a sentence, where that is not their label.
 */
export const CodePhrases = z.strictObject({
  is: WithValue,
  asks: Text,
  names: z.record(CodeId, Text).optional(),
});

/**
 * Of a number, completed years or a date: what follows "The person", as in "is {value} old"; what follows "It is not known", as in "how old
 * the person is"; and what is measured, as in "the age".
 */
export const MeasurePhrases = z.strictObject({ is: WithValue, asks: Text, measure: Text });
