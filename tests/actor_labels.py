#!/usr/bin/env python3
"""Country and sector of actors against actor_labels' labels/actors.jsonl, in percent of the actors.

usage: actor_labels.py FOLDER [--part open|kept|later|fourth|fifth|sixth|seventh|eighth|ninth] [--show]
                       [--draw [fifth|sixth|eighth|ninth]]
       (FOLDER holds polnear/, geo/TR-News.xml, reuters21578/ and timebank/; TACITUS: the program)

The labels were made by reading the articles, before the program had read them. Articles were drawn
by a fixed seed, and seven places in each; the label is of the first actor that a reader meets behind
such a place, named or described, who has no label in that article yet (--draw prints the places).
`country` and `sector` hold every answer that a careful reader would let stand, by PLOVER's manual;
"-" is none. Labels with "kept" are those of every fourth article: rules are not written by them.
Labels with "later" are of other articles, made after the rules of the others: the first figure was their
check (65.3 % right), and rules were written by them since.
Labels with "fourth" are of other articles again, made before the program had read them.
Labels with "fifth" are of articles that none of those are of, drawn likewise (--draw fifth), and made
before the program had read them.
Labels with "sixth" and "seventh" are of 117 articles that none of those are of, drawn likewise (--draw sixth),
made before the program had read them by three readers, an article each in turn: what two of them labelled
is the sixth part, whose misses were counted by class afterwards, and what the third labelled the
seventh, by which no rule is written. The program's first figure on both was 79.8.
Labels with "eighth" are of 55 of 88 articles more (--draw eighth), made likewise after rules had been written by
the sixth part's misses: the program's first figure on them was 83.5.
Labels with "ninth" are of 70 articles that none of those are of (--draw ninth), made likewise by one more reader;
no rule is written by them.
- found: the record has an actor for the words, or one of that name.
- precision: of the countries that were given the share that is right.
- country, sector: the answer is among the label's; of several sectors the first counts. An actor
  that is not found has neither.
--show names the wrong ones, but of the kept, the fifth, the seventh and the ninth part only their number.
"""
import argparse
import collections
import gzip
import html
import json
import os
import random
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

LABELS = Path(__file__).parent / "labels" / "actors.jsonl"
PARTS = ["open", "kept", "later", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
SEED = 20161108
MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()


def polnear(folder, part="dev", name="polnear"):
    for path in sorted((folder / "polnear" / part / "text").glob("*.txt")):
        day = re.search(r"\d{4}-\d\d-\d\d", path.name).group()
        yield f"{name}:{path.stem}", path.read_text(encoding="utf8"), day


def polnear_train(folder):
    return polnear(folder, "train", "polnear-train")


def day_of(text):
    """The day in one of the forms that TR-News has: 2016-12-19, 24 November 2016, December 17, 2016."""
    if iso := re.search(r"\d{4}-\d\d-\d\d", text):
        return iso.group()
    parts = re.search(r"(?P<d>\d{1,2}) (?P<m>[A-Z][a-z]{2})[a-z]* (?P<y>\d{4})", text) or re.search(
        r"(?P<m>[A-Z][a-z]{2})[a-z]* (?P<d>\d{1,2}), (?P<y>\d{4})", text)
    if not parts:
        return None
    return f"{parts['y']}-{MONTHS.index(parts['m'].upper()) + 1:02d}-{int(parts['d']):02d}"


def trnews(folder):
    for article in ElementTree.parse(folder / "geo/TR-News.xml").getroot():
        yield (f"tr-news:{article.get('docid')}", article.find("text").text.strip(),
               day_of(article.findtext("dltime") or ""))


def reuters(folder):
    """Stories with a body, lines of a paragraph put together."""
    for path in sorted((folder / "reuters21578").glob("reut2-*.sgm.gz")):
        pages = gzip.open(path).read().decode("latin-1")
        for number, story in re.findall(r'<REUTERS[^>]*NEWID="(\d+)">(.*?)</REUTERS>', pages, re.S):
            body = re.search(r"<BODY>(.*?)</BODY>", story, re.S)
            date = re.search(r"<DATE>\s*(\d+)-(\w+)-(\d{4})", story)
            if not body:
                continue
            text = "\n" + html.unescape(body[1]).replace("\x03", "")
            paragraphs = [" ".join(one.split()) for one in re.split(r"\n    (?=\S)", text)]
            text = "\n\n".join(p for p in paragraphs if p and p.lower() != "reuter")
            yield f"reuters:{number}", text, f"{date[3]}-{MONTHS.index(date[2]) + 1:02d}-{int(date[1]):02d}"


def timebank(folder):
    for path in sorted((folder / "timebank").glob("*.tml")):
        page = path.read_text(encoding="utf8")
        words = re.search(r"<TEXT>(.*?)</TEXT>", page, re.S)[1]
        paragraphs = re.split(r"\n\s*\n", html.unescape(re.sub(r"<[^>]*>", "", words)))
        day = re.search(r'value="(\d{4}-\d\d-\d\d)[^>]*CREATION_TIME', page)
        text = "\n\n".join(" ".join(one.split()) for one in paragraphs if one.strip())
        yield f"timebank:{path.stem}", text, day[1] if day else None


DRAWN = [(polnear, 16, 1500, 7000), (trnews, 16, 1000, 6000), (reuters, 12, 1200, 4500)]
DRAWN_FIFTH = [(polnear_train, 6, 1500, 7000), (trnews, 6, 1000, 6000), (reuters, 7, 1200, 4500),
               (timebank, 5, 1000, 5000)]
DRAWN_SIXTH = [(polnear_train, 42, 1500, 6500), (trnews, 27, 900, 6000), (reuters, 36, 1200, 4500),
               (timebank, 12, 1000, 5000)]
DRAWN_EIGHTH = [(polnear_train, 22, 1500, 6500), (trnews, 18, 900, 6000), (reuters, 34, 1200, 4500),
                (timebank, 14, 1000, 5000)]
DRAWN_NINTH = [(polnear_train, 24, 1500, 6500), (trnews, 16, 900, 6000), (reuters, 20, 1200, 4500),
               (timebank, 10, 1000, 5000)]


def draw(folder, seed=SEED, corpora=DRAWN, without=()):
    """The places behind which actors were labelled, by article."""
    chance = random.Random(seed)
    chosen = []
    for corpus, count, low, high in corpora:
        lengths = {key: len(text) for key, text, _ in corpus(folder) if key not in without}
        ids = sorted(key for key, length in lengths.items() if low <= length <= high)
        chosen += [(key, lengths[key]) for key in chance.sample(ids, count)]
    return {key: sorted(chance.sample(range(length), 7)) for key, length in chosen}


def records(articles):
    feed = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in articles)
    program = os.environ.get("TACITUS", "build/tacitus")
    run = subprocess.run([program, "read", "--from", "jsonl", "--json", "-"], input=feed.encode(),
                         stdout=subprocess.PIPE, check=True)
    return {record["id"]: record for record in map(json.loads, run.stdout.decode().splitlines())}


