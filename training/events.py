"""What is learned of events: the act head of the model, and the weights of the judge (knowledge/plover/judge.tsv).

usage: events.py texts --data FOLDER --out ARTICLES --raw RAW       JSON Lines for event_dump: each labelled sentence, alone and some in
                       their stories; and texts from which the head learns first what the rules know
       events.py train --articles ARTICLES --dump "event_dump MODEL GAZETTEER" --raw DUMP VECTORS RECORDS --work FOLDER --head HEAD.npz
                       --judge TABLE                                DUMP, VECTORS: of model_dump, RECORDS: of `tacitus read`, for RAW
       events.py join --model MODEL --head HEAD.npz --out MODEL     the model file with the head in it

Learned from tests/labels/events_training.jsonl. What is printed is of five folds by story, F1 as tests/event_labels.py counts it, and
then of events.jsonl and events_fresh.jsonl, which nothing is learned from.
"""
import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))
import event_corpora  # noqa: E402
import event_labels  # noqa: E402
import meaning_texts  # noqa: E402
import modelfile  # noqa: E402

LABELS = HERE.parent / "tests" / "labels"
TRAINING = "events_training"
SETS = (TRAINING, "events", "events_fresh")
ROOTS = ("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION",
         "MOBILIZE", "COERCE", "ASSAULT")
ALIAS = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
LABEL_COUNT = 18
HIDDEN = 64
FOLDS = 3
TOLD = 7  # RuleWord::kTold
# How much a word's own rules count beside the head's chances where they have it for a root, by what becomes of it.
RULES = {"told": 2.5, "claimed": 1.5, "describes": 1, "not asked": 1, "may not": 1.5, "alone": 1.5}
# Log-odds from which somebody is put on a side: who is left out makes an event wrong as surely as who is too much.
ACTOR, RECIPIENT = -0.8, -0.6
SILENT = 95  # percent of the sentences without an event that must have none


def labelled(sets=SETS):
    out = []
    for name in sets:
        path = LABELS / f"{name}.jsonl"
        if path.exists():
            for line in path.open(encoding="utf8"):
                item = json.loads(line)
                item["set"] = name
                for event in item["events"]:
                    event["root"] = ALIAS.get(event["root"], event["root"])
                out.append(item)
    return out


def write_texts(arg):
    items = labelled()
    found = event_corpora.stories(Path(arg.data), [item["id"] for item in items])
    stories = set()
    with open(arg.out, "w", encoding="utf8") as out:
        for n, item in enumerate(items):
            story, text, a, b = found[item["id"]]
            stories.add(story)
            out.write(json.dumps({"id": item["id"], "text": text[a:b], "begin": 0, "end": b - a}) + "\n")
            # In its story up to there: the head is to know the same act among others, too.
            if item["set"] == TRAINING and n % 3 and 0 < a < 2500:
                out.write(json.dumps({"id": item["id"] + "#story", "text": text[:b], "begin": a, "end": b}) + "\n")
    states = event_corpora.states(Path(arg.data))
    kept_back = meaning_texts.labelled()
    raw = [(name, text) for name, text in event_corpora.reuters(Path(arg.data)) if name not in kept_back and len(text) > 400]
    raw.sort(key=lambda x: -len(states.findall(x[1])) / (len(x[1]) + 200))
    raw = [(f"reuters/{name}", text) for name, text in raw[:1800]]
    raw += [(f"polnear/{path.stem}", path.read_text(encoding="utf8"))
            for path in sorted((Path(arg.data) / "polnear/train/text").glob("*.txt"))[:250]]
    with open(arg.raw, "w", encoding="utf8") as out:
        for name, text in raw:
            if name not in stories:
                out.write(json.dumps({"id": name, "text": text}) + "\n")


def place(word, text):
    """Where a label's word stands in its sentence: the count after # is that of its occurrence."""
    word, _, n = word.partition("#")
    at = [m.start() for m in re.finditer(r"(?<!\w)" + re.escape(word) + r"(?!\w)", text)] or \
         [m.start() for m in re.finditer(re.escape(word), text)]
    n = int(n) if n.isdigit() else 1
    return at[min(n, len(at)) - 1] if at else None


