"""Bad input: each gets one line that names it and says why, and everything else is done."""
import gzip
import json
import os
import subprocess
import unittest

from support import SANITIZED, TACITUS, Case, json_lines, records, run

STORY = '"We will wait," the foreign ministry said on Friday. It added that talks go on.'


class BadInput(Case):
    def reads_the_rest(self, *bad, form="auto", complaints=1):
        """Reads `bad` between two good inputs; returns what was said of it."""
        first, last = self.folder / "first", self.folder / "last"
        for path in first, last:
            path.write_bytes(json_lines({"id": str(path), "text": STORY}) if form == "jsonl"
                             else STORY.encode())
        result = run("read", "--json", "--from", form, first, *bad, last)
        ids = [r["id"] for r in records(result.stdout)]
        self.assertEqual((ids[0], ids[-1]), (str(first), str(last)))
        lines = self.complaints(result)
        self.assertEqual(len(lines), complaints, lines)
        self.assertEqual(result.returncode, 1)
        return lines

    def assert_names(self, line, path):
        self.assertTrue(line.startswith(f"tacitus: {path}"), line)
        self.assertGreater(len(line), len(f"tacitus: {path}: "), line)

    def test_missing_file(self):
        path = self.folder / "nowhere.html"
        line, = self.reads_the_rest(path)
        self.assert_names(line, path)

    def test_empty_file(self):
        path = self.file("empty.txt", b"")
        line, = self.reads_the_rest(path)
        self.assert_names(line, path)

    def test_file_that_may_not_be_read(self):
        path = self.file("locked.txt", STORY)
        path.chmod(0)
        if os.access(path, os.R_OK):
            self.skipTest("the superuser reads everything")
        line, = self.reads_the_rest(path)
        self.assert_names(line, path)

    def test_binary(self):
        path = self.file("image.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
        line, = self.reads_the_rest(path)
        self.assert_names(line, path)

    def test_truncated_gzip(self):
        whole = gzip.compress(os.urandom(3000).hex().encode())
        path = self.file("cut.html.gz", whole[:len(whole) // 2])
        line, = self.reads_the_rest(path)
        self.assert_names(line, path)

    def test_json_lines_that_are_no_article(self):
        lines = [b"[1, 2]", b'"text"', b"17", b"{", b"{}", b'{"id": "no text"}',
                 b'{"id": "x", "text": 5}']
        good = json.dumps({"id": "good", "text": STORY}).encode()
        path = self.file("mixed.jsonl", b"\n".join([good, *lines, good]) + b"\n")
        found = self.reads_the_rest(path, form="jsonl", complaints=len(lines))
        for number, line in enumerate(found, 2):
            self.assert_names(line, path)
            self.assertIn(str(number), line.removeprefix(f"tacitus: {path}"))

    def test_json_that_is_not_an_object(self):
        path = self.file("list.json", b"[]\n")
        line, = self.reads_the_rest(path, form="jsonl")
        self.assert_names(line, path)

    def test_standard_input_is_named_too(self):
        result = run("read", "--json", "-", feed=b"")
        self.assertEqual(result.returncode, 1)
        self.assertEqual(len(self.complaints(result)), 1)


class HardInput(Case):
    """What can be read all the same, or is refused in time."""

    def test_bytes_that_are_not_utf8_are_replaced_and_counted(self):
        path = self.file("latin.txt", b"The caf\xe9 will close, the ministry said.\n")
        result = run("read", "--json", "--from", "text", path)
        record, = records(result.stdout)
        self.assertIn("caf\ufffd", record["text"])
        line, = self.complaints(result)
        self.assertTrue(line.startswith(f"tacitus: {path}: "), line)
        self.assertIn("1 byte", line)
        self.assertEqual(result.returncode, 0)

    def test_a_declared_charset_is_decoded(self):
        page = ('<html lang="en"><head><meta charset="iso-8859-1"><title>Café</title></head><body>'
                f"<h1>Café</h1><article><p>{STORY} The café stays.</p></article></body></html>")
        path = self.file("page.html", page.encode("latin-1"))
        result = run("read", "--json", path)
        record, = records(result.stdout)
        self.assertIn("The café stays.", record["text"])
        self.assertEqual(result.stderr, b"")

    def test_a_line_of_200_megabytes(self):
        path = self.folder / "long.jsonl"
        with open(path, "wb") as file:
            file.write(b'{"id": "long", "text": "')
            for _ in range(200):
                file.write(b"word " * 200_000)
            file.write(b'"}\n' + json_lines({"id": "next", "text": STORY}))
        result = run("read", "--json", "--from", "jsonl", path)
        self.assertEqual([r["id"] for r in records(result.stdout)], ["next"])
        line, = self.complaints(result)
        self.assertTrue(line.startswith(f"tacitus: {path}"), line)
        self.assertEqual(result.returncode, 1)

    def test_a_page_of_100_000_nested_tags(self):
        page = "<html><body>" + "<div><b>" * 50_000 + STORY + "</b></div>" * 50_000
        path = self.file("deep.html", page)
        result = run("read", "--json", "--from", "html", path, self.file("next.txt", STORY))
        self.assertEqual(records(result.stdout)[-1]["text"], STORY)
        self.assertLessEqual(len(self.complaints(result)), 1)
        self.assertIn(result.returncode, (0, 1))

    def test_a_million_words_without_a_full_stop(self):
        words = 60_000 if SANITIZED else 1_000_000
        path = self.file("endless.txt", "and the ministry said that talks go on " * (words // 8))
        result = run("read", "--json", "--from", "text", path)
        record, = records(result.stdout)
        self.assertEqual(record["text"], path.read_text())
        self.assertEqual(result.returncode, 0)

    def test_a_word_of_a_million_letters(self):
        path = self.file("word.txt", "The ministry said " + "a" * 1_000_000 + ".")
        record, = records(run("read", "--json", "--from", "text", path).stdout)
        self.assertEqual(record["text"], path.read_text())


class Folder(Case):
    def test_is_read_whole_and_in_the_order_of_names(self):
        (self.folder / "in/deep").mkdir(parents=True)
        for name in ("in/b.txt", "in/a.txt", "in/deep/c.txt"):
            self.file(name, STORY)
        found = records(run("read", "--json", "in", cwd=self.folder).stdout)
        self.assertEqual([r["id"] for r in found], ["in/a.txt", "in/b.txt", "in/deep/c.txt"])

    def test_a_bad_file_in_it_is_named(self):
        (self.folder / "in").mkdir()
        self.file("in/a.txt", STORY)
        self.file("in/b.txt", b"")
        result = run("read", "--json", "in", cwd=self.folder)
        line, = self.complaints(result)
        self.assertTrue(line.startswith("tacitus: in/b.txt: "), line)
        self.assertEqual(len(records(result.stdout)), 1)


class Memory(Case):
    def peak(self, lines):
        """Most memory, in kilobytes, that reading `lines` short articles took."""
        path = self.folder / f"{lines}.jsonl"
        with open(path, "wb") as file:
            for number in range(lines):
                file.write(json_lines({"id": str(number), "text": f"{STORY} Word{number}."}))
        # A child's peak counts from what its parent held when it was made, so it is made by a
        # small shell that then makes way for it.
        child = subprocess.Popen(["/bin/sh", "-c", f"exec '{TACITUS}' read --json --threads 2 '{path}'"],
                                 stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(child.returncode, 0)
        return usage.ru_maxrss

    @unittest.skipIf(SANITIZED, "the sanitizer keeps freed memory")
    def test_does_not_grow_with_the_number_of_articles(self):
        few, many = self.peak(200), self.peak(20_000)
        self.assertLess(many, few + 16 * 1024, f"{few} kB for 200 lines, {many} kB for 20,000")


if __name__ == "__main__":
    unittest.main()
