/**
 * What brings the schema `finsam` to each version of the store, from the first on; each is a list of statements. `finsam.store_version` says how
 * many it has had. A migration that has been published is never changed: add another.
 *
 * The checks are walls, not the only guard: also who writes by hand cannot keep more of a person with protected identity than the
 * pseudonym, or of a participation without consent than what may be counted. Whom a participation or a measurement is of is no foreign
 * key, since it may come before its person. Texts are compared byte by byte (`COLLATE "C"`), whatever the database is collated by.
 *
 * Each table has a row of its own for each tenant, and a policy that nobody but a superuser gets around: rows of another tenant than
 * the one of the transaction are not there. It is asked once a query, not once a row.
 */
export const migrations: readonly (readonly string[])[] = [
  [
    `
    CREATE TABLE finsam.store_version (
      version integer PRIMARY KEY CHECK (version > 0),
      since   timestamptz NOT NULL DEFAULT now()
    )`,
    `
    CREATE TABLE finsam.login_tenant (
      login  text COLLATE "C" NOT NULL,
      tenant text COLLATE "C" NOT NULL,
      PRIMARY KEY (login, tenant)
    )`,
    `
    CREATE FUNCTION finsam.current_tenant() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
      SELECT asked.tenant
      FROM (SELECT nullif(current_setting('finsam.tenant', true), '') COLLATE "C" AS tenant) AS asked
      WHERE NOT EXISTS (SELECT FROM finsam.login_tenant WHERE login = session_user::text)
        OR EXISTS (SELECT FROM finsam.login_tenant AS may WHERE may.login = session_user::text AND may.tenant = asked.tenant)
    $$`,
    `
    CREATE TABLE finsam.person (
      tenant     text COLLATE "C" NOT NULL,
      id         text COLLATE "C" NOT NULL,
      protected  boolean NOT NULL,
      sex        text COLLATE "C" CHECK (sex IN ('woman', 'man', 'other', 'unknown')),
      sex_basis  text COLLATE "C" CHECK (sex_basis IN ('legal-sex', 'self-reported')),
      birth_date text COLLATE "C" CHECK (birth_date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
      facts      jsonb CHECK (jsonb_typeof(facts) = 'object'),
      PRIMARY KEY (tenant, id),
      CHECK (CASE WHEN protected THEN coalesce(sex, sex_basis, birth_date) IS NULL AND facts IS NULL
        ELSE sex IS NOT NULL AND sex_basis IS NOT NULL END)
    )`,
    "CREATE INDEX person_protected ON finsam.person (tenant, id) WHERE protected",
    `
    CREATE TABLE finsam.participation (
      tenant                text COLLATE "C" NOT NULL,
      id                    text COLLATE "C" NOT NULL,
      follow_up             text COLLATE "C" NOT NULL CHECK (follow_up IN ('followed', 'not-followed', 'anonymous')),
      sex                   text COLLATE "C" NOT NULL CHECK (sex IN ('woman', 'man', 'other', 'unknown')),
      start_year            integer,
      sex_basis             text COLLATE "C" CHECK (sex_basis IN ('legal-sex', 'self-reported')),
      intervention          text COLLATE "C",
      start_date            text COLLATE "C",
      end_date              text COLLATE "C" CHECK (end_date >= start_date),
      person                text COLLATE "C",
      referrer              text COLLATE "C",
      referred              text COLLATE "C",
      district              text COLLATE "C",
      exit_reason           text COLLATE "C",
      returned_before_start text COLLATE "C",
      education             text COLLATE "C",
      support_at_start      text[] COLLATE "C",
      support_since         text COLLATE "C",
      support_at_end        text[] COLLATE "C",
      PRIMARY KEY (tenant, id),
      CHECK (CASE WHEN follow_up = 'followed' THEN person IS NOT NULL
        ELSE coalesce(person, referrer, referred, district, exit_reason, returned_before_start, education, support_since) IS NULL
          AND coalesce(support_at_start, support_at_end) IS NULL END),
      CHECK (CASE WHEN follow_up = 'anonymous' THEN coalesce(sex_basis, intervention, start_date, end_date) IS NULL
        ELSE start_year IS NULL AND sex_basis IS NOT NULL AND intervention IS NOT NULL END)
    )`,
    "CREATE INDEX participation_person ON finsam.participation (tenant, person) WHERE person IS NOT NULL",
    `
    CREATE TABLE finsam.measurement (
      tenant      text COLLATE "C" NOT NULL,
      id          text COLLATE "C" NOT NULL,
      person      text COLLATE "C" NOT NULL,
      indicator   text COLLATE "C" NOT NULL,
      respondent  text COLLATE "C" NOT NULL CHECK (respondent IN ('participant', 'case-worker')),
      measured_on text COLLATE "C" NOT NULL,
      scale       text COLLATE "C" NOT NULL,
      value       double precision,
      case_worker text COLLATE "C",
      PRIMARY KEY (tenant, id)
    )`,
    "CREATE INDEX measurement_person ON finsam.measurement (tenant, person)",
    `
    CREATE TABLE finsam.spell (
      tenant        text COLLATE "C" NOT NULL,
      id            text COLLATE "C" NOT NULL,
      participation text COLLATE "C" NOT NULL,
      start_date    text COLLATE "C" NOT NULL,
      end_date      text COLLATE "C" CHECK (end_date >= start_date),
      PRIMARY KEY (tenant, id)
    )`,
    "CREATE INDEX spell_participation ON finsam.spell (tenant, participation)",
    `
    CREATE TABLE finsam.history (
      tenant   text COLLATE "C" NOT NULL,
      position integer NOT NULL CHECK (position > 0),
      at       text COLLATE "C" NOT NULL,
      event    text COLLATE "C" NOT NULL CHECK (event IN ('saved', 'erased', 'restored')),
      origin   text COLLATE "C",
      counts   jsonb NOT NULL,
      previous text COLLATE "C" NOT NULL,
      hash     text COLLATE "C" NOT NULL,
      PRIMARY KEY (tenant, position)
    )`,
    `
    CREATE FUNCTION finsam.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'the history of a register is only added to' USING ERRCODE = 'insufficient_privilege';
    END $$`,
    `
    CREATE TRIGGER history_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON finsam.history
    FOR EACH STATEMENT EXECUTE FUNCTION finsam.refuse_change()`,
    ...["person", "participation", "measurement", "spell", "history"].flatMap((table) => [
      `ALTER TABLE finsam.${table} ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE finsam.${table} FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY own_tenant ON finsam.${table}
        USING (tenant = (SELECT finsam.current_tenant()))
        WITH CHECK (tenant = (SELECT finsam.current_tenant()))`,
    ]),
  ],
  // Who replays changes of another server, or says so (session_replication_role), does not rewrite the history either.
  ["ALTER TABLE finsam.history ENABLE ALWAYS TRIGGER history_is_only_added_to"],
];
