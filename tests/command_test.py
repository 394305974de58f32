"""The command line: help, exit status, order, colour, and what happens when output goes wrong."""
import html
import json
import os
import pty
import re
import select
import struct
import subprocess
import termios
import fcntl
import time
import unittest

from support import ROOT, TACITUS, Case, json_lines, records, run

STORY = '"We will wait," the foreign ministry said on Friday. It added that talks go on.'


def on_terminal(*arguments, columns=80, environment=None):
    """Runs the program with a terminal as its standard output; what it printed, as text."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    env = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    env.update({"TERM": "xterm-256color", **(environment or {})})
    child = subprocess.Popen([TACITUS, *map(str, arguments)], stdin=subprocess.DEVNULL,
                             stdout=theirs, stderr=subprocess.PIPE, env=env, cwd=ROOT)
    os.close(theirs)
    out = b""
    while True:
        try:
            block = os.read(ours, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not block:
            break
        out += block
    os.close(ours)
    child.stderr.close()
    child.wait()
    return out.decode().replace("\r\n", "\n")


class Help(Case):
    def test_names_the_verbs_and_the_options(self):
        out = run("--help").stdout.decode()
        for word in ("read", "model", "Exit status", "NO_COLOR", "TACITUS_MODEL"):
            self.assertIn(word, out)
        out = run("read", "--help").stdout.decode()
        for word in ("INPUT", "--from", "--json", "--published", "--threads", "--model", "--actors"):
            self.assertIn(word, out)

    def test_lines_fit_a_terminal(self):
        for arguments in (["--help"], ["read", "--help"], ["model", "--help"]):
            for line in run(*arguments).stdout.decode().splitlines():
                self.assertLessEqual(len(line), 100, line)

    def test_version(self):
        result = run("--version")
        self.assertRegex(result.stdout.decode(), r"\Atacitus \d+\.\d+\.\d+\n\Z")
        self.assertEqual(result.returncode, 0)

    def test_man_page_says_what_help_says(self):
        page = run("--man").stdout.decode()
        plain = page.replace("\\-", "-")
        for arguments in (["--help"], ["read", "--help"], ["model", "--help"]):
            out = run(*arguments).stdout.decode()
            for name in re.findall(r"--[a-z]+", out):
                self.assertIn(name, plain)
            for line in re.findall(r"^  +(?:\S+ )*\S*  +([A-Z].*)$", out, re.M):
                self.assertIn(line.split(" (")[0], plain)

    def test_man_page_is_sound_roff(self):
        page = run("--man").stdout
        done = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z"], input=page,
                              capture_output=True)
        self.assertEqual((done.returncode, done.stderr), (0, b""))


class WrongCall(Case):
    def test_is_told_apart_from_bad_input(self):
        for arguments in ([], ["read"], ["write"], ["read", "--from", "pdf", "x"], ["--colour"],
                          ["read", "--published", "yesterday", "x"],
                          ["read", "--published", "2025-02-29", "x"],
                          ["read", "--threads", "0", "x"], ["read", "--threads", "many", "x"],
                          ["model", "x"]):
            result = run(*arguments)
            self.assertEqual(result.returncode, 2, arguments)
            self.assertEqual(result.stdout, b"", arguments)
            self.assertNotEqual(result.stderr, b"", arguments)


class Weights(Case):
    def test_missing_ones_are_said_to_be_missing(self):
        for arguments in (["read", "samples/tariff-answer.txt"], ["model"]):
            result = run(*arguments, "--model", self.folder / "none.model")
            self.assertEqual((result.returncode, result.stdout), (1, b""))
            self.assertEqual(len(self.complaints(result)), 1)
            self.assertIn(b"none.model", result.stderr)

    def test_a_file_that_is_no_model_is_refused(self):
        for content in (b"", b"TACITUS\x01", b"TACITUS\x01" + b"\xff" * 400, os.urandom(5000)):
            path = self.file("bad.model", content)
            result = run("model", "--model", path)
            self.assertEqual((result.returncode, result.stdout), (1, b""))
            self.assertEqual(len(self.complaints(result)), 1)

    def test_are_found_through_the_environment(self):
        result = run("model", environment={"TACITUS_MODEL": str(self.folder / "other.model")})
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"other.model", result.stderr)

    def test_model_tells_what_is_loaded(self):
        result = run("model")
        self.assertEqual(result.returncode, 0)
        for word in (b"name", b"license", b"parameters", b"compute"):
            self.assertIn(word, result.stdout)


class Records(Case):
    def test_come_in_the_order_of_the_input_however_many_threads(self):
        lines = json_lines(*({"id": str(i), "text": STORY + " More talks." * (i * 7 % 40)}
                             for i in range(60)))
        alone = run("read", "--json", "--threads", "1", "-", feed=lines)
        self.assertEqual([r["id"] for r in records(alone.stdout)], [str(i) for i in range(60)])
        together = run("read", "--json", "--threads", "4", "-", feed=lines)
        self.assertEqual(together.stdout, alone.stdout)

    def test_give_a_text_back_unchanged(self):
        texts = [STORY, " \n\n leading and trailing \t ", "\u0000 \u001b[31m\ufeff", "e\u0301 \U0001F1FA\U0001F1E6",
                 "\r\nline\rends\u2028of all kinds\x0b", "“Ends in a quote", "."]
        lines = json_lines(*({"id": str(i), "text": t} for i, t in enumerate(texts)))
        result = run("read", "--json", "--from", "jsonl", "-", feed=lines)
        self.assertEqual([r["text"] for r in records(result.stdout)], texts)

    def test_spans_count_code_points(self):
        text = "\U0001F600 " + STORY
        record, = records(run("read", "--json", "-", feed=json_lines({"id": "1", "text": text})).stdout)
        begin, end = record["sentences"][0]
        self.assertTrue(text[begin:end].endswith("on Friday."), text[begin:end])

    def test_carry_the_date_that_the_caller_gives(self):
        lines = json_lines({"id": "1", "text": STORY},
                           {"id": "2", "text": STORY, "published": "2024-01-31"})
        found = records(run("read", "--json", "--published", "2025-03-07", "-", feed=lines).stdout)
        self.assertEqual([(r["published"], r["published_from"]) for r in found],
                         [("2025-03-07", "given"), ("2024-01-31", "given")])

    def test_lead_back_to_the_bytes_of_the_page(self):
        page = (b"<html><head><title>Talks &amp; tea</title></head><body><article><h1>Talks &amp; tea"
                b"</h1><p>&ldquo;We will wait,&rdquo; the <b>foreign ministry</b> said in Caf\xc3\xa9 Nord "
                b"on Friday, and nobody there expected any other answer.</p></article></body></html>")
        result = run("read", "--json", "--from", "html", "--origin", "-", feed=page)
        record, = records(result.stdout)
        text = record["text"]
        self.assertTrue(record["origin"])
        for start, end, first, last in record["origin"]:
            shown = html.unescape(page[first:last].decode())
            self.assertEqual(text[start:end], shown)
        told = "".join(text[start:end] for start, end, *_ in record["origin"])
        self.assertIn("foreign ministry", told)
        self.assertIn("Café Nord", told)

    def test_of_another_language_say_that_it_is_not_read(self):
        text = ("Das Außenministerium teilte am Freitag mit, dass die Gespräche in der kommenden "
                "Woche fortgesetzt werden. „Wir warten ab“, sagte eine Sprecherin in Berlin.")
        record, = records(run("read", "--json", "-", feed=json_lines({"id": "1", "text": text})).stdout)
        self.assertEqual((record["language"], record["read"]), ("de", False))
        self.assertNotIn("statements", record)

    def test_come_while_the_input_still_does(self):
        child = subprocess.Popen([TACITUS, "read", "--json", "--from", "jsonl", "-"], cwd=ROOT,
                                 stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        with child:
            for number in range(3):
                child.stdin.write(json_lines({"id": str(number), "text": STORY}))
                child.stdin.flush()
                ready, _, _ = select.select([child.stdout], [], [], 60)
                self.assertTrue(ready, "no record within a minute")
                self.assertEqual(json.loads(child.stdout.readline())["id"], str(number))
            child.stdin.close()
            self.assertEqual(child.wait(), 0)


class Terminal(Case):
    def test_gets_colour_unless_it_is_not_wanted(self):
        story = self.file("story.txt", STORY)
        self.assertIn("\033[", on_terminal("read", story))
        self.assertNotIn("\033[", on_terminal("read", story, environment={"NO_COLOR": "1"}))
        self.assertNotIn("\033[", on_terminal("read", story, environment={"TERM": "dumb"}))

    def test_is_obeyed_in_its_width(self):
        story = self.file("story.txt", STORY)
        for line in on_terminal("read", story, columns=32, environment={"NO_COLOR": "1"}).splitlines():
            self.assertLessEqual(len(line), 32, line)

    def test_is_not_given_orders_by_a_text(self):
        story = self.file("story.txt", "Head\x1b]0;owned\x07line\n\n\x1b[2J" + STORY)
        out = on_terminal("read", story, environment={"NO_COLOR": "1"})
        self.assertNotIn("\x1b", out)
        self.assertNotIn("\x07", out)

    def test_is_not_given_orders_by_a_file_name(self):
        result = run("read", self.folder / "\x1b[31mred")
        self.assertNotIn(b"\x1b", result.stderr)
        self.assertIn(b"[31mred", result.stderr)

    def test_no_colour_goes_into_a_pipe_or_a_record(self):
        story = self.file("story.txt", STORY)
        self.assertNotIn(b"\033", run("read", story).stdout)
        self.assertNotIn("\033", on_terminal("read", "--json", story))


class BrokenOutput(Case):
    lines = json_lines(*({"id": str(i), "text": STORY} for i in range(300)))

    def test_a_reader_that_leaves_is_no_trouble(self):
        path = self.file("many.jsonl", self.lines)
        done = subprocess.run(f"set -o pipefail; '{TACITUS}' read --json '{path}' | head -n 1",
                              shell=True, executable="/bin/bash", capture_output=True, timeout=250)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual(len(done.stdout.splitlines()), 1)

    def test_a_full_disk_is_reported(self):
        with open("/dev/full", "wb") as full:
            result = run("read", "--json", "-", feed=self.lines, stdout=full)
        self.assertEqual(result.returncode, 1)
        self.assertEqual(self.complaints(result),
                         ["tacitus: standard output: No space left on device"])

    def test_a_closed_output_is_reported(self):
        path = self.file("one.jsonl", json_lines({"id": "1", "text": STORY}))
        done = subprocess.run(f"'{TACITUS}' read --json '{path}' >&-", shell=True,
                              capture_output=True, timeout=250)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr, b"tacitus: standard output: Bad file descriptor\n")


if __name__ == "__main__":
    unittest.main()
