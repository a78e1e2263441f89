-- A register as the first version of the store left it: its tables, and one association with a few invented people. Never changed.

CREATE SCHEMA finsam;

CREATE TABLE finsam.store_version (
  version integer PRIMARY KEY CHECK (version > 0),
  since   timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE finsam.login_tenant (
  login  text COLLATE "C" NOT NULL,
  tenant text COLLATE "C" NOT NULL,
  PRIMARY KEY (login, tenant)
);

CREATE FUNCTION finsam.current_tenant() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT asked.tenant
  FROM (SELECT nullif(current_setting('finsam.tenant', true), '') COLLATE "C" AS tenant) AS asked
  WHERE NOT EXISTS (SELECT FROM finsam.login_tenant WHERE login = session_user::text)
    OR EXISTS (SELECT FROM finsam.login_tenant AS may WHERE may.login = session_user::text AND may.tenant = asked.tenant)
$$;

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
);

CREATE INDEX person_protected ON finsam.person (tenant, id) WHERE protected;

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
);

CREATE INDEX participation_person ON finsam.participation (tenant, person) WHERE person IS NOT NULL;

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
);

CREATE INDEX measurement_person ON finsam.measurement (tenant, person);

CREATE TABLE finsam.spell (
  tenant        text COLLATE "C" NOT NULL,
  id            text COLLATE "C" NOT NULL,
  participation text COLLATE "C" NOT NULL,
  start_date    text COLLATE "C" NOT NULL,
  end_date      text COLLATE "C" CHECK (end_date >= start_date),
  PRIMARY KEY (tenant, id)
);

CREATE INDEX spell_participation ON finsam.spell (tenant, participation);

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
);

CREATE FUNCTION finsam.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of a register is only added to' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER history_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON finsam.history
FOR EACH STATEMENT EXECUTE FUNCTION finsam.refuse_change();

ALTER TABLE finsam.person ENABLE ROW LEVEL SECURITY;

ALTER TABLE finsam.person FORCE ROW LEVEL SECURITY;

CREATE POLICY own_tenant ON finsam.person
  USING (tenant = (SELECT finsam.current_tenant()))
  WITH CHECK (tenant = (SELECT finsam.current_tenant()));

ALTER TABLE finsam.participation ENABLE ROW LEVEL SECURITY;

ALTER TABLE finsam.participation FORCE ROW LEVEL SECURITY;

CREATE POLICY own_tenant ON finsam.participation
  USING (tenant = (SELECT finsam.current_tenant()))
  WITH CHECK (tenant = (SELECT finsam.current_tenant()));

ALTER TABLE finsam.measurement ENABLE ROW LEVEL SECURITY;

ALTER TABLE finsam.measurement FORCE ROW LEVEL SECURITY;

CREATE POLICY own_tenant ON finsam.measurement
  USING (tenant = (SELECT finsam.current_tenant()))
  WITH CHECK (tenant = (SELECT finsam.current_tenant()));

ALTER TABLE finsam.spell ENABLE ROW LEVEL SECURITY;

ALTER TABLE finsam.spell FORCE ROW LEVEL SECURITY;

CREATE POLICY own_tenant ON finsam.spell
  USING (tenant = (SELECT finsam.current_tenant()))
  WITH CHECK (tenant = (SELECT finsam.current_tenant()));

ALTER TABLE finsam.history ENABLE ROW LEVEL SECURITY;

ALTER TABLE finsam.history FORCE ROW LEVEL SECURITY;

CREATE POLICY own_tenant ON finsam.history
  USING (tenant = (SELECT finsam.current_tenant()))
  WITH CHECK (tenant = (SELECT finsam.current_tenant()));

INSERT INTO finsam.store_version (version) VALUES (1);

SELECT set_config('finsam.tenant', 'uppsala', false);

INSERT INTO finsam.person (tenant, id, protected, sex, sex_basis, birth_date, facts)
VALUES ('uppsala', 'p1', false, 'woman', 'legal-sex', '1985-04-12', '{"illHealth":true}');

INSERT INTO finsam.person (tenant, id, protected, sex, sex_basis)
VALUES ('uppsala', 'p2', false, 'man', 'legal-sex');

INSERT INTO finsam.person (tenant, id, protected)
VALUES ('uppsala', 'p3', true);

INSERT INTO finsam.participation (tenant, id, follow_up, sex, sex_basis, intervention, start_date, person, support_at_start)
VALUES ('uppsala', 'd1', 'followed', 'woman', 'legal-sex', 'ips', '2021-03-01', 'p1', '{social-assistance}');

INSERT INTO finsam.participation (tenant, id, follow_up, sex, sex_basis, intervention, person)
VALUES ('uppsala', 'd2', 'followed', 'man', 'legal-sex', 'mia', 'p2');

INSERT INTO finsam.participation (tenant, id, follow_up, sex, sex_basis, intervention, start_date)
VALUES ('uppsala', 'd3', 'not-followed', 'man', 'legal-sex', 'mia', '2021-04-01');

INSERT INTO finsam.participation (tenant, id, follow_up, sex, start_year)
VALUES ('uppsala', 'd4', 'anonymous', 'woman', 2021);

INSERT INTO finsam.measurement (tenant, id, person, indicator, respondent, measured_on, scale, value)
VALUES ('uppsala', 'm1', 'p1', 'job-search', 'participant', '2021-05-01', 'one-to-five', 3);

INSERT INTO finsam.spell (tenant, id, participation, start_date, end_date)
VALUES ('uppsala', 's1', 'd1', '2021-03-01', '2021-06-30');

INSERT INTO finsam.history (tenant, position, at, event, origin, counts, previous, hash)
VALUES ('uppsala', 1, '2026-11-22T14:37:05.702Z', 'saved', 'before.csv', '{"spell":{"added":1,"replaced":0,"unchanged":0},"person":{"added":3,"replaced":0,"unchanged":0},"measurement":{"added":1,"replaced":0,"unchanged":0},"participation":{"added":4,"replaced":0,"unchanged":0}}', '0000000000000000000000000000000000000000000000000000000000000000', '632b10097bc310d1eab7b3d64f00501356c812c679ce5337869084a4d3c4ad03');
