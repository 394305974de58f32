#!/usr/bin/env python3
"""What one of two given actors does to the other, against PLV (Hu et al. 2024).

usage: event_pairs.py TACITUS PLV.tsv [all]

Only sentences whose number five divides count, since the shipped weights learnt from the others; "all" takes
all of them. A pair for which the program gives no event is wrong. Penta classes: cooperation and conflict, verbal
and material.
"""
import csv
import re
import sys

from records import records

PENTA = {root: name for name, roots in {
    "verbal cooperation": "AGREE CONSULT SUPPORT", "material cooperation": "COOPERATE AID YIELD",
    "verbal conflict": "ACCUSE REQUEST REJECT THREATEN",
    "material conflict": "PROTEST SANCTION MOBILIZE COERCE ASSAULT"}.items() for root in roots.split()}
OLDER = {"CONCEDE": "YIELD", "RETREAT": "YIELD", "DEMAND": "REQUEST"}


def pair(marked):
    """Text without the marks <s> and <t>, and the spans of source and target in it (None where not marked)."""
    text, spans, opened = "", {}, {}
    for part in re.split(r"(</?[st]>)", marked):
        if part in ("<s>", "<t>"):
            opened[part[1]] = len(text)
        elif part in ("</s>", "</t>"):
            spans.setdefault(part[2], [opened[part[2]], len(text)])
        else:
            text += part
    return text, {"source": spans.get("s"), "target": spans.get("t")}


def macro_f1(pairs):
    """Mean of the F1 of all classes of the gold, in percent; pairs of (gold, found)."""
    classes = {gold for gold, _ in pairs}
    one = lambda c: 200 * sum(g == f == c for g, f in pairs) / sum((g == c) + (f == c) for g, f in pairs)
    return sum(map(one, classes)) / len(classes)


def main(tacitus, path, part="dev"):
    inputs, gold = [], {}
    with open(path, newline="", encoding="utf8") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t")):
            if part == "all" or int(row["sentence_id"]) % 5 == 0:
                text, marked = pair(row["marked_sentence"])
                inputs.append({"id": str(number), "text": text, "pairs": [marked]})
                gold[str(number)] = row["gold_root"].upper()
    read = records(tacitus, inputs)
    pairs = []
    for number, root in gold.items():
        found = next((e["root"] for e in read[number].get("events", []) if e.get("pair") == 0), "none")
        pairs.append((root, OLDER.get(found, found)))
    print(f"root    macro-F1 {macro_f1(pairs):.1f} right {100 * sum(g == f for g, f in pairs) / len(pairs):.1f}"
          f" over {len(pairs)}")
    print(f"penta   macro-F1 {macro_f1([(PENTA.get(g, g), PENTA.get(f, f)) for g, f in pairs]):.1f}")


if __name__ == "__main__":
    main(*sys.argv[1:]) if len(sys.argv) in (3, 4) else sys.exit(__doc__)
