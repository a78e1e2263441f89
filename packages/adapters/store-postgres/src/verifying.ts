import type { StoreUnavailable } from "@finsam/store";
import * as Effect from "effect/Effect";
import type { Database } from "./database.ts";

/** How many records of a tenant there are that protected identity, or a missing consent, should have taken away. */
export const contradictions = (database: Database, tenant: string): Effect.Effect<number, StoreUnavailable> =>
  Effect.scoped(
    Effect.flatMap(database.reading, (session) =>
      Effect.map(session.rows(query, [tenant]), ([row]) => Number(row?.contradicting)),
    ),
  );

const query = `
  SELECT
    (SELECT count(*) FROM finsam.participation AS its JOIN finsam.person AS hidden ON hidden.tenant = its.tenant AND hidden.id = its.person
      WHERE its.tenant = $1 AND hidden.protected)
    + (SELECT count(*) FROM finsam.measurement AS its JOIN finsam.person AS hidden ON hidden.tenant = its.tenant AND hidden.id = its.person
      WHERE its.tenant = $1 AND hidden.protected)
    + (SELECT count(*) FROM finsam.spell AS its JOIN finsam.participation AS of ON of.tenant = its.tenant AND of.id = its.participation
      WHERE its.tenant = $1 AND of.follow_up <> 'followed') AS contradicting`;
