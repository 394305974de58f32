"""A large reader of pairs of issue phrases, and what it makes of pairs that nobody labelled, for training/issues.py.

usage: issue_teacher.py CORPORA --base FOLDER --mpnet FOLDER --out SCORES
(FOLDERs of all-MiniLM-L6-v2 and all-mpnet-base-v2 as published; CORPORA as for tests/issue_labels.py)

MPNet (Song et al. 2020) reads both phrases of a pair at once. It learns from the 600 pairs of labels/issue_training.jsonl
and 600 of labels/issue_training_more.jsonl, never from the 300 of labels/issues.jsonl. Then it scores 12,000 pairs of
phrases of the training pairs, each near another by MiniLM, of other articles: JSON Lines {"a", "b", "score"}, the
log-odds of being one issue. One thread, some forty minutes.
"""
import argparse
import json
import math
import random
import re
import sys
import unicodedata
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

import meaning

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
import issue_labels  # noqa: E402

LAYERS, WIDTH, HEADS, FROZEN = 12, 768, 12, 5
START, PAD, END = 0, 1, 2
MOST = 40            # pieces of a phrase
MORE = 600           # of the other labels, of which few say more than all
DRAWN, NEAR = 12_000, 40


class Pieces:
    """Word pieces in small letters, by a vocabulary file."""

    def __init__(self, folder, unknown):
        self.ids = {word: i for i, word in enumerate(Path(folder, "vocab.txt").read_text(encoding="utf8").split("\n"))}
        self.unknown = self.ids[unknown]

    def word(self, word):
        out, at = [], 0
        while at < len(word):
            end = len(word)
            while end > at and ("##" if at else "") + word[at:end] not in self.ids:
                end -= 1
            if end == at:
                return [self.unknown]
            out.append(self.ids[("##" if at else "") + word[at:end]])
            at = end
        return out

    def __call__(self, text):
        text = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")
        return [piece for word in re.findall(r"\w+|[^\w\s]", text) for piece in self.word(word)][:MOST]


def relative_buckets(n):
    gap = torch.arange(n)[:, None] - torch.arange(n)[None]
    far = 8 + (torch.log(gap.abs().clamp(min=1).float() / 8) / math.log(16) * 8).long()
    return (gap < 0).long() * 16 + torch.where(gap.abs() < 8, gap.abs(), far.clamp(max=15))


