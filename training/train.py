"""Trains the reader on all tasks together, from documents.pkl and pairs.pkl to NAME.pt.

usage: train.py --work FOLDER --out NAME (--base model.safetensors | --start FILE) [--passes 4] [--silver 0] [--seed 1] [--threads 2]

`--base` starts from an encoder alone, `--start` goes on from a reader, NAME.pt or a model file. Writes work/log.txt and, every few
minutes, work/NAME.checkpoint.pt, from which a run that was cut goes on: the order of the batches follows from the seed alone.
Products run in bfloat16, weights and sums in float32.
"""
import argparse
import math
import pickle
import random
import time
from pathlib import Path

import torch
import torch.nn.functional as F

import evaluate
import modelfile
import pairs
from network import SIZES, TEACHER, fresh
from windows import batch, cut, mention_features

WINDOWS = 8  # a batch
# What a pass over PolNeAR takes along of the other corpora, in passes of their own.
GUM_PASSES = 2
CROSSNER_PASSES = 3
NESTED_SHARE = 0.3  # of the articles are read in the copy with made nesting
PAIRS = 16  # a batch
MADE_PAIRS = {"headline": (700, 0.3), "lead": (300, 0.15)}  # how many a pass, and what each counts beside a pair of PLV


def plan(documents, marked, size, passes, plv_passes, silver, seed):
    """The batches of a whole run, lists of (document key, window) or of numbers of marked pairs, in order."""
    draw = random.Random(seed)
    keys = {k: sorted(key for key in documents if key[0] == k) for k in ("polnear", "gum", "crossner", "silver")}

    def windows(key, room):
        doc = documents[key]
        # A random first border, so that passes differ in what stands beside what.
        at = draw.randrange(min(6, len(doc["sentences"])))
        return [(key, w) for part in ((cut(doc, room, 0, at) if at else []), cut(doc, room, at)) for w in part]

    batches = []
    for number in range(passes):
        one = []
        loose = []
        for key in keys["polnear"]:
            nested = ("nested", key[1])
            copied = len(key) == 2 and nested in documents and draw.random() < NESTED_SHARE
            loose += windows(nested if copied else key, size["window"])
        for _ in range(CROSSNER_PASSES):
            for key in keys["crossner"]:
                loose += windows(key, 64)
        most = len(loose) + silver * WINDOWS
        for key in draw.sample(keys["silver"], len(keys["silver"])):
            if len(loose) >= most:
                break
            loose += windows(key, size["window"])
        draw.shuffle(loose)
        loose.sort(key=lambda w: len_bucket(documents[w[0]], w[1]))
        groups = [loose[i:i + WINDOWS] for i in range(0, len(loose), WINDOWS)]
        one += groups
        for _ in range(GUM_PASSES):
            for key in keys["gum"]:  # windows of one document stay together: coreference crosses their borders
                mine = windows(key, size["window"])
                one += [mine[i:i + WINDOWS] for i in range(0, len(mine), WINDOWS)]
        of_kind = {k: [i for i, m in enumerate(marked) if m["kind"] == k] for k in ("plv", *MADE_PAIRS)}
        for _ in range(plv_passes):
            chosen = list(of_kind["plv"])
            for kind, (most, _) in MADE_PAIRS.items():
                chosen += draw.sample(of_kind[kind], min(most // plv_passes, len(of_kind[kind])))
            chosen.sort(key=lambda i: (len(marked[i]["tokens"]) // 8, draw.random()))
            one += [chosen[i:i + PAIRS] for i in range(0, len(chosen), PAIRS)]
        draw.shuffle(one)
        batches += one
    return batches


def len_bucket(doc, window):
    return sum(min(16, len(doc["pieces"][t])) for t in range(window[0][0], window[-1][1])) // 48


def shaken(data, draw):
    """In a few batches' windows capitals are lost or everywhere, as in headlines and wires."""
    shapes = data["shapes"]
    for n in range(shapes.shape[0]):
        r = draw.random()
        if r < 0.06:
            letters = ((shapes[n] % 8) >= 1) & ((shapes[n] % 8) <= 4)
            new = 3 if r < 0.03 else 1 if r < 0.045 else 2
            shapes[n] = torch.where(letters, shapes[n] // 8 * 8 + new, shapes[n])


def losses(reader, data, upos_names):
    """The loss of every head that the batch has labels for."""
    # Only the encoder runs in bfloat16: its few shapes are worth a kernel each, those of the heads change every time.
    with torch.autocast("cpu", torch.bfloat16):
        v = reader.vectors(data["pieces"], data["shapes"], data["first"])
    v = v.float()
    out = {}
    s = data["sentences"]
    longest = int(s[:, 2].max())
    place = s[:, 1:2] + torch.arange(longest)
    mask = torch.arange(longest) < s[:, 2:]
    place = place.clamp(max=v.shape[1] - 1)
    rows = v[s[:, 0:1], place]
    if (data["attribution"] >= 0).any():
        known = data["attribution"][:, 0] >= 0
        for k, keep, gold in ((0, known, data["attribution"]), (1, known & data["inner"], data["inner_attribution"])):
            if keep.any():
                out[f"attribution{k}"] = reader.crf[k].loss(reader.attribution[k](rows[keep]).float(), gold[keep].clamp(min=0),
                                                            mask[keep].float())
        for name, link in (("source", reader.link_source), ("content", reader.link_content)):
            asked = data[name]
            if len(asked):
                score = link(v, asked[:, :2]).float()
                n = score.shape[1] - 1
                dead = F.pad(1 - data["live"][asked[:, 0]], (0, 1)) > 0
                out[name] = F.cross_entropy(score.masked_fill(dead, -1e4), torch.where(asked[:, 2] < 0, n, asked[:, 2]))
    if (data["entity"] >= 0).any():
        out["entity"] = F.cross_entropy(reader.entity(v).float().flatten(0, 1), data["entity"].flatten(), ignore_index=-1)
    if (data["head"] >= 0).any():
        gold = data["head"]
        score = reader.arcs(rows).float()
        dead = F.pad(~mask, (0, 1)).unsqueeze(1)
        score = score.masked_fill(dead, -1e4)
        out["arc"] = F.cross_entropy(score.flatten(0, 1), gold.flatten(), ignore_index=-1)
        tree = mask & (gold >= 0)
        out["rel"] = F.cross_entropy(reader.relations(rows, gold.clamp(min=0), tree).float(), data["deprel"][tree])
        out["upos"] = F.cross_entropy(reader.upos(rows).float().flatten(0, 1), data["upos"].flatten(), ignore_index=-1)
    if (data["referent"] >= 0).any():
        out["referent"] = F.cross_entropy(reader.referent(v).float().flatten(0, 1), data["referent"].flatten(), ignore_index=-1)
    if len(data["mentions"]) > 1:
        at = torch.tensor([[m[0], m[1]] for m in data["mentions"]])
        kind, features, gold, allowed = mention_features(data["mentions"], upos_names)
        score = reader.antecedents(v[at[:, 0], at[:, 1]], features, kind).float()
        score = score.masked_fill(allowed == 0, -1e4)
        right = score.masked_fill(gold == 0, -1e4)
        out["coref"] = (torch.logsumexp(score, 1) - torch.logsumexp(right, 1)).mean()
    return out


def pair_loss(reader, documents):
    """The loss of the pair head over marked pairs."""
    data = pairs.batch(documents, reader.size["window"])
    with torch.autocast("cpu", torch.bfloat16):
        score = reader.pairs(data["pieces"], data["shapes"], data["at"])
    weight = torch.tensor([MADE_PAIRS[d["kind"]][1] if d["kind"] in MADE_PAIRS else 1.0 for d in documents])
    each = F.cross_entropy(score.float(), data["root"], reduction="none", label_smoothing=0.05)
    return {"pair": (each * weight).sum() / len(documents)}


WEIGHT = {"attribution0": 1.0, "attribution1": 0.5, "source": 0.15, "content": 0.15, "entity": 0.5, "arc": 1.0, "rel": 1.0,
          "upos": 0.5, "referent": 0.5, "coref": 0.2, "pair": 0.5}


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("--work", required=True)
    parse.add_argument("--out", default="reader")
    parse.add_argument("--base")
    parse.add_argument("--start")
    parse.add_argument("--teacher", action="store_true", help="the large encoder, without the pair head")
    parse.add_argument("--passes", type=int, default=4)
    parse.add_argument("--plv-passes", type=int, default=2, help="over the marked pairs in each pass over PolNeAR")
    parse.add_argument("--silver", type=int, default=0, help="batches a pass of what the teacher read in raw texts (teach.py)")
    parse.add_argument("--seed", type=int, default=1)
    parse.add_argument("--threads", type=int, default=2)
    parse.add_argument("--rate", type=float, default=3e-4)
    parse.add_argument("--head-rate", type=float, default=1e-3)
    parse.add_argument("--only", type=int, default=0, help="stop after so many batches (a trial)")
    arg = parse.parse_args()
    torch.manual_seed(arg.seed)
    torch.set_num_threads(arg.threads)
    work = Path(arg.work)
    documents = pickle.load(open(work / "documents.pkl", "rb"))
    marked = pickle.load(open(work / "pairs.pkl", "rb"))
    if arg.silver:
        for part in sorted((work / "silver").glob("*.pkl")):
            documents |= pickle.load(open(part, "rb"))
    reader, sets = fresh(work, arg.base, size=TEACHER if arg.teacher else SIZES)
    if arg.start:
        if arg.start.endswith(".pt"):
            reader.load_state_dict(torch.load(arg.start))
        else:
            print("new:", modelfile.start_from(reader, arg.start))
    reader.word.weight.requires_grad_(False)  # 11.7 of 22 M parameters; the words seen are too few to move them
    encoder = [p for n, p in reader.named_parameters() if n.split(".")[0] in ("layers", "norm", "position", "relative") and p.requires_grad]
    inside = {id(p) for p in encoder}
    heads = [p for p in reader.parameters() if id(p) not in inside and p.requires_grad]
    best = torch.optim.AdamW([{"params": encoder, "lr": arg.rate}, {"params": heads, "lr": arg.head_rate}], weight_decay=0.01,
                             betas=(0.9, 0.98), foreach=True)
    batches = plan(documents, marked["train"], reader.size, arg.passes, 0 if arg.teacher else arg.plv_passes, arg.silver, arg.seed)
    total, warm = len(batches), 150
    schedule = torch.optim.lr_scheduler.LambdaLR(best, lambda n: min(n / warm, max(0.02, (total - n) / (total - warm))))
    average = {n: p.detach().clone() for n, p in reader.named_parameters()}
    step = 0
    checkpoint = work / f"{arg.out}.checkpoint.pt"
    if checkpoint.exists():
        kept = torch.load(checkpoint, weights_only=False)
        if kept["total"] == total:
            reader.load_state_dict(kept["reader"])
            best.load_state_dict(kept["optimizer"])
            schedule.load_state_dict(kept["schedule"])
            average, step = kept["average"], kept["step"]
    log = open(work / "log.txt", "a", buffering=1)
    say = lambda line: (print(line, flush=True), log.write(line + "\n"))
    say(f"{arg.out}, seed {arg.seed}: {total} batches, from {step}")
    sums, counts, began, saved, pieces = {}, {}, time.time(), time.time(), 0
    while step < (arg.only or total):
        draw = random.Random(arg.seed * 1_000_003 + step)
        torch.manual_seed(arg.seed * 1_000_003 + step)
        reader.train()
        if isinstance(batches[step][0], int):
            found = pair_loss(reader, [marked["train"][i] for i in batches[step]])
        else:
            data = batch([(documents[k], w) for k, w in batches[step]])
            shaken(data, draw)
            pieces += int((data["pieces"] != 0).sum())
            found = losses(reader, data, sets["upos"])
        loss = sum(WEIGHT[k] * x for k, x in found.items())
        if math.isfinite(loss.item()):
            loss.backward()
            torch.nn.utils.clip_grad_norm_(encoder + heads, 1.0)
            best.step()
        best.zero_grad(set_to_none=True)
        schedule.step()
        step += 1
        decay = min(0.998, (1 + step) / (10 + step))
        with torch.no_grad():
            live = [p for n, p in reader.named_parameters() if p.requires_grad]
            kept = [average[n] for n, p in reader.named_parameters() if p.requires_grad]
            torch._foreach_lerp_(kept, live, 1 - decay)
        for k, x in found.items():
            sums[k] = sums.get(k, 0) + x.item()
            counts[k] = counts.get(k, 0) + 1
        if step % 50 == 0:
            rate = pieces / (time.time() - began)
            say(f"{step}/{total} {rate:.0f} pieces/s " + " ".join(f"{k} {sums[k] / counts[k]:.3f}" for k in sorted(sums)))
            sums, counts, began, pieces = {}, {}, time.time(), 0
        if time.time() - saved > 180 or step == total:
            torch.save({"reader": reader.state_dict(), "optimizer": best.state_dict(), "schedule": schedule.state_dict(),
                        "average": average, "step": step, "total": total}, str(checkpoint) + ".new")
            Path(str(checkpoint) + ".new").replace(checkpoint)
            saved = time.time()
        if step % (total // arg.passes) == 0 or step == total:
            now = {n: p.detach().clone() for n, p in reader.named_parameters()}
            reader.load_state_dict(average, strict=False)
            say(evaluate.report(reader, documents, sets))
            if not arg.teacher:
                say(pairs.report(reader, marked["dev"]))
            if step == total:
                torch.save(reader.state_dict(), work / f"{arg.out}.pt")
            reader.load_state_dict(now, strict=False)
            began = time.time()


if __name__ == "__main__":
    main()
