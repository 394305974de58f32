"""The records of the samples, held whole, and what holds for every record.

usage: samples_test.py              runs the tests
       samples_test.py --write TACITUS   writes tests/records/ anew with that program
"""
import json
import os
import subprocess
import sys
import unittest
from pathlib import Path

import jsonschema

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "tests/records"
# Kernels of other levels may decide the other way what is as likely as not; these run nearly everywhere.
ONE_LEVEL = {**os.environ, "TACITUS_KERNELS": "avx2"}
SAMPLES = sorted(p.relative_to(ROOT) for p in (ROOT / "samples").iterdir())


def kept_form(record):
    """A record as it is kept: JSON with a line for each field and entry, so that a diff is short."""
    fields = []
    for key, value in record.items():
        if isinstance(value, list) and value:
            entries = ",\n  ".join(json.dumps(v, ensure_ascii=False) for v in value)
            fields.append(f"{json.dumps(key)}: [\n  {entries}\n]")
        else:
            fields.append(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(fields) + "\n}\n"


def read_all(tacitus):
    out = subprocess.run([tacitus, "read", "--json", *map(str, SAMPLES)], cwd=ROOT, check=True,
                         env=ONE_LEVEL, stdout=subprocess.PIPE).stdout
    return {Path(r["id"]).name: r for r in map(json.loads, out.decode().splitlines())}


def spans_of(value):
    """Every span in a record's arrays."""
    if isinstance(value, dict):
        if "start" in value:
            yield [value["start"], value["end"]]
        for key, inner in value.items():
            if key not in ("actors", "recipients"):  # numbers of actors
                yield from spans_of(inner)
    elif isinstance(value, list):
        if len(value) == 2 and all(type(v) is int for v in value):
            yield value
        else:
            for inner in value:
                yield from spans_of(inner)


class Samples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        from support import TACITUS
        cls.records = read_all(TACITUS)

    def test_there_are_six(self):
        self.assertEqual(len(self.records), 6)

    def test_each_has_the_record_that_is_kept(self):
        self.maxDiff = None
        for name, record in self.records.items():
            with self.subTest(name):
                self.assertEqual(kept_form(record), (KEPT / f"{name}.json").read_text())

    def test_each_record_keeps_to_the_schema(self):
        schema = json.loads((ROOT / "docs/record.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        for name, record in self.records.items():
            self.assertEqual([e.message for e in validator.iter_errors(record)], [], name)

    def test_the_schema_refuses_what_is_not_promised(self):
        schema = json.loads((ROOT / "docs/record.schema.json").read_text())
        validator = jsonschema.Draft202012Validator(schema)
        record = next(iter(self.records.values()))
        for change in ({"positions": {}}, {"opinions": []}, {"title": ""}, {"read": False}, {"body_start": -1},
                       {"sentences": [[1, 2, 3]]}, {"published": "Friday"}):
            self.assertFalse(validator.is_valid({**record, **change}), change)

    def test_every_span_lies_in_the_text_and_has_words(self):
        for name, record in self.records.items():
            text = record["text"]
            for key in ("sentences", "mentions", "statements"):
                for begin, end in spans_of(record[key]):
                    self.assertLess(begin, end, name)
                    self.assertLessEqual(end, len(text), name)
                    self.assertEqual(text[begin:end], text[begin:end].strip(), name)

    def test_every_index_points_at_something(self):
        for name, record in self.records.items():
            for mention in record["mentions"]:
                self.assertLess(mention.get("actor", 0), len(record["actors"]), name)
            for number, statement in enumerate(record["statements"]):
                self.assertLess(statement["sentence"], len(record["sentences"]), name)
                self.assertLess(statement["source"].get("actor", 0), len(record["actors"]), name)
                if "within" in statement:
                    self.assertLess(statement["within"], len(record["statements"]), name)
                    self.assertNotEqual(statement["within"], number, name)

    def test_a_text_comes_back_unchanged(self):
        for name, record in self.records.items():
            if name.endswith(".txt"):
                self.assertEqual(record["text"], (ROOT / "samples" / name).read_text())

    def test_furniture_is_not_read(self):
        words = ("cookie", "Subscribe", "Share on", "Most read", "Sign up", "Advertis", "Follow us")
        for name, record in self.records.items():
            if name.endswith(".html"):
                for word in words:
                    self.assertNotIn(word, record["text"], name)
            else:
                for begin, end in record["sentences"]:
                    for word in words:
                        self.assertNotIn(word, record["text"][begin:end], name)


def write(tacitus):
    KEPT.mkdir(exist_ok=True)
    for old in KEPT.glob("*.json"):
        old.unlink()
    for name, record in read_all(tacitus).items():
        (KEPT / f"{name}.json").write_text(kept_form(record))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:
        write(sys.argv[2])
    else:
        unittest.main()
