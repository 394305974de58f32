"""What the teacher reads in raw texts, as documents for the reader to learn from: work/silver/N.pkl, a part of the texts each.

usage: teach.py --work FOLDER --teacher NAME --dump PROGRAM --vocabulary vocab.txt --data FOLDER [--words 1500000] [--draws 2]

The texts are the stories of Reuters-21578 in an order of chance, those at most `--words` words. Labels of attribution are drawn
from the teacher's distributions, `--draws` times, so that learning from them is learning from all that the teacher holds possible
(Kim & Rush 2016 take the likeliest alone). Links, trees and entities are left to the gold data: in two passes the teacher learns
them less well than the reader. Parts that are there are not made again.
"""
import argparse
import pickle
import random
import sys
from pathlib import Path

import numpy as np
import torch

from labels import attribution_spans
from network import TEACHER, fresh
from prepare import run
from windows import batch, cut

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "bench"))
from reuters import stories  # noqa: E402

PART = 200    # texts
WINDOWS = 12  # a batch


def drawn(crf, score, draw):
    """A label sequence of a sentence by its probability: forward sums, then from the last label back. score [n, labels]."""
    move, start, end = (p.detach().double().numpy() for p in (crf.transition, crf.start, crf.end))
    alpha = [start + score[0]]
    for row in score[1:]:
        x = alpha[-1][:, None] + move
        top = x.max(0)
        alpha.append(top + np.log(np.exp(x - top).sum(0)) + row)
    path, after = [], end
    for a in reversed(alpha):
        p = np.exp(a + after - (a + after).max())
        path.append(int(draw.choice(len(p), p=p / p.sum())))
        after = move[:, path[-1]]
    return path[::-1]


@torch.no_grad()
def read(reader, doc, draws, draw):
    """The document with labels, once for each draw."""
    several = [{"attribution": [[], []], "links": []} for _ in range(draws)]
    windows = cut(doc, reader.size["window"])
    for at in range(0, len(windows), WINDOWS):
        part = windows[at:at + WINDOWS]
        data = batch([(doc, w) for w in part])
        with torch.autocast("cpu", torch.bfloat16):
            v = reader.vectors(data["pieces"], data["shapes"], data["first"])
        v = v.float()
        layers = [head(v).double().numpy() for head in reader.attribution]
        spans = [[[[] for _ in range(2)] for _ in part] for _ in range(draws)]  # by draw, window and layer
        for w, a, size in data["sentences"].tolist():
            for d in range(draws):
                for k in range(2):
                    found = attribution_spans(drawn(reader.crf[k], layers[k][w, a:a + size], draw))
                    spans[d][w][k] += [(a + b, a + e, r) for b, e, r in found]
        for w, window in enumerate(part):
            low = window[0][0]
            for d in range(draws):
                for k in range(2):
                    several[d]["attribution"][k] += [[low + a, low + b, r] for a, b, r in spans[d][w][k]]
    return [doc | s | {"inner": list(range(len(doc["sentences"])))} for s in several]


def main():
    parse = argparse.ArgumentParser()
    for name in ("work", "teacher", "dump", "vocabulary", "data"):
        parse.add_argument("--" + name, required=True)
    parse.add_argument("--words", type=int, default=1_500_000)
    parse.add_argument("--draws", type=int, default=2)
    parse.add_argument("--threads", type=int, default=2)
    arg = parse.parse_args()
    torch.set_num_threads(arg.threads)
    work = Path(arg.work)
    out = work / "silver"
    out.mkdir(exist_ok=True)
    reader, _ = fresh(work, size=TEACHER)
    reader.load_state_dict(torch.load(work / f"{arg.teacher}.pt"))
    reader.eval()
    texts = list(stories(Path(arg.data) / "reuters21578"))
    random.Random(1).shuffle(texts)
    words, part = 0, 0
    while words < arg.words and part * PART < len(texts):
        some = texts[part * PART:(part + 1) * PART]
        words += sum(len(text.split()) for _, text in some)
        file = out / f"{part}.pkl"
        part += 1
        if file.exists():
            continue
        draw = np.random.default_rng(part)
        dumped = run([arg.dump, arg.vocabulary], [{"id": n, "text": text} for n, text in some])
        text_of = dict(some)
        documents = {}
        for doc in dumped:
            if doc["tokens"]:
                for d, made in enumerate(read(reader, doc | {"text": text_of[doc["id"]]}, arg.draws, draw)):
                    documents["silver", doc["id"], d] = made
        pickle.dump(documents, open(f"{file}.new", "wb"))
        Path(f"{file}.new").replace(file)
        print(f"{words} words", flush=True)


if __name__ == "__main__":
    main()
