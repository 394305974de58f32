"""Documents cut into windows, and windows put together into batches of tensors."""
import bisect

import numpy as np
import torch

from labels import ATTRIBUTION, REFERENT, entity_labels

MOST_PIECES = 16  # of one token


def cut(doc, room, start=0, stop=None):
    """Windows of whole sentences from sentence `start` on: lists of (first, end) token ranges that fit into `room`
    pieces, [CLS] and [SEP] counted; a sentence that does not fit alone is cut."""
    starts = doc["sentences"] + [len(doc["tokens"])]
    windows, window, used = [], [], 2
    for s, e in list(zip(starts, starts[1:]))[start:stop]:
        stretches, first, size = [], s, 0
        for t in range(s, e):
            n = min(MOST_PIECES, len(doc["pieces"][t]))
            if size + n > room - 2:
                stretches.append((first, t, size))
                first, size = t, 0
            size += n
        stretches.append((first, e, size))
        for a, b, n in stretches:
            if used + n > room and window:
                windows.append(window)
                window, used = [], 2
            window.append((a, b))
            used += n
    if window:
        windows.append(window)
    return windows


def input_rows(doc, window):
    """Pieces, shapes and the places of first pieces of one window."""
    pieces, shapes, first = [101], [0], []
    for t in range(window[0][0], window[-1][1]):
        first.append(len(pieces))
        _, _, shape, before = doc["tokens"][t]
        ids = doc["pieces"][t][:MOST_PIECES]
        pieces += ids
        shapes += [shape + 8 * before] + [shape] * (len(ids) - 1)
    return pieces + [102], shapes + [0], first


def padded(rows, fill=0, multiple=1):
    n = max((len(r) for r in rows), default=0)
    n = -(-max(n, 1) // multiple) * multiple
    return torch.tensor([r + [fill] * (n - len(r)) for r in rows], dtype=torch.long)


def batch(items):
    """Tensors for [(doc, window)]: the encoder's input and the targets of every head that a document has labels for."""
    rows = [input_rows(d, w) for d, w in items]
    out = {"pieces": padded([r[0] for r in rows], multiple=32), "first": padded([r[2] for r in rows])}
    shapes = padded([r[1] for r in rows], multiple=32)
    out["shapes"] = shapes
    out["live"] = padded([[1] * len(r[2]) for r in rows])
    sentences, gold, inner_gold, upos, head, deprel, inner = [], [], [], [], [], [], []
    entity, source, content, mention, referent = [], [], [], [], []
    for n, (doc, window) in enumerate(items):
        low, high = window[0][0], window[-1][1]
        if "entities" in doc:
            spans = [[a - low, b - low, k] for a, b, k in doc["entities"] if low <= a and b <= high]
            entity.append(entity_labels(high - low, spans))
        else:
            entity.append([-1] * (high - low))
        layers = None
        if "attribution" in doc:
            layers = [[0] * (high - low), [0] * (high - low)]
            for k in range(2):
                for role in (2, 0, 1):
                    for a, b, r in sorted(doc["attribution"][k], key=lambda s: s[0] - s[1]):
                        if r == role and low <= a and b <= high:
                            layers[k][a - low:b - low] = [1 + 2 * r] + [2 + 2 * r] * (b - a - 1)
            known = {doc["sentences"][i] for i in doc["inner"]}
            for _, cue, src, contents in doc["links"]:
                if low <= cue < high:
                    source.append([n, cue - low, src - low if low <= src < high else -1])
                for c in contents:
                    if low <= c < high:
                        content.append([n, c - low, cue - low if low <= cue < high else -1])
        if "references" in doc:
            marks = [0] * (high - low)
            for t, kind, group in doc["references"]:
                if low <= t < high:
                    marks[t - low] = REFERENT.index(kind)
                    mention.append((n, t - low, t, kind, (id(doc), group), doc))
            referent.append(marks)
        else:
            referent.append([-1] * (high - low))
        for a, b in window:
            sentences.append([n, a - low, b - a])
            gold.append(layers[0][a - low:b - low] if layers else [-1] * (b - a))
            inner_gold.append(layers[1][a - low:b - low] if layers else [-1] * (b - a))
            inner.append(bool(layers) and a in known)
            tree = "head" in doc
            upos.append(doc["upos"][a:b] if tree else [-1] * (b - a))
            deprel.append(doc["deprel"][a:b] if tree else [-1] * (b - a))
            # A head outside the stretch (a cut sentence) counts as the root.
            head.append([h - a if a <= h < b else 10**6 for h in doc["head"][a:b]] if tree else [-1] * (b - a))
    longest = max(s[2] for s in sentences)
    out |= {"sentences": torch.tensor(sentences), "attribution": padded(gold, -1), "inner_attribution": padded(inner_gold, -1),
            "inner": torch.tensor(inner), "upos": padded(upos, -1), "deprel": padded(deprel, -1),
            "head": padded([[longest if h == 10**6 else h for h in r] for r in head], -1),
            "entity": padded(entity, -1), "referent": padded(referent, -1),
            "source": torch.tensor(source).view(-1, 3), "content": torch.tensor(content).view(-1, 3), "mentions": mention}
    return out


def mention_features(mentions, upos_names):
    """For mention heads [(window, place, token, type, cluster, doc)]: kind [m], features [m, m, 11], gold [m, m + 1]
    (antecedents of the same cluster; the last column where there is none). Only within a document."""
    m = len(mentions)
    kind, words, sentence = [], [], []
    for _, _, t, _, _, doc in mentions:
        name = upos_names[doc["upos"][t]]
        kind.append(0 if name in ("PRON", "DET") else 1 if name == "PROPN" else 2)
        b, e = doc["tokens"][t][:2]
        words.append(doc["text"][b:e].lower())
        sentence.append(bisect.bisect_right(doc["sentences"], t))
    number = lambda values: np.unique(np.array(values), return_inverse=True)[1]
    word, of_type, cluster = number(words), number([x[3] for x in mentions]), number([str(x[4]) for x in mentions])
    document = number([id(x[5]) for x in mentions])
    kind, sentence = np.array(kind), np.array(sentence)
    same = lambda x: x[:, None] == x[None, :]
    order = np.arange(m)
    gap = order[:, None] - order[None, :]
    pair = same(document) & (gap > 0) & (gap <= 200)
    features = np.zeros((m, m, 11), np.float32)
    between = np.digitize(sentence[:, None] - sentence[None, :], (1, 2, 3, 5, 9))
    for b in range(6):
        features[:, :, b] = between == b
    features[:, :, 6], features[:, :, 7] = same(word), same(of_type)
    for b in range(3):
        features[:, :, 8 + b] = (kind == b)[None, :]
    gold = np.zeros((m, m + 1), np.float32)
    gold[:, :m] = pair & same(cluster)
    gold[:, m] = ~gold[:, :m].any(1)
    allowed = np.ones((m, m + 1), np.float32)
    allowed[:, :m] = pair
    return tuple(map(torch.from_numpy, (kind, features, gold, allowed)))
