#!/usr/bin/env python3
"""Who said what, against PolNeAR (Newell et al. 2018): exact spans, and linked statements.

usage: attribution.py TACITUS FOLDER     (FOLDER: a part of PolNeAR, with text/ and attributions/ in brat's form)

Exact match as CofeNet (Wang et al. 2022) measures it: a sentence has one flat row of labels, and a span counts
if its role, first and last word agree. Where spans overlap, content is laid first, then source, then cue, longer
before shorter. A statement is linked right if its source meets the annotated source and its content covers
the annotated content with a Jaccard index of characters of 0.5 or more. Of an article with several
annotators the first counts.
"""
import re
import sys
from pathlib import Path

from records import records, scores

ROLES = ("source", "cue", "content")
WORD = re.compile(r"\w+|[^\w\s]")


def annotated(path):
    """The attributions of a file in brat's form: dicts of role -> list of (start, end)."""
    spans, out = {}, []
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith("T"):
            name, place = line.split("\t")[:2]
            spans[name] = [tuple(map(int, part.split())) for part in place.split(" ", 1)[1].split(";")]
        elif line.startswith("E"):
            one = {role: [] for role in ROLES}
            for argument in line.split("\t")[1].split():
                role, name = argument.split(":")
                role = role.rstrip("0123456789").lower()
                if role in one:
                    one[role] += spans.get(name, [])
            out.append(one)
    return [one for one in out if one["cue"] or one["content"]]


def flat(words, attributions):
    """The spans (role, first word, end word) that are left when all are laid over one row of labels."""
    labels = [None] * len(words)
    for role in ("content", "source", "cue"):
        ranges = sorted({span for one in attributions for span in one[role]}, key=lambda s: s[0] - s[1])
        for start, end in ranges:
            first = True
            for at, (a, b) in enumerate(words):
                if a < end and start < b:
                    labels[at] = (role, first)
                    first = False
    spans, at = set(), 0
    while at < len(labels):
        end = at + 1
        if labels[at]:
            while end < len(labels) and labels[end] == (labels[at][0], False):
                end += 1
            spans.add((labels[at][0], at, end))
        at = end
    return spans


def characters(spans):
    return {c for start, end in spans for c in range(start, end)}


def within(attributions, low, high):
    return [{role: [s for s in one[role] if s[0] < high and low < s[1]] for role in ROLES} for one in attributions]


def linked(found, gold):
    """How many attributions of `gold` are met by one of `found`, each by another."""
    free = [(characters(f["source"]), characters(f["content"])) for f in found]
    right = 0
    for one in gold:
        source, content = characters(one["source"]), characters(one["content"])
        hit = next((f for f in free if f[0] & source and 2 * len(f[1] & content) >= len(f[1] | content)), None)
        if hit:
            free.remove(hit)
            right += 1
    return right


def main(tacitus, folder):
    gold, texts = {}, {}
    for path in sorted(Path(folder, "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        if name not in gold and Path(folder, "text", name + ".txt").exists():
            gold[name] = annotated(path)
            texts[name] = Path(folder, "text", name + ".txt").read_bytes().decode()
    read = records(tacitus, [{"id": name, "text": text} for name, text in texts.items()])
    counts = {role: [0, 0, 0] for role in ROLES}
    joined = [0, 0, 0]
    for name, attributions in gold.items():
        statements = [{role: [tuple(s) for s in one.get(role, {}).get("spans", [])] for role in ROLES}
                      for one in read[name].get("statements", [])]
        for low, high in read[name]["sentences"]:
            words = [(low + m.start(), low + m.end()) for m in WORD.finditer(texts[name][low:high])]
            f, g = flat(words, within(statements, low, high)), flat(words, within(attributions, low, high))
            for role, count in counts.items():
                for at, spans in enumerate((f & g, f, g)):
                    count[at] += sum(1 for s in spans if s[0] == role)
        whole = lambda list: [one for one in list if one["source"] and one["content"]]
        f, g = whole(statements), whole(attributions)
        for at, n in enumerate((linked(f, g), len(f), len(g))):
            joined[at] += n
    for role, count in counts.items():
        print(f"{role:8}{scores(*count)}")
    print(f"linked  {scores(*joined)}")


if __name__ == "__main__":
    main(*sys.argv[1:]) if len(sys.argv) == 3 else sys.exit(__doc__)
