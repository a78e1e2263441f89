"""The runner itself: it notices a wrong answer, and does not take an empty run for a good one."""

import contextlib
import io
import json
import tempfile
import unittest
from pathlib import Path

from known_facts import completed_years, possible_years
from run_vectors import main

VECTORS = Path(__file__).parent / "../../packages/rules/eligibility/vectors/finsam.json"


def run_on(document):
    """The exit code and the last line for one document."""
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()) as printed:
        Path(folder, "vectors.json").write_text(json.dumps(document), encoding="utf-8")
        code = main([folder])
    return code, printed.getvalue().splitlines()[-1]


class Runner(unittest.TestCase):
    def setUp(self):
        self.document = json.loads(VECTORS.read_text(encoding="utf-8"))

    def test_all_vectors_as_they_are_pass(self):
        self.assertEqual(run_on(self.document), (0, f"{len(self.document['vectors'])} passed, 0 failed"))

    def test_a_rule_that_asks_for_the_opposite_fails(self):
        self.document["versions"][0]["criterion"]["value"] = False
        self.assertEqual(run_on(self.document)[0], 1)

    def test_a_policy_that_starts_a_day_early_fails_on_that_day(self):
        self.document["versions"][0]["validFrom"] = "2003-12-31"
        self.assertEqual(run_on(self.document), (1, f"{len(self.document['vectors']) - 1} passed, 1 failed"))

    def test_a_missing_fact_that_is_not_named_fails(self):
        for vector in self.document["vectors"]:
            vector["missing"] = []
        self.assertEqual(run_on(self.document)[0], 1)

    def test_nothing_to_run_is_not_a_success(self):
        self.document["vectors"] = []
        self.assertEqual(run_on(self.document), (2, "0 passed, 0 failed"))

    def test_another_format_is_refused(self):
        self.document["format"] = "finsam-vectors/2"
        with self.assertRaises(SystemExit):
            run_on(self.document)


class Years(unittest.TestCase):
    def test_a_birthday_on_29_february_is_reached_as_policy_says(self):
        self.assertEqual(completed_years("1956-02-29", "2023-02-28", "1-march"), 66)
        self.assertEqual(completed_years("1956-02-29", "2023-02-28", "28-february"), 67)
        self.assertEqual(completed_years("1956-02-29", "2024-02-28", "28-february"), 67)

    def test_a_year_of_birth_leaves_two_ages(self):
        self.assertEqual(possible_years("1957", "2024-02-29", "1-march"), {"min": 66, "max": 67})


if __name__ == "__main__":
    unittest.main()
