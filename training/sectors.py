"""The sector head of the model (docs/model-format.md, "Sectors"): learned from labelled actors of news (actor_texts.py) and joined to
the model file.

  teach   trains a copy of the whole reader on the labelled actors, and writes what it takes all actors for
  train   learns the head from that and from the labels
  join    joins the head to a model file

A reader that learns sectors with all its layers tells them best, but it is no longer the one that all other heads and rules were made
for, and a second one would take as long again. So a layer beside the last learns from it what it can (Hinton et al. 2015).
"""
import argparse
import copy
import random
import sys

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import modelfile
import sector_texts
from network import SIZES, Reader
from sector_texts import MOST, SECTORS
from windows import input_rows

HIDDEN = 256
TEACHER_WINDOW, WINDOW = 256, 160  # pieces; the reader is trained in the one, and reads in the other
GATE_SHARE = 0.3                   # of the words of nobody that the gate learns from


def reader_of(model):
    header, _ = modelfile.read(model)
    labels = header["labels"]
    reader = Reader(SIZES, len(header["vocabulary"]), len(labels["upos"]), len(labels["deprel"]))
    if missing := modelfile.start_from(reader, model):
        raise SystemExit(f"{model} lacks {', '.join(missing)}")
    return header, reader


class Teacher(nn.Module):
    def __init__(self, reader):
        super().__init__()
        self.reader = reader
        self.into, self.out, self.drop = nn.Linear(SIZES["width"], HIDDEN), nn.Linear(HIDDEN, len(SECTORS)), nn.Dropout(0.3)

    def forward(self, data, at):
        vectors = self.reader.vectors(*data)[at[:, 0], at[:, 1]]
        return self.out(self.drop(torch.relu(self.into(self.drop(vectors)))))


class Head(nn.Module):
    """Scores of the sectors for pieces of windows, of which `read` is what the reader's last layer reads, [windows, pieces, width],
    `mask` where there are pieces, `at` the windows and pieces [heads, 2], and `vectors` the tokens' own."""

    def __init__(self, reader, hidden=HIDDEN):
        super().__init__()
        width = SIZES["width"]
        self.layer, self.gate = copy.deepcopy(reader.layers[-1]), nn.Linear(width, 1)
        self.into, self.out, self.drop = nn.Linear(2 * width, hidden), nn.Linear(hidden, len(SECTORS)), nn.Dropout(0.3)

    def forward(self, read, mask, at, vectors):
        again = self.layer(read, mask)[at[:, 0], at[:, 1]]
        both = self.drop(torch.cat([again, vectors.to(again.dtype)], 1))
        return self.out(self.drop(torch.relu(self.into(both))))


def last_reads(reader, data, at):
    """What the last layer reads, the mask of pieces, where the tokens' first pieces are, and the tokens' vectors."""
    pieces, shapes, first = data
    x = reader.norm(reader.word(pieces) + reader.position.weight[:pieces.shape[1]] + reader.shape(shapes))
    mask = (pieces != 0)[:, None, None, :]
    for layer in reader.layers[:-1]:
        x = layer(x, mask)
    at = torch.stack([at[:, 0], first[at[:, 0], at[:, 1]]], 1)
    return x, mask, at, reader.layers[-1](x, mask)[at[:, 0], at[:, 1]]


def of_labels(scores, docs, whose):
    """Any of the answers that a careful reader lets stand is right."""
    right = torch.tensor(np.array([docs[n]["labelled"][actor][1] for n, actor in whose]))
    weight = torch.tensor([1 / len(docs[n]["labelled"][actor][0]) for n, actor in whose])
    each = torch.logsumexp(F.log_softmax(scores.float(), 1) + torch.log(right + 1e-9), 1)
    return -(weight * each).sum() / weight.sum()


def descend(groups, steps, loss_of, batches):
    """One step for each of the batches, at the groups' rates, which rise for 60 steps and fall to none."""
    parameters = [p for group, _ in groups for p in group]
    optimiser = torch.optim.AdamW([{"params": group, "lr": rate} for group, rate in groups], weight_decay=0.02)
    for step, batch in enumerate(batches):
        for group, (_, rate) in zip(optimiser.param_groups, groups):
            group["lr"] = rate * min(1, (step + 1) / 60) * max(0.01, 1 - step / steps)
        optimiser.zero_grad()
        loss = loss_of(batch)
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()
        if step % 200 == 199:
            print(f"{step + 1}/{steps} loss {loss.item():.3f}", flush=True)


