"""Writes a trained reader as the engine's model file (docs/model-format.md), with self-tests from texts of our own.

usage: export.py --work FOLDER --dump PROGRAM --vocabulary vocab.txt --texts FILE --out models/tacitus.model
                 [--scores scores.json] [--command "..."]
"""
import argparse
import datetime
import json

import numpy as np
import torch

import decode
import pairs
from labels import ATTRIBUTION, ENTITY, REFERENT, ROOTS
from modelfile import ALIGN, MAGIC, file_name
from network import SIZES, fresh
from prepare import run, token_spans
from windows import cut, input_rows

READ_WINDOW = 160  # pieces; what it learnt in windows of 256 it finds as well in these, and a little better (docs/model-card.md)

KEPT_WHOLE = ("embedding.position", "embedding.shape", "rel.bilinear")  # f32 all the same


def tensors(reader):
    """Every tensor under its name in the file, float32."""
    return {file_name(n): value.detach().float().numpy() for n, value in reader.state_dict().items()}


def quantised(matrix):
    """(bytes, what they stand for): one scale a row, signed bytes."""
    scale = np.maximum(np.abs(matrix).max(1), 1e-8).astype(np.float32) / np.float32(127)
    q = np.clip(np.rint(matrix / scale[:, None]), -127, 127).astype(np.int8)
    head = scale.tobytes()
    return head + b"\0" * (-len(head) % ALIGN) + q.tobytes(), q.astype(np.float32) * scale[:, None]


@torch.no_grad()
def selftests(reader, documents):
    """The outputs of the reader on the first window of each text."""
    reader.eval()
    out = []
    for doc in documents:
        window = cut(doc, SIZES["window"])[0]
        pieces, shapes, first = input_rows(doc, window)
        v = reader.vectors(torch.tensor([pieces]), torch.tensor([shapes]), torch.tensor([first]))
        low = window[0][0]
        found = {"upos": [], "heads": [], "deprel": [], "entity": [], "attribution": [[], []]}
        for a, b in window:
            x = v[:, a - low:b - low]
            heads = decode.tree(reader.arcs(x)[0].numpy())
            found["heads"] += [h + a - low if h >= 0 else -1 for h in heads]
            size = b - a
            rel = reader.relations(x, torch.tensor([[h if h >= 0 else size for h in heads]]), torch.ones(1, size, dtype=torch.bool))
            found["deprel"] += rel.argmax(1).tolist()
            found["upos"] += reader.upos(x)[0].argmax(1).tolist()
            found["entity"] += decode.entity_labels(reader.entity(x)[0].numpy())
            for k in range(2):
                found["attribution"][k] += reader.crf[k].best(reader.attribution[k](x)[0])
        tokens = [[t[2], t[3], p[:16]] for t, p in zip(doc["tokens"][low:window[-1][1]], doc["pieces"][low:window[-1][1]])]
        some = range(0, len(tokens), 7)
        out.append({"tokens": tokens, "sentences": [a - low for a, _ in window], **found,
                    "vectors": {str(t): [round(float(y), 5) for y in v[0, t, :8]] for t in some}})
    return out


@torch.no_grad()
def pair_selftests(reader, documents, pairs_given):
    """The probabilities of the roots for the pairs of texts."""
    reader.eval()
    out = []
    for doc, pair in zip(documents, pairs_given):
        spans = {name: token_spans(doc["tokens"], [pair[name]])[0] if pair[name] else None for name in ("source", "target")}
        data = pairs.batch([{**doc, "pair": list(spans.values()), "root": 0}], SIZES["window"])
        score = reader.pairs(data["pieces"], data["shapes"], data["at"])[0].softmax(0)
        out.append({"tokens": [[t[2], t[3], p[:16]] for t, p in zip(doc["tokens"], doc["pieces"])], **spans,
                    "roots": [round(float(x), 5) for x in score]})
    return out


def main():
    parse = argparse.ArgumentParser()
    for name in ("work", "dump", "vocabulary", "texts", "out"):
        parse.add_argument("--" + name, required=True)
    parse.add_argument("--scores")
    parse.add_argument("--command", default="make -C training weights START=../models/tacitus.model")
    arg = parse.parse_args()
    reader, sets = fresh(arg.work)
    reader.load_state_dict(torch.load(f"{arg.work}/reader.pt"))

    header, blob = {}, bytearray()
    plain = tensors(reader)
    for name, value in plain.items():
        blob += b"\0" * (-len(blob) % ALIGN)
        if value.ndim == 2 and name not in KEPT_WHOLE and value.shape[0] > 16 and value.shape[1] % 32 == 0:
            data, plain[name] = quantised(value)
            kind = "q8"
        else:
            data, kind = np.ascontiguousarray(value, dtype="<f4").tobytes(), "f32"
        header[name] = {"type": kind, "shape": list(value.shape), "offset": len(blob), "bytes": len(data)}
        blob += data

    # The self-tests are of the weights as the file holds them.
    back = {}
    for (name, value), old in zip(plain.items(), reader.state_dict()):
        back[old] = torch.from_numpy(np.array(value))
    reader.load_state_dict(back)
    texts = [json.loads(line) for line in open(arg.texts, encoding="utf8")]
    documents = run([arg.dump, arg.vocabulary], [t for t in texts if "source" not in t])
    given = [t for t in texts if "source" in t]
    of_pairs = run([arg.dump, arg.vocabulary], given)
    meta = {"config": SIZES | {"window": READ_WINDOW}, "vocabulary": sets["vocabulary"],
            "labels": {"upos": sets["upos"], "deprel": sets["deprel"], "entity": ENTITY, "attribution": ATTRIBUTION, "referent": REFERENT, "root": ROOTS},
            "tensors": header,
            "card": {"name": "tacitus-en", "version": "1", "made": datetime.date.today().isoformat(), "command": arg.command,
                     "license": "Apache-2.0; see docs/model-card.md for the data",
                     "scores": json.load(open(arg.scores)) if arg.scores else {}},
            "selftest": selftests(reader, documents), "pair_selftest": pair_selftests(reader, of_pairs, given)}
    text = json.dumps(meta, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-(16 + len(text)) % ALIGN)
    with open(arg.out, "wb") as out:
        out.write(MAGIC + len(text).to_bytes(8, "little") + text + bytes(blob))
    print(f"{arg.out}: {16 + len(text) + len(blob)} bytes, {len(header)} tensors, {len(meta['selftest'])} self-tests")


if __name__ == "__main__":
    main()
