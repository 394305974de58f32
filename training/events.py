"""What is learned of events: the act head of the model, and the weights of the judge (knowledge/plover/judge.tsv).

usage: events.py texts --data FOLDER --out ARTICLES                  JSON Lines for event_dump: each labelled sentence, alone and in its story
       events.py train --articles ARTICLES --tokens TOKENS --vectors VECTORS --dump "event_dump MODEL GAZETTEER" --work FOLDER
                       [--raw DUMP VECTORS RECORDS] --head HEAD.npz --judge TABLE [--folds N]
       events.py join --model MODEL --head HEAD.npz --out MODEL      the model file with the head in it

Learned from tests/labels/events_training.jsonl, events.jsonl and events_fresh.jsonl; the last two have no trigger words: the likeliest
word of a label's root is taken for it. What is printed is of folds by story: F1 as tests/event_labels.py counts it.
"""
import argparse
import json
import math
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))
import event_corpora  # noqa: E402
import event_labels  # noqa: E402

LABELS = HERE.parent / "tests" / "labels"
SETS = ("events_training", "events", "events_fresh")
ROOTS = ("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION",
         "MOBILIZE", "COERCE", "ASSAULT")
ALIAS = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
LABEL_COUNT = 18
HIDDEN = 64


def labelled(sets=SETS):
    out = []
    for name in sets:
        path = LABELS / f"{name}.jsonl"
        if path.exists():
            for line in path.open(encoding="utf8"):
                item = json.loads(line)
                item["set"] = name
                for event in item["events"]:
                    event["root"] = ALIAS.get(event["root"], event["root"])
                out.append(item)
    return out


def write_texts(arg):
    items = labelled()
    found = event_corpora.stories(Path(arg.data), [item["id"] for item in items])
    with open(arg.out, "w", encoding="utf8") as out:
        for item in items:
            story, text, a, b = found[item["id"]]
            out.write(json.dumps({"id": item["id"], "text": text[a:b], "begin": 0, "end": b - a}) + "\n")
            if len(text) > b - a + 5 and len(text.split()[: 15000]) == len(text.split()):
                out.write(json.dumps({"id": item["id"] + "#story", "text": text, "begin": a, "end": b}) + "\n")


def place(word, text):
    """Where a label's word stands in its sentence: the count after # is that of its occurrence."""
    word, _, n = word.partition("#")
    at = [m.start() for m in re.finditer(r"(?<!\w)" + re.escape(word) + r"(?!\w)", text)] or \
         [m.start() for m in re.finditer(re.escape(word), text)]
    n = int(n) if n.isdigit() else 1
    return at[min(n, len(at)) - 1] if at else None


class Sentence:
    """A labelled sentence, read alone or in its story."""

    def __init__(self, article, item, tokens, at):
        self.id, self.item, self.at = article["id"], item, at
        self.text = article["text"][article["begin"]:article["end"]]
        self.tokens = [(a - article["begin"], b - article["begin"], word) for a, b, word, *_ in tokens]
        self.size = len(tokens)
        self.story = item["id"].rsplit("/", 2)[0]
        self.has_words = item["set"] == "events_training"
        self.alone = not self.id.endswith("#story")
        self.acts, self.sides = {}, [set(), set()]  # token: root; tokens that head actors, recipients
        self.events = []
        for event in item["events"]:
            one = {"root": ROOTS.index(event["root"]), "sides": [[], []], "label": event, "trigger": None}
            if self.has_words:
                one["trigger"] = self.token(event["trigger"])
                if one["trigger"] is not None:
                    self.acts[one["trigger"]] = one["root"]
                for n, side in enumerate(("actors", "recipients")):
                    for cell in event[side]:
                        word, _, country = cell.rpartition("=")
                        t = self.token(word)
                        one["sides"][n].append((t, country))
                        if t is not None:
                            self.sides[n].add(t)
            self.events.append(one)

    def token(self, word):
        at = place(word, self.text)
        if at is None:
            return None
        return next((t for t, (a, b, _) in enumerate(self.tokens) if a <= at < b), None)

    def cells(self, event):
        label = event["label"]
        if not self.has_words:
            return label["actors"], label["recipients"]
        return tuple([country for _, country in side] for side in event["sides"])


def read_sentences(arg):
    items = {item["id"]: item for item in labelled()}
    out, at = [], 0
    with open(arg.articles, encoding="utf8") as articles, open(arg.tokens, encoding="utf8") as tokens:
        for line, its in zip(articles, tokens):
            article, its = json.loads(line), json.loads(its)
            assert article["id"] == its["id"]
            out.append(Sentence(article, items[article["id"].removesuffix("#story")], its["tokens"], at))
            at += len(its["tokens"])
    return out


def halves(path):
    return np.memmap(path, np.uint16, "r").reshape(-1, 384)


def floats(rows):
    return torch.from_numpy((rows.astype(np.uint32) << 16).view(np.float32))


# ---------------------------------------------------------------- the act head

class Head(nn.Module):
    def __init__(self, hidden=HIDDEN):
        super().__init__()
        self.into = nn.Linear(384, hidden)
        self.out = nn.Linear(hidden, LABEL_COUNT)
        self.drop_in, self.drop = nn.Dropout(0.1), nn.Dropout(0.3)

    def forward(self, x):
        return self.out(self.drop(torch.relu(self.into(self.drop_in(x)))))


