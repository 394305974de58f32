#!/usr/bin/env python3
"""Whether two issue phrases are one issue, against labels/issues.jsonl.

usage: issue_labels.py CORPORA ["PROGRAM MODEL"] [--fit TABLE] [-v]
(CORPORA holds geo/ and reuters21578/; PROGRAM: "build/issue_pairs models/tacitus.model" if not given, which
-DTACITUS_TRAINING=ON builds; --fit writes the weights that all labels give to TABLE; -v shows what is wrong)

300 pairs of phrases of Reuters-21578 and TR-News, drawn by a pinned seed to be hard: near by the sentence
encoder that the reader started from with some words shared, near with few words shared, or with many
words shared and not near; never two of one article, or the same words. They were labelled by the phrases
alone, without the program's decision: "same" where an editor would file both under one heading, that is the
same dispute, policy, deal or state of affairs, of the same parties. Two readings, in other orders and with
the two sides changed, agree on 293 of them (Cohen's kappa 0.95); where they differ, a third look decided.

- as shipped: the weights of knowledge/issues/weights.tsv, which all the pairs made.
- cross-validated: ten folds by the pairs' order, each decided by weights that the other nine gave. Where two
  phrases of the same words stand in several pairs, all those pairs are in one fold.
- by the cosine alone: the same with the vectors' cosine as the only feature.
"""
import argparse
import json
import math
import subprocess
import sys
from pathlib import Path

import event_corpora

LABELS = Path(__file__).parent / "labels" / "issues.jsonl"
FOLDS = 10
NAMES = ["bias", "cosine", "words", "words of shorter", "no word", "head", "same actors", "some actors", "other actors", "actors of one",
         "same names", "other names", "other numbers", "cosine without words", "all the same",
         "head inside", "left of shorter", "left of longer", "near"]


def documents(folder, labels):
    """The texts of the articles that the labels name."""
    wanted, out = {}, {}
    for label in labels:
        for side in "ab":
            corpus, name, *_ = label[side].split("/")
            wanted.setdefault(corpus, set()).add(name)
    for corpus, names in wanted.items():
        for name, text in event_corpora.CORPORA[corpus](Path(folder)):
            if name in names:
                out[f"{corpus}/{name}"] = text
    missing = [label["a"] for label in labels if any("/".join(label[s].split("/")[:2]) not in out for s in "ab")]
    if missing:
        sys.exit(f"not in the corpora: {', '.join(missing[:5])} ({len(missing)} in all)")
    return out


def phrase(texts, one):
    corpus, name, begin, end = one.split("/")
    return {"text": texts[f"{corpus}/{name}"], "begin": int(begin), "end": int(end)}


def sigmoid(x):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, x))))


def fit(rows, answers, penalty=0.3, wanted=1.6):
    """The weights of a logistic model with a quadratic penalty on all but the bias, by Newton's method; a pair that is the
    same counts `wanted` times, which makes up for there being fewer of them."""
    n = len(rows[0])
    weights = [0.0] * n
    for _ in range(30):
        slope = [0.0 if i == 0 else -penalty * w for i, w in enumerate(weights)]
        curve = [[(penalty if i else 1e-6) if i == j else 0.0 for j in range(n)] for i in range(n)]
        for row, answer in zip(rows, answers):
            p, times = sigmoid(sum(w * x for w, x in zip(weights, row))), wanted if answer else 1
            for i, x in enumerate(row):
                if x:
                    slope[i] += times * (answer - p) * x
                    for j, y in enumerate(row):
                        curve[i][j] += times * p * (1 - p) * x * y
        step = solve(curve, slope)
        weights = [w + s for w, s in zip(weights, step)]
        if max(map(abs, step)) < 1e-9:
            break
    return weights


def solve(matrix, right):
    """x of matrix * x = right, by elimination."""
    n = len(right)
    rows = [list(row) + [r] for row, r in zip(matrix, right)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(n):
            if r != i and rows[r][i]:
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    return [rows[i][n] / rows[i][i] for i in range(n)]


def folds(labels, texts):
    """A fold for each pair; pairs that share a phrase's words are in one."""
    leader = list(range(len(labels)))

    def root(i):
        while leader[i] != i:
            i = leader[i]
        return i
    seen = {}
    for n, label in enumerate(labels):
        for side in "ab":
            p = phrase(texts, label[side])
            words = " ".join(p["text"][p["begin"]:p["end"]].lower().split())
            if words in seen:
                leader[root(n)] = root(seen[words])
            seen[words] = n
    return [root(n) % FOLDS for n in range(len(labels))]


def cross_validated(rows, answers, fold):
    out = [0.0] * len(rows)
    for k in range(FOLDS):
        weights = fit([r for r, f in zip(rows, fold) if f != k], [a for a, f in zip(answers, fold) if f != k])
        for n, row in enumerate(rows):
            if fold[n] == k:
                out[n] = sigmoid(sum(w * x for w, x in zip(weights, row)))
    return out


def figures(name, found, answers):
    right = sum(f and a for f, a in zip(found, answers))
    p, r = right / max(1, sum(found)), right / sum(answers)
    print(f"{name:24} F1 {200 * right / (sum(found) + sum(answers)):.1f}  precision {100 * p:.1f}  recall {100 * r:.1f}  "
          f"accuracy {100 * sum(f == a for f, a in zip(found, answers)) / len(answers):.1f}")


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("corpora")
    parse.add_argument("program", nargs="?", default="build/issue_pairs models/tacitus.model")
    parse.add_argument("--fit")
    parse.add_argument("-v", action="store_true")
    arg = parse.parse_args()
    labels = [json.loads(line) for line in LABELS.open(encoding="utf8")]
    texts = documents(arg.corpora, labels)
    feed = "".join(json.dumps({s: phrase(texts, label[s]) for s in "ab"}) + "\n" for label in labels)
    run = subprocess.run(arg.program.split(), input=feed, capture_output=True, text=True, check=True)
    results = [json.loads(line) for line in run.stdout.splitlines()]
    answers = [label["same"] for label in labels]
    rows = [r["features"] for r in results]
    fold = folds(labels, texts)
    print(f"{len(labels)} pairs, {sum(answers)} of them the same issue")
    validated = [p >= 0.5 for p in cross_validated(rows, answers, fold)]
    figures("cross-validated", validated, answers)
    figures("by the cosine alone", [p >= 0.5 for p in cross_validated([r[:2] for r in rows], answers, fold)], answers)
    figures("as shipped", [r["same"] >= 0.5 for r in results], answers)
    if arg.v:
        for label, found, result in zip(labels, validated, results):
            if found != label["same"]:
                a, b = (phrase(texts, label[s]) for s in "ab")
                print("MISSED" if label["same"] else "TOO MUCH", "|", a["text"][a["begin"]:a["end"]], "|", b["text"][b["begin"]:b["end"]],
                      "|", {n: round(x, 2) for n, x in zip(NAMES, result["features"]) if x}, result["signs"])
    if arg.fit:
        weights = fit(rows, answers)
        head = [line for line in Path(arg.fit).read_text(encoding="utf8").splitlines() if line.startswith("#")]
        Path(arg.fit).write_text("\n".join(head + [f"{n}\t{w:.4g}" for n, w in zip(NAMES, weights)]) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
