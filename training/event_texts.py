"""The sentences that training/events.py learns from, with their labels (tests/labels/events_training.jsonl) by token."""
import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))
import event_corpora  # noqa: E402
import meaning_texts  # noqa: E402

LABELS = HERE.parent / "tests" / "labels"
TRAINING = "events_training"
SETS = (TRAINING, "events", "events_fresh")
ROOTS = ("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION",
         "MOBILIZE", "COERCE", "ASSAULT")
ALIAS = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


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
