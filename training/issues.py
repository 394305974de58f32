"""The weights of issue phrases: knowledge/issues/weights.tsv, which src/read/issues/same.cc reads.

usage: issues.py CORPORA "PROGRAM MODEL" [--scores SCORES] [--out TABLE]
(CORPORA holds geo/ and reuters21578/; PROGRAM: build/issue_pairs; SCORES: what issue_teacher.py makes; TABLE to write)

A logistic model over the features, with units over the features and units over the two vectors of meaning: of each number,
the product of the two and how far they are apart. Learned from the pairs of tests/labels and, where SCORES is given, from
pairs that nobody labelled, of phrases of the training pairs, with what a large pair reader (issue_teacher.py) and a
logistic model over the features make of them on average. What is printed is of the 300 pairs of labels/issues.jsonl:
never seen, and over ten folds of which the other nine are learned from too. One thread, some minutes.
"""
import argparse
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import torch
from torch import nn
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
UNITS, NETS = 2, 2            # of each kind in a network, and networks, whose mean it is
PRODUCT, GAP = 19.0, 10.0     # bring products and distances of numbers of vectors near 1
# How much a pair counts: of the first labels, of the others, of those without labels, of the 300.
FIRST, MORE, UNLABELLED, TESTED = 1.0, 0.3, 2.0, 3.0
SAME = 2.0                    # a pair of one issue in the training pairs, which are fewer
SAME_TESTED = 1.3


class Network(nn.Module):
    def __init__(self, x):
        super().__init__()
        features = x[:, :FEATURES]
        self.mean, self.spread = features.mean(0), features.std(0) + 1e-3
        self.mean[0], self.spread[0] = 0, 1
        self.direct = nn.Linear(FEATURES, 1, bias=False)
        self.features_in, self.features_out = nn.Linear(FEATURES, UNITS, bias=False), nn.Linear(UNITS, 1, bias=False)
        self.vectors_in, self.vectors_out = nn.Linear(x.shape[1] - FEATURES, UNITS), nn.Linear(UNITS, 1, bias=False)
        self.drop = nn.Dropout(0.2)
        nn.init.zeros_(self.features_out.weight)
        nn.init.zeros_(self.vectors_out.weight)

    def forward(self, x):
        f = (x[:, :FEATURES] - self.mean) / self.spread
        features = self.features_out(self.drop(torch.tanh(self.features_in(f))))
        vectors = self.vectors_out(self.drop(torch.tanh(self.vectors_in(self.drop(x[:, FEATURES:])))))
        return (self.direct(f) + features + vectors)[:, 0]


