#!/usr/bin/env python3
"""Kills `tacitus read --db` at random moments: each archive must be whole, each re-run complete.

usage: archive_crash.py [--times 200] [--articles 400]

TACITUS and TACITUS_TOY_MODEL name the program and a quick model, as for the other tests.
"""
import argparse
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from support import TACITUS, TOY_MODEL

TABLES = ("articles", "inputs", "sentences", "mentions", "actors", "actor_names", "article_actors",
          "statements", "speakers", "events", "daily_events", "reports", "positions", "issues", "issue_phrases", "issue_signs",
          "clear_stands", "changes", "places", "sketches", "stories",
          "story_words", "word_counts")


def articles(count, chance):
    words = [f"{a}{b}{c}" for a in ("ka", "lo", "mi") for b in ("ren", "tos", "vel") for c in ("da", "nu", "")]
    for i in range(count):
        text = ". ".join(" ".join(chance.choice(words) for _ in range(12)).capitalize() for _ in range(6))
        yield {"id": str(i), "text": f'{text}. "We wait," Anna Kern of Norland said.', "published": f"2025-03-{i % 28 + 1:02}"}


def content(path):
    """All rows that a user can see, and what SQLite says of the file."""
    with sqlite3.connect(path) as database:
        verdict = database.execute("PRAGMA integrity_check").fetchone()[0]
        rows = {t: database.execute(f"SELECT * FROM {t}").fetchall() for t in TABLES}
    database.close()
    return verdict, {t: sorted(r, key=repr) for t, r in rows.items()}


def command(source, path):
    return [TACITUS, "read", "--model", TOY_MODEL, "--from", "jsonl", "--threads", "1", "--db", str(path), str(source)]


def check(times, count):
    """Returns how many kills hit the program at work; raises where an archive is not whole."""
    chance = random.Random(8)
    hits = 0
    with tempfile.TemporaryDirectory() as folder:
        source, whole = Path(folder, "in.jsonl"), Path(folder, "whole.db")
        source.write_text("".join(json.dumps(a) + "\n" for a in articles(count, chance)))
        start = time.monotonic()
        subprocess.run(command(source, whole), check=True, stdout=subprocess.DEVNULL)
        seconds = time.monotonic() - start
        verdict, expected = content(whole)
        assert verdict == "ok" and len(expected["articles"]) == count, verdict
        for i in range(times):
            path = Path(folder, f"{i}.db")
            child = subprocess.Popen(command(source, path), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, seconds))
            child.send_signal(signal.SIGKILL)
            hits += child.wait() == -signal.SIGKILL
            if path.exists() and path.stat().st_size > 0:
                with sqlite3.connect(path) as database:
                    assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok", f"kill {i}"
                    halves = 0
                    if database.execute("PRAGMA user_version").fetchone()[0]:
                        halves = database.execute("SELECT count(*) FROM articles WHERE article NOT IN "
                                                  "(SELECT article FROM sentences)").fetchone()[0]
                    assert halves == 0, f"kill {i}"
                database.close()
            subprocess.run(command(source, path), check=True, stdout=subprocess.DEVNULL)
            verdict, found = content(path)
            assert verdict == "ok" and found == expected, f"kill {i}: the re-run is not complete"
            for name in (path, f"{path}-wal", f"{path}-shm"):
                if os.path.exists(name):
                    os.remove(name)
    return hits


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--articles", type=int, default=400)
    options = parser.parse_args()
    hits = check(options.times, options.articles)
    print(f"{options.times} kills, {hits} of them at work; all archives whole, all re-runs complete")


if __name__ == "__main__":
    sys.exit(main())
