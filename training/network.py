"""The reader: one BERT encoder with a shape table, and the heads on its token vectors.

Names and formulas are those of docs/model-format.md; export.py writes the parameters under the same names.
"""
import json
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

from labels import ATTRIBUTION, ENTITY, REFERENT, ROOTS, bucket

SIZES = {"layers": 6, "width": 384, "heads": 12, "feed_forward": 1536, "positions": 512, "layer_norm_epsilon": 1e-12,
         "window": 256, "arc": 192, "rel": 96, "link": 128, "coref": 128, "pair": 192}
# The teacher: MPNet (Song et al. 2020), whose attention adds a bias by how far two pieces stand apart, one table for all layers.
TEACHER = SIZES | {"layers": 12, "width": 768, "feed_forward": 3072, "layer_norm_epsilon": 1e-5, "relative": 32}


class Dropout(nn.Module):
    """Dropout whose mask all rows of a batch share: drawing one for each takes a tenth of the training here."""

    def __init__(self, share):
        super().__init__()
        self.share = share

    def forward(self, x):
        if not self.training or self.share == 0:
            return x
        return x * ((torch.rand(x.shape[1:]) >= self.share).to(x.dtype) / (1 - self.share))


class Layer(nn.Module):
    def __init__(self, size, dropout):
        super().__init__()
        d = size["width"]
        self.heads = size["heads"]
        self.qkv = nn.Linear(d, 3 * d)
        self.attention_out = nn.Linear(d, d)
        self.attention_norm = nn.LayerNorm(d, eps=size["layer_norm_epsilon"])
        self.ffn_in = nn.Linear(d, size["feed_forward"])
        self.ffn_out = nn.Linear(size["feed_forward"], d)
        self.ffn_norm = nn.LayerNorm(d, eps=size["layer_norm_epsilon"])
        self.dropout = Dropout(dropout)

    def forward(self, x, mask):
        b, t, d = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.attention_norm(x + self.dropout(self.attention_out(a.transpose(1, 2).reshape(b, t, d))))
        return self.ffn_norm(x + self.dropout(self.ffn_out(F.gelu(self.ffn_in(x)))))


class Link(nn.Module):
    """Which token of the window, or none (the last column), each token would ask for."""

    def __init__(self, width, size):
        super().__init__()
        self.query = nn.Linear(width, size)
        self.key = nn.Linear(width, size)
        self.none = nn.Parameter(torch.zeros(size))
        self.distance = nn.Parameter(torch.zeros(15))
        self.scale = size ** -0.5
        table = torch.tensor([bucket(n) for n in range(-512, 513)])
        self.register_buffer("buckets", table, persistent=False)

    def forward(self, v, at):
        """v [b, n, width]; at [m, 2], the window and the token that asks. Gives [m, n + 1]."""
        n = v.shape[1]
        q = self.query(v[at[:, 0], at[:, 1]])
        k = self.key(v)[at[:, 0]]
        score = (k @ q.unsqueeze(2)).squeeze(2) * self.scale
        gap = torch.arange(n).unsqueeze(0) - at[:, 1:]
        score = score + self.distance[self.buckets[gap + 512]]
        return torch.cat([score, (q @ self.none).unsqueeze(1)], 1)


class Crf(nn.Module):
    """Linear-chain CRF over labels; sentences are rows, padded at the end."""

    def __init__(self, labels):
        super().__init__()
        self.transition = nn.Parameter(torch.randn(labels, labels) * 0.02)
        self.start = nn.Parameter(torch.zeros(labels))
        self.end = nn.Parameter(torch.zeros(labels))

    def loss(self, score, gold, mask):
        """Mean negative log-likelihood a token. score [s, n, labels], gold [s, n], mask [s, n] (a prefix)."""
        s, n, _ = score.shape
        rows = torch.arange(s)
        alpha = self.start + score[:, 0]
        right = self.start[gold[:, 0]] + score[rows, 0, gold[:, 0]]
        for i in range(1, n):
            step = torch.logsumexp(alpha.unsqueeze(2) + self.transition, 1) + score[:, i]
            live = mask[:, i].unsqueeze(1) > 0
            alpha = torch.where(live, step, alpha)
            right = right + mask[:, i] * (self.transition[gold[:, i - 1], gold[:, i]] + score[rows, i, gold[:, i]])
        last = gold[rows, mask.sum(1).long() - 1]
        return (torch.logsumexp(alpha + self.end, 1) - right - self.end[last]).sum() / mask.sum()

    @torch.no_grad()
    def best(self, score):
        """The best label sequence of one sentence; score [n, labels]."""
        alpha, back = self.start + score[0], []
        for row in score[1:]:
            value, arg = (alpha.unsqueeze(1) + self.transition).max(0)
            back.append(arg)
            alpha = value + row
        path = [int((alpha + self.end).argmax())]
        for arg in reversed(back):
            path.append(int(arg[path[-1]]))
        return path[::-1]


