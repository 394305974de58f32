"""Weights of the model of trust in positions (src/read/positions/trust.h), from positions that people judged.

usage: positions.py --data CORPORA --dump "position_dump MODEL GAZETTEER" [--out ../knowledge/stance/weights.tsv]
       positions.py draw --data CORPORA --dump ... [--first N] [--end N]   positions that are not judged yet, to read

The judgements are in tests/labels/position_judgements.jsonl: for a sentence (its id as position_corpora.py has it,
read behind the one before it) the places of a position's trigger, holder and issue in what was read, its stance, and
whether it is "right" or what is wrong with it: the "actor", the "issue", the "side", or that there is "none". A person
read sentence and position; no program had a say. The figures are over ten folds by document; the weights then
come from all. A logistic model with the squares of the weights held down: few are judged, and most traits are rare.
"""
import argparse
import collections
import json
import random
import re
import subprocess
import sys
from pathlib import Path

import numpy as np

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME / "tests"))
import position_corpora  # noqa: E402

JUDGEMENTS = HOME / "tests/labels/position_judgements.jsonl"
FOLDS, HELD, FEWEST, SMALLEST = 10, 10.0, 4, 0.015


def words(text):
    return set(re.findall(r"\w+", text.lower()))


def feed(texts):
    return "".join(json.dumps({"id": one, "text": (before + "\n\n" if before else "") + sentence}) + "\n"
                   for one, (before, sentence) in texts.items())


def dump(command, texts):
    """By id the positions of the last sentence."""
    run = subprocess.run(command.split(), input=feed(texts), capture_output=True, text=True, check=True)
    out = {}
    for line in run.stdout.splitlines():
        record = json.loads(line)
        before = texts[record["id"]][0]
        begin = len(before) + 2 if before else 0
        out[record["id"]] = [p for p in record["positions"] if p["trigger"][0] >= begin]
    return out


def overlap(one, other):
    both = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * max(0, both) / max(1, one[1] - one[0] + other[1] - other[0])


def is_same(judged, position):
    if judged["stance"] != position["stance"] or overlap(judged["trigger"], position["trigger"]) == 0:
        return False
    if "holder" in judged and "holder" in position and overlap(judged["holder"], position["holder"]) == 0:
        return False
    return "issue" not in judged or "issue" not in position or overlap(judged["issue"], position["issue"]) > 0.7


def pairs(found, judgements):
    """[(position, whether it is right, its document)] of those judged that the rules still find."""
    out, left = [], collections.defaultdict(list)
    for one, positions in found.items():
        left[one] = list(positions)
    for judged in judgements:
        hit = next((p for p in left[judged["id"]] if is_same(judged, p)), None)
        if hit:
            left[judged["id"]].remove(hit)
            out.append((hit, judged["judgement"] == "right", judged["id"].rsplit("/", 2)[0]))
    return out


def fit(x, y, steps=500):
    """Weights and bias, by Adam over all examples at once."""
    weights, first, second = np.zeros(x.shape[1] + 1), 0.0, 0.0
    x = np.hstack([x, np.ones((len(x), 1))])
    held = np.full(x.shape[1], HELD)
    held[-1] = 0
    for step in range(1, steps + 1):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (chance - y) + held * weights
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope * slope
        rate = 0.05 * (1 - step / steps) + 0.001
        weights = weights - rate * (first / (1 - 0.9 ** step)) / (np.sqrt(second / (1 - 0.999 ** step)) + 1e-8)
    return weights


def matrix(positions, names):
    place = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(positions), len(names)))
    for row, position in enumerate(positions):
        for trait in position["traits"]:
            if trait in place:
                x[row, place[trait]] = 1
    return x


def train(data, command, out):
    judgements = [json.loads(line) for line in JUDGEMENTS.open(encoding="utf8")]
    texts = position_corpora.texts(Path(data), sorted({j["id"] for j in judgements}))
    rows = pairs(dump(command, texts), judgements)
    positions, y = [row[0] for row in rows], np.array([row[1] for row in rows], float)
    counts = collections.Counter(t for p in positions for t in set(p["traits"]))
    names = sorted(t for t, n in counts.items() if n >= FEWEST)
    x = matrix(positions, names)
    documents = sorted({row[2] for row in rows})
    random.Random(1).shuffle(documents)
    fold = np.array([documents.index(row[2]) % FOLDS for row in rows])
    chance = np.zeros(len(rows))
    for k in range(FOLDS):
        weights = fit(x[fold != k], y[fold != k])
        chance[fold == k] = 1 / (1 + np.exp(-(x[fold == k] @ weights[:-1] + weights[-1])))
    print(f"{len(judgements)} judged, {len(rows)} still found, {100 * y.mean():.1f} % of these right, {len(names)} traits")
    places = np.argsort(np.argsort(chance))
    print("a right one goes before a wrong one in %.1f %%" %
          (100 * (places[y == 1].mean() - (y.sum() - 1) / 2) / (1 - y).sum()))
    for bound in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6):
        kept = chance >= bound
        print("bound %.2f: %.1f %% right, %.1f %% of the right ones kept" %
              (bound, 100 * y[kept].mean(), 100 * y[kept].sum() / y.sum()))
    if out:
        weights = fit(x, y)
        with open(out, "w", encoding="utf8") as file:
            file.write("# What a position's traits (src/read/positions/traits.cc) tell of whether it is right.\n#\n"
                       "# trait <TAB> weight; they and the bias are added up, and the logistic function makes a probability of it\n#\n"
                       f"# Made by training/positions.py from {len(rows)} positions that people judged "
                       "(tests/labels/position_judgements.jsonl);\n# under the project's licence.\n")
            file.write(f"bias\t{weights[-1]:.3f}\n")
            for name, weight in zip(names, weights):
                if abs(weight) >= SMALLEST:
                    file.write(f"{name}\t{weight:.3f}\n")


def draw(data, command, first, end):
    drawn = position_corpora.draw_more(Path(data))[first:end]
    texts = {one: (before, sentence) for one, before, sentence in drawn}
    judgements = collections.defaultdict(list)
    for line in JUDGEMENTS.open(encoding="utf8"):
        judgements[json.loads(line)["id"]].append(json.loads(line))
    for one, positions in dump(command, texts).items():
        new = [p for p in positions if not any(is_same(j, p) for j in judgements[one])]
        if new:
            print(f"{texts[one][1]}  <<{texts[one][0][-60:]}>>")
        for p in new:
            keys = {key: p[key] for key in ("trigger", "holder", "issue", "stance") if key in p}
            print(f"    {p['actor']} | {p['stance']} | {p['words']}\n    {json.dumps({'id': one, **keys, 'judgement': '?'})}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("what", nargs="?", default="train", choices=("train", "draw"))
    parser.add_argument("--data", required=True)
    parser.add_argument("--dump", required=True)
    parser.add_argument("--out")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--end", type=int, default=100)
    asked = parser.parse_args()
    if asked.what == "train":
        train(asked.data, asked.dump, asked.out)
    else:
        draw(asked.data, asked.dump, asked.first, asked.end)
