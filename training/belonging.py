"""Trains the model that tells to which country somebody belongs of whom a text tells none (src/read/actors/belonging.h).

usage: belonging.py ARTICLES --dump "PROGRAM MODEL GAZETTEER" --out TABLE

ARTICLES are those of actor_texts.py. Of several labels of an article that mean one actor each counts. Figures are printed
over five folds of the articles, none of which was trained on for its own.

A country's score is the sum of its features' weights, that of none is 0; the chances are their softmax, and training
makes the sum of the chances of right answers as large as can be, with a quadratic penalty on weights.
"""
import argparse
import collections
import hashlib
import json
import math
import shlex
import subprocess
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
import actor_labels  # noqa: E402

PENALTY = 3.0
CHANCE = 0.55  # kLeastChance of belonging.cc
FOLDS = 5
PASSES = 400
HEAD = """# What the countries that an article speaks of weigh for somebody of whom it tells none: see
# src/read/actors/belonging.h.
#
# model <TAB> feature <TAB> weight. Made by `make -C training belonging` from {labels:,} labelled actors of {articles:,} articles.
# Of the countries that an article speaks of the one with the highest sum is meant, if it is
# likelier than all others and none together; none weighs 0.
"""


class Asked:
    """Somebody whose country is asked for: by country the features, and which answers are right."""

    def __init__(self, article, countries, right):
        self.article, self.right = article, right
        self.names = [name for name, _ in countries]
        self.rows = np.array([features for _, features in countries])
        self.good = np.array([name in right for name in self.names])
        self.none = "-" in right or not self.good.any()


def read(path, dump):
    articles = [json.loads(line) for line in path.open(encoding="utf8")]
    feed = "".join(json.dumps({key: one[key] for key in ("id", "text", "published") if one.get(key)}) + "\n" for one in articles)
    run = subprocess.run(shlex.split(dump), input=feed.encode(), stdout=subprocess.PIPE, check=True)
    asked = []
    for article, line in zip(articles, run.stdout.decode().splitlines()):
        record = json.loads(line)
        by_actor = {one["actor"]: one["countries"] for one in record["asked"]}
        for label in article["labels"]:
            actor = actor_labels.actor_of(record, label, article["text"])
            number = next((n for n, one in enumerate(record["actors"]) if one is actor), None)
            if by_actor.get(number):
                asked.append(Asked(article["id"], by_actor[number], label["country"]))
    return asked


def fit(asked, size):
    """Weights, by L-BFGS over all rows."""
    rows = np.concatenate([one.rows for one in asked])
    start = np.cumsum([0] + [len(one.names) for one in asked[:-1]])
    of = np.repeat(np.arange(len(asked)), [len(one.names) for one in asked])
    good = np.concatenate([one.good for one in asked])
    none = np.array([one.none for one in asked])

    def loss(weights):
        score = weights[rows].sum(1)
        top = np.maximum(np.maximum.reduceat(score, start), 0)
        chance, nothing = np.exp(score - top[of]), np.exp(-top)
        every = np.add.reduceat(chance, start) + nothing
        right = np.add.reduceat(chance * good, start) + nothing * none
        slope = chance / every[of] - chance * good / right[of]
        gradient = np.bincount(rows.ravel(), np.repeat(slope, rows.shape[1]), size) + PENALTY * weights
        return -np.log(right / every).sum() + PENALTY * (weights ** 2).sum() / 2, gradient

    return descend(loss, np.zeros(size))


def descend(loss, x, memory=10):
    value, gradient = loss(x)
    steps = collections.deque(maxlen=memory)
    for _ in range(PASSES):
        direction, kept = gradient.copy(), []
        for s, y, rho in reversed(steps):
            a = rho * (s @ direction)
            direction -= a * y
            kept.append(a)
        if steps:
            s, y, _ = steps[-1]
            direction *= (s @ y) / (y @ y)
        else:
            direction /= max(1.0, np.linalg.norm(direction))
        for (s, y, rho), a in zip(steps, reversed(kept)):
            direction += (a - rho * (y @ direction)) * s
        pace, slope = 1.0, gradient @ direction
        while True:
            new, new_gradient = loss(x - pace * direction)
            if new <= value - 1e-4 * pace * slope or pace < 1e-6:
                break
            pace /= 2
        step, turn = -pace * direction, new_gradient - gradient
        done = value - new < 1e-6 * abs(value)
        x, value, gradient = x + step, new, new_gradient
        if step @ turn > 1e-12:
            steps.append((step, turn, 1 / (step @ turn)))
        if done:
            break
    return x


def answer(one, weights):
    score = weights[one.rows].sum(1)
    best = int(score.argmax())
    chance = math.exp(score[best]) / (1 + np.exp(score).sum())
    return one.names[best] if chance > CHANCE else "-"


def figures(asked, weights, counts):
    for one in asked:
        told = answer(one, weights)
        part = counts[one.article.split(":")[0].split("_")[0]]
        part.update(asked=1, right=told in one.right, missing=told == "-" and "-" not in one.right, wrong=told != "-" and told not in one.right)


def fold(article):
    return int(hashlib.md5(article.encode()).hexdigest(), 16) % FOLDS


def main():
    options = argparse.ArgumentParser(usage=__doc__.replace("%", "%%"))
    options.add_argument("articles", type=Path)
    options.add_argument("--dump", required=True)
    options.add_argument("--out", type=Path, required=True)
    chosen = options.parse_args()
    features = subprocess.run([shlex.split(chosen.dump)[0], "--features"], stdout=subprocess.PIPE, check=True, text=True).stdout.splitlines()
    asked = read(chosen.articles, chosen.dump)
    counts = collections.defaultdict(collections.Counter)
    for number in range(FOLDS):
        weights = fit([one for one in asked if fold(one.article) != number], len(features))
        figures([one for one in asked if fold(one.article) == number], weights, counts)
    weights = fit(asked, len(features))
    for corpus, of in sorted(counts.items()):
        shares = "  ".join(f"{key} {100 * of[key] / of['asked']:.1f}" for key in ("right", "missing", "wrong"))
        print(f"{corpus:14} {of['asked']:5}  {shares}")
    lines = [f"belongs\t{name}\t{weight:.4g}" for name, weight in zip(features, weights) if abs(weight) >= 0.005]
    head = HEAD.format(labels=len(asked), articles=len({one.article for one in asked}))
    chosen.out.write_text(head + "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
