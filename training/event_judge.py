"""The judge of events (src/read/events/judge.h): three linear models over features that are there or not, and how its events score."""
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from event_texts import ROOTS  # and where tests/ is
import event_labels  # noqa: E402

TOLD = 7  # RuleWord::kTold
# How much a word's own rules count beside the head's chances where they have it for a root, by what becomes of it.
RULES = {"told": 2.5, "claimed": 1.5, "describes": 1, "not asked": 1, "may not": 1.5, "alone": 1.5}
# Log-odds from which somebody is put on a side: who is left out makes an event wrong as surely as who is too much.
ACTOR, RECIPIENT = -0.8, -0.6
SILENT = 95  # percent of the sentences without an event that must have none


class Sum(nn.Module):
    """A linear model over features that are there or not."""

    def __init__(self, size):
        super().__init__()
        self.weight = nn.EmbeddingBag(size, 1, mode="sum")
        nn.init.zeros_(self.weight.weight)

    def forward(self, rows):
        return self.weight(rows)[:, 0]


def fit_sum(size, rows, wanted, passes=12):
    torch.manual_seed(1)
    model, batch = Sum(size), 1024
    optimiser = torch.optim.AdamW(model.parameters(), lr=0.02, weight_decay=0.015)
    steps = max(1, passes * len(rows) // batch)
    for step in range(steps):
        some = torch.randint(len(rows), (batch,))
        for group in optimiser.param_groups:
            group["lr"] = 0.02 * (1 - step / steps)
        loss = F.binary_cross_entropy_with_logits(model(rows[some]), wanted[some])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return model.weight.weight.detach()[:, 0].numpy()


def gold_at(s, token):
    return next((e for e in s.events if e["trigger"] == token), None)


def party_rows(sentences):
    """Of every party beside a word that a label has for an act: features, whether it acts, is acted on."""
    rows, wanted = [], []
    for s in sentences:
        for word in s.words:
            gold = gold_at(s, word["token"])
            if gold is None:
                continue
            shift = s.shift
            for party in word["parties"]:
                a, b = (x - shift for x in party["span"])
                has = [any(t is not None and a <= s.tokens[t][0] < b for t, _ in side) for side in gold["sides"]]
                # A name that is told again under another word of the sentence: by its country.
                rows.append(party["features"])
                wanted.append([float(x) for x in has])
    return torch.tensor(rows), torch.tensor(wanted)


def emitted(word):
    """The event that a judged word gives, but for whether it is one: as EventCoder::judge does it."""
    if word["word"] == TOLD and word["rules"] == word["root"]:
        return by_rules(word)
    sides = [set(), set()]
    for party in word["parties"]:
        if max(party["actor"], party["recipient"]) > 0:
            sides[0 if party["actor"] >= party["recipient"] else 1].add(party["country"])
    return {"root": ROOTS[word["root"]], "actors": sides[0], "recipients": sides[1]}


def by_rules(word):
    sides = [{p["country"] for p in word["parties"] if p["rules"] == n} for n in (1, 2)]
    return {"root": ROOTS[word["rules"]], "actors": sides[0], "recipients": sides[1]}


def countries_at(s, token):
    at = s.tokens[token][0] + s.shift
    return {party["country"] for word in s.words for party in word["parties"] if party["span"][0] <= at < party["span"][1]}


def label_of(s, gold):
    actors, recipients = s.cells(gold)
    if s.has_words and not s.alone:
        # A story may tell the country of somebody of whom the sentence alone does not.
        actors, recipients = ([cell if country != "-" or t is None else "|".join({"-", *countries_at(s, t)})
                               for cell, (t, country) in zip(cells, side)] for cells, side in zip((actors, recipients), gold["sides"]))
    return {"root": ROOTS[gold["root"]], "actors": actors, "recipients": recipients}


def event_rows(sentences):
    """Of every judged word: features, and whether what it gives is right (with wrong sides: somewhat)."""
    rows, wanted = [], []
    for s in sentences:
        for word in s.words:
            made, gold = emitted(word), gold_at(s, word["token"])
            rows.append(word["features"])
            if gold is None:
                other = any(event_labels.right(label_of(s, e), made) and not any(w["token"] == e["trigger"] for w in s.words) for e in s.events)
                wanted.append(float(other))
            else:
                is_right = event_labels.right(label_of(s, gold), made)
                wanted.append(0.0 if ROOTS[gold["root"]] != made["root"] else 1.0 if is_right else 0.2)
    return torch.tensor(rows), torch.tensor(wanted)


def score_words(weights, sentences):
    for s in sentences:
        for word in s.words:
            word["event"] = float(weights[word["features"]].sum())


def figures(sentences, bound, rules_bound):
    """F1 as tests/event_labels.py has it, the same of word and root alone, and silence, in percent. Words count whose score is over a
    bound; those of which the rules tell an event have a lower one. Without bounds: the rules alone."""
    hit = made = wanted = silent = empty = told = 0
    for s in sentences:
        found = []
        for word in s.words:
            event = by_rules(word) if bound is None and word["word"] == TOLD else None
            if bound is not None and word["event"] > (rules_bound if is_ruled(word) else bound):
                event = emitted(word)
            if event and event not in found and (event["actors"] or event["recipients"]):
                found.append(event)
                told += any(e["trigger"] == word["token"] and ROOTS[e["root"]] == event["root"] for e in s.events)
        if not s.events:
            empty += 1
            silent += not found
            continue
        left = list(found)
        for gold in s.events:
            match = next((e for e in left if event_labels.right(label_of(s, gold), e)), None)
            if match is not None:
                left.remove(match)
                hit += 1
        made += len(found)
        wanted += len(s.events)
    return {"F1": 200 * hit / max(1, made + wanted), "precision": 100 * hit / max(1, made), "recall": 100 * hit / max(1, wanted),
            "word and root": 200 * told / max(1, made + wanted), "silent": 100 * silent / max(1, empty)}


def is_ruled(word):
    return word["word"] == TOLD and word["rules"] == word["root"]


def show(what, sentences, *bounds):
    print(what, {name: round(value, 1) for name, value in figures(sentences, *bounds).items()}, f"of {len(sentences)}", flush=True)


def write_table(path, names, actor=None, recipient=None, event=None):
    with open(path, "w", encoding="utf8") as out:
        out.write("# Weights of the judge of events (src/read/events/judge.h): model, feature, weight. Made by\n"
                  "# `make -C training events`; a feature that is not named weighs nothing.\n")
        for name, weight in RULES.items():
            out.write(f"root\trules {name}\t{weight}\n")
        for model, space, weights in (("actor", "party", actor), ("recipient", "party", recipient), ("event", "event", event)):
            for name, weight in zip(names[space], () if weights is None else weights):
                if abs(weight) >= 0.03:
                    out.write(f"{model}\t{name}\t{weight:.2f}\n")


def shifted(names, weights, name, by):
    weights = np.array(weights)
    weights[names.index(name)] += by
    return weights


def bounds_of(sentences):
    """The bounds with the best F1 among those that keep silence; words whose rules tell an event are left out only where it is unlikely."""
    best = None
    for rules_bound in (-2.5, -2.0, -1.5):
        for bound in np.arange(-0.9, 0.7, 0.15):
            got = figures(sentences, bound, rules_bound)
            key = (min(got["silent"], SILENT), got["F1"])
            if best is None or key > best[0]:
                best = key, bound, rules_bound
    return best[1:]
