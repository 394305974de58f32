"""The sector head of the model (docs/model-format.md, "Sectors"): learned from labelled actors of news (actor_texts.py) and joined to
the model file.

  train   learns from the labels, the articles' records and their tokens' vectors
  join    joins the head to a model file
"""
import argparse
import bisect
import json
import sys
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import modelfile
from event_head import floats
from meaning import self_test_vectors

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
import actor_labels  # noqa: E402

# As kSectorNames in src/text/document.h.
SECTORS = "- GOV LEG JUD MIL COP SPY PTY OPP REB SEP UAF CRM BUS JRN EDU MED CVL LAB AGR REL REF SOC ENV ELI".split()
ROW = {sector: n for n, sector in enumerate(SECTORS)} | {"HRI": SECTORS.index("SOC"), "PRM": SECTORS.index("UAF")}
# As in src/model/header.h: what looks about, how wide each is, how many tokens far.
HEADS, HEAD_WIDTH, REACH = 4, 32, 24
WIDTH, HIDDEN = 384, 256
PRONOUNS = set("he she they it him her them his hers their its we us our i me my you your who whom himself herself itself themselves that "
               "this which these those one".split())


class Head(nn.Module):
    """Scores of the sectors for the token in the middle of each row of vectors, [rows, 2 * REACH + 1, WIDTH]; `there` says which
    tokens there are."""

    def __init__(self, hidden=HIDDEN):
        super().__init__()
        everything = HEADS * HEAD_WIDTH
        self.gate, self.query, self.context = nn.Linear(WIDTH, 1), nn.Linear(WIDTH, everything), nn.Linear(WIDTH, 2 * everything)
        self.distance = nn.Parameter(torch.zeros(HEADS, 2 * REACH + 1))
        self.into, self.out = nn.Linear(WIDTH + everything, hidden), nn.Linear(hidden, len(SECTORS))
        self.drop_in, self.drop = nn.Dropout(0.3), nn.Dropout(0.5)

    def forward(self, about, there):
        about = self.drop_in(about)
        own, (rows, tokens, _) = about[:, REACH], about.shape
        query = self.query(own).view(rows, HEADS, 1, HEAD_WIDTH)
        keys, values = self.context(about).view(rows, tokens, 2, HEADS, HEAD_WIDTH).permute(2, 0, 3, 1, 4)
        scores = (query * keys).sum(-1) / HEAD_WIDTH ** 0.5 + self.distance
        weights = scores.masked_fill(~there[:, None], -1e9).softmax(-1)
        seen = (weights[..., None] * values).sum(2).reshape(rows, -1)
        return self.out(self.drop(torch.relu(self.into(torch.cat([own, seen], 1)))))


def head_of(tokens, heads, upos, begin, end):
    """The token that heads a stretch of code points, and the stretch's tokens."""
    first = bisect.bisect_right([t[1] for t in tokens], begin)
    stop = first
    while stop < len(tokens) and tokens[stop][0] < end:
        stop += 1
    for t in range(stop - 1, first - 1, -1):
        if not first <= heads[t] < stop and upos[t] != "PUNCT":
            return t, range(first, stop)
    return max(first, stop - 1), range(first, stop)


def examples(arg):
    """Of each head of a labelled actor's mention: its row of the vectors, first and end row of its article, a mask of right sectors,
    a weight. And rows of heads of mentions, and of words of nobody."""
    with open(arg.articles, encoding="utf8") as file:
        by_article = {article["id"]: article["labels"] for article in map(json.loads, file)}
    records = {}
    with open(arg.records, encoding="utf8") as file:
        for line in file:
            record = json.loads(line)
            records[record["id"]] = record
    found, somebody, nobody = [], [], []
    draw, at, most = np.random.default_rng(3), 0, 2
    with open(arg.dump, encoding="utf8") as file:
        for line in file:
            doc = json.loads(line)
            tokens, record = doc["tokens"], records[doc["id"]]
            named, inside = {}, set()
            for mention in record["mentions"]:
                head, its = head_of(tokens, doc["head"], doc["upos"], mention["start"], mention["end"])
                inside.update(its)
                if "actor" in mention and record["text"][mention["start"]:mention["end"]].lower() not in PRONOUNS:
                    named.setdefault(mention["actor"], []).append(head)
            for label in by_article[doc["id"]]:
                actor = actor_labels.actor_of(record, label, record["text"])
                heads = named.get(record["actors"].index(actor), [])[:most] if actor else []
                mask = np.zeros(len(SECTORS), np.float32)
                mask[[ROW[sector] for sector in label["sector"]]] = 1
                found += [(at + head, at, at + len(tokens), mask, 1 / len(heads)) for head in heads]
            somebody += [at + head for heads in named.values() for head in heads]
            nobody += [at + t for t in range(len(tokens)) if t not in inside and draw.random() < 0.3]
            at += len(tokens)
    return found, somebody, nobody


