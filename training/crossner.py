"""CrossNER's politics sentences with its labels mapped to ours."""
import gzip

TYPES = {"person": "PERSON", "politician": "PERSON", "organisation": "ORG", "politicalparty": "ORG",
         "country": "GPE", "location": "GPE", "event": "EVENT", "election": "EVENT"}


def sentences(path):
    """(words, [[first word, end word, type]]) a sentence; other types are left out."""
    for block in gzip.open(path, "rt", encoding="utf8").read().strip().split("\n\n"):
        rows = [l.split("\t") for l in block.split("\n") if "\t" in l]
        words = [r[0] for r in rows if r[0].strip()]
        spans, start, kind = [], None, None
        for i, (_, label) in enumerate(rows + [["", "O"]]):
            if start is not None and not (label.startswith("I-") and label[2:] == kind):
                if kind in TYPES:
                    spans.append([start, i, TYPES[kind]])
                start = None
            if label.startswith("B-"):
                start, kind = i, label[2:]
        if words:
            yield words, spans


def document(path, name):
    """All sentences as one document, each a paragraph: id, text, words, sentences, paragraphs, entities (word spans)."""
    doc = {"id": name, "text": "", "words": [], "sentences": [], "paragraphs": [], "entities": []}
    for words, spans in sentences(path):
        first = len(doc["words"])
        doc["paragraphs"].append(len(doc["sentences"]))
        doc["sentences"].append(first)
        for i, w in enumerate(words):
            # The words stand apart in the file; commas and full stops are drawn to the word before.
            if i and w not in {",", ".", ";", ":", ")", "'s", "?", "!", "%"} and words[i - 1] != "(":
                doc["text"] += " "
            doc["words"].append([len(doc["text"]), len(doc["text"]) + len(w)])
            doc["text"] += w
        doc["text"] += "\n\n"
        doc["entities"] += [[first + a, first + b, k] for a, b, k in spans]
    return doc