class Reader(nn.Module):
    def __init__(self, size, vocabulary, upos, deprel, dropout=0.1):
        super().__init__()
        d = size["width"]
        self.size = size
        self.word = nn.Embedding(vocabulary, d)
        self.position = nn.Embedding(size["positions"], d)
        self.shape = nn.Embedding(32, d)
        if "relative" in size:
            self.relative = nn.Embedding(size["relative"], size["heads"])
            self.register_buffer("relative_buckets", relative_buckets(size["positions"], size["relative"]), persistent=False)
        self.norm = nn.LayerNorm(d, eps=size["layer_norm_epsilon"])
        self.layers = nn.ModuleList([Layer(size, dropout) for _ in range(size["layers"])])
        self.dropout = Dropout(dropout)
        self.parser_dropout = Dropout(2 * dropout)
        self.upos = nn.Linear(d, upos)
        self.arc_dep, self.arc_head = nn.Linear(d, size["arc"]), nn.Linear(d, size["arc"])
        self.rel_dep, self.rel_head = nn.Linear(d, size["rel"]), nn.Linear(d, size["rel"])
        self.arc_bilinear = nn.Parameter(torch.zeros(size["arc"], size["arc"]))
        self.arc_bias = nn.Parameter(torch.zeros(size["arc"]))
        self.arc_root = nn.Parameter(torch.randn(size["arc"]) * 0.1)
        self.rel_root = nn.Parameter(torch.randn(size["rel"]) * 0.1)
        self.rel_bilinear = nn.Parameter(torch.zeros(deprel, size["rel"] + 1, size["rel"] + 1))
        self.entity = nn.Linear(d, len(ENTITY))
        self.attribution = nn.ModuleList([nn.Linear(d, len(ATTRIBUTION)) for _ in range(2)])
        self.crf = nn.ModuleList([Crf(len(ATTRIBUTION)) for _ in range(2)])
        self.link_source = Link(d, size["link"])
        self.link_content = Link(d, size["link"])
        self.referent = nn.Linear(d, len(REFERENT))
        self.coref_query, self.coref_key = nn.Linear(d, size["coref"]), nn.Linear(d, size["coref"])
        self.coref_bias = nn.Parameter(torch.zeros(3, 11))
        self.pair_in, self.pair_out = nn.Linear(3 * d, size["pair"]), nn.Linear(size["pair"], len(ROOTS))
        self.pair_none = nn.Parameter(torch.zeros(2, d))
        nn.init.zeros_(self.shape.weight)
        nn.init.orthogonal_(self.arc_bilinear, 0.3)

    def pieces_read(self, pieces, shapes):
        """pieces, shapes [b, t] (0 pads). Gives [b, t, width]."""
        t = pieces.shape[1]
        x = self.word(pieces) + self.position.weight[:t] + self.shape(shapes)
        x = self.dropout(self.norm(x))
        mask = (pieces != 0)[:, None, None, :]
        if "relative" in self.size:
            bias = self.relative(self.relative_buckets[:t, :t]).permute(2, 0, 1).to(x.dtype)
            mask = torch.where(mask, bias, torch.tensor(-1e4, dtype=x.dtype))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def vectors(self, pieces, shapes, first):
        """pieces, shapes [b, t] (0 pads); first [b, n], the place of each token's first piece. Gives [b, n, width]."""
        x = self.pieces_read(pieces, shapes)
        return self.dropout(torch.gather(x, 1, first.unsqueeze(2).expand(-1, -1, x.shape[2])))

    def pairs(self, pieces, shapes, at):
        """Scores [b, roots] of what the marked source does to the marked target; at [b, 3], the places of the marks, -1 for
        none."""
        x = self.pieces_read(pieces, shapes)
        v = torch.gather(x, 1, at.clamp(min=0).unsqueeze(2).expand(-1, -1, x.shape[2]))
        none = torch.cat([torch.zeros_like(self.pair_none[:1]), self.pair_none]).to(v.dtype)
        v = torch.where(at.unsqueeze(2) < 0, none.expand(v.shape[0], -1, -1), v).flatten(1)
        return self.pair_out(self.parser_dropout(F.relu(self.pair_in(self.parser_dropout(v)))))

    def arcs(self, v):
        """v [s, n, width], sentences. Scores [s, n, n + 1] of heads, the root last."""
        a, h = self.parser_dropout(F.relu(self.arc_dep(v))), self.parser_dropout(F.relu(self.arc_head(v)))
        h = torch.cat([h, self.arc_root.expand(h.shape[0], 1, -1)], 1)
        return a @ self.arc_bilinear @ h.transpose(1, 2) + (h @ self.arc_bias).unsqueeze(1)

    def relations(self, v, head, mask):
        """Label scores [live tokens, labels] of each token's arc to `head` [s, n] (n, the last, for the root); mask [s, n]."""
        a, h = F.relu(self.rel_dep(v)), F.relu(self.rel_head(v))
        h = torch.cat([h, self.rel_root.expand(h.shape[0], 1, -1)], 1)
        h = torch.gather(h, 1, head.unsqueeze(2).expand(-1, -1, h.shape[2]))
        a, h = self.parser_dropout(a)[mask], self.parser_dropout(h)[mask]
        one = torch.ones_like(a[:, :1])
        a, h = torch.cat([a, one], 1), torch.cat([h, one], 1)
        w = self.rel_bilinear.to(a.dtype)
        labels, size, _ = w.shape
        asked = (a @ w.permute(1, 0, 2).reshape(size, labels * size)).view(-1, labels, size)
        return (asked * h.unsqueeze(1)).sum(2)

    def antecedents(self, v, features, kind):
        """v [m, width] of the mention heads of a document in order; features [m, m, 11]; kind [m].
        Scores [m, m + 1]: row i, column j an antecedent, the last none."""
        q, k = self.coref_query(v), self.coref_key(v)
        score = q @ k.T * self.size["coref"] ** -0.5
        score = score + torch.einsum("ijf,if->ij", features, self.coref_bias[kind])
        later = torch.ones_like(score).triu() > 0
        score = score.masked_fill(later, -1e4)
        return torch.cat([score, torch.zeros_like(score[:, :1])], 1)

    def start_from(self, safetensors):
        """Takes the encoder of a BERT checkpoint (its type embedding of row 0 folded into the positions), or of an MPNet one."""
        from safetensors.torch import load_file
        if "relative" in self.size:
            return self.start_from_mpnet(load_file(safetensors))
        w = {k.removeprefix("bert."): v.float() for k, v in load_file(safetensors).items()}
        put = lambda p, key: p.data.copy_(w[key])
        put(self.word.weight, "embeddings.word_embeddings.weight")
        self.position.weight.data.copy_(w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0])
        put(self.norm.weight, "embeddings.LayerNorm.weight")
        put(self.norm.bias, "embeddings.LayerNorm.bias")
        for i, layer in enumerate(self.layers):
            at = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                getattr(layer.qkv, part).data.copy_(torch.cat([w[f"{at}attention.self.{n}.{part}"] for n in ("query", "key", "value")]))
                put(getattr(layer.attention_out, part), f"{at}attention.output.dense.{part}")
                put(getattr(layer.attention_norm, part), f"{at}attention.output.LayerNorm.{part}")
                put(getattr(layer.ffn_in, part), f"{at}intermediate.dense.{part}")
                put(getattr(layer.ffn_out, part), f"{at}output.dense.{part}")
                put(getattr(layer.ffn_norm, part), f"{at}output.LayerNorm.{part}")

    def start_from_mpnet(self, w):
        """Its word pieces are BERT's behind four marks of its own, its positions count from 2."""
        put = lambda p, key: p.data.copy_(w[key].float())
        word = w["embeddings.word_embeddings.weight"].float()
        self.word.weight.data.copy_(word[4:4 + len(self.word.weight)])
        self.word.weight.data[101], self.word.weight.data[102] = word[0], word[2]  # <s> and </s>
        self.position.weight.data.copy_(w["embeddings.position_embeddings.weight"].float()[2:2 + self.size["positions"]])
        put(self.relative.weight, "encoder.relative_attention_bias.weight")
        put(self.norm.weight, "embeddings.LayerNorm.weight")
        put(self.norm.bias, "embeddings.LayerNorm.bias")
        for i, layer in enumerate(self.layers):
            at = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                getattr(layer.qkv, part).data.copy_(torch.cat([w[f"{at}attention.attn.{n}.{part}"].float() for n in "qkv"]))
                put(getattr(layer.attention_out, part), f"{at}attention.attn.o.{part}")
                put(getattr(layer.attention_norm, part), f"{at}attention.LayerNorm.{part}")
                put(getattr(layer.ffn_in, part), f"{at}intermediate.dense.{part}")
                put(getattr(layer.ffn_out, part), f"{at}output.dense.{part}")
                put(getattr(layer.ffn_norm, part), f"{at}output.LayerNorm.{part}")


def relative_buckets(length, buckets, most=128):
    """[length, length]: the bucket of how far piece j stands from piece i (Raffel et al. 2020, both ways): half of them for
    what stands behind, each half exact up to a quarter of all and then logarithmic up to `most`."""
    gap = torch.arange(length)[:, None] - torch.arange(length)
    half, exact = buckets // 2, buckets // 4
    far = gap.abs()
    log = exact + (torch.log(far.clamp(min=1) / exact) / math.log(most / exact) * (half - exact)).long()
    return (gap < 0) * half + torch.where(far < exact, far, log.clamp(max=half - 1))


def fresh(work, base=None, dropout=0.1, size=SIZES):
    """A reader for the label sets that prepare.py left in `work`, its encoder from `base` if given."""
    sets = json.load(open(f"{work}/labels.json"))
    reader = Reader(size, len(sets["vocabulary"]), len(sets["upos"]), len(sets["deprel"]), dropout)
    if base:
        reader.start_from(base)
    return reader, sets
