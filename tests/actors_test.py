"""--actors: a user's dictionaries on the command line."""
import gzip
import unittest

from support import Case, records, run

STORY = '"We will wait," Hamas said on Friday.'


class Actors(Case):
    def read(self, *files):
        arguments = [word for file in files for word in ("--actors", file)]
        return run("read", "--json", *arguments, self.file("story.txt", STORY))

    def test_good_files_are_read_without_a_word(self):
        first = self.file("a.txt", "RANGERS [CODREB]\n+THE_RANGERS\n")
        second = self.file("b.txt.gz", gzip.compress(b"PILOT [~LAB]\n"))
        result = self.read(first, second)
        self.assertEqual((result.returncode, result.stderr), (0, b""))
        self.assertEqual(len(records(result.stdout)), 1)

    def test_each_line_that_cannot_be_read_is_named(self):
        result = self.read(self.file("a.txt", "RANGERS\n\nELM [NOR]\nOAK [SWE\n"))
        self.assertEqual(result.returncode, 0)
        complaints = self.complaints(result)
        self.assertEqual(len(complaints), 2)
        self.assertIn("a.txt:1: the name has no code", complaints[0])
        self.assertIn("a.txt:4: a code is not in [ ]", complaints[1])
        self.assertEqual(len(records(result.stdout)), 1)

    def test_a_file_that_is_not_there_ends_the_call(self):
        result = self.read(self.folder / "none.txt")
        self.assertEqual((result.returncode, result.stdout), (1, b""))
        self.assertEqual(len(self.complaints(result)), 1)
        self.assertIn(b"none.txt", result.stderr)

    def test_a_damaged_file_ends_the_call(self):
        result = self.read(self.file("a.gz", gzip.compress(b"PILOT [~LAB]\n" * 1000)[:40]))
        self.assertEqual((result.returncode, result.stdout), (1, b""))
        self.assertEqual(len(self.complaints(result)), 1)


if __name__ == "__main__":
    unittest.main()