def teach(arg):
    docs = list(sector_texts.documents(arg.articles, arg.tokens, arg.trees, arg.records))
    torch.manual_seed(1)
    draw = random.Random(1)
    teacher = Teacher(reader_of(arg.model)[1]).train()
    labelled = sector_texts.cut(docs, lambda doc: [heads for heads, _ in doc["labelled"]], TEACHER_WINDOW)
    # What it says of articles that it has learned from is surer than it should be; every fourth is kept from it.
    labelled = [window for window in labelled if window[0] % 4]
    order = [batch for _ in range(4) for batch in sector_texts.batches(labelled, 8, draw)]

    def loss_of(batch):
        data, at, whose = sector_texts.tensors(docs, batch)
        with torch.autocast("cpu", torch.bfloat16):
            scores = teacher(data, at)
        return of_labels(scores, docs, whose)

    reader = teacher.reader
    encoder = [*reader.layers.parameters(), *reader.word.parameters(), *reader.position.parameters(), *reader.shape.parameters(),
               *reader.norm.parameters()]
    descend([(encoder, 1e-4), ([*teacher.into.parameters(), *teacher.out.parameters()], 1e-3)], len(order), loss_of, order)
    teacher.eval()
    sums = {}
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for batch in sector_texts.batches(sector_texts.cut(docs, lambda doc: doc["actors"], TEACHER_WINDOW), 16, draw):
            data, at, whose = sector_texts.tensors(docs, batch)
            for key, chances in zip(whose, teacher(data, at).float().softmax(1).numpy()):
                total, count = sums.get(key, (0, 0))
                sums[key] = total + chances, count + 1
    out = [np.zeros((len(doc["actors"]), len(SECTORS)), np.float32) for doc in docs]
    for (n, actor), (total, count) in sums.items():
        out[n][actor] = total / count
    np.savez_compressed(arg.taught, chances=np.concatenate(out))
    print(f"{len(labelled)} windows with labelled actors; told of {len(sums)} actors")


