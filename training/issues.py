"""The weights of issue phrases: knowledge/issues/weights.tsv, which src/read/issues/same.cc reads.

usage: issues.py CORPORA "PROGRAM MODEL" [--out TABLE]
(CORPORA as for tests/issue_labels.py, and polnear/; PROGRAM: build/issue_pairs; TABLE to write)

A logistic model over the features, with units over the features and units over the two vectors of meaning: of each number,
the product of the two and how far they are apart. Learned from the pairs of tests/labels. What is printed is of the
training pairs, in twelve groups, each decided by weights that saw none of its phrases, and of the 300 pairs of
labels/issues.jsonl: never seen, and over ten folds of which the other nine are learned from too. One thread, some minutes.
"""
import argparse
import json
import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
import issue_labels  # noqa: E402

HEAD = """# What speaks for two issue phrases naming one issue (src/read/issues/same.h).
#
# kind <TAB> name <TAB> numbers, parted by |. "out": what comes out of each unit. "feature": its weight, then what it
# puts into each unit of features. "bias": what each unit of vectors has from the start. "vector", by the place in the vector:
# what the product of the two numbers there puts into each unit of vectors, then what their distance does. The
# pair is one issue where all adds up to 0 or more. Made by training/issues.py of the project's own labels.
"""
FEATURES = len(issue_labels.NAMES)
FEATURE_UNITS, VECTOR_UNITS = 3, 4  # of a network
NETS = 3                            # whose mean is taken
PRODUCT, GAP = 19.0, 10.0           # bring products and distances of numbers of vectors near 1
COUNTS = {"first": 2.0, "more": 0.5, "near": 1.0, "tested": 3.0}  # how much a pair counts, of each set of labels
SAME = {"first": 2.0, "more": 2.0, "near": 2.0, "tested": 1.3}    # times, where it is one issue: those are fewer
GROUPS, MOST_ALIKE = 12, 80         # of the training pairs; phrases that a group takes together at most


class Networks:
    """Networks of one form that learn side by side from the same pairs; how much each pair counts, each has its own
    numbers for."""

    def __init__(self, x, count):
        features = x[:, :FEATURES]
        self.count, self.mean, self.spread = count, features.mean(0), features.std(0) + 1e-3
        self.mean[0], self.spread[0] = 0, 1

        def drawn(inputs, outputs):
            return ((torch.rand(inputs, outputs) * 2 - 1) / inputs ** 0.5).requires_grad_()
        width = x.shape[1] - FEATURES
        self.direct = drawn(FEATURES, count)
        self.features_in, self.vectors_in = drawn(FEATURES, count * FEATURE_UNITS), drawn(width, count * VECTOR_UNITS)
        self.bias = torch.zeros(count * VECTOR_UNITS, requires_grad=True)
        self.features_out = torch.zeros(count, FEATURE_UNITS, requires_grad=True)
        self.vectors_out = torch.zeros(count, VECTOR_UNITS, requires_grad=True)

    def parameters(self):
        return [self.direct, self.features_in, self.features_out, self.vectors_in, self.bias, self.vectors_out]

    def __call__(self, x, is_learning=False):
        """Sums by pair and network; a pair is one issue from 0 on."""
        def units(inputs, out):
            return (F.dropout(torch.tanh(inputs).view(len(x), *out.shape), 0.2, is_learning) * out).sum(2)
        f, v = (x[:, :FEATURES] - self.mean) / self.spread, F.dropout(x[:, FEATURES:], 0.6, is_learning)
        return f @ self.direct + units(f @ self.features_in, self.features_out) + units(v @ self.vectors_in + self.bias, self.vectors_out)


