"""Sentences of the corpora that the position labels stand on, by id; nothing of their text is in the labels
but the phrases that name who and what.

An id is CORPUS/DOCUMENT/BEGIN/END: code points of the document's text. `draw` picks sentences by a pinned
seed, as the labels were picked: of PolNeAR's training articles, of TR-News and of Reuters, of each three
quarters with a word that may tell a stance (WORDS) and one quarter of any others.
"""
import random
import re
from pathlib import Path

from event_corpora import reuters, sentences, trnews

SEED = 20261125
COUNTS = {"polnear": 260, "trnews": 40, "reuters": 100}
WORDS = re.compile(r"\b(?:want|support|oppos|back|reject|refus|accept|agree|demand|call(?:s|ed|ing)? (?:for|on)|urg|ask|condemn|critic|"
                   r"welcom|prais|propos|promis|vow|pledg|threat|warn|deny|deni|favou?r|against|should|must|plan|seek|hope|believ|need|vot|"
                   r"block|resist|defend|insist|open to|willing|ready|offer|approv|endors|concern)", re.I)


def polnear(folder):
    for path in sorted((folder / "polnear/train/text").glob("*.txt")):
        yield path.stem, path.read_text(encoding="utf8")


CORPORA = {"polnear": polnear, "trnews": trnews, "reuters": reuters}


def draw(folder):
    """[(id, sentence before, sentence)] as drawn."""
    out = []
    for corpus, count in COUNTS.items():
        pools = ([], [])
        for name, text in CORPORA[corpus](Path(folder)):
            spans = sentences(corpus, text)
            for before, (a, b) in zip([None] + spans, spans):
                if b - a < 320 and not re.search(r"<tweet|Shr |Net profit", text[a:b]):
                    one = (f"{corpus}/{name}/{a}/{b}", text[before[0]:before[1]] if before else "", text[a:b])
                    pools[bool(WORDS.search(one[2]))].append(one)
        random_ = random.Random(SEED)
        for pool, share in zip(pools, (1, 3)):
            out += random_.sample(sorted(pool), count * share // 4)
    random.Random(SEED).shuffle(out)
    return out


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
