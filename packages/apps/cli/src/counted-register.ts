import { type Cube, countRows } from "@finsam/gender-reporting";
import type { Profile } from "@finsam/policy";
import type { OpenStore } from "@finsam/store";
import { Failure } from "./failure.ts";
import { anyRefused, importFiles, tellAccount } from "./import-files.ts";
import type { Session } from "./session.ts";
import { openStoreOption } from "./store-option.ts";

/** Where the register is that a command counts. */
export interface RegisterOptions {
  readonly store?: string;
  readonly key?: string;
}

/** A register that is open, and what its files lost on the way. */
export interface OpenRegister {
  readonly store: OpenStore;
  readonly refusedRows: number;
  /** Whether any row of the files was refused. */
  readonly incomplete: boolean;
}

/** Opens the register that was named, files read into it, for as long as the work takes. */
export async function withRegister<A>(
  session: Session,
  files: readonly string[],
  options: RegisterOptions,
  profile: Profile,
  work: (register: OpenRegister) => Promise<A>,
): Promise<A> {
  if (files.length === 0 && options.store === undefined)
    throw new Failure({
      sv: "Det finns inget att räkna: ange registerfiler, eller ett lager med --store sqlite:SÖKVÄG.",
      en: "There is nothing to count: name register files, or a store with --store sqlite:PATH.",
    });
  await using store = await openStoreOption(options.store, files.length === 0 ? "read" : "write", profile.id);
  const account = files.length === 0 ? undefined : await importFiles(session, store, files, profile, options.key);
  if (account !== undefined) tellAccount(session, account);
  return await work({
    store,
    refusedRows: account?.files.reduce((sum, { refused }) => sum + refused.length, 0) ?? 0,
    incomplete: account !== undefined && anyRefused(account),
  });
}

/** The counts of years, crossed so that the tables of every report of them can be made. Not protected: for those who may see the register. */
export async function cubeOf(profile: Profile, years: readonly number[], store: OpenStore): Promise<Cube> {
  const birthDates = new Map<string, string>();
  for await (const person of store.persons())
    if (!person.protectedIdentity && person.birthDate !== undefined) birthDates.set(person.id, person.birthDate);
  const rows = [];
  for await (const participation of store.participations()) {
    const person = "person" in participation ? participation.person : undefined;
    rows.push({ participation, birthDate: person === undefined ? undefined : birthDates.get(person) });
  }
  return countRows(profile, years, rows);
}
