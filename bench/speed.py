#!/usr/bin/env python3
"""Speed of the whole way, `tacitus read --json` with one thread, in words a second.

usage: speed.py TACITUS [FOLDER]     (FOLDER: Reuters-21578 as .sgm or .sgm.gz)

Without a folder the samples are read, over and over. Words are what white space parts. The answer
is checked before it is timed: a record an article, its text unchanged. Loading the model counts.
BENCH_WORDS (default 100,000) bounds a run, BENCH_RUNS (default 3) is how many there are.
"""
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

import reuters


def sample_lines():
    texts = [p.read_text() for p in sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))]
    return [{"id": f"{i}", "text": texts[i % len(texts)]} for i in range(400)]


def corpus(folder, most_words):
    """Articles up to `most_words` words, as dicts, and the number of words in them."""
    if folder:
        articles = ({"id": i, "text": t} for i, t in reuters.stories(folder))
    else:
        articles = iter(sample_lines())
    chosen, words = [], 0
    for article in articles:
        chosen.append(article)
        words += len(article["text"].split())
        if words >= most_words:
            break
    return chosen, words


def read(tacitus, feed):
    start = time.perf_counter()
    run = subprocess.run([tacitus, "read", "--json", "--from", "jsonl", "--threads", "1", "-"],
                         input=feed, stdout=subprocess.PIPE, check=True)
    return run.stdout, time.perf_counter() - start


def processor():
    for line in open("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    tacitus, folder = sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else None
    articles, words = corpus(folder, int(os.environ.get("BENCH_WORDS", 100_000)))
    if not articles:
        sys.exit(f"speed.py: no stories in {folder}")
    feed = "".join(json.dumps(a) + "\n" for a in articles).encode()

    rates = []
    for number in range(int(os.environ.get("BENCH_RUNS", 3))):
        out, seconds = read(tacitus, feed)
        if number == 0:
            records = [json.loads(line) for line in out.splitlines()]
            if [r["text"] for r in records] != [a["text"] for a in articles]:
                sys.exit("speed.py: the records do not give the articles back")
            statements = sum(len(r.get("statements", [])) for r in records)
        rates.append(words / seconds)

    version = subprocess.run([tacitus, "--version"], capture_output=True, text=True).stdout.strip()
    print(f"corpus   {folder or 'samples, repeated'}: {len(articles):,} articles, {words:,} words")
    print(f"machine  {processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}")
    print(f"program  {version}, one thread, {len(rates)} runs, model loading counted")
    print(f"found    {statements:,} statements")
    print(f"speed    {statistics.median(rates):,.0f} words/s "
          f"({min(rates):,.0f} to {max(rates):,.0f})")


if __name__ == "__main__":
    main()
