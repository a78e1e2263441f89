import { basename } from "node:path";
import type { FollowedParticipation, NotFollowedParticipation, Participation, PersonId } from "@finsam/model";
import type { Profile } from "@finsam/policy";
import * as Effect from "effect/Effect";
import * as Stream from "effect/Stream";
import type { RegisterFileError } from "../errors.ts";
import type { RefusedRow } from "../import-account.ts";
import { readAmong } from "../read-register.ts";
import type { RowOptions } from "../reading-setup.ts";
import type { RegisterFile } from "../register-file.ts";
import { startSeenRows } from "../seen-rows.ts";

/** A register and the profile whose layout and lists it is written in. */
export interface RegisterOf {
  readonly file: RegisterFile;
  readonly profile: Profile;
}

/** One of two registers, as far as it can be compared. */
export interface ComparedRegister {
  /** Its name, without the folder. */
  readonly name: string;
  readonly participations: readonly FollowedParticipation[];
  /** Of whom nobody may know who: they are counted and cannot be compared. */
  readonly withoutConsent: readonly NotFollowedParticipation[];
  readonly refused: readonly RefusedRow[];
}

/**
 * Reads two registers that are to be compared. Whoever has protected identity on any row of either register is left out of both, so that
 * no difference tells of them.
 *
 * Rejects with the typed errors of this package.
 *
 * @example
 * ```ts
 * import { registersToCompare } from "@finsam/register-files";
 * import { stockholm } from "@finsam/stockholm";
 * const headings = [...Object.values(stockholm.register.columns), "kommun"].join(";");
 * const register = { file: { name: "own.csv", bytes: new TextEncoder().encode(`${headings}\n`) }, profile: stockholm };
 * const [own, other] = await registersToCompare(register, register);
 * [own.participations, other.refused]; // => [[], []]
 * ```
 */
export async function registersToCompare(
  own: RegisterOf,
  other: RegisterOf,
  options: RowOptions = {},
): Promise<readonly [own: ComparedRegister, other: ComparedRegister]> {
  const reading = Effect.all([readWhole(own, options), readWhole(other, options)]);
  const [first, second] = await Effect.runPromise(reading);
  const isProtected = (person: PersonId): boolean =>
    first.protectedPersons.has(person) || second.protectedPersons.has(person);
  const compared = ({ name, participations, refused }: WholeRegister): ComparedRegister => ({
    name,
    participations: participations.filter(isFollowed).filter(({ person }) => !isProtected(person)),
    withoutConsent: participations.filter(isNotFollowed),
    refused,
  });
  return [compared(first), compared(second)];
}

interface WholeRegister {
  readonly name: string;
  readonly participations: readonly Participation[];
  readonly protectedPersons: ReadonlySet<PersonId>;
  readonly refused: readonly RefusedRow[];
}

const readWhole = (
  { file, profile }: RegisterOf,
  options: RowOptions,
): Effect.Effect<WholeRegister, RegisterFileError> =>
  Effect.suspend(() => {
    const seen = startSeenRows(profile.register);
    const followed: Participation[] = [];
    const refused: RefusedRow[] = [];
    const reading = Stream.runForEach(readAmong(file, 0, seen, profile, options), (row) =>
      Effect.sync(() => {
        if (row.kind === "refused") refused.push({ line: row.line, problems: [...row.problems] });
        if (row.kind !== "row") return;
        for (const record of row.records)
          if (record.kind === "participation" && isFollowed(record.participation)) followed.push(record.participation);
      }),
    );
    return Effect.map(reading, () => {
      const rest = [...seen.records()];
      const protectedPersons = rest.flatMap((record) =>
        record.kind === "person" && record.person.protectedIdentity ? [record.person.id] : [],
      );
      const withoutConsent = rest.flatMap((record) => (record.kind === "participation" ? [record.participation] : []));
      return {
        name: basename(typeof file === "string" ? file : file.name),
        participations: [...followed, ...withoutConsent],
        protectedPersons: new Set(protectedPersons),
        refused,
      };
    });
  });

const isFollowed = (participation: Participation): participation is FollowedParticipation =>
  participation.followUp === "followed";
const isNotFollowed = (participation: Participation): participation is NotFollowedParticipation =>
  participation.followUp === "not-followed";
