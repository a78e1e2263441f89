import type { FederatedPart } from "@finsam/store-federated";
import { Failure } from "./failure.ts";

/** Whether `--store` names a database on a PostgreSQL server. */
export const isPostgres = (option: string): boolean => /^postgres(ql)?:\/\//.test(option);

/**
 * The register of a tenant on a PostgreSQL server. Whose it is stands in the address (`?tenant=ID`); where it does not, it is of
 * the association that the profile is of. What is only read is not made.
 */
export async function postgresOption(
  option: string,
  use: "write" | "read",
  profile: string | undefined,
): Promise<FederatedPart["layer"]> {
  const address = URL.parse(option);
  const tenant = address?.searchParams.get("tenant") ?? profile;
  if (address === null)
    throw new Failure({
      sv: "--store: adressen till databasen kan inte läsas. Skriv postgres://NAMN:LÖSENORD@VÄRD/DATABAS.",
      en: "--store: the address of the database cannot be read. Write postgres://NAME:PASSWORD@HOST/DATABASE.",
    });
  if (tenant === undefined)
    throw new Failure({
      sv: "--store: säg vems register det är, med ?tenant=FÖRBUND sist i adressen. Där import och report väljer själva är det profilens id.",
      en: "--store: say whose register it is, with ?tenant=ASSOCIATION at the end of the address. Import and report take the id of the profile.",
    });
  address.searchParams.delete("tenant");
  // Loaded for who asks for it: the other commands would start more slowly.
  const { postgresStore } = await import("@finsam/store-postgres");
  return postgresStore({ url: address.href, tenant, migrate: use === "write" });
}
