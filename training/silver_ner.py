"""Entity silver labels: a spaCy pipeline (OntoNotes' types) over raw texts.

usage: silver_ner.py PIPELINE_FOLDER < texts.jsonl > entities.jsonl
In: {"id", "text"} a line. Out: {"id", "entities": [[start, end, type]]}, code points.
"""
import json
import sys

import spacy

KEPT = {"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT"}


def main(pipeline):
    nlp = spacy.load(pipeline, exclude=["parser", "tagger", "lemmatizer", "attribute_ruler", "senter"])
    rows = (json.loads(line) for line in sys.stdin)
    for doc, name in nlp.pipe(((r["text"], r["id"]) for r in rows), as_tuples=True, batch_size=16, n_process=2):
        out = []
        for e in doc.ents:
            a, b = e.start_char, e.end_char
            # A mention is the name without its article or genitive.
            if doc.text[a:b].lower().startswith("the ") and e.label_ != "EVENT":
                a += 4
            for tail in ("'s", "’s", "'", "’"):
                if doc.text[a:b].endswith(tail):
                    b -= len(tail)
                    break
            if a < b and e.label_ in KEPT:
                out.append([a, b, e.label_])
        print(json.dumps({"id": name, "entities": out}))


if __name__ == "__main__":
    main(sys.argv[1])
