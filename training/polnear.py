"""PolNeAR's annotations (brat standoff) as attributions with character spans.

An attribution is {"source", "cue", "content"}: each a list of [start, end] in code points.
"""
import re
from pathlib import Path

ROLES = ("source", "cue", "content")


def read_ann(path):
    """The attributions of one .ann file, in order of their cue."""
    spans, events = {}, []
    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if line.startswith("T") and "\t" in line:
            name, middle = line.split("\t")[:2]
            kind, places = middle.split(" ", 1)
            spans[name] = (kind, [tuple(map(int, p.split())) for p in places.split(";")])
        elif line.startswith("E"):
            events.append([re.sub(r"\d+$", "", a.split(":")[0]) + ":" + a.split(":")[1] for a in line.split("\t")[1].split()])
    out = []
    for event in events:
        a = {r: [] for r in ROLES}
        for argument in event:
            kind, name = argument.split(":")
            if kind.lower() in a and name in spans:
                a[kind.lower()] += spans[name][1]
        a = {r: sorted(set(v)) for r, v in a.items()}
        if a["cue"] or a["content"]:
            out.append(a)
    return sorted(out, key=lambda a: (a["cue"] or a["content"])[0])


def articles(folder):
    """(id, annotator, text, attributions) of every annotated file below `folder`."""
    folder = Path(folder)
    for ann in sorted((folder / "attributions").glob("*.ann")):
        name, annotator = ann.stem.rsplit("_", 1)
        text = folder / "text" / f"{name}.txt"
        if text.exists():
            yield name, annotator, open(text, encoding="utf8", newline="").read(), read_ann(ann)
