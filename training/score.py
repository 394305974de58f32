"""The engine's figures on the development parts, raw text in: parsing after CoNLL 2018, entities by exact span.

usage: score.py --dump "PROGRAM MODEL" --data FOLDER [--attribution COMMAND] [--json OUT]

A word is right when its span of characters is one of the gold's; an arc when both ends are aligned words and the label agrees
up to its colon (Zeman et al. 2018). F1 = 2 * right / (found + gold).
"""
import argparse
import json
import shlex
import subprocess
from pathlib import Path

import crossner
import gum
from prepare import run

MERGED = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE"}


def f1(right, found, gold):
    return round(200 * right / max(1, found + gold), 2)


def spans(starts, words):
    return {(words[a][0], words[b - 1][1]) for a, b in zip(starts, starts[1:] + [len(words)])}


def parsing(dump, path):
    documents = list(gum.documents(path))
    found = run(dump, [{"id": d["id"], "text": d["text"]} for d in documents])
    count = {k: [0, 0, 0] for k in ("words", "sentences", "UPOS", "UAS", "LAS")}

    def add(key, right, guess, gold):
        for i, x in enumerate((right, guess, gold)):
            count[key][i] += x
    for d, r in zip(documents, found):
        mine = [tuple(t[:2]) for t in r["tokens"]]
        gold = {tuple(w): i for i, w in enumerate(d["words"])}
        to = [gold.get(w, -2) for w in mine]
        add("words", sum(x >= 0 for x in to), len(mine), len(gold))
        a, b = spans(r["sentences"], mine), spans(d["sentences"], d["words"])
        add("sentences", len(a & b), len(a), len(b))
        upos = uas = las = 0
        for i, g in enumerate(to):
            if g < 0:
                continue
            upos += r["upos"][i] == d["upos"][g]
            head = -1 if r["head"][i] < 0 else to[r["head"][i]]
            if head == d["head"][g]:
                uas += 1
                las += r["deprel"][i].split(":")[0] == d["deprel"][g].split(":")[0]
        for key, right in (("UPOS", upos), ("UAS", uas), ("LAS", las)):
            add(key, right, len(mine), len(gold))
    return {k: f1(*v) for k, v in count.items()}


def entities(dump, path):
    """CrossNER's politics labels as PERSON, ORG and PLACE (country, location) against ours; other types count nowhere."""
    doc = crossner.document(path, "crossner")
    gold = {(doc["words"][a][0], doc["words"][b - 1][1], MERGED[k]) for a, b, k in doc["entities"] if k in MERGED}
    found = run(dump, [{"id": "x", "text": doc["text"]}])[0]
    mine = {(a, b, MERGED[k]) for a, b, k in found["entities"] if k in MERGED}
    out = {"all": f1(len(mine & gold), len(mine), len(gold))}
    for kind in ("PERSON", "ORG", "PLACE"):
        part = lambda x: {s for s in x if s[2] == kind}
        out[kind] = f1(len(part(mine & gold)), len(part(mine)), len(part(gold)))
    return out


def attribution(command):
    """The figures that a scorer of PolNeAR prints a line each: "polnear source P 79.5 R 79.9 F1 79.7"."""
    out = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout
    lines = [line.split() for line in out.splitlines() if line.startswith("polnear ")]
    return {f"PolNeAR dev {x[1]}": float(x[-1]) for x in lines}


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("--dump", required=True, type=shlex.split, help="program and its arguments")
    parse.add_argument("--data", required=True)
    parse.add_argument("--attribution", type=shlex.split, help="command that scores the whole program on PolNeAR dev")
    parse.add_argument("--json")
    arg = parse.parse_args()
    data = Path(arg.data)
    scores = attribution(arg.attribution) if arg.attribution else {}
    for name, file in (("GUM dev", "gum-dev"), ("EWT dev", "ewt-dev")):
        for k, x in parsing(arg.dump, data / f"ud/{file}.conllu.gz").items():
            scores[f"{name} {k}"] = x
    for k, x in entities(arg.dump, data / "ner/crossner-politics-dev.txt.gz").items():
        scores[f"CrossNER politics dev {k}"] = x
    for k, x in scores.items():
        print(f"{k}: {x}")
    if arg.json:
        json.dump(scores, open(arg.json, "w"), indent=1)


if __name__ == "__main__":
    main()