def learn(x, answers, counts, seed, passes=12, rate=2e-3, some=64):
    torch.manual_seed(seed)
    net = Network(x)
    descent = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=0.1)
    steps, step = passes * -(-len(x) // some), 0
    for _ in range(passes):
        for rows in torch.randperm(len(x)).split(some):
            descent.param_groups[0]["lr"] = rate * (1 - step / steps) + 1e-5
            step += 1
            loss = (F.binary_cross_entropy_with_logits(net(x[rows]), answers[rows], reduction="none") * counts[rows]).mean()
            descent.zero_grad()
            loss.backward()
            descent.step()
    return net.eval()


def nets_of(parts, nets=NETS):
    """Networks that learn from parts: (inputs, answers, how much each counts)."""
    x, answers, counts = (torch.cat(some) for some in zip(*parts))
    return [learn(x, answers, counts, seed) for seed in range(nets)]


@torch.no_grad()
def sums(nets, x):
    return sum(net(x) for net in nets) / len(nets)


def logistic(rows, answers, penalty=0.3):
    """issue_labels.fit, for many rows."""
    weights = np.zeros(rows.shape[1])
    counts = np.where(answers > 0, (len(answers) - answers.sum()) / answers.sum(), 1.0)
    ridge = np.r_[1e-6, np.full(rows.shape[1] - 1, penalty)]
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (counts * (answers - p)) - ridge * weights
        weights = weights + np.linalg.solve((rows * (counts * p * (1 - p))[:, None]).T @ rows + np.diag(ridge), slope)
    return weights


def inputs(results):
    features = np.array([r["features"] for r in results], np.float32)
    a, b = (np.array([r["vectors"][side] for r in results], np.float32) for side in (0, 1))
    a, b = (v / (np.linalg.norm(v, axis=1, keepdims=True) + 1e-9) for v in (a, b))
    return torch.from_numpy(np.concatenate([features, PRODUCT * a * b, GAP * np.abs(a - b)], 1))


def text(nets):
    """The table of networks whose mean is taken."""
    def cell(numbers):
        return "|".join(f"{x:.3f}".rstrip("0").rstrip(".").replace("-0.", "-.").removeprefix("0") or "0" for x in numbers)
    with torch.no_grad():
        direct = sum(n.direct.weight[0] / n.spread for n in nets) / len(nets)
        shift = -sum((n.direct.weight[0] / n.spread * n.mean).sum() for n in nets) / len(nets)
        units = torch.cat([n.features_in.weight / n.spread for n in nets])
        unit_shift = -torch.cat([(n.features_in.weight / n.spread) @ n.mean for n in nets])
        vectors = torch.cat([n.vectors_in.weight for n in nets])
        bias = torch.cat([n.vectors_in.bias for n in nets])
        outs = [torch.cat([getattr(n, name).weight[0] for n in nets]) / len(nets) for name in ("features_out", "vectors_out")]
    direct[0] += shift
    units[:, 0] += unit_shift
    lines = [f"out\t{name}\t{cell(out.tolist())}" for name, out in zip(("features", "vectors"), outs)]
    lines += [f"feature\t{name}\t{cell([direct[i].item(), *units[:, i].tolist()])}" for i, name in enumerate(issue_labels.NAMES)]
    lines.append(f"bias\tvectors\t{cell(bias.tolist())}")
    width = vectors.shape[1] // 2
    lines += [f"vector\t{i}\t{cell([*(PRODUCT * vectors[:, i]).tolist(), *(GAP * vectors[:, width + i]).tolist()])}" for i in range(width)]
    return HEAD + "\n".join(lines) + "\n"


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("corpora")
    parse.add_argument("program")
    parse.add_argument("--scores")
    parse.add_argument("--out")
    arg = parse.parse_args()
    torch.set_num_threads(1)
    sets = {name: issue_labels.read(path) for name, path in (("tested", issue_labels.LABELS), ("first", issue_labels.TRAINING),
                                                              ("more", issue_labels.MORE_TRAINING))}
    sets["unlabelled"] = issue_labels.read(arg.scores) if arg.scores else []
    pairs = [pair for some in sets.values() for pair in some]
    texts = issue_labels.documents(arg.corpora, pairs)
    feed = "".join(json.dumps({s: issue_labels.phrase(texts, pair[s]) for s in "ab"}) + "\n" for pair in pairs)
    run = subprocess.run([*arg.program.split(), "--vectors"], input=feed, capture_output=True, text=True, check=True)
    x, at, all_x = {}, 0, inputs([json.loads(line) for line in run.stdout.splitlines()])
    for name, some in sets.items():
        x[name] = all_x[at:at + len(some)]
        at += len(some)
    y = {name: torch.tensor([float(pair["same"]) for pair in sets[name]]) for name in ("tested", "first", "more")}

    def part(name, count, same, keep=slice(None)):
        return x[name][keep], y[name][keep], count * torch.where(y[name][keep] > 0, same, 1.0)
    parts = [part("first", FIRST, SAME), part("more", MORE, SAME)]
    if sets["unlabelled"]:
        rows = torch.cat([x["first"], x["more"]])[:, :FEATURES].double().numpy()
        weights = logistic(rows, torch.cat([y["first"], y["more"]]).double().numpy())
        by_features = x["unlabelled"][:, :FEATURES].double().numpy() @ weights
        by_teacher = np.array([pair["score"] for pair in sets["unlabelled"]])
        answers = torch.sigmoid(torch.tensor((by_features + by_teacher) / 2, dtype=torch.float))
        parts.append((x["unlabelled"], answers, torch.full((len(answers),), UNLABELLED)))
    answers = [label["same"] for label in sets["tested"]]
    issue_labels.figures("never seen", (sums(nets_of(parts), x["tested"]) >= 0).tolist(), answers)
    fold = torch.tensor(issue_labels.folds(sets["tested"], texts))
    found = torch.zeros(len(answers), dtype=torch.bool)
    for k in range(issue_labels.FOLDS):
        nets = nets_of([*parts, part("tested", TESTED, SAME_TESTED, fold != k)])
        found[fold == k] = sums(nets, x["tested"][fold == k]) >= 0
    issue_labels.figures("cross-validated", found.tolist(), answers)
    if arg.out:
        nets = nets_of([*parts, part("tested", TESTED, SAME_TESTED)])
        Path(arg.out).write_text(text(nets), encoding="utf8")


if __name__ == "__main__":
    main()
