#!/usr/bin/env python3
"""The archive's figures.

usage: archive.py TACITUS BENCH_ARCHIVE FOLDER [--rounds N] [--grow COUNT] [--keep FOLDER]
       (FOLDER: Reuters-21578 as .sgm or .sgm.gz)

Reads each file of FOLDER with --json alone and with --json and --db in turns, N (1) times each, and
prints what share of the speed is left, by the best processor seconds of each file; what a second run
adds; percentiles of questions over that archive and over one of COUNT (100,000) articles made of it; and
how many near-duplicates of made copies are found. --keep leaves archives and records in a folder.
"""
import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path


def cpu(*command, out=subprocess.DEVNULL):
    """Processor seconds of a run. A story without text, which is told, is no failure."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    status = subprocess.run(command, stdout=out, stderr=subprocess.DEVNULL).returncode
    if status not in (0, 1):
        sys.exit(f"{' '.join(command)}: status {status}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(read, files, records, folder, rounds):
    alone, both = [[] for _ in files], [[] for _ in files]
    for n in range(rounds):
        database = folder / f"wire{n or ''}.db"
        for i, file in enumerate(files):
            with open(records if n == 0 else os.devnull, "ab") as out:
                alone[i].append(cpu(*read, "--json", file, out=out))
            both[i].append(cpu(*read, "--json", "--db", str(database), file))
    alone, both = sum(map(min, alone)), sum(map(min, both))
    print(f"CPU seconds: --json alone {alone:.1f}, with --db {both:.1f}; {alone / both:.1%} of the speed", flush=True)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("tacitus")
    parser.add_argument("bench")
    parser.add_argument("source")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--grow", type=int, default=100000)
    parser.add_argument("--keep")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(options.keep or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        records, wire, grown, copies = (folder / n for n in ("records.jsonl", "wire.db", "grown.db", "copies.jsonl"))
        for made in folder.glob("*"):
            if made.name.split(".")[0] in ("records", "wire", "grown", "copies"):
                made.unlink()
        read = [options.tacitus, "read", "--threads", "1"]
        files = sorted(map(str, Path(options.source).glob("*.sgm*")))
        compare(read, files, records, folder, options.rounds)
        subprocess.run([*read, "--db", str(wire), *files], stderr=subprocess.DEVNULL)
        subprocess.run([options.bench, "ask", str(wire)], check=True)
        subprocess.run([options.bench, "grow", str(grown), str(records), str(options.grow)], check=True)
        subprocess.run([options.bench, "ask", str(grown)], check=True)
        with open(copies, "wb") as out:
            subprocess.run([sys.executable, str(Path(__file__).parent / "archive_copies.py"), options.source],
                           stdout=out, check=True)
        subprocess.run([options.bench, "duplicates", str(copies)], stderr=subprocess.DEVNULL, check=True)


if __name__ == "__main__":
    main()
