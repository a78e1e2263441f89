import type { FactDefinition, Vocabulary } from "./vocabulary.ts";

/** The definition of a fact, or `undefined` when the vocabulary has no such fact. */
export function definitionOf(vocabulary: Vocabulary, fact: string): FactDefinition | undefined {
  return Object.hasOwn(vocabulary, fact) ? vocabulary[fact] : undefined;
}