def actor_of(record, label, text):
    """The record's actor for a label's words; else one that is named or mentioned likewise."""
    start, end = label["span"]
    best, most = None, 0
    for mention in record.get("mentions", []):
        common = min(end, mention["end"]) - max(start, mention["start"])
        both = max(end, mention["end"]) - min(start, mention["start"])
        if common > 0 and "actor" in mention and common / both > most:
            best, most = mention["actor"], common / both
    if best is not None:
        return record["actors"][best]
    name = re.sub(r"^(the|a|an) ", "", " ".join(text[start:end].split()).lower())
    for actor in record.get("actors", []):
        if actor["name"].lower() == name:
            return actor
    return None


def main():
    options = argparse.ArgumentParser(usage=__doc__.replace("%", "%%"))  # argparse formats it
    options.add_argument("folder", type=Path)
    options.add_argument("--part", choices=PARTS)
    options.add_argument("--show", action="store_true")
    options.add_argument("--draw", nargs="?", const="open", choices=["open", "fifth", "sixth", "eighth", "ninth"])
    asked = options.parse_args()
    labels = [json.loads(line) for line in LABELS.open()]
    if asked.draw:
        seed, corpora, of = {"open": (SEED, DRAWN, []), "fifth": (SEED + 5, DRAWN_FIFTH, PARTS[4:]),
                             "sixth": (SEED + 6, DRAWN_SIXTH, PARTS[5:]),
                             "eighth": (SEED + 8, DRAWN_EIGHTH, PARTS[7:]),
                             "ninth": (SEED + 9, DRAWN_NINTH, PARTS[8:])}[asked.draw]
        earlier = {label["id"] for label in labels if of and not any(label.get(part) for part in of)}
        drawn = draw(asked.folder, seed, corpora, earlier)
        for key, places in drawn.items():
            print(key, *places)
        return
    wanted = {label["id"] for label in labels}
    articles = {}
    for corpus in polnear, polnear_train, trnews, reuters, timebank:
        for key, text, day in corpus(asked.folder):
            if key in wanted:
                articles[key] = {"id": key, "text": text, **({"published": day} if day else {})}
    read = records(articles.values())
    total = collections.Counter()
    for part in PARTS if not asked.part else [asked.part]:
        chosen = [label for label in labels if part == next(
            (kind for kind in PARTS if label.get(kind)), "open")]
        counts = collections.Counter(actors=len(chosen))
        for label in chosen:
            text = articles[label["id"]]["text"]
            actor = actor_of(read[label["id"]], label, text)
            country = (actor or {}).get("country", "-")
            sector = ((actor or {}).get("sector") or ["-"])[0]
            good = {"found": actor is not None, "country": actor is not None and country in label["country"],
                    "sector": actor is not None and sector in label["sector"]}
            good["both"] = good["country"] and good["sector"]
            counts.update({**good, "given": country != "-", "right": country != "-" and good["country"]})
            if asked.show and part not in ("kept", "fifth", "seventh", "ninth") and not good["both"]:
                words = " ".join(text[slice(*label["span"])].split())
                print(f"{label['id'][-28:]:28} {words!r}: {','.join(label['country'])} {','.join(label['sector'])}"
                      f" / {country} {sector} {actor}")
        print_shares(part, counts)
        total.update(counts)
    if not asked.part:
        print_shares("all", total)


def print_shares(part, counts):
    share = "  ".join(f"{key} {100 * counts[key] / max(1, counts['actors']):.1f}"
                      for key in ("found", "country", "sector", "both"))
    print(f"{part}: {counts['actors']} actors  {share}  precision {100 * counts['right'] / max(1, counts['given']):.1f}"
          f" of {counts['given']}")


if __name__ == "__main__":
    main()
