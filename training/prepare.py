"""Corpora and silver labels to documents with tokens, pieces and labels: work/documents.pkl.

usage: prepare.py --data FOLDER --dump PROGRAM --vocabulary vocab.txt --pipeline FOLDER --work FOLDER

Tokens are those of the engine itself (text_dump), so that what is trained is what will run.
"""
import argparse
import bisect
import collections
import json
import pickle
import random
import subprocess
import sys
from pathlib import Path

import crossner
import gum
import nested
import polnear
from labels import ROLES


def run(command, rows):
    """JSON Lines through a program."""
    feed = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows).encode()
    done = subprocess.run(command, input=feed, stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in done.stdout.decode().split("\n") if line]


def readings(folder):
    """By article its text and its annotators' readings, the fullest first."""
    found = collections.defaultdict(list)
    for name, _, text, attributions in polnear.articles(folder):
        found[name].append((text, attributions))
    return {name: (several[0][0], sorted((a for _, a in several), key=len, reverse=True)) for name, several in found.items()}


def with_nesting(text, attributions, sentences, sources, draw):
    """A copy of an article in which some sentences are put into another's mouth: (text, layers, wrapped), layers two lists
    of attributions, wrapped the character ranges whose inner layer is known."""
    out, layers, wrapped, moved = "", [[], []], [], []
    inside = [[] for _ in sentences]
    for a in attributions:
        spans = [s for r in ROLES for s in a[r]]
        k = next((i for i, (b, e) in enumerate(sentences) if all(b <= x and y <= e for x, y in spans)), None)
        if k is None:
            first, last = min(s[0] for s in spans), max(s[1] for s in spans)
            for i, (b, e) in enumerate(sentences):
                if b < last and first < e:
                    inside[i] = None  # part of a statement over several sentences: left as it is
            moved.append(a)
        elif inside[k] is not None:
            inside[k].append(a)
        else:
            moved.append(a)
    places, last = [], 0
    for (b, e), found in zip(sentences, inside):
        new = None
        if found is not None and draw.random() < (0.3 if found else 0.12):
            local = [{r: [[x - b, y - b] for x, y in a[r]] for r in ROLES} for a in found]
            new = nested.wrap(text[b:e], local, sources, draw)
        if new is None:
            if found:
                moved += found
            continue
        out += text[last:b]
        places.append((b, e, len(out), len(new[0])))
        shift = lambda a: {r: [[x + len(out), y + len(out)] for x, y in a[r]] for r in ROLES}
        layers[0].append(shift(new[1]))
        layers[1] += [shift(a) for a in new[2]]
        wrapped.append([len(out), len(out) + len(new[0])])
        out += new[0]
        last = e
    out += text[last:]

    def at(x, closing):
        delta = 0
        for b, e, start, size in places:
            if x > e or (x == e and not closing):
                delta = start + size - e
        return x + delta
    layers[0] += [{r: [[at(x, False), at(y, True)] for x, y in a[r]] for r in ROLES} for a in moved]
    return out, layers, wrapped


def token_spans(tokens, spans):
    """[first, end) tokens that share a character with each span."""
    out = []
    for b, e in spans:
        first = bisect.bisect_right(tokens, b, key=lambda t: t[1])
        end = bisect.bisect_left(tokens, e, key=lambda t: t[0])
        if first < end:
            out.append([first, end])
    return out


def add_attribution(doc, layers, wrapped):
    """Spans [first, end, role] of each layer, cut at sentences; links [layer, cue, source or -1, contents] by first token;
    the sentences whose inner layer is known."""
    starts = doc["sentences"] + [len(doc["tokens"])]
    doc["attribution"], doc["links"] = [[], []], []
    for k, found in enumerate(layers):
        for a in found:
            parts = {}
            for n, r in enumerate(ROLES):
                parts[r] = []
                for first, end in token_spans(doc["tokens"], a[r]):
                    for s, e in zip(starts, starts[1:]):
                        if max(s, first) < min(e, end):
                            parts[r].append(max(s, first))
                            doc["attribution"][k].append([max(s, first), min(e, end), n])
            if parts["cue"]:
                doc["links"].append([k, parts["cue"][0], parts["source"][0] if parts["source"] else -1, parts["content"]])
    contents = [s for s in doc["attribution"][0] if s[2] == 2]
    doc["inner"] = []
    for i, (s, e) in enumerate(zip(starts, starts[1:])):
        low, high = doc["tokens"][s][0], doc["tokens"][e - 1][1]
        if any(b < high and low < w for b, w in wrapped) or not any(a < e and s < b for a, b, _ in contents):
            doc["inner"].append(i)


