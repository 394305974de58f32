"""Sentences of the corpora that the position labels stand on, by id; nothing of their text is in the labels
but the phrases that name who and what.

An id is CORPUS/DOCUMENT/BEGIN/END: code points of the document's text. `draw` picks sentences by a pinned
seed, as the labels were picked: of PolNeAR's training articles, of TR-News and of Reuters, of each three
quarters with a word that may tell a stance (WORDS) and one quarter of any others.
"""
import gzip
import html
import random
import re
import xml.etree.ElementTree as tree
from pathlib import Path

SEED = 20261125
COUNTS = {"polnear": 260, "trnews": 40, "reuters": 100}
WORDS = re.compile(r"\b(?:want|support|oppos|back|reject|refus|accept|agree|demand|call(?:s|ed|ing)? (?:for|on)|urg|ask|condemn|critic|"
                   r"welcom|prais|propos|promis|vow|pledg|threat|warn|deny|deni|favou?r|against|should|must|plan|seek|hope|believ|need|vot|"
                   r"block|resist|defend|insist|open to|willing|ready|offer|approv|endors|concern)", re.I)


def polnear(folder):
    for path in sorted((folder / "polnear/train/text").glob("*.txt")):
        yield path.stem, path.read_text(encoding="utf8")


def trnews(folder):
    for article in tree.parse(folder / "geo/TR-News.xml").getroot():
        yield article.get("docid"), article.findtext("text")


def reuters(folder):
    for path in sorted((folder / "reuters21578").glob("*.sgm.gz")):
        text = gzip.open(path, "rt", encoding="latin1").read()
        for story in re.finditer(r'<REUTERS [^>]*NEWID="(\d+)"[^>]*>(.*?)</REUTERS>', text, re.S):
            body = re.search(r"<BODY>(.*?)</BODY>", story.group(2), re.S)
            if body:
                yield story.group(1), " ".join(html.unescape(body.group(1)).replace("\x03", "").split())


CORPORA = {"polnear": polnear, "trnews": trnews, "reuters": reuters}


def sentences(text):
    """[begin, end] of the sentences of a document, by signs alone."""
    out, begin = [], 0
    for stop in re.finditer(r"[.!?][\"'”’]?(?=\s+[\"'“‘A-Z])|\n+|$", text):
        if re.search(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|St|Inc|Corp|Co|Ltd|U\.S|vs|No)$", text[begin:stop.start()]) and stop.group():
            continue
        end = stop.end()
        piece = text[begin:end]
        left, right = len(piece) - len(piece.lstrip()), len(piece.rstrip())
        if right - left > 25:
            out.append((begin + left, begin + right))
        begin = end
    return out


def draw(folder):
    """[(id, sentence before, sentence)] as drawn."""
    out = []
    for corpus, count in COUNTS.items():
        pools = ([], [])
        for name, text in CORPORA[corpus](Path(folder)):
            spans = sentences(text)
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
            spans = sentences(text)
            before = {span: last for last, span in zip([None] + spans, spans)}
            for a, b, one in names[name]:
                last = before.get((a, b))
                out[one] = (text[last[0]:last[1]] if last else "", text[a:b])
    return out