class Sentence:
    """A labelled sentence, read alone or in its story."""

    def __init__(self, article, item, tokens, at):
        self.id, self.item, self.at = article["id"], item, at
        self.text = article["text"][article["begin"]:article["end"]]
        self.shift = article["begin"]
        self.tokens = [(a - self.shift, b - self.shift, word, tag) for a, b, word, tag in tokens]
        self.size = len(tokens)
        self.story = item["id"].rsplit("/", 2)[0]
        self.has_words = item["set"] == TRAINING
        self.alone = not self.id.endswith("#story")
        self.acts, self.sides = {}, [set(), set()]  # token: root; tokens that head actors, recipients
        self.events = []
        for event in item["events"]:
            one = {"root": ROOTS.index(event["root"]), "sides": [[], []], "label": event, "trigger": None}
            if self.has_words:
                one["trigger"] = self.token(event["trigger"])
                if one["trigger"] is not None:
                    self.acts[one["trigger"]] = one["root"]
                for n, side in enumerate(("actors", "recipients")):
                    for cell in event[side]:
                        word, _, country = cell.rpartition("=")
                        t = self.token(word)
                        one["sides"][n].append((t, country))
                        if t is not None:
                            self.sides[n].add(t)
            self.events.append(one)

    def token(self, word):
        at = place(word, self.text)
        if at is None:
            return None
        return next((t for t, (a, b, *_) in enumerate(self.tokens) if a <= at < b), None)

    def cells(self, event):
        label = event["label"]
        if not self.has_words:
            return label["actors"], label["recipients"]
        return tuple([country for _, country in side] for side in event["sides"])