class PairReader(nn.Module):
    def __init__(self, folder):
        super().__init__()
        self.names = {}
        for key, value in load_file(Path(folder, "model.safetensors")).items():
            if "position_ids" in key or "pooler" in key:
                continue
            self.names[key] = key.replace(".", "__")
            is_kept = "embeddings" in key or any(f"layer.{n}." in key for n in range(FROZEN))
            self.register_parameter(self.names[key], nn.Parameter(value.float(), requires_grad=not is_kept))
        self.into, self.out = nn.Linear(3 * WIDTH, 64), nn.Linear(64, 1)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)
        self.cosine = nn.Parameter(torch.tensor([8.0, -5.5]))  # what the cosine alone says of a pair, about

    def of(self, key):
        return getattr(self, self.names[key])

    def forward(self, ids, side):
        there = ids != PAD
        rows, length = ids.shape

        def linear(name, x):
            return F.linear(x, self.of(name + ".weight"), self.of(name + ".bias"))

        def norm(name, x):
            return F.layer_norm(x.float(), (WIDTH,), self.of(name + ".weight"), self.of(name + ".bias"), 1e-5)
        with torch.autocast("cpu", torch.bfloat16):
            x = self.of("embeddings.word_embeddings.weight")[ids] + self.of("embeddings.position_embeddings.weight")[2:length + 2]
            x = norm("embeddings.LayerNorm", x)
            bias = self.of("encoder.relative_attention_bias.weight")[relative_buckets(length)].permute(2, 0, 1)[None]
            mask = torch.where(there[:, None, None, :], bias, torch.tensor(-1e4)).to(torch.bfloat16)
            for n in range(LAYERS):
                layer, drops = f"encoder.layer.{n}.", self.training and n >= FROZEN
                q, k, v = (linear(f"{layer}attention.attn.{p}", x).view(rows, length, HEADS, WIDTH // HEADS).transpose(1, 2) for p in "qkv")
                seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(rows, length, WIDTH)
                x = norm(layer + "attention.LayerNorm", x + F.dropout(linear(layer + "attention.attn.o", seen), 0.1, drops))
                wide = F.gelu(linear(layer + "intermediate.dense", x))
                x = norm(layer + "output.LayerNorm", x + F.dropout(linear(layer + "output.dense", wide), 0.1, drops))
        x = x.float()
        means = [F.normalize((x * at[..., None]).sum(1) / at.sum(1, keepdim=True), dim=1) for at in (there & (side == 0), side == 1)]
        product, gap = means[0] * means[1], (means[0] - means[1]).abs()
        both = torch.cat([product * 27.7, gap * 3, (means[0] + means[1]) * 1.5], 1)
        return self.out(torch.tanh(self.into(F.dropout(both, 0.1, self.training))))[:, 0] + product.sum(1) * self.cosine[0] + self.cosine[1]


def batch(pairs):
    length = max(len(a) + len(b) + 4 for a, b in pairs)
    ids, side = torch.full((len(pairs), length), PAD), torch.zeros(len(pairs), length, dtype=torch.long)
    for row, (a, b) in enumerate(pairs):
        line = [START, *a, END, END, *b, END]
        ids[row, :len(line)] = torch.tensor(line)
        side[row, len(a) + 2:len(line)] = 1
    return ids, side


def learn(net, pairs, answers, passes=3, rate=5e-5, some=32, seed=7):
    torch.manual_seed(seed)
    rng = random.Random(seed)
    heads = [p for name, p in net.named_parameters() if name.startswith(("into", "out", "cosine"))]
    kept = {id(p) for p in heads}
    encoder = [p for p in net.parameters() if p.requires_grad and id(p) not in kept]
    descent = torch.optim.AdamW([{"params": encoder}, {"params": heads}], lr=rate, weight_decay=0.01)
    steps, step = passes * -(-len(pairs) // some), 0
    net.train()
    for n in range(passes):
        order, total = rng.sample(range(len(pairs)), len(pairs)), 0.0
        chunks = [sorted(order[at:at + 16 * some], key=lambda i: sum(map(len, pairs[i]))) for at in range(0, len(order), 16 * some)]
        batches = [chunk[at:at + some] for chunk in chunks for at in range(0, len(chunk), some)]
        for rows in rng.sample(batches, len(batches)):
            speed = rate * min(1, (step + 1) / (0.1 * steps)) * max(0.02, 1 - step / steps)
            descent.param_groups[0]["lr"], descent.param_groups[1]["lr"] = speed, 10 * speed
            step += 1
            scores = net(*batch([pairs[i] if rng.random() < 0.5 else pairs[i][::-1] for i in rows]))
            loss = F.binary_cross_entropy_with_logits(scores, answers[rows])
            total += loss.item() * len(rows)
            descent.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(encoder + heads, 1.0)
            descent.step()
        print(f"pass {n}: loss {total / len(pairs):.3f}", flush=True)
    return net.eval()


@torch.no_grad()
def scores(net, pairs, some=32):
    out = np.zeros(len(pairs))
    order = sorted(range(len(pairs)), key=lambda i: sum(map(len, pairs[i])))
    for at in range(0, len(order), some):
        rows = order[at:at + some]
        out[rows] = net(*batch([pairs[i] for i in rows])).numpy()
    return out


def draw(phrases, vectors, labelled, seed=5):
    """Pairs of phrases (a dict of words to where they stand): of each, up to two near ones that share a word and one that
    does not."""
    rng, names, out = random.Random(seed), sorted(phrases), []
    empty = set("a an the of to in on at by for from with and or its their his her that this is be as would will should".split())
    words = [set(re.findall(r"\w+", name.lower())) - empty for name in names]
    near = vectors @ vectors.T
    for i, name in enumerate(names):
        others = [j for j in np.argsort(-near[i])[1:NEAR] if j > i and frozenset((name, names[j])) not in labelled
                  and phrases[name].split("/")[:2] != phrases[names[j]].split("/")[:2]]
        for some, most in (([j for j in others if words[i] & words[j]], 2), ([j for j in others if not words[i] & words[j]], 1)):
            out += [(name, names[j]) for j in rng.sample(some, min(most, len(some)))]
    rng.shuffle(out)
    return out[:DRAWN]


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("corpora")
    for name in ("--base", "--mpnet", "--out"):
        parse.add_argument(name, required=True)
    arg = parse.parse_args()
    torch.set_num_threads(1)
    tested, first, more = map(issue_labels.read, (issue_labels.LABELS, issue_labels.TRAINING, issue_labels.MORE_TRAINING))
    texts = issue_labels.documents(arg.corpora, tested + first + more)

    def words(one):
        p = issue_labels.phrase(texts, one)
        return " ".join(p["text"][p["begin"]:p["end"]].split())
    pieces = Pieces(arg.mpnet, "<unk>")

    def read(pairs):
        return [(pieces(a), pieces(b)) for a, b in pairs]
    learned = first + random.Random(3).sample(more, MORE)
    net = learn(PairReader(arg.mpnet), read([(words(p["a"]), words(p["b"])) for p in learned]), torch.tensor([float(p["same"]) for p in learned]))
    found = scores(net, read([(words(p["a"]), words(p["b"])) for p in tested])) >= 0
    issue_labels.figures("the large reader, never seen", found.tolist(), [p["same"] for p in tested])
    phrases = {}
    for pair in first + more:
        for side in "ab":
            phrases.setdefault(words(pair[side]), pair[side])
    small = Pieces(arg.base, "[UNK]")
    vectors = meaning.Encoder(Path(arg.base, "model.safetensors"))([small(name) for name in sorted(phrases)]).numpy()
    drawn = draw(phrases, vectors, {frozenset((words(p["a"]), words(p["b"]))) for p in first + more})
    with open(arg.out, "w", encoding="utf8") as out:
        for (a, b), score in zip(drawn, scores(net, read(drawn))):
            out.write(json.dumps({"a": phrases[a], "b": phrases[b], "score": round(float(score), 3)}) + "\n")


if __name__ == "__main__":
    main()
