"""How a reader does on the development parts, in the trainer: for steering. The figures that are stated come from the
engine itself on raw text (score.py)."""
import torch

from labels import ENTITY, attribution_spans
from windows import batch, cut


def harmonic(right, found, gold):
    return 200 * right / max(1, found + gold)


def entity_spans(labels):
    spans, start = set(), None
    for i, x in enumerate(labels + [0]):
        name = ENTITY[x]
        if start is not None and (name[0] in "OBS" or name[2:] != kind):
            spans.add((start, i, kind))
            start = None
        if name[0] in "BS":
            start, kind = i, name[2:]
    return spans


@torch.no_grad()
def report(reader, documents, sets):
    """One line of figures: attribution spans and links, parts of speech, arcs (gold tokens), entities."""
    reader.eval()
    spans = {r: [0, 0, 0] for r in range(3)}
    linked, tree, entities = [0, 0], [0, 0, 0, 0], [0, 0, 0]
    for kind in ("polnear-dev", "gum-dev", "crossner-dev"):
        for key in sorted(k for k in documents if k[0] == kind):
            doc = documents[key]
            items = [(doc, w) for w in cut(doc, reader.size["window"])]
            for n in range(0, len(items), 8):
                part = items[n:n + 8]
                data = batch(part)
                with torch.autocast("cpu", torch.bfloat16):
                    v = reader.vectors(data["pieces"], data["shapes"], data["first"]).float()
                if kind == "polnear-dev":
                    score = reader.attribution[0](v).float()
                    for row, (w, a, size) in enumerate(data["sentences"].tolist()):
                        found = set(attribution_spans(reader.crf[0].best(score[w, a:a + size])))
                        gold = set(attribution_spans(data["attribution"][row, :size].tolist()))
                        for r in range(3):
                            for i, x in enumerate((found & gold, found, gold)):
                                spans[r][i] += sum(1 for s in x if s[2] == r)
                    for name, link in (("source", reader.link_source), ("content", reader.link_content)):
                        asked = data[name]
                        if len(asked):
                            guess = link(v, asked[:, :2]).argmax(1)
                            none = v.shape[1]
                            linked[0] += int((guess == torch.where(asked[:, 2] < 0, none, asked[:, 2])).sum())
                            linked[1] += len(asked)
                elif kind == "gum-dev":
                    tags = reader.upos(v).argmax(2)
                    for row, (w, a, size) in enumerate(data["sentences"].tolist()):
                        x = v[w:w + 1, a:a + size]
                        longest = data["head"].shape[1]
                        head = reader.arcs(x)[0].argmax(1)
                        rel = reader.relations(x, head.unsqueeze(0), torch.ones(1, size, dtype=torch.bool)).argmax(1)
                        gold = data["head"][row, :size]
                        right = torch.where(gold == longest, size, gold) == head
                        tree[0] += int((tags[w, a:a + size] == data["upos"][row, :size]).sum())
                        tree[1] += int(right.sum())
                        tree[2] += int((right & (rel == data["deprel"][row, :size])).sum())
                        tree[3] += size
                else:
                    guess = reader.entity(v).argmax(2)
                    for w in range(len(part)):
                        size = int(data["live"][w].sum())
                        merge = lambda found: {(a, b, "PLACE" if k in ("GPE", "LOC", "FAC") else k) for a, b, k in found if k in ("PERSON", "ORG", "GPE", "LOC", "FAC")}
                        found, gold = merge(entity_spans(guess[w, :size].tolist())), merge(entity_spans(data["entity"][w, :size].tolist()))
                        for i, x in enumerate((found & gold, found, gold)):
                            entities[i] += len(x)
    return ("dev: source %.1f cue %.1f content %.1f (spans), links %.1f; UPOS %.1f UAS %.1f LAS %.1f (GUM, given words); entities %.1f (CrossNER)"
            % (*(harmonic(*spans[r]) for r in range(3)), 100 * linked[0] / max(1, linked[1]),
               *(100 * x / max(1, tree[3]) for x in tree[:3]), harmonic(*entities)))
