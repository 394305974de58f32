"""Sentences of the corpora that the event labels stand on, by id; nothing of their text is in the labels.

An id is CORPUS/DOCUMENT/BEGIN/END: code points of the document's text (for PLV and GUM of the sentence).
`draw` picks sentences by a pinned seed, as the labels were picked.
"""
import csv
import gzip
import html
import random
import re
import xml.etree.ElementTree as tree
from pathlib import Path

SEED = 20260711
# Sentences drawn later, that no rule was made with: from stories of Reuters that the first draw does not
# have, sentences of TR-News and articles of PolNeAR's training part.
FRESH_SEED = 20261128
FRESH = {"states": {"trnews": 40, "reuters": 130, "polnear": 90}, "any": {"trnews": 30, "reuters": 45, "polnear": 25}}
# What was drawn of each corpus. Of PLV and GUM only the development parts. "states": sentences with two
# words at least that tell of states and those who fight or judge for them (STATES), where events can be
# expected; "any": all sentences, where few are.
COUNTS = {"states": {"plv": 60, "trnews": 110, "reuters": 150}, "any": {"trnews": 80, "reuters": 110, "gum": 40},
          "more": {"plv": 52}}
OFFICES = re.compile(r"\b(?:governments?|presidents?|ministers?|ministry|troops|soldiers|army|military|police|rebels?|militants?|parliament|"
                     r"courts?|ambassadors?|diplomats?|opposition|protesters|sanctions|treaty|embassy|union|authorities|United Nations|U\.N\.|UN|EU|"
                     r"NATO|Kremlin|White House|Pentagon|guerrillas|Congress|Senate)\b")


def states(folder):
    """The pattern of words for states and their organs: the countries' names and adjectives, and OFFICES."""
    words = set()
    for line in (Path(__file__).parent.parent / "knowledge/actors/countries.tsv").open(encoding="utf8"):
        if not line.startswith("#") and line.strip():
            cells = line.rstrip("\n").split("\t")
            words |= {w for cell in cells[1:] for w in cell.split("|") if w[0] not in "?-" and w[0].isupper()}
    return re.compile(r"\b(?:%s)(?!\w)|%s" % ("|".join(map(re.escape, sorted(words, key=len, reverse=True))), OFFICES.pattern))


def plv(folder, every=False):
    """Sentences by row: those whose sentence_id is divisible by 5, the development part, or every one."""
    with open(folder / "plover/plv_train.tsv", newline="", encoding="utf8") as file:
        for n, row in enumerate(csv.DictReader(file, delimiter="\t")):
            if every or int(row["sentence_id"]) % 5 == 0:
                yield str(n), row["sentence"]


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


def gum(folder):
    for block in gzip.open(folder / "ud/gum-dev.conllu.gz", "rt", encoding="utf8").read().split("\n\n"):
        name, text = re.search(r"# sent_id = (.+)", block), re.search(r"# text = (.+)", block)
        if name and text:
            yield name.group(1), text.group(1)


def polnear(folder):
    for path in sorted((folder / "polnear/train/text").glob("*.txt")):
        yield path.stem, path.read_text(encoding="utf8")


CORPORA = {"plv": plv, "trnews": trnews, "reuters": reuters, "gum": gum, "polnear": polnear}


def sentences(corpus, text):
    """[begin, end] of the sentences of a document, by signs alone; PLV's and GUM's are sentences already."""
    if corpus in ("plv", "gum"):
        return [(0, len(text))]
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


def draw_fresh(folder):
    """[(pool, id, sentence)] of the later draw."""
    out, pattern, seen = [], states(folder), {one for _, one, _ in draw(folder)}
    stories = {one.rsplit("/", 2)[0] for one in seen if one.startswith("reuters/")}
    for pool, counts in FRESH.items():
        for corpus, count in counts.items():
            found = [(pool, f"{corpus}/{name}/{a}/{b}", text[a:b]) for name, text in CORPORA[corpus](Path(folder))
                     if f"{corpus}/{name}" not in stories for a, b in sentences(corpus, text) if b - a < 330]
            found = [f for f in found if f[1] not in seen and (pool == "any" or len(pattern.findall(f[2])) > 1)]
            for one in random.Random(FRESH_SEED).sample(sorted(found), count):
                seen.add(one[1])
                out.append(one)
    return out


def draw(folder):
    """[(pool, id, sentence)] as drawn."""
    out, pattern, seen = [], states(folder), set()  # a corpus is not drawn from twice in the same place
    for pool, counts in COUNTS.items():
        for corpus, count in counts.items():
            found = [(pool, f"{corpus}/{name}/{a}/{b}", text[a:b]) for name, text in CORPORA[corpus](Path(folder))
                     for a, b in sentences(corpus, text) if b - a < 330]
            if pool == "states" and corpus != "plv":
                found = [f for f in found if len(pattern.findall(f[2])) > 1]
            found = [f for f in found if f[1] not in seen or pool != "more"]
            for one in random.Random(SEED).sample(sorted(found), count):
                if one[1] not in seen:
                    seen.add(one[1])
                    out.append(one)
    return out


def stories(folder, ids):
    """By id of these sentences (id of the story, its text, begin and end of the sentence in it)."""
    wanted, out = {}, {}
    for one in ids:
        corpus, name, a, b = one.split("/")
        wanted.setdefault(corpus, {}).setdefault(name, []).append((int(a), int(b), one))
    for corpus, names in wanted.items():
        every = plv(Path(folder), every=True) if corpus == "plv" else CORPORA[corpus](Path(folder))
        for name, text in every:
            for a, b, one in names.get(name, ()):
                out[one] = (f"{corpus}/{name}", text, a, b)
    return out


def texts(folder, ids):
    """The sentences of these ids."""
    return {one: text[a:b] for one, (_, text, a, b) in stories(folder, ids).items()}