def loss_of(scores, acts, sides, weight):
    one = F.cross_entropy(scores[:, :16], acts, reduction="none")
    two = F.binary_cross_entropy_with_logits(scores[:, 16:], sides, reduction="none").sum(1)
    return (weight * (one + 0.5 * two)).sum() / weight.sum()


def fit(head, x, acts, sides, weight, passes, rate, seed, decay=0.02, size=512):
    optimiser = torch.optim.AdamW(head.parameters(), lr=rate, weight_decay=decay)
    draw = np.random.default_rng(seed)
    steps = max(1, passes * len(x) // size)
    order = np.array([], int)
    head.train()
    for step in range(steps):
        if len(order) < size:
            order = np.concatenate([order, draw.permutation(len(x))])
        some, order = order[:size], order[size:]
        for group in optimiser.param_groups:
            group["lr"] = rate * min(1, (step + 1) / 20) * (1 - step / steps)
        rows = x[some]
        loss = loss_of(head(floats(rows) if rows.dtype == np.uint16 else rows), acts[some], sides[some], weight[some])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    head.eval()
    return head


def raw_rows(arg):
    """Tokens of raw texts with what the rules alone make of them."""
    dump, vectors, records = arg.raw
    rows, acts, sides = [], [], []
    at = 0
    draw = np.random.default_rng(5)
    with open(dump, encoding="utf8") as docs, open(records, encoding="utf8") as recs:
        for doc, record in zip(docs, recs):
            doc, record = json.loads(doc), json.loads(record)
            assert doc["id"] == record["id"]
            starts = {t[0]: n for n, t in enumerate(doc["tokens"])}
            ends = {t[1]: n for n, t in enumerate(doc["tokens"])}
            y, s = {}, {}
            for event in record.get("events", ()):
                t = starts.get(event["trigger"][0])
                if t is None:
                    continue
                y[t] = 1 + ROOTS.index(event["root"])
                a, b = record["sentences"][event["sentence"]]
                for n, side in enumerate(("actors", "recipients")):
                    for mention in record["mentions"]:
                        if mention.get("actor") in event[side] and a <= mention["start"] < b and mention["end"] in ends:
                            s.setdefault(ends[mention["end"]], [0, 0])[n] = 1
            wanted = set(y) | set(s)
            for t, tag in enumerate(doc["upos"]):
                if t in wanted or draw.random() < (0.25 if tag in ("VERB", "NOUN", "PROPN", "ADJ", "PRON") else 0.03):
                    rows.append(at + t)
                    acts.append(y.get(t, 0))
                    sides.append(s.get(t, [0, 0]))
            at += len(doc["tokens"])
    return np.array(halves(vectors)[rows]), torch.tensor(acts), torch.tensor(sides, dtype=torch.float32)


def head_rows(sentences, head=None):
    """Tokens of labelled sentences with their labels; where a label has no word, the likeliest by `head`."""
    rows, acts, sides, weight = [], [], [], []
    for s in sentences:
        if not s.has_words and head is None and s.events:
            continue
        told = dict(s.acts)
        if not s.has_words and s.events:
            for event in s.events:
                score = s.scores[:, :16].log_softmax(1)[:, 1 + event["root"]].clone()
                for t in told:
                    score[t] = -1e9
                told[int(score.argmax())] = event["root"]
        for t in range(s.size):
            rows.append(s.at + t)
            acts.append(1 + told[t] if t in told else 0)
            sides.append([float(t in s.sides[0]), float(t in s.sides[1])])
            weight.append((0.5 if s.has_words else 0.3 if told.get(t) is not None or not s.events else 0.1))
    return rows, torch.tensor(acts), torch.tensor(sides), torch.tensor(weight)


def first_head(raw, arg, seed=1):
    """A head that has learned what the rules say of raw texts: where the labels are few it knows the words that they know."""
    torch.manual_seed(seed)
    x, acts, sides = raw
    return fit(Head(arg.hidden), x, acts, sides, torch.ones(len(acts)), arg.raw_passes, 2e-3, seed)


def train_head(sentences, vectors, first, arg, seed=1):
    """Learns from labels whose trigger words are known, then from all, with the others' likeliest words."""
    head = first
    for turn in range(2):
        if turn == 1:
            if all(s.has_words or not s.events for s in sentences):
                break
            score(head, sentences, vectors)
        rows, acts, sides, weight = head_rows(sentences, head if turn else None)
        torch.manual_seed(seed)
        new = Head(arg.hidden)
        new.load_state_dict(first.state_dict())
        head = fit(new, np.array(vectors[rows]), acts, sides, weight, arg.passes, arg.rate, seed)
    return head


@torch.no_grad()
def score(head, sentences, vectors):
    head.eval()
    for s in sentences:
        s.scores = head(floats(np.array(vectors[s.at:s.at + s.size])))


def main():
    parse = argparse.ArgumentParser()
    verbs = parse.add_subparsers(dest="verb", required=True)
    one = verbs.add_parser("texts")
    for name in ("data", "out"):
        one.add_argument("--" + name, required=True)
    arg = parse.parse_args()
    {"texts": write_texts}[arg.verb](arg)


if __name__ == "__main__":
    sys.exit(main())
