"""The act head of the model (docs/model-format.md, "Acts"): learned first from what the rules tell of raw texts, then from labelled
sentences, and joined to the model file."""
import json

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import meaning
import modelfile
from event_texts import ROOTS

LABEL_COUNT = 18
HIDDEN = 64


def floats(rows):
    return torch.from_numpy((rows.astype(np.uint32) << 16).view(np.float32))


class Head(nn.Module):
    def __init__(self, hidden=HIDDEN):
        super().__init__()
        self.into = nn.Linear(384, hidden)
        self.out = nn.Linear(hidden, LABEL_COUNT)
        self.drop_in, self.drop = nn.Dropout(0.1), nn.Dropout(0.3)

    def forward(self, x):
        return self.out(self.drop(torch.relu(self.into(self.drop_in(x)))))


def fit(head, x, acts, sides, passes, rate, decay=0.02, size=512):
    optimiser = torch.optim.AdamW(head.parameters(), lr=rate, weight_decay=decay)
    steps = max(1, passes * len(x) // size)
    draw, order = np.random.default_rng(1), np.array([], int)
    head.train()
    for step in range(steps):
        if len(order) < size:
            order = np.concatenate([order, draw.permutation(len(x))])
        some, order = order[:size], order[size:]
        for group in optimiser.param_groups:
            group["lr"] = rate * min(1, (step + 1) / 20) * (1 - step / steps)
        scores = head(floats(x[some]))
        loss = F.cross_entropy(scores[:, :16], acts[some]) + 0.5 * F.binary_cross_entropy_with_logits(scores[:, 16:], sides[some])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return head.eval()


def raw_rows(arg):
    """Tokens of raw texts with what the rules alone make of them."""
    dump, vectors, records = arg.raw
    rows, acts, sides = [], [], []
    at, draw = 0, np.random.default_rng(5)
    with open(dump, encoding="utf8") as docs, open(records, encoding="utf8") as recs:
        for doc, record in zip(docs, recs):
            doc, record = json.loads(doc), json.loads(record)
            assert doc["id"] == record["id"]
            starts = {t[0]: n for n, t in enumerate(doc["tokens"])}
            ends = {t[1]: n for n, t in enumerate(doc["tokens"])}
            told, of_side = {}, {}
            for event in record.get("events", ()):
                t = starts.get(event["trigger"][0])
                if t is None:
                    continue
                told[t] = 1 + ROOTS.index(event["root"])
                a, b = record["sentences"][event["sentence"]]
                for n, side in enumerate(("actors", "recipients")):
                    for mention in record["mentions"]:
                        if mention.get("actor") in event[side] and a <= mention["start"] < b and mention["end"] in ends:
                            of_side.setdefault(ends[mention["end"]], [0, 0])[n] = 1
            for t, tag in enumerate(doc["upos"]):
                if t in told or t in of_side or draw.random() < (0.2 if tag in ("VERB", "NOUN", "PROPN", "ADJ", "PRON") else 0.03):
                    rows.append(at + t)
                    acts.append(told.get(t, 0))
                    sides.append(of_side.get(t, [0, 0]))
            at += len(doc["tokens"])
    held = np.memmap(vectors, np.uint16, "r").reshape(-1, 384)
    return np.array(held[rows]), torch.tensor(acts), torch.tensor(sides, dtype=torch.float32)


def head_rows(sentences):
    """Tokens of labelled sentences with their labels; of the others of little weight only some."""
    rows, acts, sides = [], [], []
    draw = np.random.default_rng(6)
    for s in sentences:
        for t, (_, _, _, tag) in enumerate(s.tokens):
            is_side = t in s.sides[0] or t in s.sides[1]
            if t in s.acts or is_side or tag in ("VERB", "NOUN", "PROPN", "ADJ", "PRON") or draw.random() < 0.15:
                rows.append(s.at + t)
                acts.append(1 + s.acts[t] if t in s.acts else 0)
                sides.append([float(t in s.sides[0]), float(t in s.sides[1])])
    return rows, torch.tensor(acts), torch.tensor(sides)


def first_head(arg):
    """A head that has learned what the rules say of raw texts, so that it knows the words that they know."""
    torch.manual_seed(1)
    x, acts, sides = raw_rows(arg)
    return fit(Head(), x, acts, sides, passes=5, rate=2e-3)


def train_head(sentences, vectors, first, passes=20, rate=2e-3):
    rows, acts, sides = head_rows(sentences)
    torch.manual_seed(1)
    head = Head()
    if first is not None:
        head.load_state_dict(first.state_dict())
    return fit(head, np.array(vectors[rows]), acts, sides, passes, rate)


@torch.no_grad()
def score(head, sentences, vectors):
    for s in sentences:
        out = head(floats(np.array(vectors[s.at:s.at + s.size])))
        s.chances, s.of_sides = out[:, :16].softmax(1), torch.sigmoid(out[:, 16:])


def acts_of(s):
    """The chances of a sentence's tokens in the form of src/model/acts.cc."""
    out = []
    chances, sides = (255 * s.chances).round().int().tolist(), (255 * s.of_sides).round().int().tolist()
    told = (1 - s.chances[:, 0] >= 0.05).tolist()
    for t in range(s.size):
        if told[t] or max(sides[t]) >= 31:
            out.append([t, chances[t][1:] if told[t] else [0] * 15, *sides[t]])
    return out


def save_head(head, path):
    """The head as the model file has it: the layer on the vectors in eight bits."""
    weight = head.into.weight.detach().numpy()
    scale = (np.abs(weight).max(1) / 127 + 1e-12).astype(np.float32)
    np.savez_compressed(path, **{
        "acts.in.weight": np.rint(weight / scale[:, None]).astype(np.int8), "acts.in.weight.scale": scale,
        "acts.in.bias": head.into.bias.detach().numpy(), "acts.out.weight": head.out.weight.detach().numpy(),
        "acts.out.bias": head.out.bias.detach().numpy()})


@torch.no_grad()
def self_tests(header, path, values):
    """Of each self-test's window the tokens that most likely tell an act or stand on a side, with their chances."""
    head = Head(header["config"]["acts"]).eval()
    for name, at in (("in", head.into), ("out", head.out)):
        at.weight.copy_(torch.from_numpy(values[f"acts.{name}.weight"]))
        at.bias.copy_(torch.from_numpy(values[f"acts.{name}.bias"]))
    out = []
    for n, (_, v) in enumerate(meaning.self_test_vectors(header, path)):
        scores = head(v)
        chances = torch.cat([scores[:, :16].softmax(1), torch.sigmoid(scores[:, 16:])], 1)
        most = torch.maximum(1 - chances[:, 0], chances[:, 16:].max(1).values)
        for t in sorted(most.argsort(descending=True)[:4].tolist()):
            out.append({"window": n, "token": t, "scores": [round(float(x), 5) for x in chances[t]]})
    return out


def join(arg):
    modelfile.join(arg.model, arg.head, ("acts", "acts", "act_selftest"), self_tests, arg.out)
