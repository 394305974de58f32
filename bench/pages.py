#!/usr/bin/env python3
"""Articles out of web pages, side by side: pages a second, one thread each, and F1 of the bodies.

usage: pages.py BENCH_ARTICLES FOLDER     (FOLDER: html/ID.html.gz and ground-truth.json with
                                           articleBody, as the article-extraction benchmark has them)

All tools get the same pages, in memory, in the same run and in turns; the median of the rounds counts.
A tool that is not installed is left out. F1 is of precision and recall, averaged over pages, of the
bodies' shingles of four words. BENCH_RUNS (default 3) is how many rounds there are.
"""
import collections
import gzip
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = int(os.environ.get("BENCH_RUNS", 3))


def shingles(text, n=4):
    words = re.findall(r"\w+", text or "")
    if len(words) < n:
        return collections.Counter([tuple(words)] if words else [])
    return collections.Counter(tuple(words[i:i + n]) for i in range(len(words) - n + 1))


def f1(truth, bodies):
    precision, recall = [], []
    for number, gold in truth.items():
        a, b = shingles(bodies.get(number)), shingles(gold)
        both = sum((a & b).values())
        if a:
            precision.append(both / sum(a.values()))
        if b:
            recall.append(both / sum(b.values()))
    p, r = statistics.mean(precision), statistics.mean(recall)
    return 2 * p * r / (p + r)


def peers():
    """Name and function from a page's HTML to its text, for each peer that is installed."""
    found = {}
    try:
        import trafilatura
        found["trafilatura " + trafilatura.__version__] = trafilatura.extract
    except ImportError:
        pass
    try:
        from resiliparse.extract.html2text import extract_plain_text
        found["resiliparse"] = lambda html: extract_plain_text(html, main_content=True)
    except ImportError:
        pass
    try:
        import lxml.html
        import readability
        found["readability-lxml"] = lambda html: lxml.html.fromstring(
            readability.Document(html).summary()).text_content()
    except ImportError:
        pass
    return found


def tacitus(program, pages):
    """Bodies, and the seconds of one round."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for number, html in pages.items():
            file.write(json.dumps({"id": number, "html": html}) + "\n")
        file.flush()
        run = subprocess.run([program, "time", "1", file.name], stdout=subprocess.PIPE, check=True)
    lines = [json.loads(line) for line in run.stdout.decode().split("\n") if line]
    return {x["id"]: x["body"] for x in lines[:-1]}, lines[-1]["seconds"][0]


def peer(extract, pages):
    start, bodies = time.perf_counter(), {}
    for number, html in pages.items():
        try:
            bodies[number] = extract(html)
        except Exception:  # a page that a peer cannot read is a page without a body
            bodies[number] = None
    return bodies, time.perf_counter() - start


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, folder = sys.argv[1], Path(sys.argv[2])
    gold = json.load(open(folder / "ground-truth.json"))
    pages, truth = {}, {}
    for number, entry in gold.items():
        path = folder / "html" / f"{number}.html.gz"
        if path.exists():
            pages[number] = gzip.open(path).read().decode("utf8", "replace")
            truth[number] = entry["articleBody"]
    tools = {"tacitus": lambda: tacitus(program, pages)}
    for name, extract in peers().items():
        tools[name] = lambda extract=extract: peer(extract, pages)
    bodies, seconds = {}, collections.defaultdict(list)
    for _ in range(ROUNDS):
        for name, run in tools.items():
            bodies[name], took = run()
            seconds[name].append(took)
    print(f"{len(pages)} pages, {sum(map(len, pages.values())) / 1e6:.1f} million characters, "
          f"{ROUNDS} rounds in turns, one thread")
    ours = statistics.median(seconds["tacitus"])
    for name in tools:
        took = statistics.median(seconds[name])
        print(f"{name:20} {len(pages) / took:8.0f} pages/s  F1 {f1(truth, bodies[name]):.3f}  "
              f"tacitus is {took / ours:.1f} times as fast" if name != "tacitus" else
              f"{name:20} {len(pages) / took:8.0f} pages/s  F1 {f1(truth, bodies[name]):.3f}")


if __name__ == "__main__":
    main()
