#!/usr/bin/env python3
"""Whether two issue phrases are one issue, against labels/issues.jsonl.

usage: issue_labels.py CORPORA ["PROGRAM MODEL"] [-v]
(CORPORA holds geo/ and reuters21578/; PROGRAM: "build/issue_pairs models/tacitus.model" if not given, which
-DTACITUS_TRAINING=ON builds; -v shows what is wrong)

300 pairs of phrases of Reuters-21578 and TR-News, drawn by a pinned seed to be hard: near by the sentence
encoder that the reader started from with some words shared, near with few words shared, or with many
words shared and not near; never two of one article, or the same words. They were labelled by the phrases
alone, without the program's decision: "same" where an editor would file both under one heading, that is the
same dispute, policy, deal or state of affairs, of the same parties. Two readings, in other orders and with
the two sides changed, agree on 293 of them (Cohen's kappa 0.95); where they differ, a third look decided. Of 260
of them another reader made a third reading, shuffled and without the labels: F1 94.1 against them, kappa 0.90; yet
another, who had the rule and some examples alone, read all 300: F1 88.9.

labels/issue_training.jsonl has 600 pairs more to learn from, of phrases that share all their words with none
of the 300, drawn so that the pairs are as near, as long and as often with names as those, and labelled once,
by the reader of the third reading. labels/issue_training_more.jsonl has 3,190 more, drawn more widely and labelled
once, by a fourth reader. labels/issue_training_near.jsonl has 4,496 more, of the phrases of those two: each phrase with
near ones of other articles, with and without a word in common. Of some three quarters of them a model over the features
and a large pair reader (MPNet, learned from 1,200 of the other pairs) were unsure together; the rest are others. Three
more readers labelled a third of them each, once. None of its phrases shares all its words, articles and prepositions
aside, with one of the 300, and no pair stands in two of the files.

What is shipped is a small network over features and vectors (knowledge/issues/weights.tsv) that training/issues.py
makes of all the pairs, with figures of weights that have not seen the pairs. Here are, to compare:

- features, trained on the others: the 300 decided by a logistic model over the features that the 600 gave.
- features, cross-validated: ten folds of the 300 by their order, each decided by weights that the 600 and the other nine
  gave, of which the nine count twice. Where two phrases of the same words stand in several pairs, all those
  pairs are in one fold.
- by the cosine alone: the same with the vectors' cosine as the only feature.
- as shipped: the weights of knowledge/issues/weights.tsv, which have seen the 300.
"""
import argparse
import json
import math
import subprocess
import sys
from pathlib import Path

import event_corpora

LABELS = Path(__file__).parent / "labels" / "issues.jsonl"
TRAINING = LABELS.with_name("issue_training.jsonl")
MORE_TRAINING = LABELS.with_name("issue_training_more.jsonl")
NEAR_TRAINING = LABELS.with_name("issue_training_near.jsonl")
FOLDS = 10
NAMES = ["bias", "cosine", "words", "words of shorter", "no word", "head", "same actors", "some actors", "other actors", "actors of one",
         "same names", "other names", "other numbers", "cosine without words", "all the same",
         "head inside", "left of shorter", "left of longer", "near", "rarity of shared", "same numbers",
         "same way", "other way", "way of one", "same deed", "other deeds", "deed of one", "no deed", "size of shorter", "size of longer"]


def read(path):
    return [json.loads(line) for line in Path(path).open(encoding="utf8")]


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


def words(texts, one):
    """A phrase's words, by which phrases are told apart."""
    p = phrase(texts, one)
    return " ".join(p["text"][p["begin"]:p["end"]].lower().split())


def sigmoid(x):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, x))))


def fit(rows, answers, penalty=0.3):
    """The weights of a logistic model with a quadratic penalty on all but the bias, by Newton's method; pairs that are the
    same count so often that they weigh as much as the others all together."""
    n, wanted = len(rows[0]), (len(answers) - sum(answers)) / max(1, sum(answers))
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
            one = words(texts, label[side])
            if one in seen:
                leader[root(n)] = root(seen[one])
            seen[one] = n
    return [root(n) % FOLDS for n in range(len(labels))]


def decided(weights, row):
    return sigmoid(sum(w * x for w, x in zip(weights, row))) >= 0.5


def cross_validated(rows, answers, fold, more_rows, more_answers):
    out = [False] * len(rows)
    for k in range(FOLDS):
        others = [(r, a) for r, a, f in zip(rows, answers, fold) if f != k] * 2
        weights = fit(more_rows + [r for r, _ in others], more_answers + [a for _, a in others])
        for n, row in enumerate(rows):
            if fold[n] == k:
                out[n] = decided(weights, row)
    return out


def figures(name, found, answers):
    right = sum(f and a for f, a in zip(found, answers))
    p, r = right / max(1, sum(found)), right / sum(answers)
    print(f"{name:36} F1 {200 * right / (sum(found) + sum(answers)):.1f}  precision {100 * p:.1f}  recall {100 * r:.1f}  "
          f"accuracy {100 * sum(f == a for f, a in zip(found, answers)) / len(answers):.1f}")


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("corpora")
    parse.add_argument("program", nargs="?", default="build/issue_pairs models/tacitus.model")
    parse.add_argument("-v", action="store_true")
    arg = parse.parse_args()
    labels = read(LABELS) + read(TRAINING)
    tested = len(read(LABELS))
    texts = documents(arg.corpora, labels)
    feed = "".join(json.dumps({s: phrase(texts, label[s]) for s in "ab"}) + "\n" for label in labels)
    run = subprocess.run(arg.program.split(), input=feed, capture_output=True, text=True, check=True)
    results = [json.loads(line) for line in run.stdout.splitlines()]
    every_answer, every_row = [label["same"] for label in labels], [r["features"] for r in results]
    labels, results, answers, rows = labels[:tested], results[:tested], every_answer[:tested], every_row[:tested]
    more_answers, more_rows = every_answer[tested:], every_row[tested:]
    fold = folds(labels, texts)
    print(f"{len(labels)} pairs, {sum(answers)} of them the same issue")
    weights = fit(more_rows, more_answers)
    figures("features, trained on the others", [decided(weights, row) for row in rows], answers)
    validated = cross_validated(rows, answers, fold, more_rows, more_answers)
    figures("features, cross-validated", validated, answers)
    figures("by the cosine alone", cross_validated([r[:2] for r in rows], answers, fold, [r[:2] for r in more_rows], more_answers), answers)
    figures("as shipped", [r["same"] >= 0.5 for r in results], answers)
    if arg.v:
        for label, found, result in zip(labels, validated, results):
            if found != label["same"]:
                a, b = (phrase(texts, label[s]) for s in "ab")
                print("MISSED" if label["same"] else "TOO MUCH", "|", a["text"][a["begin"]:a["end"]], "|", b["text"][b["begin"]:b["end"]],
                      "|", {n: round(x, 2) for n, x in zip(NAMES, result["features"]) if x}, result["signs"])


if __name__ == "__main__":
    main()