def train_gate(head, reader, docs, draw):
    """By all heads of actors, and words that are in no mention."""
    heads, others = [], []
    for doc in docs:
        own = {h for actor in doc["actors"] for h in actor}
        heads.append([sorted(own)])
        others.append([[t for t in range(len(doc["tokens"])) if t not in doc["inside"] and draw.random() < GATE_SHARE]])
    rows, names = [], []
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for of, name in ((heads, 1.0), (others, 0.0)):
            numbered = [doc | {"its": its} for doc, its in zip(docs, of)]
            for batch in sector_texts.batches(sector_texts.cut(numbered, lambda doc: doc["its"], WINDOW), 16, draw):
                data, at, _ = sector_texts.tensors(docs, batch)
                rows.append(reader.vectors(*data)[at[:, 0], at[:, 1]].bfloat16())
                names += [name] * len(at)
    rows, names = torch.cat(rows), torch.tensor(names)
    # A name that is passed over is lost, another word that is asked costs a little time.
    missed = torch.tensor(4.0)
    order = [torch.randperm(len(rows))[:512] for _ in range(3 * len(rows) // 512)]
    descend([(list(head.gate.parameters()), 2e-3)], len(order),
            lambda some: F.binary_cross_entropy_with_logits(head.gate(rows[some].float())[:, 0], names[some], pos_weight=missed), order)
    with torch.no_grad():
        passed = torch.cat([head.gate(part.float())[:, 0] > 0 for part in rows.split(65536)])
    print(f"the gate lets {100 * passed[names > 0].float().mean():.1f} of 100 names pass, and {100 * passed[names == 0].float().mean():.1f} of other words")


def train(arg):
    docs = list(sector_texts.documents(arg.articles, arg.tokens, arg.trees, arg.records))
    taught, first = np.load(arg.taught)["chances"], np.cumsum([0] + [len(doc["actors"]) for doc in docs])
    torch.manual_seed(1)
    draw = random.Random(2)
    reader = reader_of(arg.model)[1].eval()
    head = Head(reader).train()
    train_gate(head, reader, docs[:1500], draw)
    # The labels are few; they count twice.
    kinds = {True: lambda doc: [heads for heads, _ in doc["labelled"]], False: lambda doc: doc["actors"]}
    kept = []
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for is_gold, times in ((False, 1), (True, 2)):
            for batch in sector_texts.batches(sector_texts.cut(docs, kinds[is_gold], WINDOW), 12, draw):
                data, at, whose = sector_texts.tensors(docs, batch)
                x, mask, at, vectors = last_reads(reader, data, at)
                kept += [(is_gold, x.bfloat16(), mask, at, vectors.bfloat16(), whose)] * times
    order = [one for _ in range(3) for one in draw.sample(kept, len(kept))]

    def loss_of(one):
        is_gold, x, mask, at, vectors, whose = one
        with torch.autocast("cpu", torch.bfloat16):
            scores = head(x, mask, at, vectors)
        if is_gold:
            return of_labels(scores, docs, whose)
        wanted = torch.from_numpy(taught[[first[n] + actor for n, actor in whose]])
        return -(wanted * F.log_softmax(scores.float(), 1)).sum(1).mean()

    descend([(list(head.layer.parameters()), 3e-4), ([*head.into.parameters(), *head.out.parameters()], 1e-3)], len(order), loss_of, order)
    np.savez_compressed(arg.head, **{name: value for layer in tensors_of(head).items() for name, value in packed(*layer)})


def tensors_of(head):
    """The parameters under their names in the file."""
    out = {}
    for name, value in head.layer.named_parameters():
        out[modelfile.file_name(f"layers.0.{name}").replace("encoder.0", "sectors.layer")] = value
    for name, layer in (("gate", head.gate), ("in", head.into), ("out", head.out)):
        out |= {f"sectors.{name}.weight": layer.weight, f"sectors.{name}.bias": layer.bias}
    return out


def packed(name, value):
    """A matrix of more than a few rows in eight bits, with a scale for each."""
    value = value.detach().float().numpy()
    if value.ndim == 2 and len(value) > len(SECTORS):
        scale = (np.abs(value).max(1) / 127 + 1e-12).astype(np.float32)
        return [(name + ".scale", scale), (name, np.rint(value / scale[:, None]).astype(np.int8))]
    return [(name, value)]


@torch.no_grad()
def self_tests(header, path, values):
    """Of each self-test's window the tokens that most likely head a name, with the chances of the sectors."""
    header["labels"]["sector"] = SECTORS
    reader = reader_of(path)[1].eval()
    head = Head(reader, header["config"]["sectors"]).eval()
    for name, parameter in tensors_of(head).items():
        parameter.copy_(torch.from_numpy(values[name]))
    out = []
    for window, test in enumerate(header["selftest"]):
        doc = {"tokens": [[0, 0, shape, before] for shape, before, _ in test["tokens"]], "pieces": [ids for _, _, ids in test["tokens"]]}
        data = [torch.tensor([row]) for row in input_rows(doc, [(0, len(doc["tokens"]))])]
        gates = head.gate(reader.vectors(*data))[0, :, 0]
        for token in gates.argsort(descending=True)[:MOST].tolist():
            if gates[token] > 1:
                chances = head(*last_reads(reader, data, torch.tensor([[0, token]])))[0].softmax(0)
                out.append({"window": window, "token": token, "scores": [round(float(x), 5) for x in chances]})
    return out


def join(arg):
    modelfile.join(arg.model, arg.head, ("sectors", "sectors", "sector_selftest"), self_tests, arg.out)


def main():
    parse = argparse.ArgumentParser()
    verbs = parse.add_subparsers(dest="verb", required=True)
    texts = ("articles", "tokens", "trees", "records", "model", "taught")
    for verb, names in (("teach", texts), ("train", (*texts, "head")), ("join", ("model", "head", "out"))):
        one = verbs.add_parser(verb)
        for name in names:
            one.add_argument("--" + name, required=True)
    arg = parse.parse_args()
    {"teach": teach, "train": train, "join": join}[arg.verb](arg)


if __name__ == "__main__":
    sys.exit(main())