def learn(x, answers, counts, passes=30, rate=2e-3, some=64, seed=0):
    """For each column of counts (pairs by columns) NETS networks; columns are parted by whole networks."""
    torch.manual_seed(seed)
    counts = counts.repeat_interleave(NETS, 1)
    nets = Networks(x, counts.shape[1])
    descent = torch.optim.AdamW(nets.parameters(), lr=rate, weight_decay=0.1)
    steps, step = passes * -(-len(x) // some), 0
    for _ in range(passes):
        for rows in torch.randperm(len(x)).split(some):
            descent.param_groups[0]["lr"] = rate * (1 - step / steps) + 1e-5
            step += 1
            wanted = answers[rows, None].expand(-1, nets.count)
            loss = (F.binary_cross_entropy_with_logits(nets(x[rows], True), wanted, reduction="none") * counts[rows]).mean(0).sum()
            descent.zero_grad()
            loss.backward()
            descent.step()
    return nets


@torch.no_grad()
def sums(nets, x):
    """By pair and column: the mean of the column's networks."""
    return nets(x).view(len(x), -1, NETS).mean(2)


def grouped(phrases, cosines):
    """A group for each pair of phrases; phrases near each other are in one."""
    leader = {phrase: phrase for pair in phrases for phrase in pair}
    size = dict.fromkeys(leader, 1)

    def root(phrase):
        while leader[phrase] != phrase:
            phrase = leader[phrase]
        return phrase
    for i in np.argsort(-cosines, kind="stable"):
        a, b = map(root, phrases[i])
        if a != b and size[a] + size[b] <= MOST_ALIKE:
            leader[a] = b
            size[b] += size[a]
    rng, load, group = random.Random(1), [0] * GROUPS, {}
    roots = sorted({root(phrase) for phrase in leader})
    rng.shuffle(roots)
    for one in sorted(roots, key=lambda one: -size[one]):
        group[one] = min(range(GROUPS), key=load.__getitem__)
        load[group[one]] += size[one]
    return np.array([group[root(rng.choice(pair))] for pair in phrases])


def inputs(results):
    features = np.array([r["features"] for r in results], np.float32)
    a, b = (np.array([r["vectors"][side] for r in results], np.float32) for side in (0, 1))
    a, b = (v / (np.linalg.norm(v, axis=1, keepdims=True) + 1e-9) for v in (a, b))
    return torch.from_numpy(np.concatenate([features, PRODUCT * a * b, GAP * np.abs(a - b)], 1))


@torch.no_grad()
def text(nets, column):
    """The table of the mean of a column's networks."""
    def cell(numbers):
        return "|".join(f"{x:.3f}".rstrip("0").rstrip(".").replace("-0.", "-.").removeprefix("0") or "0" for x in numbers)
    own = slice(column * NETS, (column + 1) * NETS)

    def of(units, each):
        return units.view(-1, nets.count, each)[:, own].flatten(1)
    direct = nets.direct[:, own].mean(1) / nets.spread
    units = of(nets.features_in, FEATURE_UNITS) / nets.spread[:, None]
    direct[0] -= (direct * nets.mean).sum()
    units[0] -= nets.mean @ units
    outs = [out[own].flatten() / NETS for out in (nets.features_out, nets.vectors_out)]
    lines = [f"out\t{name}\t{cell(out.tolist())}" for name, out in zip(("features", "vectors"), outs)]
    lines += [f"feature\t{name}\t{cell([direct[i].item(), *units[i].tolist()])}" for i, name in enumerate(issue_labels.NAMES)]
    vectors = of(nets.vectors_in, VECTOR_UNITS)
    lines.append(f"bias\tvectors\t{cell(of(nets.bias, VECTOR_UNITS)[0].tolist())}")
    width = len(vectors) // 2
    lines += [f"vector\t{i}\t{cell([*(PRODUCT * vectors[i]).tolist(), *(GAP * vectors[width + i]).tolist()])}" for i in range(width)]
    return HEAD + "\n".join(lines) + "\n"


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("corpora")
    parse.add_argument("program")
    parse.add_argument("--out")
    arg = parse.parse_args()
    torch.set_num_threads(1)
    sets = {"tested": issue_labels.LABELS, "first": issue_labels.TRAINING, "more": issue_labels.MORE_TRAINING,
            "near": issue_labels.NEAR_TRAINING}
    sets = {name: issue_labels.read(path) for name, path in sets.items()}
    pairs = [pair for some in sets.values() for pair in some]
    texts = issue_labels.documents(arg.corpora, pairs)
    feed = "".join(json.dumps({s: issue_labels.phrase(texts, pair[s]) for s in "ab"}) + "\n" for pair in pairs)
    run = subprocess.run([*arg.program.split(), "--vectors"], input=feed, capture_output=True, text=True, check=True)
    report(sets, texts, inputs([json.loads(line) for line in run.stdout.splitlines()]), arg.out)


def report(sets, texts, x, out):
    pairs = [pair for some in sets.values() for pair in some]
    kind = np.array([name for name, some in sets.items() for _ in some])
    same = np.array([pair["same"] for pair in pairs])
    counts = np.array([COUNTS[name] * (SAME[name] if pair["same"] else 1) for name, pair in zip(kind, pairs)])
    phrases = [tuple(issue_labels.words(texts, pair[side]) for side in "ab") for pair in pairs]
    is_tested, trained = kind == "tested", len(sets["tested"])
    # What each column learns from: the training pairs without those that share a phrase with a group; those alone; with the
    # others of ten folds; all.
    group = np.full(len(pairs), -1)
    group[trained:] = grouped(phrases[trained:], x[trained:, 1].numpy())
    columns = []
    for k in range(GROUPS):
        seen = {phrase for pair, g in zip(phrases, group) if g == k for phrase in pair}
        columns.append(~is_tested & np.array([not seen.intersection(pair) for pair in phrases]))
    fold = np.full(len(pairs), -1)
    fold[:trained] = issue_labels.folds(sets["tested"], texts)
    columns += [~is_tested, *(fold != k for k in range(issue_labels.FOLDS)), np.full(len(pairs), True)]
    nets = learn(x, torch.tensor(same, dtype=torch.float), torch.tensor(np.stack(columns, 1) * counts[:, None], dtype=torch.float))
    found = sums(nets, x).numpy() >= 0
    rows = np.arange(len(pairs))
    for name in sets:
        if name != "tested":
            of = kind == name
            issue_labels.figures(f"{name}, by group", found[rows, group][of], same[of])
    issue_labels.figures("never seen", found[is_tested, GROUPS], same[is_tested])
    issue_labels.figures("cross-validated", found[rows, GROUPS + 1 + fold][is_tested], same[is_tested])
    if out:
        Path(out).write_text(text(nets, len(columns) - 1), encoding="utf8")


if __name__ == "__main__":
    main()