def about(vectors, found):
    """The vectors of the tokens about each of some examples, and which there are."""
    rows = np.zeros((len(found), 2 * REACH + 1, WIDTH), np.uint16)
    there = np.zeros((len(found), 2 * REACH + 1), bool)
    for row, (token, begin, end, _, _) in enumerate(found):
        first, stop = max(begin, token - REACH), min(end, token + REACH + 1)
        rows[row, first - token + REACH:stop - token + REACH] = vectors[first:stop]
        there[row, first - token + REACH:stop - token + REACH] = True
    return floats(rows), torch.from_numpy(there)


def steps_of(parameters, rate, decay, count, size, passes):
    """An optimiser's steps: draws `size` of `count` examples, lets the caller set the gradients, goes on."""
    optimiser = torch.optim.AdamW(parameters, lr=rate, weight_decay=decay)
    steps, step = passes * (count // size), 0
    for _ in range(passes):
        order = torch.randperm(count).tolist()
        for first in range(0, count - size + 1, size):
            for group in optimiser.param_groups:
                group["lr"] = rate * min(1, (step + 1) / 50) * (1 - step / steps)
            step += 1
            optimiser.zero_grad()
            yield order[first:first + size]
            optimiser.step()


def train(arg):
    vectors = np.memmap(arg.vectors, np.uint16, "r").reshape(-1, WIDTH)
    found, somebody, nobody = examples(arg)
    torch.manual_seed(1)
    head = Head()
    right = torch.tensor(np.array([one[3] for one in found]))
    weight = torch.tensor([one[4] for one in found])
    for some in steps_of(head.parameters(), 1.5e-3, 0.05, len(found), 128, 8):
        scores = F.log_softmax(head(*about(vectors, [found[i] for i in some])), 1)
        # Any of the answers that a careful reader lets stand is right.
        loss = -(weight[some] * torch.logsumexp(scores + torch.log(right[some] + 1e-9), 1)).sum() / weight[some].sum()
        loss.backward()
    print(f"{len(found)} mentions, loss {loss.item():.3f}")
    rows = somebody + nobody
    x, names = floats(np.array(vectors[rows])), torch.tensor([1.0] * len(somebody) + [0.0] * len(nobody))
    # A name that is passed over is lost, another word that is asked costs a little time.
    missed = torch.tensor(4.0)
    for some in steps_of(head.gate.parameters(), 2e-3, 0.01, len(rows), 512, 3):
        F.binary_cross_entropy_with_logits(head.gate(x[some])[:, 0], names[some], pos_weight=missed).backward()
    with torch.no_grad():
        passed = head.gate(x)[:, 0] > 0
    print(f"the gate lets {100 * passed[:len(somebody)].float().mean():.1f} of 100 names pass, and "
          f"{100 * passed[len(somebody):].float().mean():.1f} of other words")
    out = {"sectors.distance": head.distance.detach().numpy()}
    for name, layer in (("gate", head.gate), ("query", head.query), ("context", head.context), ("in", head.into), ("out", head.out)):
        value = layer.weight.detach().numpy()
        if name in ("query", "context", "in"):
            out[f"sectors.{name}.weight.scale"] = (np.abs(value).max(1) / 127 + 1e-12).astype(np.float32)
            value = np.rint(value / out[f"sectors.{name}.weight.scale"][:, None]).astype(np.int8)
        out |= {f"sectors.{name}.weight": value, f"sectors.{name}.bias": layer.bias.detach().numpy()}
    np.savez_compressed(arg.head, **out)


@torch.no_grad()
def self_tests(header, path, values):
    """Of each self-test's window the tokens that most likely head a name, with the chances of the sectors."""
    header["labels"]["sector"] = SECTORS
    head = Head(header["config"]["sectors"]).eval()
    head.distance.copy_(torch.from_numpy(values["sectors.distance"]))
    for name, at in (("gate", head.gate), ("query", head.query), ("context", head.context), ("in", head.into), ("out", head.out)):
        at.weight.copy_(torch.from_numpy(values[f"sectors.{name}.weight"]))
        at.bias.copy_(torch.from_numpy(values[f"sectors.{name}.bias"]))
    out = []
    for window, (_, vectors) in enumerate(self_test_vectors(header, path)):
        gates = head.gate(vectors)[:, 0]
        padded = F.pad(vectors, (0, 0, REACH, REACH))
        there = F.pad(torch.ones(len(vectors), dtype=torch.bool), (REACH, REACH))
        for token in gates.argsort(descending=True)[:3].tolist():
            if gates[token] > 1:
                row = slice(token, token + 2 * REACH + 1)
                chances = head(padded[None, row], there[None, row]).softmax(1)[0]
                out.append({"window": window, "token": token, "scores": [round(float(x), 5) for x in chances]})
    return out


def join(arg):
    modelfile.join(arg.model, arg.head, ("sectors", "sectors", "sector_selftest"), self_tests, arg.out)


def main():
    parse = argparse.ArgumentParser()
    verbs = parse.add_subparsers(dest="verb", required=True)
    for verb, names in (("train", ("articles", "dump", "vectors", "records", "head")), ("join", ("model", "head", "out"))):
        one = verbs.add_parser(verb)
        for name in names:
            one.add_argument("--" + name, required=True)
    arg = parse.parse_args()
    {"train": train, "join": join}[arg.verb](arg)


if __name__ == "__main__":
    sys.exit(main())
