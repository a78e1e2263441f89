"""Runs finsam's boundary vectors: python3 run_vectors.py FILE-OR-FOLDER…

Prints each vector that fails, then "N passed, N failed". Ends with 1 when one fails, 2 when there is nothing to run.
"""

import json
import sys
from pathlib import Path

from criterion import judge


def run(document, vector):
    """What this implementation says of one vector: an outcome and the missing facts, or an error."""
    version = version_on(vector["on"], document["versions"])
    if version is None:
        return {"error": "no-version-covers"}
    outcome, missing = judge(
        version["criterion"], vector["facts"], document["vocabulary"], vector["on"], version["leapDayBirthday"]
    )
    return {"outcome": outcome, "missing": sorted(missing)}


def version_on(day, versions):
    """The version that is valid on a day. There is no falling back to an earlier or a later one."""
    for version in versions:
        if version["validFrom"] <= day <= version.get("validTo", day):
            return version
    return None


def expected(vector):
    if "error" in vector:
        return {"error": vector["error"]}
    return {"outcome": vector["outcome"], "missing": sorted(vector["missing"])}


def documents(places):
    for place in map(Path, places):
        files = sorted(place.glob("*.json")) if place.is_dir() else [place]
        for file in files:
            document = json.loads(file.read_text(encoding="utf-8"))
            if document.get("format") != "finsam-vectors/1":
                raise SystemExit(f"{file}: this runner reads the format finsam-vectors/1")
            yield document


def main(places):
    passed, failed = 0, 0
    for document in documents(places):
        for vector in document["vectors"]:
            got, wanted = run(document, vector), expected(vector)
            if got == wanted:
                passed += 1
            else:
                failed += 1
                print(f"{document['rule']} {vector['id']}: expected {wanted}, got {got}")
    print(f"{passed} passed, {failed} failed")
    if passed + failed == 0:
        return 2
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
