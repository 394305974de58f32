"""The archive from the command line: reading into it, asking it, and what goes wrong with it."""
import json
import os
import resource
import sqlite3
import subprocess
import unittest

import archive_crash
import change_labels
from support import ROOT, SANITIZED, TACITUS, Case, json_lines, run

REAL_MODEL = {"TACITUS_MODEL": str(ROOT / "models/tacitus.model")}
FERRIES = [{"id": str(i + 1), "published": day, "title": title, "text": f"{title}\n\n{body}"} for i, (day, title, body) in enumerate([
    ("2025-01-10", "Sweden rejects ferry tax", "Sweden rejects the European Union's plan for a tax on ferries, Prime Minister "
     "Ulf Kristersson said on Friday. Finland backs the tax on ferries."),
    ("2025-02-11", "Denmark against tax on ferries", "Denmark opposes the tax on ferries that the European Union plans, its foreign "
     "minister said."),
    ("2025-03-12", "Sweden turns round on ferries", "After weeks of talks Sweden now supports the European Union's plan for a tax "
     "on ferries. Denmark might accept the tax on ferries if ports are paid."),
    ("2025-03-13", "Banks want guarantees", "“No lender will give another krone to shipyards,” Anna Lund of the Nordic Bank "
     "Association said.")])]

STORY = {"id": "a", "published": "2025-03-07", "text": '"We will wait," Anna Kern of Norland said on Friday.'}


