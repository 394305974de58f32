"""Articles in which heads of actors' names are known, in windows: what the sector head learns from (sectors.py)."""
import bisect
import json
import sys
from pathlib import Path

import numpy as np
import torch

import windows

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
import actor_labels  # noqa: E402

# As kSectorNames in src/text/document.h.
SECTORS = "- GOV LEG JUD MIL COP SPY PTY OPP REB SEP UAF CRM BUS JRN EDU MED CVL LAB AGR REL REF SOC ENV ELI".split()
ROW = {sector: n for n, sector in enumerate(SECTORS)} | {"HRI": SECTORS.index("SOC"), "PRM": SECTORS.index("UAF")}
PRONOUNS = set("he she they it him her them his hers their its we us our i me my you your who whom himself herself itself themselves that "
               "this which these those one".split())
MOST = 4  # mentions of an actor that count


def lines(path):
    with open(path, encoding="utf8") as file:
        for line in file:
            yield json.loads(line)


def stretch(tokens, begin, end):
    """The tokens that share a character with a stretch of code points."""
    first = bisect.bisect_right(tokens, begin, key=lambda t: t[1])
    stop = first
    while stop < len(tokens) and tokens[stop][0] < end:
        stop += 1
    return range(first, stop)


def head_of(doc, begin, end):
    """The token that heads a stretch of code points."""
    its = stretch(doc["tokens"], begin, end)
    for t in reversed(its):
        if not its.start <= doc["head"][t] < its.stop and doc["upos"][t] != "PUNCT":
            return t
    return max(its.start, its.stop - 1)


def documents(articles, tokens, trees, records):
    """Of each article its tokens and pieces; `actors`, the heads of each actor's names and descriptions; `labelled`, such heads of
    the labelled ones with a mask of right sectors; `inside`, all tokens of mentions."""
    tokens, trees, records = ({one["id"]: one for one in lines(path)} for path in (tokens, trees, records))
    for article in lines(articles):
        key = article["id"]
        record, text = records[key], article["text"]
        doc = tokens[key] | {name: trees[key][name] for name in ("head", "upos")} | {"labelled": [], "inside": set()}
        named = {}
        for mention in record["mentions"]:
            doc["inside"].update(stretch(doc["tokens"], mention["start"], mention["end"]))
            if "actor" in mention and text[mention["start"]:mention["end"]].lower() not in PRONOUNS:
                named.setdefault(mention["actor"], []).append(head_of(doc, mention["start"], mention["end"]))
        doc["actors"] = [heads[:MOST] for heads in named.values()]
        for label in article["labels"]:
            actor = actor_labels.actor_of(record, label, text)
            heads = [head_of(doc, *label["span"])] + (named.get(record["actors"].index(actor), []) if actor else [])
            right = np.zeros(len(SECTORS), np.float32)
            right[[ROW[sector] for sector in label["sector"]]] = 1
            doc["labelled"].append((list(dict.fromkeys(heads))[:MOST - 1], right))
        yield doc


def cut(docs, actors, room):
    """Windows [(document, window, [(head in the window, actor)])] of those heads; actors(doc) gives lists of heads."""
    out = []
    for n, doc in enumerate(docs):
        of_token = {}
        for actor, heads in enumerate(actors(doc)):
            for head in heads:
                of_token.setdefault(head, []).append(actor)
        for window in windows.cut(doc, room):
            low, high = window[0][0], window[-1][1]
            found = [(t - low, actor) for t in sorted(of_token) if low <= t < high for actor in of_token[t]]
            if found:
                out.append((n, window, found))
    return out


def length(window):
    return window[1][-1][1] - window[1][0][0]


def batches(all_windows, size, draw):
    """The windows in an order drawn by chance, those of like length together."""
    order, loose = [], draw.sample(all_windows, len(all_windows))
    for n in range(0, len(loose), 256):
        order += sorted(loose[n:n + 256], key=length)
    out = [order[n:n + size] for n in range(0, len(order), size)]
    draw.shuffle(out)
    return out


def tensors(docs, batch):
    """The encoder's input, where the heads are [heads, 2], and whose [(document, actor)]."""
    rows = [windows.input_rows(docs[n], window) for n, window, _ in batch]
    data = [windows.padded([row[k] for row in rows], multiple=32) for k in (0, 1)] + [windows.padded([row[2] for row in rows])]
    at = torch.tensor([(n, head) for n, (_, _, found) in enumerate(batch) for head, _ in found])
    return data, at, [(n, actor) for n, _, found in batch for _, actor in found]
