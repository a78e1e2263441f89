import { DatabaseSync } from "node:sqlite";
import { migrations } from "../src/migrations.ts";
import { newFile } from "./register-file.ts";

/** A register as the first version left it, written without this package but for what that version wrote its tables with. */
export function olderFile(): string {
  const file = newFile();
  const database = new DatabaseSync(file);
  database.exec(migrations[0] ?? "");
  database.exec(`
    INSERT INTO person (id, protected, sex, sex_basis, birth_date, facts) VALUES
      ('p1', 0, 'woman', 'legal-sex', '1985-04-12', '{"illHealth":true}'),
      ('p2', 0, 'man', 'legal-sex', NULL, NULL),
      ('p3', 1, NULL, NULL, NULL, NULL);
    INSERT INTO participation (id, follow_up, sex, sex_basis, intervention, start_date, person, support_at_start) VALUES
      ('d1', 'followed', 'woman', 'legal-sex', 'ips', '2021-03-01', 'p1', '["social-assistance"]'),
      ('d2', 'followed', 'man', 'legal-sex', 'mia', NULL, 'p2', NULL),
      ('d3', 'not-followed', 'man', 'legal-sex', 'mia', '2021-04-01', NULL, NULL);
    INSERT INTO participation (id, follow_up, sex, start_year) VALUES ('d4', 'anonymous', 'woman', 2021);
    INSERT INTO measurement (id, person, indicator, respondent, measured_on, scale, value) VALUES
      ('m1', 'p1', 'job-search', 'participant', '2021-05-01', 'one-to-five', 3);
    PRAGMA application_id = ${0x4653414d};
    PRAGMA user_version = 1;
    PRAGMA journal_mode = WAL;
  `);
  database.close();
  return file;
}
