"""Sentences of the corpora that the position labels stand on, by id; nothing of their text is in the labels
but the phrases that name who and what.

An id is CORPUS/DOCUMENT/BEGIN/END: code points of the document's text. `draw` picks sentences by a pinned
seed, as the labels were picked: of PolNeAR's training articles, of TR-News and of Reuters, of each three
quarters with a word that may tell a stance (WORDS) and one quarter of any others.
"""
import json
import random
import re
from pathlib import Path

from event_corpora import reuters, sentences, trnews

SEED = 20261125
COUNTS = {"polnear": 260, "trnews": 40, "reuters": 100}
# Other sentences, of which positions of the program were judged (labels/position_judgements.jsonl).
MORE_SEED = 20261201
MORE = {"polnear": 3000, "trnews": 400, "reuters": 2200}
WORDS = re.compile(r"\b(?:want|support|oppos|back|reject|refus|accept|agree|demand|call(?:s|ed|ing)? (?:for|on)|urg|ask|condemn|critic|"
                   r"welcom|prais|propos|promis|vow|pledg|threat|warn|deny|deni|favou?r|against|should|must|plan|seek|hope|believ|need|vot|"
                   r"block|resist|defend|insist|open to|willing|ready|offer|approv|endors|concern)", re.I)


def polnear(folder):
    for path in sorted((folder / "polnear/train/text").glob("*.txt")):
        yield path.stem, path.read_text(encoding="utf8")


CORPORA = {"polnear": polnear, "trnews": trnews, "reuters": reuters}


def draw(folder, counts=COUNTS, seed=SEED, shortest=0, but=()):
    """[(id, sentence before, sentence)] as drawn."""
    out = []
    for corpus, count in counts.items():
        pools = ([], [])
        for name, text in CORPORA[corpus](Path(folder)):
            spans = sentences(corpus, text)
            for before, (a, b) in zip([None] + spans, spans):
                if shortest < b - a < 320 and not re.search(r"<tweet|Shr |Net profit", text[a:b]):
                    one = (f"{corpus}/{name}/{a}/{b}", text[before[0]:before[1]] if before else "", text[a:b])
                    if one[0] not in but:
                        pools[bool(WORDS.search(one[2]))].append(one)
        random_ = random.Random(seed)
        for pool, share in zip(pools, (1, 3)):
            out += random_.sample(sorted(pool), count * share // 4)
    random.Random(seed).shuffle(out)
    return out


def draw_more(folder):
    """The same of sentences that have no labels."""
    labels = {json.loads(line)["id"] for line in (Path(__file__).parent / "labels/positions.jsonl").open(encoding="utf8")}
    return draw(folder, MORE, MORE_SEED, 30, labels)


def texts(folder, ids):
    """By id the sentence before, empty where there is none, and the sentence."""
    wanted, out = {}, {}
    for one in ids:
        corpus, name, a, b = one.rsplit("/", 3)
        wanted.setdefault(corpus, {}).setdefault(name, []).append((int(a), int(b), one))
    for corpus, names in wanted.items():
        for name, text in CORPORA[corpus](Path(folder)):
            if name not in names:
                continue
            spans = sentences(corpus, text)
            before = {span: last for last, span in zip([None] + spans, spans)}
            for a, b, one in names[name]:
                last = before.get((a, b))
                out[one] = (text[last[0]:last[1]] if last else "", text[a:b])
    return out