class Archive(Case):
    def setUp(self):
        super().setUp()
        self.db = self.folder / "wire.db"

    def read(self, *stories, more=(), **options):
        return run("read", "--from", "jsonl", "--db", self.db, *more, "-", feed=json_lines(*stories), **options)

    def test_reads_once_and_tells_it(self):
        first, second = self.read(STORY), self.read(STORY)
        self.assertEqual((first.returncode, second.returncode), (0, 0))
        self.assertIn(b"1 article added, 0 there before", first.stdout)
        self.assertIn(b"0 articles added, 1 there before", second.stdout)

    def test_json_goes_out_as_well_and_comes_back_from_it(self):
        result = self.read(STORY, {**STORY, "id": "b"}, more=["--json"])
        self.assertEqual(len(result.stdout.splitlines()), 2)
        self.assertEqual(run("export", "--to", "jsonl", "--db", self.db).stdout, result.stdout)

    def test_every_verb_answers_in_every_form(self):
        self.read(STORY, {**STORY, "id": "b"})
        for verb in (["said"], ["events"], ["events", "--by", "month"], ["timeline"], ["stories"],
                     ["stands", "--on", "waiting"], ["changes"]):
            for form in ([], ["--json"], ["--csv"]):
                result = run(*verb, *form, "--db", self.db)
                self.assertEqual((result.returncode, result.stderr), (0, b""), verb)
                if form == ["--json"]:
                    for line in result.stdout.splitlines():
                        json.loads(line)
        story = json.loads(run("stories", "--json", "--db", self.db).stdout)
        self.assertEqual((story["articles"], story["originals"]), (2, 1))
        self.assertEqual(run("stories", "--csv", environment={"TACITUS_DB": str(self.db)}).returncode, 0)

    def test_shows_a_story_by_its_first_sentence_and_not_by_its_dateline(self):
        text = "NORDHAVN, March 3 - The ferry company of Norland will build two ships at the yard of Westhaven, it said."
        self.read({"id": "1", "text": text, "published": "2025-03-03"}, {"id": "2", "text": text + " More follows.", "published": "2025-03-03"})
        story = json.loads(run("stories", "--json", "--db", self.db).stdout)
        self.assertIn("The ferry company", story["sentence"])

    def test_keeps_a_vector_of_what_is_said(self):
        page = self.file("page.html", "<h1>Norland waits</h1><article><p>“We will wait,” Anna Kern said. "
                                      "She denied that talks had failed.</p></article>")
        run("read", "--db", self.db, page, environment={"TACITUS_MODEL": str(ROOT / "models/tacitus.model")})
        with sqlite3.connect(self.db) as database:
            said = database.execute("SELECT count(*) FROM statements").fetchone()[0]
            kept = dict(database.execute("SELECT kind, count(*) FROM vectors WHERE kind < 2 GROUP BY kind"))
            signs = database.execute("SELECT sum(length(kinds)), sum(length(signs)) FROM vector_signs").fetchone()
            vectors = database.execute("SELECT count(*) FROM vectors").fetchone()[0]
        self.assertEqual((said, kept), (2, {1: 2}))
        self.assertEqual(signs, (vectors, vectors * 384 // 8))

    def ask(self, *call):
        result = run(*call, "--json", "--db", self.db, environment=REAL_MODEL)
        self.assertEqual((result.returncode, result.stderr), (0, b""), call)
        return [json.loads(line) for line in result.stdout.splitlines()]

    def test_tells_who_stands_where_and_who_changed_sides(self):
        run("read", "--from", "jsonl", "--db", self.db, "-", feed=json_lines(*FERRIES), environment=REAL_MODEL)
        on = self.ask("stands", "--on", "ferry tax")
        sides = {(row["side"], row["actor"]) for row in on}
        self.assertLessEqual({("for", "Sweden"), ("for", "Finland"), ("against", "Denmark"), ("against", "Sweden")}, sides)
        for row in on:
            self.assertIn(row["sentence"], FERRIES[int(row["article"]) - 1]["text"])
        self.assertEqual({row["actor"] for row in self.ask("stands", "--on", "ferry tax", "--country", "Denmark")}, {"Denmark"})
        by = self.ask("stands", "--by", "Sweden")
        self.assertLessEqual({("against", "2025-01-10"), ("for", "2025-03-12")}, {(row["side"], row["first"]) for row in by})
        changes = self.ask("changes", "--since", "2025-03")
        self.assertEqual([(row["actor"], row["date"], row["before_date"]) for row in changes],
                         [("Sweden", "2025-03-12", "2025-01-10")])
        self.assertIn("rejects", changes[0]["before_sentence"])
        self.assertIn("supports", changes[0]["sentence"])
        self.assertEqual(self.ask("changes", "--since", "2025-04"), [])

    def test_most_changes_of_side_are_told_and_no_others(self):
        right, missed, wrong = change_labels.check(TACITUS, {**os.environ, **REAL_MODEL})
        self.assertEqual(wrong, [])
        self.assertGreaterEqual(len(right), 10, missed)

    def test_finds_what_was_said_by_what_it_means(self):
        run("read", "--from", "jsonl", "--db", self.db, "-", feed=json_lines(*FERRIES), environment=REAL_MODEL)
        words = "loans to shipbuilders are refused"
        self.assertEqual(self.ask("said", words), [])
        self.assertEqual(self.ask("said", "--meaning", words)[0]["speaker"], "Anna Lund")
        self.assertEqual(self.ask("said", "--meaning", words, "--until", "2025-03-12", "--limit", "1")[0]["article"] in "123", True)
        missing = run("said", "--meaning", words, "--db", self.db, "--model", self.folder / "none.model")
        self.assertEqual((missing.returncode, missing.stdout), (1, b""))

    def test_export_to_sqlite_is_a_whole_archive(self):
        self.read(STORY)
        copy = self.folder / "copy.db"
        self.assertEqual(run("export", "--to", "sqlite", "--output", copy, "--db", self.db).returncode, 0)
        self.assertEqual(run("export", "--to", "jsonl", "--db", copy).stdout,
                         run("export", "--to", "jsonl", "--db", self.db).stdout)
        self.assertEqual(run("export", "--to", "sqlite", "--db", self.db).returncode, 2)

    def test_trouble_is_one_plain_line_and_status_1(self):
        other = self.folder / "other.db"
        with sqlite3.connect(other) as database:
            database.execute("CREATE TABLE notes(a)")
        database.close()
        newer = self.folder / "newer.db"
        self.db, kept = newer, self.db
        self.read(STORY)
        self.db = kept
        with sqlite3.connect(newer) as database:
            database.execute("PRAGMA user_version = 99")
        database.close()
        for path, words in ((self.folder / "none.db", "no such archive"), (self.folder, "is a folder"),
                            (self.file("text.db", "x" * 5000), "is not an archive"),
                            (other, "another program's"), (newer, "newer tacitus")):
            result = run("said", "--db", path)
            self.assertEqual((result.returncode, result.stdout), (1, b""), path)
            self.assertEqual(len(self.complaints(result)), 1)
            self.assertIn(words, result.stderr.decode())
        for path in ("/proc/wire.db", self.folder / "none" / "wire.db", other, newer):
            result = run("read", "--db", path, "-", feed=b"x")
            self.assertEqual((result.returncode, len(self.complaints(result))), (1, 1), path)

    def many(self, count=300):
        """Stories whose archive is some megabytes long."""
        return [{**STORY, "id": str(i), "text": STORY["text"] + " " + " ".join(f"w{i * 7 + k}" for k in range(300))}
                for i in range(count)]

    def articles(self, path=None):
        with sqlite3.connect(path or self.db) as database:
            verdict = database.execute("PRAGMA integrity_check").fetchone()[0]
            count = database.execute("SELECT count(*) FROM articles").fetchone()[0]
        database.close()
        self.assertEqual(verdict, "ok")
        return count

    def test_a_file_that_may_not_grow_loses_nothing_and_says_so(self):
        self.read(STORY)
        size = os.path.getsize(self.db)
        stories = self.many()

        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (size + (1 << 19), size + (1 << 19)))

        result = self.read(*stories, more=["--threads", "1"], preexec_fn=limit)
        self.assertEqual((result.returncode, len(self.complaints(result))), (1, 1))
        self.assertIn(b"the limit on a file's size is reached", result.stderr)
        self.assertGreaterEqual(self.articles(), 1)
        self.assertEqual(self.read(STORY, *stories).returncode, 0)
        self.assertEqual(self.articles(), 1 + len(stories))

    def test_a_read_only_folder_can_be_asked_and_not_written(self):
        self.read(STORY)
        for path in (self.folder, self.db):
            path.chmod(path.stat().st_mode & 0o555 | 0o055)
        self.addCleanup(self.folder.chmod, 0o700)
        # Root may write everywhere: somebody else asks then.
        other = {"user": 65534, "group": 65534} if os.getuid() == 0 else {}
        asked = run("export", "--to", "jsonl", "--db", self.db, **other)
        self.assertEqual((asked.returncode, asked.stderr), (0, b""))
        self.assertEqual(len(asked.stdout.splitlines()), 1)
        for path in (self.db, self.folder / "new.db"):
            written = run("read", "--from", "jsonl", "--db", path, "-", feed=json_lines({**STORY, "id": "b"}), **other)
            self.assertEqual((written.returncode, len(self.complaints(written))), (1, 1), path)
            self.assertRegex(written.stderr, b"read-only|cannot be opened")
        self.assertEqual(run("export", "--to", "jsonl", "--db", self.db, **other).stdout, asked.stdout)

    def test_two_writers_at_once_leave_one_whole_archive(self):
        stories = self.many(60 if SANITIZED else 300)
        sources = [self.file("one.jsonl", json_lines(*stories[:len(stories) * 2 // 3])),
                   self.file("two.jsonl", json_lines(*stories[len(stories) // 3:]))]
        writers = [subprocess.Popen([TACITUS, "read", "--from", "jsonl", "--threads", "1", "--db", str(self.db), str(source)],
                                    cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for source in sources]
        for writer in writers:
            self.assertEqual((writer.communicate()[1], writer.returncode), (b"", 0))
        self.assertEqual(self.articles(), len(stories))
        again = self.read(*stories)
        self.assertIn(f"0 articles added, {len(stories)} there before".encode(), again.stdout)

    def test_a_damaged_page_is_told_by_every_verb_and_not_written_over(self):
        self.read(*self.many(60))
        with sqlite3.connect(self.db) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.close()
        content = bytearray(self.db.read_bytes())
        for page in range(2, len(content) // 4096):
            content[page * 4096 : page * 4096 + 64] = b"\x7f" * 64
        self.db.write_bytes(content)
        for call in (["said"], ["events"], ["actor", "Kern"], ["timeline"], ["stories"], ["export", "--to", "jsonl"],
                     ["export", "--to", "sqlite", "--output", self.folder / "copy.db"]):
            result = run(*call, "--db", self.db)
            self.assertEqual((result.returncode, result.stdout, len(self.complaints(result))), (1, b"", 1), call)
            self.assertIn(b"is damaged", result.stderr, call)
        self.assertFalse((self.folder / "copy.db").exists())
        result = self.read({**STORY, "id": "new"})
        self.assertEqual((result.returncode, len(self.complaints(result))), (1, 1))
        self.assertEqual(self.db.read_bytes(), bytes(content))

    def test_wrong_calls(self):
        for call in (["said", "--since", "soon"], ["events", "--by", "hour"], ["actor"], ["export"],
                     ["said", "--json", "--csv"],
                     ["stands"], ["said", "--meaning"]):
            self.assertEqual(run(*call, "--db", self.db).returncode, 2, call)

    def test_a_kill_at_any_moment_leaves_a_whole_archive(self):
        hits = archive_crash.check(4 if SANITIZED else 20, 100 if SANITIZED else 250)
        self.assertGreater(hits, 0)


if __name__ == "__main__":
    unittest.main()