def main():
    parse = argparse.ArgumentParser()
    for name in ("data", "dump", "vocabulary", "pipeline", "work"):
        parse.add_argument("--" + name, required=True)
    parse.add_argument("--python", default=sys.executable, help="the Python that has spaCy")
    arg = parse.parse_args()
    data, work = Path(arg.data), Path(arg.work)
    work.mkdir(parents=True, exist_ok=True)
    draw = random.Random(1)
    dump = [arg.dump, arg.vocabulary]

    train = readings(data / "polnear/train")
    dev = readings(data / "polnear/dev")
    sources = sorted({text[a["source"][0][0]:a["source"][0][1]] for text, found in train.values() for a in found[0] if a["source"]})
    sources = [s for s in sources if len(s) < 60 and s[0].isupper() and "\n" not in s]
    plain = {("polnear", n): {"text": t, "layers": [f[0], []], "wrapped": []} for n, (t, f) in train.items()}
    # What the other annotators of an article marked: keys ("polnear", name, 1), ...
    plain |= {("polnear", n, k): {"text": t, "layers": [g, []], "wrapped": []} for n, (t, f) in train.items() for k, g in enumerate(f) if k}
    plain |= {("polnear-dev", n): {"text": t, "layers": [f[0], []], "wrapped": []} for n, (t, f) in dev.items()}
    dumped = {tuple(json.loads(r["id"])): r for r in run(dump, [{"id": json.dumps(k), "text": v["text"]} for k, v in plain.items()])}
    copies = {}
    for key, v in plain.items():
        if key[0] == "polnear" and len(key) == 2:
            d, name = dumped[key], key[1]
            starts = d["sentences"] + [len(d["tokens"])]
            ranges = [(d["tokens"][a][0], d["tokens"][b - 1][1]) for a, b in zip(starts, starts[1:])]
            text, layers, wrapped = with_nesting(v["text"], v["layers"][0], ranges, sources, draw)
            copies["nested", name] = {"text": text, "layers": layers, "wrapped": wrapped}
    dumped |= {tuple(json.loads(r["id"])): r for r in run(dump, [{"id": json.dumps(k), "text": v["text"]} for k, v in copies.items()])}
    documents = {}
    for key, v in (plain | copies).items():
        doc = dumped[key] | {"text": v["text"]}
        add_attribution(doc, v["layers"], v["wrapped"])
        documents[key] = doc

    given = {("gum", d["id"]): d for d in gum.documents(data / "ud/gum-train.conllu.gz")}
    given |= {("gum-dev", d["id"]): d for d in gum.documents(data / "ud/gum-dev.conllu.gz")}
    for part in ("train", "dev"):
        name = "crossner" if part == "train" else "crossner-dev"
        given[name, name] = crossner.document(data / f"ner/crossner-politics-{part}.txt.gz", name)
    for r in run([arg.dump, "--gold", arg.vocabulary], [{"id": json.dumps(k), **{f: d[f] for f in ("text", "words", "sentences", "paragraphs")}} for k, d in given.items()]):
        key = tuple(json.loads(r["id"]))
        documents[key] = given[key] | r

    silver = run([arg.python, str(Path(__file__).with_name("silver_ner.py")), arg.pipeline],
                 [{"id": json.dumps(k), "text": d["text"]} for k, d in documents.items()
                  if not k[0].endswith("-dev") and k[0] != "nested" and len(k) == 2])
    for r in silver:
        doc = documents[tuple(json.loads(r["id"]))]
        spans = [[*s, kind] for (b, e, kind) in r["entities"] for s in token_spans(doc["tokens"], [[b, e]])]
        if "entities" in doc:  # gold first; silver for the types that the gold leaves out or does not tell apart
            merged = []
            for a, b, kind in doc["entities"]:
                same = next((k for x, y, k in spans if x < b and a < y and k in ("GPE", "LOC", "FAC")), kind)
                merged.append([a, b, same if kind == "GPE" else kind])
            spans = merged + [s for s in spans if s[2] == "NORP" and not any(s[0] < b and a < s[1] for a, b, _ in merged)]
        doc["entities"] = spans
    for key, doc in documents.items():
        if key[0] == "polnear" and len(key) == 3:
            doc["entities"] = documents[key[:2]]["entities"]

    count = collections.Counter(x for k, d in documents.items() if k[0] == "gum" for x in d["deprel"])
    labels = {"vocabulary": [w.rstrip("\n") for w in open(arg.vocabulary, encoding="utf8")],
              "upos": sorted({x for k, d in documents.items() if k[0] == "gum" for x in d["upos"]}),
              "deprel": sorted(count)}
    for (kind, *_), d in documents.items():
        if kind.startswith("gum"):
            d["upos"] = [labels["upos"].index(x) for x in d["upos"]]
            d["deprel"] = [labels["deprel"].index(x) if x in count else labels["deprel"].index("dep") for x in d["deprel"]]
    json.dump(labels, open(work / "labels.json", "w"))
    pickle.dump(documents, open(work / "documents.pkl", "wb"))
    print(collections.Counter(k[0] for k in documents), sum(len(d["tokens"]) for d in documents.values()), "tokens")


if __name__ == "__main__":
    main()
