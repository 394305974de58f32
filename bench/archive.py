#!/usr/bin/env python3
"""The archive's figures.

usage: archive.py TACITUS BENCH_ARCHIVE FOLDER [RECORDS.jsonl]     (FOLDER: Reuters-21578)

RECORDS are those of FOLDER, made first if not given. Prints CPU seconds of reading with --json alone and
with --db, rows of a second run, percentiles of questions over both archives, and near-duplicates.
"""
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path


def cpu(*command, out=subprocess.DEVNULL):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=out, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    tacitus, bench, source = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        records = sys.argv[4] if len(sys.argv) == 5 else os.path.join(folder, "records.jsonl")
        wire, grown, copies = (os.path.join(folder, name) for name in ("wire.db", "grown.db", "copies.jsonl"))
        read = [tacitus, "read", "--threads", "1"]
        files = sorted(map(str, Path(source).glob("*.sgm*")))
        if len(sys.argv) == 4:
            with open(records, "wb") as out:
                alone = cpu(*read, "--json", *files, out=out)
            both = cpu(*read, "--json", "--db", wire, *files)
            print(f"CPU seconds: --json alone {alone:.1f}, with --db {both:.1f}; {alone / both:.1%} of the speed", flush=True)
            subprocess.run([*read, "--db", wire, *files], check=True)
        else:
            for _ in range(2):
                subprocess.run([bench, "load", wire, records], check=True)
        subprocess.run([bench, "ask", wire], check=True)
        subprocess.run([bench, "grow", grown, records, "100000"], check=True)
        subprocess.run([bench, "ask", grown], check=True)
        with open(copies, "wb") as out:
            subprocess.run([sys.executable, str(Path(__file__).parent / "archive_copies.py"), source], stdout=out, check=True)
        subprocess.run([bench, "duplicates", copies], check=True)


if __name__ == "__main__":
    main()
