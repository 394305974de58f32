"""Sentences with a marked pair of actors, for the head that says what the one does to the other.

The pair is shown by word pieces that no text has (docs/model-format.md, "Pairs"): one in front of the sentence, one on either
side of the source and of the target. The head reads the vectors of the first, and of those that open the two.

usage: pairs.py --data FOLDER --dump PROGRAM --vocabulary vocab.txt --work FOLDER      writes work/pairs.pkl
"""
import argparse
import pickle

import torch

import plover
from labels import ROOTS
from prepare import run, token_spans
from windows import MOST_PIECES, padded

PENTA = (0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3)
SENTENCE, SOURCE, SOURCE_END, TARGET, TARGET_END = range(5)
MARK_SHAPE = 24  # rows 24.. of the shape table: no text has them


def prepared(examples, command):
    """[{"text", "source", "target", "root"}] with tokens, pieces and the pair's tokens; what cannot be placed is left out."""
    dumped = run(command, [{"id": str(i), "text": e["text"]} for i, e in enumerate(examples)])
    out = []
    for r in dumped:
        e = examples[int(r["id"])]
        pair = []
        for name in ("source", "target"):
            spans = token_spans(r["tokens"], [e[name]]) if e[name] else []
            pair.append(spans[0] if spans else None)
        if any(e[name] and not p for name, p in zip(("source", "target"), pair)) or e["root"] not in ROOTS:
            continue
        out.append({"tokens": r["tokens"], "pieces": r["pieces"], "pair": pair, "root": ROOTS.index(e["root"]),
                    "kind": e["kind"]})
    return out


def rows(doc, room):
    """Pieces, shapes, and the places of the marks that the head reads (-1: the pair lacks that one)."""
    source, target = doc["pair"]
    pieces, shapes, at = [101], [0], [-1, -1, -1]

    def mark(kind):
        pieces.append(1 + kind)
        shapes.append(MARK_SHAPE + kind)

    at[0] = len(pieces)
    mark(SENTENCE)
    for t in range(len(doc["tokens"])):
        if len(pieces) + len(doc["pieces"][t][:MOST_PIECES]) + 5 > room:
            break
        for n, span, opens in ((1, source, SOURCE), (2, target, TARGET)):
            if span and t == span[0]:
                at[n] = len(pieces)
                mark(opens)
        _, _, shape, before = doc["tokens"][t]
        ids = doc["pieces"][t][:MOST_PIECES]
        pieces += ids
        shapes += [shape + 8 * before] + [shape] * (len(ids) - 1)
        for span, closes in ((target, TARGET_END), (source, SOURCE_END)):
            if span and t == span[1] - 1:
                mark(closes)
    return pieces + [102], shapes + [0], at


def batch(documents, room):
    made = [rows(d, room) for d in documents]
    return {"pieces": padded([r[0] for r in made], multiple=16), "shapes": padded([r[1] for r in made], multiple=16),
            "at": torch.tensor([r[2] for r in made]), "root": torch.tensor([d["root"] for d in documents])}


@torch.no_grad()
def report(reader, documents):
    """Macro-F1 and accuracy of the root, macro-F1 of the penta class, in percent."""
    reader.eval()
    found, gold = [], []
    for n in range(0, len(documents), 16):
        data = batch(documents[n:n + 16], reader.size["window"])
        with torch.autocast("cpu", torch.bfloat16):
            score = reader.pairs(data["pieces"], data["shapes"], data["at"])
        found += score.float().argmax(1).tolist()
        gold += data["root"].tolist()

    def macro(a, b):
        f = [200 * sum(x == y == c for x, y in zip(a, b)) / max(1, a.count(c) + b.count(c)) for c in set(b)]
        return sum(f) / max(1, len(f))
    return "pairs: root %.1f, right %.1f, penta %.1f" % (
        macro(found, gold), 100 * sum(a == b for a, b in zip(found, gold)) / max(1, len(gold)),
        macro([PENTA[x] for x in found], [PENTA[x] for x in gold]))


def main():
    parse = argparse.ArgumentParser()
    for name in ("data", "dump", "vocabulary", "work"):
        parse.add_argument("--" + name, required=True)
    arg = parse.parse_args()
    command = [arg.dump, arg.vocabulary]
    found = {"train": prepared(plover.examples(arg.data, "train", plover.KINDS), command),
             "dev": prepared(plover.examples(arg.data, "dev"), command)}
    with open(f"{arg.work}/pairs.pkl", "wb") as out:
        pickle.dump(found, out)
    print({part: len(rows) for part, rows in found.items()})


if __name__ == "__main__":
    main()
