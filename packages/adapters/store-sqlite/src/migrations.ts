/**
 * What brings a file to each version of the store, from the first on. `PRAGMA user_version` says how many a file has had. A migration
 * that has been published is never changed: add another.
 *
 * The checks are walls, not the only guard: also who writes to the file by hand cannot keep more of a person with protected identity
 * than the pseudonym, or of a participation without consent than what may be counted. Whom a participation or a measurement is of is no
 * foreign key, since it may come before its person. The facts about a person are an open set, so they are one JSON object; several codes
 * of support are a JSON array in the order they were stated.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE person (
    id         TEXT NOT NULL PRIMARY KEY,
    protected  INTEGER NOT NULL CHECK (protected IN (0, 1)),
    sex        TEXT CHECK (sex IN ('woman', 'man', 'other', 'unknown')),
    sex_basis  TEXT CHECK (sex_basis IN ('legal-sex', 'self-reported')),
    birth_date TEXT,
    facts      TEXT,
    CHECK (CASE protected
      WHEN 1 THEN coalesce(sex, sex_basis, birth_date, facts) IS NULL
      ELSE sex IS NOT NULL AND sex_basis IS NOT NULL
    END)
  ) STRICT;
  CREATE INDEX person_protected ON person (id) WHERE protected = 1;

  CREATE TABLE participation (
    id                    TEXT NOT NULL PRIMARY KEY,
    follow_up             TEXT NOT NULL CHECK (follow_up IN ('followed', 'not-followed', 'anonymous')),
    sex                   TEXT NOT NULL CHECK (sex IN ('woman', 'man', 'other', 'unknown')),
    start_year            INTEGER,
    sex_basis             TEXT CHECK (sex_basis IN ('legal-sex', 'self-reported')),
    intervention          TEXT,
    start_date            TEXT,
    end_date              TEXT CHECK (end_date >= start_date),
    person                TEXT,
    referrer              TEXT,
    referred              TEXT,
    district              TEXT,
    exit_reason           TEXT,
    returned_before_start TEXT,
    education             TEXT,
    support_at_start      TEXT,
    support_since         TEXT,
    support_at_end        TEXT,
    CHECK (CASE follow_up
      WHEN 'followed' THEN person IS NOT NULL
      ELSE coalesce(person, referrer, referred, district, exit_reason, returned_before_start, education, support_at_start,
        support_since, support_at_end) IS NULL
    END),
    CHECK (CASE follow_up
      WHEN 'anonymous' THEN coalesce(sex_basis, intervention, start_date, end_date) IS NULL
      ELSE start_year IS NULL AND sex_basis IS NOT NULL AND intervention IS NOT NULL
    END)
  ) STRICT;
  CREATE INDEX participation_person ON participation (person) WHERE person IS NOT NULL;

  CREATE TABLE measurement (
    id          TEXT NOT NULL PRIMARY KEY,
    person      TEXT NOT NULL,
    indicator   TEXT NOT NULL,
    respondent  TEXT NOT NULL CHECK (respondent IN ('participant', 'case-worker')),
    measured_on TEXT NOT NULL,
    scale       TEXT NOT NULL,
    value       REAL,
    case_worker TEXT
  ) STRICT;
  CREATE INDEX measurement_person ON measurement (person);
  `,
  // Rows lie in the order of their ids, in which all streams come, and codes are compared one by one, since IN with a list of them makes a
  // table at every insert: together that halves the time of an import. The history cannot be rewritten by a slip of the hand; who means
  // to must first take the triggers away.
  `
  ALTER TABLE person RENAME TO earlier_person;
  CREATE TABLE person (
    id         TEXT NOT NULL PRIMARY KEY,
    protected  INTEGER NOT NULL CHECK (protected = 0 OR protected = 1),
    sex        TEXT CHECK (sex = 'woman' OR sex = 'man' OR sex = 'other' OR sex = 'unknown'),
    sex_basis  TEXT CHECK (sex_basis = 'legal-sex' OR sex_basis = 'self-reported'),
    birth_date TEXT,
    facts      TEXT,
    CHECK (CASE protected
      WHEN 1 THEN coalesce(sex, sex_basis, birth_date, facts) IS NULL
      ELSE sex IS NOT NULL AND sex_basis IS NOT NULL
    END)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO person SELECT id, protected, sex, sex_basis, birth_date, facts FROM earlier_person ORDER BY id;
  DROP TABLE earlier_person;
  CREATE INDEX person_protected ON person (id) WHERE protected = 1;

  ALTER TABLE participation RENAME TO earlier_participation;
  CREATE TABLE participation (
    id                    TEXT NOT NULL PRIMARY KEY,
    follow_up             TEXT NOT NULL CHECK (follow_up = 'followed' OR follow_up = 'not-followed' OR follow_up = 'anonymous'),
    sex                   TEXT NOT NULL CHECK (sex = 'woman' OR sex = 'man' OR sex = 'other' OR sex = 'unknown'),
    start_year            INTEGER,
    sex_basis             TEXT CHECK (sex_basis = 'legal-sex' OR sex_basis = 'self-reported'),
    intervention          TEXT,
    start_date            TEXT,
    end_date              TEXT CHECK (end_date >= start_date),
    person                TEXT,
    referrer              TEXT,
    referred              TEXT,
    district              TEXT,
    exit_reason           TEXT,
    returned_before_start TEXT,
    education             TEXT,
    support_at_start      TEXT,
    support_since         TEXT,
    support_at_end        TEXT,
    CHECK (CASE follow_up
      WHEN 'followed' THEN person IS NOT NULL
      ELSE coalesce(person, referrer, referred, district, exit_reason, returned_before_start, education, support_at_start,
        support_since, support_at_end) IS NULL
    END),
    CHECK (CASE follow_up
      WHEN 'anonymous' THEN coalesce(sex_basis, intervention, start_date, end_date) IS NULL
      ELSE start_year IS NULL AND sex_basis IS NOT NULL AND intervention IS NOT NULL
    END)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO participation SELECT id, follow_up, sex, start_year, sex_basis, intervention, start_date, end_date, person, referrer,
    referred, district, exit_reason, returned_before_start, education, support_at_start, support_since, support_at_end
    FROM earlier_participation ORDER BY id;
  DROP TABLE earlier_participation;
  CREATE INDEX participation_person ON participation (person) WHERE person IS NOT NULL;

  CREATE TABLE spell (
    id            TEXT NOT NULL PRIMARY KEY,
    participation TEXT NOT NULL,
    start_date    TEXT NOT NULL,
    end_date      TEXT CHECK (end_date >= start_date)
  ) STRICT;
  CREATE INDEX spell_participation ON spell (participation);

  CREATE TABLE history (
    position INTEGER NOT NULL PRIMARY KEY CHECK (position >= 1),
    at       TEXT NOT NULL,
    event    TEXT NOT NULL CHECK (event IN ('saved', 'erased', 'restored')),
    origin   TEXT,
    counts   TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash     TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER history_is_not_altered BEFORE UPDATE ON history
    BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END;
  CREATE TRIGGER history_is_not_shortened BEFORE DELETE ON history
    BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END;
  `,
];
