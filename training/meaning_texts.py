"""Texts for the meaning head: PolNeAR's training part, and of Reuters-21578 the stories whose number ends in 3.

No story and no article that a set of labels under tests/ stands on is among them.
"""
import json
import random
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent / "tests"
sys.path.insert(0, str(TESTS))
import event_corpora  # noqa: E402

SEED = 20261125


def labelled():
    """Reuters' numbers that a set of labels names."""
    out = set()
    for path in (TESTS / "labels").glob("*.jsonl"):
        if path.stem == "events_training":  # learned from, and no test
            continue
        for line in path.open(encoding="utf8"):
            for value in json.loads(line).values():
                if isinstance(value, str) and value.startswith("reuters/"):
                    out.add(value.split("/")[1])
    return out


def texts(data, words):
    """[{"id", "text"}], about `words` words of each corpus."""
    kept_back, out = labelled(), []
    reuters = [{"id": f"reuters/{name}", "text": text} for name, text in event_corpora.reuters(data)
               if name.endswith("3") and name not in kept_back]
    polnear = [{"id": f"polnear/{path.stem}", "text": path.read_text(encoding="utf8")}
               for path in sorted((data / "polnear/train/text").glob("*"))]
    for corpus in (reuters, polnear):
        random.Random(SEED).shuffle(corpus)
        count = 0
        for item in corpus:
            if count < words:
                count += len(item["text"].split())
                out.append(item)
    return out