class Dump:
    """The program event_dump at work: first its tokens, then the words that it judges."""

    def __init__(self, arg):
        self.vectors_path = f"{arg.work}/events.vectors"
        self.run = subprocess.Popen([*arg.dump.split(), arg.articles, self.vectors_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        items = {item["id"]: item for item in labelled()}
        self.sentences, at = [], 0
        with open(arg.articles, encoding="utf8") as articles:
            for its in self.lines():
                article = json.loads(next(articles))
                assert article["id"] == its["id"]
                self.sentences.append(Sentence(article, items[article["id"].removesuffix("#story")], its["tokens"], at))
                at += len(its["tokens"])
        self.vectors = np.memmap(self.vectors_path, np.uint16, "r").reshape(-1, 384)
        self.by_id = {s.id: s for s in self.sentences}

    def lines(self):
        for line in self.run.stdout:
            if line == "\n":
                return
            yield json.loads(line)

    def tell(self, line):
        self.run.stdin.write(line + "\n")
        self.run.stdin.flush()

    def judged(self, fold, table):
        """Gives the sentences of a fold their words as judged by a table."""
        self.tell(f"judge {fold} {table}")
        for its in self.lines():
            self.by_id[its["id"]].words = its["words"]


def floats(rows):
    return torch.from_numpy((rows.astype(np.uint32) << 16).view(np.float32))


# ---------------------------------------------------------------- the act head

class Head(nn.Module):
    def __init__(self, hidden=HIDDEN):
        super().__init__()
        self.into = nn.Linear(384, hidden)
        self.out = nn.Linear(hidden, LABEL_COUNT)
        self.drop_in, self.drop = nn.Dropout(0.1), nn.Dropout(0.3)

    def forward(self, x):
        return self.out(self.drop(torch.relu(self.into(self.drop_in(x)))))


def fit(head, x, acts, sides, passes, rate, decay=0.02, size=512):
    optimiser = torch.optim.AdamW(head.parameters(), lr=rate, weight_decay=decay)
    steps = max(1, passes * len(x) // size)
    draw, order = np.random.default_rng(1), np.array([], int)
    head.train()
    for step in range(steps):
        if len(order) < size:
            order = np.concatenate([order, draw.permutation(len(x))])
        some, order = order[:size], order[size:]
        for group in optimiser.param_groups:
            group["lr"] = rate * min(1, (step + 1) / 20) * (1 - step / steps)
        scores = head(floats(x[some]))
        loss = F.cross_entropy(scores[:, :16], acts[some]) + 0.5 * F.binary_cross_entropy_with_logits(scores[:, 16:], sides[some])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return head.eval()


def raw_rows(arg):
    """Tokens of raw texts with what the rules alone make of them."""
    dump, vectors, records = arg.raw
    rows, acts, sides = [], [], []
    at, draw = 0, np.random.default_rng(5)
    with open(dump, encoding="utf8") as docs, open(records, encoding="utf8") as recs:
        for doc, record in zip(docs, recs):
            doc, record = json.loads(doc), json.loads(record)
            assert doc["id"] == record["id"]
            starts = {t[0]: n for n, t in enumerate(doc["tokens"])}
            ends = {t[1]: n for n, t in enumerate(doc["tokens"])}
            told, of_side = {}, {}
            for event in record.get("events", ()):
                t = starts.get(event["trigger"][0])
                if t is None:
                    continue
                told[t] = 1 + ROOTS.index(event["root"])
                a, b = record["sentences"][event["sentence"]]
                for n, side in enumerate(("actors", "recipients")):
                    for mention in record["mentions"]:
                        if mention.get("actor") in event[side] and a <= mention["start"] < b and mention["end"] in ends:
                            of_side.setdefault(ends[mention["end"]], [0, 0])[n] = 1
            for t, tag in enumerate(doc["upos"]):
                if t in told or t in of_side or draw.random() < (0.2 if tag in ("VERB", "NOUN", "PROPN", "ADJ", "PRON") else 0.03):
                    rows.append(at + t)
                    acts.append(told.get(t, 0))
                    sides.append(of_side.get(t, [0, 0]))
            at += len(doc["tokens"])
    held = np.memmap(vectors, np.uint16, "r").reshape(-1, 384)
    return np.array(held[rows]), torch.tensor(acts), torch.tensor(sides, dtype=torch.float32)


def head_rows(sentences):
    """Tokens of labelled sentences with their labels; of the others of little weight only some."""
    rows, acts, sides = [], [], []
    draw = np.random.default_rng(6)
    for s in sentences:
        for t, (_, _, _, tag) in enumerate(s.tokens):
            is_side = t in s.sides[0] or t in s.sides[1]
            if t in s.acts or is_side or tag in ("VERB", "NOUN", "PROPN", "ADJ", "PRON") or draw.random() < 0.15:
                rows.append(s.at + t)
                acts.append(1 + s.acts[t] if t in s.acts else 0)
                sides.append([float(t in s.sides[0]), float(t in s.sides[1])])
    return rows, torch.tensor(acts), torch.tensor(sides)


def first_head(arg):
    """A head that has learned what the rules say of raw texts, so that it knows the words that they know."""
    torch.manual_seed(1)
    x, acts, sides = raw_rows(arg)
    return fit(Head(), x, acts, sides, passes=5, rate=2e-3)


def train_head(sentences, vectors, first, passes=20, rate=2e-3):
    rows, acts, sides = head_rows(sentences)
    torch.manual_seed(1)
    head = Head()
    if first is not None:
        head.load_state_dict(first.state_dict())
    return fit(head, np.array(vectors[rows]), acts, sides, passes, rate)


@torch.no_grad()
def score(head, sentences, vectors):
    for s in sentences:
        out = head(floats(np.array(vectors[s.at:s.at + s.size])))
        s.chances, s.of_sides = out[:, :16].softmax(1), torch.sigmoid(out[:, 16:])


def acts_of(s):
    """The chances of a sentence's tokens in the form of src/model/acts.cc."""
    out = []
    chances, sides = (255 * s.chances).round().int().tolist(), (255 * s.of_sides).round().int().tolist()
    told = (1 - s.chances[:, 0] >= 0.05).tolist()
    for t in range(s.size):
        if told[t] or max(sides[t]) >= 31:
            out.append([t, chances[t][1:] if told[t] else [0] * 15, *sides[t]])
    return out


# ---------------------------------------------------------------- the judge

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


def train(arg):
    torch.set_num_threads(1)
    dump = Dump(arg)
    sentences, vectors = dump.sentences, dump.vectors
    learned, others = [s for s in sentences if s.has_words], [s for s in sentences if not s.has_words]
    stories = sorted({s.story for s in learned})
    np.random.default_rng(7).shuffle(stories)
    part = {story: n % FOLDS for n, story in enumerate(stories)}
    for s in sentences:
        s.fold = part[s.story] if s.has_words else FOLDS
    print({"sentences": len({s.item["id"] for s in learned}), "readings": len(learned),
           "events": sum(len(s.events) for s in learned if s.alone)}, flush=True)
    if arg.first and Path(arg.first).exists():
        first = Head()
        first.load_state_dict(torch.load(arg.first))
    else:
        first = first_head(arg)
    for fold in range(FOLDS + 1):
        head = train_head([s for s in learned if s.fold != fold], vectors, first)
        score(head, [s for s in sentences if s.fold == fold], vectors)
    save_head(head, arg.head)
    with open(f"{arg.work}/events.acts", "w", encoding="utf8") as out:
        for s in sentences:
            out.write(json.dumps({"fold": s.fold, "acts": acts_of(s)}) + "\n")
    dump.tell(f"acts {arg.work}/events.acts")
    names = {"party": [], "event": []}
    for line in subprocess.run([arg.dump.split()[0], "--features"], capture_output=True, text=True, check=True).stdout.splitlines():
        space, name = line.split("\t")
        names[space].append(name)
    table = f"{arg.work}/events.table"
    write_table(table, names)
    for fold in range(FOLDS + 1):
        dump.judged(fold, table)
    sides = []
    for fold in range(FOLDS + 1):
        rows, wanted = party_rows([s for s in learned if s.fold != fold])
        sides.append([shifted(names["party"], fit_sum(len(names["party"]), rows, wanted[:, n]), "always", -bound)
                      for n, bound in enumerate((ACTOR, RECIPIENT))])
    for fold in range(FOLDS + 1):
        write_table(table, names, *sides[fold])
        dump.judged(fold, table)
    for fold in range(FOLDS + 1):
        event = fit_sum(len(names["event"]), *event_rows([s for s in learned if s.fold != fold]))
        score_words(event, [s for s in sentences if s.fold == fold])
    alone = [s for s in learned if s.alone]
    bound, rules_bound = bounds_of(alone)
    print("bounds", round(bound, 2), rules_bound)
    for what, some in (("folds", alone), ("folds, in their stories", [s for s in learned if not s.alone]),
                       *((name, [s for s in others if s.item["set"] == name]) for name in SETS[1:])):
        show(what + ", rules alone", some, None, None)
        show(what, some, bound, rules_bound)
    event = shifted(names["event"], event, "always", -bound)
    event = shifted(names["event"], event, "rules told & agrees same", bound - rules_bound)
    write_table(arg.judge, names, *sides[FOLDS], event)


# ---------------------------------------------------------------- the model file

def save_head(head, path):
    """The head as the model file has it: the layer on the vectors in eight bits."""
    weight = head.into.weight.detach().numpy()
    scale = (np.abs(weight).max(1) / 127 + 1e-12).astype(np.float32)
    np.savez_compressed(path, **{
        "acts.in.weight": np.rint(weight / scale[:, None]).astype(np.int8), "acts.in.weight.scale": scale,
        "acts.in.bias": head.into.bias.detach().numpy(), "acts.out.weight": head.out.weight.detach().numpy(),
        "acts.out.bias": head.out.bias.detach().numpy()})


@torch.no_grad()
def self_tests(header, path, values):
    """Of each self-test's window the tokens that most likely tell an act or stand on a side, with their chances."""
    import meaning
    head = Head(header["config"]["acts"]).eval()
    for name, at in (("in", head.into), ("out", head.out)):
        at.weight.copy_(torch.from_numpy(values[f"acts.{name}.weight"]))
        at.bias.copy_(torch.from_numpy(values[f"acts.{name}.bias"]))
    out = []
    for n, (_, v) in enumerate(meaning.self_test_vectors(header, path)):
        scores = head(v)
        chances = torch.cat([scores[:, :16].softmax(1), torch.sigmoid(scores[:, 16:])], 1)
        most = torch.maximum(1 - chances[:, 0], chances[:, 16:].max(1).values)
        for t in sorted(most.argsort(descending=True)[:4].tolist()):
            out.append({"window": n, "token": t, "scores": [round(float(x), 5) for x in chances[t]]})
    return out


def join(arg):
    data = open(arg.model, "rb").read()
    held = np.load(arg.head)
    header, body, values = modelfile.replaced(data, "acts.", held)
    header["config"]["acts"] = int(held["acts.in.bias"].shape[0])
    header["act_selftest"] = self_tests(header, arg.model, values)
    modelfile.write(arg.out, data, header, body)


def main():
    parse = argparse.ArgumentParser()
    verbs = parse.add_subparsers(dest="verb", required=True)
    for verb, names in (("texts", ("data", "out", "raw")), ("train", ("articles", "dump", "work", "head", "judge")), ("join", ("model", "head", "out"))):
        one = verbs.add_parser(verb)
        for name in names:
            one.add_argument("--" + name, required=True)
        if verb == "train":
            one.add_argument("--raw", nargs=3, required=True)
            one.add_argument("--first", help="a head that has learned from the rules already")
    arg = parse.parse_args()
    {"texts": write_texts, "train": train, "join": join}[arg.verb](arg)


if __name__ == "__main__":
    sys.exit(main())
