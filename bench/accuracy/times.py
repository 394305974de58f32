#!/usr/bin/env python3
"""Times, against files in TimeML, by the measures of TempEval-3 (UzZaman et al. 2013).

usage: times.py TACITUS FOLDER     (FOLDER: files *.tml)

found: the spans meet; exact: they are the same; value: they meet and the TIMEX3 value is the same. The day of
writing is given to the program and not counted.
"""
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from records import records, scores


def document(path):
    """The text of a file as the program's input, and its times (start, end, value)."""
    root = ElementTree.parse(path).getroot()
    text, times = "", []

    def walk(node):
        nonlocal text
        start = len(text)
        text += node.text or ""
        for child in node:
            walk(child)
            text += child.tail or ""
        if node.tag == "TIMEX3":
            times.append((start, len(text), node.get("value")))

    walk(root.find("TEXT"))
    return {"id": path.stem, "text": text, "published": root.find("DCT/TIMEX3").get("value")[:10]}, times


def main(tacitus, folder):
    documents = [document(path) for path in sorted(Path(folder).glob("*.tml"))]
    read = records(tacitus, [given for given, _ in documents])
    counts = {"found": 0, "exact": 0, "value": 0}
    all_found = all_gold = 0
    for given, gold in documents:
        free = [(t["start"], t["end"], t.get("value")) for t in read[given["id"]].get("times", [])]
        all_found, all_gold = all_found + len(free), all_gold + len(gold)
        for start, end, value in gold:
            meeting = [t for t in free if t[0] < end and start < t[1]]
            best = next((t for t in meeting if t[:2] == (start, end)), meeting[0] if meeting else None)
            if best:
                free.remove(best)
                counts["found"] += 1
                counts["exact"] += best[:2] == (start, end)
                counts["value"] += best[2] == value
    for name, right in counts.items():
        print(f"{name:8}{scores(right, all_found, all_gold)}")


if __name__ == "__main__":
    main(*sys.argv[1:]) if len(sys.argv) == 3 else sys.exit(__doc__)
