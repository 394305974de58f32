#!/usr/bin/env python3
"""Whether `tacitus changes` tells the changes of side in labels/changes.jsonl, and no others.

usage: change_labels.py [TACITUS] [-v]

Each label is two articles, two months apart, of a sentence that was written for this and a few lines that have nothing to do
with it; no holder is in two labels. All are read into one archive. With -v what is missed or told too much is shown.
"""
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
LABELS = Path(__file__).parent / "labels" / "changes.jsonl"
GOODS = ("apples barley beans beer bricks butter candles carpets chairs cheese clocks copper cotton flour glass gloves grain hats "
         "honey ink lamps leather lemons linen maps matches milk nails oats onions paper pears pepper plums ropes salt silk "
         "soap spoons sugar tea tiles tin tools wax wool").split()
DAYS = {"before": "2025-01-10", "after": "2025-03-14"}


def rest(chance):
    """Lines that have nothing to do with anything, other ones each time, so that no article is another's copy."""
    goods = chance.sample(GOODS, 16)
    return (f"In the shops {goods[0]}, {goods[1]}, {goods[2]} and {goods[3]} cost more than {goods[4]} or {goods[5]}. There were "
            f"{goods[6]}, {goods[7]}, {goods[8]}, {goods[9]} and {goods[10]} at the fair, and {goods[11]} beside {goods[12]}. "
            f"Later {goods[13]}, {goods[14]} and {goods[15]} were sold.")


def check(tacitus, environment=None):
    """(labels of changes that were told, those that were missed, those told that are none)."""
    labels = [json.loads(line) for line in LABELS.read_text().splitlines()]
    chance = random.Random(8)
    articles = [{"id": f"{i}", "published": DAYS[when], "text": f"{label[when]} {rest(chance)}"}
                for when in DAYS for i, label in enumerate(labels)]
    with tempfile.TemporaryDirectory() as folder:
        db = str(Path(folder, "wire.db"))
        feed = "".join(json.dumps(article) + "\n" for article in articles).encode()
        subprocess.run([tacitus, "read", "--from", "jsonl", "--db", db, "-"], input=feed, check=True, stdout=subprocess.DEVNULL,
                       env=environment)
        answer = subprocess.run([tacitus, "changes", "--json", "--limit", "0", "--db", db], check=True, capture_output=True)
    told = {int(json.loads(line)["article"]) for line in answer.stdout.splitlines()}
    wanted = {i for i, label in enumerate(labels) if label["change"]}
    return tuple([labels[i] for i in sorted(ids)] for ids in (told & wanted, wanted - told, told - wanted))


def main():
    arguments = [a for a in sys.argv[1:] if a != "-v"]
    if len(arguments) > 1:
        sys.exit(__doc__)
    right, missed, wrong = check(arguments[0] if arguments else str(ROOT / "build" / "tacitus"))
    if "-v" in sys.argv:
        for name, labels in (("missed", missed), ("too much", wrong)):
            for label in labels:
                print(f"{name}: {label['before']} / {label['after']}")
    print(f"changes of side: {len(right)} of {len(right) + len(missed)} told, {len(wrong)} told that are none")


if __name__ == "__main__":
    main()
