"""Universal Dependencies files as documents: raw text, words with places in it, trees, and, for GUM,
the persons, organisations and places that corefer (the Entity annotation in MISC)."""
import gzip
import re

REFERENTS = {"person": "PERSON", "organization": "ORG", "place": "PLACE"}


def documents(path):
    """One dict a document: id, text, words [[begin, end]], sentences and paragraphs [first word],
    upos, head (word index in the document, -1 for a root), deprel, references [[word, type, cluster]]."""
    doc = None
    for block in gzip.open(path, "rt", encoding="utf8").read().split("\n\n"):
        lines = block.split("\n")
        if any(l.startswith("# newdoc") for l in lines) or doc is None:
            if doc:
                yield finish(doc)
            name = next((l.split("=", 1)[1].strip() for l in lines if l.startswith("# newdoc id")), "doc")
            doc = {"id": name, "text": "", "words": [], "sentences": [], "paragraphs": [], "upos": [], "head": [],
                   "deprel": [], "entity": []}
        if any(not l.startswith("#") and l for l in lines):
            add_sentence(doc, lines)
    if doc:
        yield finish(doc)


def add_sentence(doc, lines):
    paragraph = any(l.startswith(("# newpar", "# newdoc")) for l in lines) or not doc["sentences"]
    if doc["text"]:
        doc["text"] = doc["text"].rstrip() + ("\n\n" if paragraph else " ")
    first = len(doc["words"])
    if paragraph:
        doc["paragraphs"].append(len(doc["sentences"]))
    doc["sentences"].append(first)
    rows = [l.split("\t") for l in lines if l and not l.startswith("#")]
    inside = {}  # id -> place, for the words of a multiword token
    for r in rows:
        if "-" in r[0]:
            lo, hi = map(int, r[0].split("-"))
            words = [w for w in rows if w[0].isdigit() and lo <= int(w[0]) <= hi]
            start = len(doc["text"])
            at = start
            for n, w in enumerate(words):
                end = start + len(r[1]) if n == len(words) - 1 else min(at + len(w[1]), start + len(r[1]) - (len(words) - 1 - n))
                inside[int(w[0])] = (at, end)
                at = end
            doc["text"] += r[1] + ("" if "SpaceAfter=No" in r[9] else " ")
            continue
        if "." in r[0]:
            continue
        i = int(r[0])
        if i in inside:
            doc["words"].append(list(inside[i]))
        else:
            start = len(doc["text"])
            doc["words"].append([start, start + len(r[1])])
            doc["text"] += r[1] + ("" if "SpaceAfter=No" in r[9] else " ")
        doc["upos"].append(r[3])
        doc["head"].append(first + int(r[6]) - 1 if r[6] != "0" else -1)
        doc["deprel"].append(r[7])
        m = re.search(r"(?:^|\|)Entity=([^|]+)", r[9])
        doc["entity"].append(m.group(1) if m else "")


def finish(doc):
    doc["text"] = doc["text"].rstrip()
    doc["references"] = references(doc)
    del doc["entity"]
    return doc


def references(doc):
    """The head word of every mention of an actor. Where mentions share a head the longest stands."""
    opened, mentions = {}, []
    for w, value in enumerate(doc["entity"]):
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", value):
            fields = part.strip("()").split("-")
            group = fields[0]
            if part.startswith("("):
                opened.setdefault(group, []).append((w, fields[1] if len(fields) > 1 else ""))
                if not part.endswith(")"):
                    continue
            if opened.get(group):
                start, kind = opened[group].pop()
                mentions.append((start, w + 1, kind, group))
    best = {}
    for start, end, kind, group in mentions:
        if kind not in REFERENTS:
            continue
        head = next((i for i in range(start, end) if not start <= doc["head"][i] < end), start)
        if head not in best or end - start > best[head][0]:
            best[head] = (end - start, REFERENTS[kind], group)
    return [[w, kind, group] for w, (_, kind, group) in sorted(best.items())]
