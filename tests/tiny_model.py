"""A model file of a few kilobytes with random weights, after docs/model-format.md.

It reads nothing right. The tests of everything around the reading use it: they are quick, do not
depend on the weights, and nonsense labels are a test of their own.
"""
import json
import random
import struct

WIDTH, HEADS, FEED_FORWARD, LAYERS, PROJECTION, WINDOW = 8, 2, 16, 1, 4, 64
UPOS = ["NOUN", "PROPN", "PRON", "VERB", "PUNCT"]
DEPRELS = ["root", "nsubj", "obj", "punct"]
ENTITIES = ["O"] + [f"{p}-{t}" for t in ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT")
                    for p in "BIES"]
ATTRIBUTION = ["O"] + [f"{p}-{r}" for r in ("source", "cue", "content") for p in "BI"]
REFERENTS = ["none", "PERSON", "ORG", "PLACE"]


def vocabulary():
    pieces = ["[PAD]"] + [f"[unused{i}]" for i in range(99)] + ["[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    letters = "abcdefghijklmnopqrstuvwxyz0123456789"
    pieces += list(letters) + ["##" + c for c in letters] + list(".,;:!?'\"-“”()")
    return pieces + ["the", "ministry", "said", "talks", "on", "friday", "will", "not", "it"]


def shapes():
    """Name and shape of every tensor."""
    def layer(name, out, into):
        return [(f"{name}.weight", [out, into]), (f"{name}.bias", [out])]

    def norm(name):
        return [(f"{name}.weight", [WIDTH]), (f"{name}.bias", [WIDTH])]

    found = [("embedding.word", [len(vocabulary()), WIDTH]), ("embedding.position", [WINDOW, WIDTH]),
             ("embedding.shape", [32, WIDTH]), *norm("embedding.norm")]
    for number in range(LAYERS):
        name = f"encoder.{number}"
        found += layer(f"{name}.qkv", 3 * WIDTH, WIDTH) + layer(f"{name}.attention.out", WIDTH, WIDTH)
        found += norm(f"{name}.attention.norm") + layer(f"{name}.ffn.in", FEED_FORWARD, WIDTH)
        found += layer(f"{name}.ffn.out", WIDTH, FEED_FORWARD) + norm(f"{name}.ffn.norm")
    found += layer("upos", len(UPOS), WIDTH)
    for part in ("arc", "rel"):
        found += layer(f"{part}.dep", PROJECTION, WIDTH) + layer(f"{part}.head", PROJECTION, WIDTH)
        found += [(f"{part}.root", [PROJECTION])]
    found += [("arc.bilinear", [PROJECTION, PROJECTION]), ("arc.bias", [PROJECTION]),
              ("rel.bilinear", [len(DEPRELS), PROJECTION + 1, PROJECTION + 1])]
    found += layer("entity", len(ENTITIES), WIDTH)
    for number in range(2):
        name = f"attribution.{number}"
        found += layer(name, len(ATTRIBUTION), WIDTH)
        found += [(f"{name}.transition", [len(ATTRIBUTION)] * 2), (f"{name}.start", [len(ATTRIBUTION)]),
                  (f"{name}.end", [len(ATTRIBUTION)])]
    for part in ("link.source", "link.content"):
        found += layer(f"{part}.query", PROJECTION, WIDTH) + layer(f"{part}.key", PROJECTION, WIDTH)
        found += [(f"{part}.distance", [15]), (f"{part}.none", [PROJECTION])]
    found += layer("referent", len(REFERENTS), WIDTH)
    found += layer("coref.query", PROJECTION, WIDTH) + layer("coref.key", PROJECTION, WIDTH)
    return found + [("coref.bias", [3, 11])]


def model():
    """The file's bytes; the same at every call."""
    chance = random.Random(20250307)
    tensors, data = {}, b""
    for name, shape in shapes():
        count = 1
        for size in shape:
            count *= size
        if name == "embedding.word":  # the one matrix that has to be in bytes
            kind, packed = "q8", struct.pack(f"<{shape[0]}f", *[1 / 64] * shape[0])
            packed += bytes(-len(packed) % 64) + bytes(chance.randrange(256) for _ in range(count))
        else:
            norm = name.endswith("norm.weight")
            numbers = [1.0 if norm else chance.gauss(0, 1) for _ in range(count)]
            kind, packed = "f32", struct.pack(f"<{count}f", *numbers)
        tensors[name] = {"type": kind, "shape": shape, "offset": len(data), "bytes": len(packed)}
        data += packed + bytes(-len(packed) % 64)
    header = json.dumps({
        "config": {"layers": LAYERS, "width": WIDTH, "heads": HEADS, "feed_forward": FEED_FORWARD,
                   "positions": WINDOW, "layer_norm_epsilon": 1e-12, "window": WINDOW,
                   "arc": PROJECTION, "rel": PROJECTION, "link": PROJECTION, "coref": PROJECTION},
        "vocabulary": vocabulary(),
        "labels": {"upos": UPOS, "deprel": DEPRELS, "entity": ENTITIES, "attribution": ATTRIBUTION,
                   "referent": REFERENTS},
        "tensors": tensors,
        "card": {"name": "tiny", "version": "0", "made": "2025-03-07", "command": "tiny_model.py",
                 "license": "Apache-2.0", "scores": {"nothing": 0.0}},
        "selftest": [],
    }).encode()
    header += b" " * (-(16 + len(header)) % 64)
    return b"TACITUS\x01" + struct.pack("<Q", len(header)) + header + data
