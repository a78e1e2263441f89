import * as z from "zod";
import { Failure } from "./failure.ts";
import { inputJson } from "./input-file.ts";
import type { Session } from "./session.ts";

/** The people of a JSON file that somebody named, unread. */
export async function peopleIn(file: string): Promise<readonly unknown[]> {
  const people = z.array(z.unknown()).safeParse(await inputJson(file));
  if (people.success) return people.data;
  throw new Failure({
    sv: `Filen ${file} ska innehålla en lista med personer: [{ "id": … }, …].`,
    en: `The file ${file} should hold an array of people: [{ "id": … }, …].`,
  });
}

/** Mentions facts that no rule asks for, so that a misspelling is seen. */
export function tellNotAsked(session: Session, facts: ReadonlySet<string>): void {
  if (facts.size === 0) return;
  const names = [...facts].join(", ");
  session.tell({
    sv: `Profilens regler frågar inte efter: ${names}.`,
    en: `The rules of the profile do not ask for: ${names}.`,
  });
}
