"""The meaning head: a small map from the reader's token vectors to what the sentence encoder that it started from gives for a
sentence or a phrase by itself (docs/model-format.md, "Meaning").

usage: meaning.py texts --data FOLDER --out TEXTS                       JSON Lines for model_dump
       meaning.py train --dump DUMP --vectors VECTORS --base FOLDER --model MODEL --out MAP.npz
       meaning.py join --model MODEL --map MAP.npz --out MODEL          the model file with the map in it

DUMP and VECTORS are what `model_dump MODEL VECTORS < TEXTS` gives. Every tenth text is kept back; what is printed is of those:
the mean cosine to the encoder's vectors, Spearman's correlation of the cosines of pairs, and how often the nearest of all kept
back is the same as the encoder's ("nearest"). One thread, about ten minutes.
"""
import argparse
import json
import sys
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

import modelfile

HIDDEN = 512
MOST = 48         # tokens of a stretch that is learned from
PHRASES = 90_000  # and all sentences


class Encoder(nn.Module):
    """MiniLM-L6 as its authors publish it: the mean of the last layer's vectors, of length 1."""

    def __init__(self, path):
        super().__init__()
        self.w = {k.removeprefix("bert."): v for k, v in load_file(path).items()}

    def layer(self, x, mask, n):
        def linear(name, y):
            return F.linear(y, self.w[f"encoder.layer.{n}.{name}.weight"], self.w[f"encoder.layer.{n}.{name}.bias"])

        def norm(name, y):
            return F.layer_norm(y.float(), y.shape[-1:], self.w[f"encoder.layer.{n}.{name}.weight"], self.w[f"encoder.layer.{n}.{name}.bias"], 1e-12)
        b, t, w = x.shape
        q, k, v = (linear(f"attention.self.{p}", x).view(b, t, 12, w // 12).transpose(1, 2) for p in ("query", "key", "value"))
        context = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(b, t, w)
        x = norm("attention.output.LayerNorm", x + linear("attention.output.dense", context))
        return norm("output.LayerNorm", x + linear("output.dense", F.gelu(linear("intermediate.dense", x))))

    @torch.no_grad()
    def forward(self, pieces):
        """Vectors of lists of word piece ids."""
        out = torch.empty(len(pieces), 384)
        order = sorted(range(len(pieces)), key=lambda i: len(pieces[i]))
        for at in range(0, len(order), 256):
            some = order[at:at + 256]
            longest = max(len(pieces[i]) for i in some) + 2
            ids = torch.zeros(len(some), longest, dtype=torch.long)
            for row, i in enumerate(some):
                ids[row, :len(pieces[i]) + 2] = torch.tensor([101, *pieces[i], 102])
            there = ids != 0
            with torch.autocast("cpu", torch.bfloat16):
                x = self.w["embeddings.word_embeddings.weight"][ids] + self.w["embeddings.position_embeddings.weight"][:longest] \
                    + self.w["embeddings.token_type_embeddings.weight"][0]
                x = F.layer_norm(x, (384,), self.w["embeddings.LayerNorm.weight"], self.w["embeddings.LayerNorm.bias"], 1e-12)
                for n in range(6):
                    x = self.layer(x, there[:, None, None, :], n)
            out[some] = F.normalize((x * there[..., None]).sum(1) / there.sum(1, keepdim=True), dim=1)
        return out


def stretches(doc):
    """Sentences, then nominals and clauses, of a text: [first token, end token]."""
    n = len(doc["tokens"])
    ends = doc["sentences"][1:] + [n]
    sentences = [(a, b) for a, b in zip(doc["sentences"], ends) if 3 <= b - a <= MOST]
    left, right, size = list(range(n)), list(range(n)), [1] * n
    depth = [0] * n
    for i in range(n):
        h, steps = doc["head"][i], 0
        while h >= 0 and steps < 100:
            left[h], right[h], size[h] = min(left[h], i), max(right[h], i), size[h] + 1
            h, steps = doc["head"][h], steps + 1
        depth[i] = steps
    phrases = set()
    for i, tag in enumerate(doc["upos"]):
        if size[i] != right[i] - left[i] + 1:
            continue
        if tag in ("NOUN", "PROPN") or doc["deprel"][i].split(":")[0] in ("ccomp", "xcomp", "acl", "advcl"):
            a, b = left[i], right[i] + 1
            while a < b and doc["upos"][a] in ("PUNCT", "ADP", "SCONJ", "CCONJ"):
                a += 1
            while a < b and doc["upos"][b - 1] in ("PUNCT", "ADP", "SCONJ", "CCONJ"):
                b -= 1
            if 2 <= b - a <= 25:
                phrases.add((a, b))
    return sentences, sorted(phrases - set(sentences))


class Map(nn.Module):
    """What src/model/meaning.cc does, over padded stretches."""

    def __init__(self, word, hidden=HIDDEN):
        super().__init__()
        self.word = word
        self.gate = nn.Linear(384, 1)
        self.piece = nn.Parameter(torch.zeros(len(word)))  # log of the pieces' weights
        self.skip = nn.Linear(768, 384)
        self.into = nn.Linear(768, hidden)
        self.out = nn.Linear(hidden, 384, bias=False)
        nn.init.zeros_(self.out.weight)

    def forward(self, vectors, there, pieces):
        gate = torch.sigmoid(self.gate(vectors)) * there[..., None]
        context = (gate * vectors).sum(1) / gate.sum(1).clamp(min=1e-6)
        weight = self.piece.exp()[pieces] * (pieces != 0)
        words = (weight[..., None] * self.word[pieces]).sum(1) / weight.sum(1, keepdim=True).clamp(min=1e-6)
        x = torch.cat([context, words], 1)
        return F.normalize(self.skip(x) + self.out(torch.relu(self.into(x))), dim=1)


def parameters(model):
    """The map's parameters by the file's names."""
    return {"meaning.gate.weight": model.gate.weight, "meaning.gate.bias": model.gate.bias, "meaning.piece": model.piece,
            "meaning.in.weight": model.into.weight, "meaning.in.bias": model.into.bias, "meaning.out.weight": model.out.weight,
            "meaning.skip.weight": model.skip.weight, "meaning.skip.bias": model.skip.bias}


class Stretches:
    """Stretches of all texts, and batches of them."""

    def __init__(self, dump, vectors):
        self.docs, at = [json.loads(line) for line in open(dump, encoding="utf8")], 0
        self.vectors = np.memmap(vectors, np.uint16, "r").reshape(-1, 384)
        self.rows = {True: [], False: []}  # kept back or not: (row of the vectors, tokens, pieces)
        more = {True: [], False: []}
        for n, doc in enumerate(self.docs):
            back = n % 10 == 9
            for into, found in zip((self.rows, more), stretches(doc)):
                for a, b in found:
                    pieces = [p for token in doc["pieces"][a:b] for p in token]
                    if len(pieces) < 90:
                        into[back].append((at + a, b - a, pieces))
            at += len(doc["tokens"])
        draw = np.random.default_rng(1)
        for back, count in ((False, PHRASES), (True, 3000)):
            draw.shuffle(more[back])
            self.rows[back] += more[back][:count]
        draw.shuffle(self.rows[True])
        self.rows[True] = self.rows[True][:5000]

    def batch(self, rows):
        longest, most = max(r[1] for r in rows), max(len(r[2]) for r in rows)
        vectors = np.zeros((len(rows), longest, 384), np.uint32)
        there, pieces = torch.zeros(len(rows), longest), torch.zeros(len(rows), most, dtype=torch.long)
        for i, (at, n, ids) in enumerate(rows):
            vectors[i, :n] = self.vectors[at:at + n]
            there[i, :n] = 1
            pieces[i, :len(ids)] = torch.tensor(ids)
        return torch.from_numpy((vectors << 16).view(np.float32)), there, pieces


@torch.no_grad()
def outputs(model, data, rows):
    model.eval()
    return torch.cat([model(*data.batch(rows[i:i + 256])) for i in range(0, len(rows), 256)])


def figures(found, wanted):
    def ranks(x):
        return np.argsort(np.argsort(x))
    found, wanted = found.numpy(), wanted.numpy()
    a, b = found @ found.T, wanted @ wanted.T
    upper = np.triu_indices(len(a), 1)
    some = np.random.default_rng(2).choice(len(upper[0]), min(len(upper[0]), 500_000), replace=False)
    pairs = upper[0][some], upper[1][some]
    spearman = np.corrcoef(ranks(a[pairs]), ranks(b[pairs]))[0, 1]
    np.fill_diagonal(a, -1)
    np.fill_diagonal(b, -1)
    return {"cosine": round(float((found * wanted).sum(1).mean()), 4), "spearman": round(float(spearman), 4),
            "nearest": round(float((a.argmax(1) == b.argmax(1)).mean()), 4)}


def train(arg):
    torch.manual_seed(1)
    torch.set_num_threads(1)
    _, tensors = modelfile.read(arg.model)
    data = Stretches(arg.dump, arg.vectors)
    cache = Path(arg.out).with_suffix(".targets.npz") if arg.cache else None
    if cache and cache.exists():
        held = np.load(cache)
        wanted = {back: torch.from_numpy(held[str(back)]) for back in (True, False)}
    else:
        encoder = Encoder(Path(arg.base) / "model.safetensors")
        wanted = {back: encoder([r[2] for r in data.rows[back]]) for back in (True, False)}
        if cache:
            np.savez(cache, **{str(back): w.numpy() for back, w in wanted.items()})
    print({"learned from": len(data.rows[False]), "kept back": len(data.rows[True])}, flush=True)

    model = Map(torch.from_numpy(np.array(tensors["embedding.word"])), arg.hidden)
    steps, size = arg.passes * len(data.rows[False]) // 256, 256
    optimiser = torch.optim.AdamW([{"params": [model.piece], "lr": 1e-2, "weight_decay": 0.0},
                                   {"params": [p for n, p in model.named_parameters() if n != "piece"], "lr": 2e-3, "weight_decay": 1e-3}])
    rates = [group["lr"] for group in optimiser.param_groups]
    draw, order = np.random.default_rng(3), np.array([], int)
    for step in range(steps):
        if len(order) < size:
            order = np.concatenate([order, draw.permutation(len(data.rows[False]))])
        some, order = order[:size], order[size:]
        for group, rate in zip(optimiser.param_groups, rates):
            group["lr"] = rate * min(1, (step + 1) / 50) * (1 - step / steps)
        model.train()
        found, target = model(*data.batch([data.rows[False][i] for i in some])), wanted[False][some]
        # Near the encoder's vector, as near to the others as the encoder's are to each other, and nearest to one's own.
        loss = 1 - (found * target).sum(1).mean() + 4 * ((found @ found.T - target @ target.T) ** 2).mean() \
            + 0.1 * F.cross_entropy(20 * found @ target.T, torch.arange(size))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        if step % 200 == 199 or step == steps - 1:
            print(step + 1, round(loss.item(), 4), figures(outputs(model, data, data.rows[True][:2000]), wanted[True][:2000]), flush=True)

    out = {}
    for name, value in parameters(model).items():
        value = value.detach().numpy().astype(np.float32)
        value = np.exp(value) if name == "meaning.piece" else value[0] if name == "meaning.gate.weight" else value
        if value.ndim == 2:
            out[name + ".scale"] = (np.abs(value).max(1) / 127 + 1e-12).astype(np.float32)
            out[name] = np.rint(value / out[name + ".scale"][:, None]).astype(np.int8)
        else:
            out[name] = value.astype(np.float16)
    np.savez_compressed(arg.out, **out)
    everything = figures(outputs(model, data, data.rows[True]), wanted[True])
    sentences = [i for i, r in enumerate(data.rows[True]) if r[1] > 15]
    print("kept back", everything, "of more than 15 tokens",
          figures(outputs(model, data, [data.rows[True][i] for i in sentences]), wanted[True][sentences]), flush=True)


@torch.no_grad()
def self_test_vectors(header, path):
    """Of each self-test's window its tokens' pieces and vectors, by the trainer's copy of the reader."""
    from network import SIZES, Reader
    from windows import input_rows
    labels = header["labels"]
    reader = Reader(SIZES, len(header["vocabulary"]), len(labels["upos"]), len(labels["deprel"]))
    if missing := modelfile.start_from(reader, path):
        raise SystemExit(f"{path} lacks {', '.join(missing)}")
    reader.eval()
    for test in header["selftest"]:
        doc = {"tokens": [[0, 0, shape, before] for shape, before, _ in test["tokens"]], "pieces": [ids for _, _, ids in test["tokens"]]}
        pieces, shapes, first = input_rows(doc, [(0, len(doc["tokens"]))])
        yield doc["pieces"], reader.vectors(torch.tensor([pieces]), torch.tensor([shapes]), torch.tensor([first]))[0].float()


@torch.no_grad()
def self_tests(header, path, values):
    """Stretches of the self-tests' windows with the beginnings of their vectors."""
    model = Map(torch.from_numpy(np.array(modelfile.read(path)[1]["embedding.word"])), header["config"]["meaning"])
    model.eval()
    for name, at in parameters(model).items():
        at.copy_(torch.from_numpy(values[name]).reshape(at.shape).log() if name == "meaning.piece" else torch.from_numpy(values[name]).reshape(at.shape))
    out = []
    for n, (ids, v) in enumerate(self_test_vectors(header, path)):
        starts = header["selftest"][n]["sentences"] + [len(ids)]
        for a, b in zip(starts, starts[1:]):
            vector = model(v[None, a:b], torch.ones(1, b - a), torch.tensor([[p for its in ids[a:b] for p in its[:16]]]))[0]
            out.append({"window": n, "first": a, "end": b, "vector": [round(float(x), 5) for x in vector[:16]]})
    return out


def join(arg):
    modelfile.join(arg.model, arg.map, ("meaning", "meaning", "meaning_selftest"), self_tests, arg.out)


def write_texts(arg):
    import meaning_texts
    with open(arg.out, "w", encoding="utf8") as out:
        for item in meaning_texts.texts(Path(arg.data), 230_000):
            out.write(json.dumps(item) + "\n")


def main():
    parse = argparse.ArgumentParser()
    verbs = parse.add_subparsers(dest="verb", required=True)
    for verb, names in (("texts", ("data", "out")), ("train", ("dump", "vectors", "base", "model", "out")), ("join", ("model", "map", "out"))):
        one = verbs.add_parser(verb)
        for name in names:
            one.add_argument("--" + name, required=True)
        if verb == "train":
            one.add_argument("--passes", type=int, default=15)
            one.add_argument("--hidden", type=int, default=HIDDEN)
            one.add_argument("--cache", action="store_true", help="keep the encoder's vectors beside the map")
    arg = parse.parse_args()
    {"texts": write_texts, "train": train, "join": join}[arg.verb](arg)


if __name__ == "__main__":
    sys.exit(main())
