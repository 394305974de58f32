#!/usr/bin/env python3
"""Positions against labels/positions.jsonl: who is for, against, asking for or open to what.

usage: position_labels.py CORPORA [TACITUS] [-v]    (CORPORA holds polnear/, geo/ and reuters21578/;
TACITUS: the program, "build/tacitus" if not given; -v shows what was missed and what was too much
in the first part)

Each sentence is read behind the one before it. The labels were made by reading the sentences, without the
program: for every position who holds it and what it is on, as spans of the sentence (or as words where the
sentence does not have them), and the stance. They are of three parts. Over the first the rules were made.
The parts "check" (200) and "fresh" (97) were labelled afterwards, by another
reader and each before the program's positions of it were looked at; faults that they showed were mended after
that, so that docs/positions.md has their figures of before, too. "blind" (150) is by a third reader, whose
labels nobody who wrote rules had seen. The same read the first part and "check" again, without their labels
(`second`); what is scored is the first reading.
- A position is found where its actor shares a word with the label's, its issue shares words with it (F1 of
  the content words 0.4 at least), and its side (for, against, asking, none) or stance is the label's. Each
  label is found once.
- agreement: the second reading held against the first in the same way.
- silent: sentences without a position for which the record has none, in percent.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

import position_corpora

LABELS = Path(__file__).parent / "labels" / "positions.jsonl"
SIDES = {**dict.fromkeys(("support", "accept", "offer", "open"), "for"),
         **dict.fromkeys(("oppose", "reject", "threaten", "deny"), "against"), "demand": "asking", "undecided": "none"}
SMALL = set("the a an of to in on for with by at from that this and or his her its their our your my be is are was were as it not".split())


def words(text):
    return {w for w in re.findall(r"\w+", text.lower()) if w not in SMALL}


def fits(one, other):
    """Whether two positions are of the same actor, issue and side."""
    both = len(one["issue"] & other["issue"])
    return bool(one["actor"] & other["actor"]) and both > 0 and SIDES[one["stance"]] == SIDES[other["stance"]] \
        and 2 * both >= 0.4 * (len(one["issue"]) + len(other["issue"]))


def matches(found, wanted):
    """(right sides, right stances, missed, too much)."""
    left, missed, stances = list(found), [], 0
    for label in wanted:
        hits = [f for f in left if fits(f, label)]
        if not hits:
            missed.append(label)
            continue
        best = next((h for h in hits if h["stance"] == label["stance"]), hits[0])
        left.remove(best)
        stances += best["stance"] == label["stance"]
    return len(wanted) - len(missed), stances, missed, left


def labelled(cells, sentence):
    def text(cell):
        return cell if isinstance(cell, str) else sentence[cell[0]:cell[1]]
    return [{"actor": words(text(c["actor"])), "stance": c["stance"], "issue": words(text(c["issue"]))} for c in cells]


def found(record, begin):
    for position in record.get("positions", ()):
        if record["sentences"][position["sentence"]][0] < begin:
            continue
        names = [record["actors"][position["actor"]]["name"]] + \
            [record["text"][m["start"]:m["end"]] for m in record["mentions"] if m.get("actor") == position["actor"]]
        yield {"actor": words(" ".join(names)), "stance": position["stance"], "issue": words(position["issue"])}


def figures(name, right, made, wanted):
    print("%-17s F1 %.1f precision %.1f recall %.1f over %d" % (
        name, 200 * right / max(1, made + wanted), 100 * right / max(1, made), 100 * right / max(1, wanted), wanted))


def main(folder, tacitus="build/tacitus", verbose=False):
    labels = [json.loads(line) for line in LABELS.open(encoding="utf8")]
    texts = position_corpora.texts(Path(folder), [label["id"] for label in labels])
    missing = [label["id"] for label in labels if label["id"] not in texts]
    if missing:
        sys.exit(f"not in the corpora: {', '.join(missing[:5])} ({len(missing)} in all)")
    whole = {one: (before + "\n\n" if before else "") + sentence for one, (before, sentence) in texts.items()}
    feed = "".join(json.dumps({"id": one, "text": text}) + "\n" for one, text in whole.items())
    run = subprocess.run([tacitus, "read", "--json", "--from", "jsonl", "-"], input=feed, capture_output=True, text=True, check=True)
    records = {record["id"]: record for record in map(json.loads, run.stdout.splitlines())}
    again = [0, 0, 0, 0]
    for part in ("", "check", "fresh", "blind"):
        sides = stances = made = wanted = silent = empty = 0
        for label in labels:
            if label.get("part", "") != part:
                continue
            sentence = texts[label["id"]][1]
            gold = labelled(label["positions"], sentence)
            mine = list(found(records[label["id"]], len(whole[label["id"]]) - len(sentence)))
            side, stance, missed, left = matches(mine, gold)
            sides, stances, made, wanted = sides + side, stances + stance, made + len(mine), wanted + len(gold)
            if not gold:
                empty += 1
                silent += not mine
            if "second" in label:
                side, stance, *_ = matches(labelled(label["second"], sentence), gold)
                again = [a + b for a, b in zip(again, (side, stance, len(label["second"]), len(gold)))]
            if verbose and (missed or left) and not part:
                print(sentence)
                for kind, rows in (("missed  ", missed), ("too much", left)):
                    for one in rows:
                        print("  ", kind, one["stance"], sorted(one["actor"]), sorted(one["issue"]))
        print(part or "first")
        figures("side", sides, made, wanted)
        figures("stance", stances, made, wanted)
        print("silent            %.1f over %d sentences" % (100 * silent / max(1, empty), empty))
    figures("agreement side", again[0], again[2], again[3])
    figures("agreement stance", again[1], again[2], again[3])


if __name__ == "__main__":
    main(*[a for a in sys.argv[1:] if a != "-v"], verbose="-v" in sys.argv)
