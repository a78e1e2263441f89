import type { Text } from "@finsam/model";
import { StoreUnavailable } from "@finsam/store";
import { isSqlError } from "effect/sql/SqlError";
import { DamagedRow } from "./record-table.ts";

interface Failure {
  readonly retryable: boolean;
  readonly text: (place: string) => Text;
}

const lost: Failure = {
  retryable: true,
  text: (place) => ({
    sv: `Databasen ${place} svarar inte, eller förbindelsen bröts. Det som inte hann bekräftas är inte sparat. Försök igen; att spara samma poster en gång till ändrar ingenting.`,
    en: `The database ${place} does not answer, or the connection broke. What was not confirmed is not saved. Try again; saving the same records once more changes nothing.`,
  }),
};

const inTheWay: Failure = {
  retryable: true,
  text: (place) => ({
    sv: `Någon annan ändrade samma uppgifter i databasen ${place} samtidigt. Inget är sparat. Försök igen.`,
    en: `Somebody else changed the same data in the database ${place} at the same time. Nothing is saved. Try again.`,
  }),
};

const busy: Failure = {
  retryable: true,
  text: (place) => ({
    sv: `Databasen ${place} har inte plats för fler just nu. Försök igen.`,
    en: `The database ${place} has no room for more right now. Try again.`,
  }),
};

const stopped: Failure = {
  retryable: true,
  text: (place) => ({
    sv: `Databasen ${place} avbröt frågan. Försök igen.`,
    en: `The database ${place} stopped the query. Try again.`,
  }),
};

const wrongLogin: Failure = {
  retryable: false,
  text: (place) => ({
    sv: `Databasen ${place} tar inte emot inloggningen. Kontrollera namn, lösenord och databas i adressen.`,
    en: `The database ${place} does not accept the login. Check the name, the password and the database in the address.`,
  }),
};

const mayNot: Failure = {
  retryable: false,
  text: (place) => ({
    sv: `Inloggningen får inte göra detta i databasen ${place}. Använd en som har rätten, eller se "Roller" i paketets README.`,
    en: `The login may not do this in the database ${place}. Use one that may, or see "Roles" in the README of the package.`,
  }),
};

const onlyRead: Failure = {
  retryable: false,
  text: (place) => ({
    sv: `Databasen ${place} går bara att läsa, som en kopia i beredskap. Anslut till den som tar emot ändringar.`,
    en: `The database ${place} can only be read, as a standby can. Connect to the one that takes changes.`,
  }),
};

const full: Failure = {
  retryable: false,
  text: (place) => ({
    sv: `Disken som databasen ${place} ligger på är full. Frigör plats och försök igen.`,
    en: `The disk that the database ${place} lies on is full. Make room and try again.`,
  }),
};

const noStore: Failure = {
  retryable: false,
  text: (place) => ({
    sv: `Tabellerna i databasen ${place} är inte de som finsam har gjort. Återställ dem från en säkerhetskopia, eller välj en annan databas.`,
    en: `The tables in the database ${place} are not those that finsam made. Restore them from a backup, or choose another database.`,
  }),
};

const damaged: Failure = {
  retryable: false,
  text: (place) => ({
    sv: `Registret i databasen ${place} är skadat. Återställ det från en säkerhetskopia.`,
    en: `The register in the database ${place} is damaged. Restore it from a backup.`,
  }),
};

const other: Failure = {
  retryable: false,
  text: (place) => ({
    sv: `Databasen ${place} gjorde inte det som den ombads. Inget är ändrat. Orsaken står i felets "cause".`,
    en: `The database ${place} did not do what it was asked. Nothing is changed. The reason stands in the error's "cause".`,
  }),
};

/** What can be told by the SQLSTATE, or by its class. */
const failures: Readonly<Record<string, Failure>> = {
  "08": lost,
  "28": wrongLogin,
  "40": inTheWay,
  "53": busy,
  "53100": full,
  "57": lost,
  "57014": stopped,
  "58": damaged,
  XX: damaged,
  "25006": onlyRead,
  "3D000": wrongLogin,
  "42501": mayNot,
  "42P01": noStore,
  "42703": noStore,
  "42883": noStore,
  "55P03": inTheWay,
};

/** What an error of the driver, or a row that holds no record, means to who asked. `place` is the database without user and password. */
export function storeFailure(place: string, cause: unknown): StoreUnavailable {
  const { retryable, text } = knownFailure(cause);
  return new StoreUnavailable({ retryable, text: text(place), cause: withoutRows(cause) });
}

/** PostgreSQL puts the row into what it says of one that it refuses, and nothing of a row may come into a log. */
function withoutRows(cause: unknown): unknown {
  if (!isSqlError(cause)) return cause;
  const { _tag, message, cause: original } = cause.reason;
  const state = stateOf(original);
  return new Error(state === undefined ? `${_tag}: ${message}` : `${_tag}: SQLSTATE ${state}`);
}

function knownFailure(cause: unknown): Failure {
  if (cause instanceof DamagedRow) return damaged;
  if (!isSqlError(cause)) return other;
  const state = stateOf(cause.reason.cause);
  const known = state === undefined ? undefined : (failures[state] ?? failures[state.slice(0, 2)]);
  if (known !== undefined) return known;
  switch (cause.reason._tag) {
    case "ConnectionError":
      return lost;
    case "AuthenticationError":
      return wrongLogin;
    default:
      return other;
  }
}

/** The five characters by which PostgreSQL names what went wrong. */
const stateOf = (cause: unknown): string | undefined =>
  typeof cause === "object" && cause !== null && "code" in cause && /^[0-9A-Z]{5}$/.test(String(cause.code))
    ? String(cause.code)
    : undefined;
