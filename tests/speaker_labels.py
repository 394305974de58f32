#!/usr/bin/env python3
"""Whom pronouns and titles mean that say something, against speaker_labels.jsonl.

usage: speaker_labels.py CORPORA [TACITUS] [--fresh]     (TACITUS: the program; VERBOSE=1 names what is wrong)
       speaker_labels.py CORPORA --draw [--fresh]        (prints the statements to be labelled)

With --fresh the other labels, speakers_fresh.jsonl: 100 sources, one of an article, of articles that the first do
not have, those of PolNeAR from its training part. They are for measuring alone; no rule was made by looking at them.

CORPORA holds gold/polnear-dev.jsonl.gz, data/geo/TR-News.xml and data/reuters21578/*.sgm.gz. The
150 sources were drawn from them with a fixed seed: a pronoun of the third person, or a description
without a name ("the president", "the ministry"), at most two of an article. Those of PolNeAR are
its own annotated sources; elsewhere one stands beside a verb of saying. Each was labelled by
reading the article, before anybody looked at what the program makes of it: the name by which the
article calls who is meant, else the description; several where it has several, parted by |; and
"unknown" where a reader cannot tell, where only a speaker without a name is right.

A statement is found where its source overlaps the labelled one. The speaker is right where one of
the label's names and the actor's name have the same words, or all words of one are in the other,
the last of a person's or body's name among them; articles, titles in front and case do not count.
"""
import gzip
import html
import json
import os
import random
import re
import subprocess
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

LABELS = Path(__file__).with_name("labels") / "speakers.jsonl"
SEED, PARTS = 20251, {"polnear": 70, "tr-news": 40, "reuters": 40}
FRESH = LABELS.with_name("speakers_fresh.jsonl")
FRESH_SEED, FRESH_PARTS = 20261, {"polnear-train": 50, "tr-news": 25, "reuters": 25}
PRONOUN = r"he|she|they|it"
TITLE = (r"the (?:[a-z-]+ ){0,2}(?:president|minister|premier|chancellor|governor|mayor|senator|secretary|spokes\w+|"
         r"official|officer|director|chief|chairman|judge|lawyer|leader|candidate|nominee|ministry|department|"
         r"government|company|agency|bank|commission|council|group|campaign|court|party|committee|police|"
         r"president-elect|ambassador|lawmaker|congressman|attorney|analyst|economist|trader|dealer|source)s?")
SAID = (r"said|says|told|added|adds|announced|warned|denied|claimed|argued|noted|explained|insisted|replied|"
        r"wrote|tweeted|predicted|estimated|confirmed|declined|called|stressed|urged|expects|expected|believes|"
        r"believed|forecast|reported|asked|hoped|suggested|acknowledged")


def polnear(folder):
    with gzip.open(folder / "gold/polnear-dev.jsonl.gz", "rt") as lines:
        return {d["id"]: d for d in map(json.loads, lines)}


def tr_news(folder):
    tree = xml.parse(folder / "data/geo/TR-News.xml")
    return {a.get("docid"): a.find("text").text.strip() for a in tree.iter("article")}


def reuters(folder):
    """The stories, their lines joined to paragraphs."""
    stories = {}
    for path in sorted((folder / "data/reuters21578").glob("*.sgm.gz")):
        for story in gzip.open(path, "rt", encoding="latin-1").read().split("</REUTERS>"):
            number, body = re.search(r'NEWID="(\d+)"', story), re.search(r"<BODY>(.*?)</BODY>", story, re.S)
            if number and body:
                text = re.sub(r"\n {2,}", "\n\n", re.sub(r"\s*(?:REUTER|Reuter)?\s*\x03?\s*$", "", html.unescape(body[1])))
                stories[number[1]] = re.sub(r"(?<!\n)\n(?!\n)", " ", re.sub(r"[\x00-\x08\x0e-\x1f]", "", text)).strip()
    return stories


def polnear_train(folder):
    """As polnear(), from the corpus's own files."""
    sys.path.insert(0, str(Path(__file__).parent.parent / "training"))
    from polnear import articles
    found = {}
    for name, _, text, attributions in articles(folder / "data/polnear/train"):
        found.setdefault(name, {"text": text, "attributions": []})["attributions"] += attributions
    return found


def texts(folder, parts):
    load = {"polnear": polnear, "polnear-train": polnear_train}
    found = {name: {k: d["text"] for k, d in load[name](folder).items()} for name in parts if name in load}
    return {**found, "tr-news": tr_news(folder), "reuters": reuters(folder)}


def candidates(folder, parts):
    """By corpus the sources that can be drawn: (id, start, end)."""
    annotated = "polnear" if "polnear" in parts else "polnear-train"
    gold = []
    for key, document in (polnear if annotated == "polnear" else polnear_train)(folder).items():
        for a in document["attributions"]:
            start, end = (a["source"] or [[0, 0]])[0]
            if len(a["source"] or []) == 1 and re.fullmatch(f"{PRONOUN}|{TITLE}", document["text"][start:end], re.I):
                gold.append((key, start, end))
    found = {annotated: sorted(set(gold))}
    pattern = re.compile(rf"\b({PRONOUN}|{TITLE}) (?:also )?(?:{SAID})\b|[\"”,] (?:said|added) ({PRONOUN}|{TITLE})\b", re.I)
    for name, part in (("tr-news", tr_news(folder)), ("reuters", reuters(folder))):
        found[name] = [(key, *m.span(1 if m[1] else 2)) for key, text in part.items() for m in pattern.finditer(text)]
    return found


def draw(folder, is_fresh):
    seed, parts, most = (FRESH_SEED, FRESH_PARTS, 1) if is_fresh else (SEED, PARTS, 2)
    others = {(l["corpus"], l["id"]) for l in map(json.loads, LABELS.open())} if is_fresh else set()
    for name, all_of_part in candidates(folder, parts).items():
        order, seen, taken = random.Random(seed).sample(all_of_part, len(all_of_part)), {}, 0
        for key, start, end in order:
            if taken < parts[name] and seen.get(key, 0) < most and (name, key) not in others:
                seen[key], taken = seen.get(key, 0) + 1, taken + 1
                yield {"corpus": name, "id": key, "span": [start, end]}


EMPTY = set("the a an this that these those his her its their mr mrs ms dr sir president senator sen gov rep minister "
            "prime secretary chairman judge lord inc co corp ltd plc".split())


def words(name):
    found = re.findall(r"\w+", name.lower().replace("’", "'").replace("'s", "").replace(".", ""))
    return [w for w in found if w not in EMPTY] or found


def same(label, name):
    a, b = words(label), words(name)
    return bool(a and b) and (set(a) <= set(b) or set(b) <= set(a)) and (a[-1] in b and b[-1] in a or a[-1] == b[-1])


def right(label, actors):
    names = [a["name"] for a in actors]
    if label == "unknown":
        return all(n[:1].islower() for n in names)
    if "&" in label:
        return set(words(label)) <= set(words(" and ".join(names)))
    return any(same(one, n) for one in label.split("|") for n in names)


def main(folder, tacitus, is_fresh):
    labels = [json.loads(line) for line in (FRESH if is_fresh else LABELS).open()]
    every = texts(folder, FRESH_PARTS if is_fresh else PARTS)
    feed = {f"{l['corpus']}/{l['id']}": every[l["corpus"]][l["id"]] for l in labels}
    run = subprocess.run([tacitus, "read", "--from", "jsonl", "--json", "-"], stdout=subprocess.PIPE, check=True,
                         input="\n".join(json.dumps({"id": k, "text": v}) for k, v in feed.items()).encode())
    records = {r["id"]: r for r in map(json.loads, run.stdout.decode().splitlines())}
    count = {}
    for label in labels:
        record = records[f"{label['corpus']}/{label['id']}"]
        start, end = label["span"]
        statements = [s["source"] for s in record["statements"]
                      if any(a < end and start < b for a, b in s["source"].get("spans", []))]
        total = count.setdefault(label["corpus"], [0, 0, 0])
        total[2] += 1
        if not statements:
            continue
        total[1] += 1
        # The statement whose source is nearest in size is the one that was labelled.
        source = min(statements, key=lambda s: abs(s["spans"][-1][1] - s["spans"][0][0] - (end - start)))
        actors = [record["actors"][a] for a in source.get("actors", [source["actor"]] if "actor" in source else [])]
        is_right = right(label["speaker"], actors)
        total[0] += is_right
        if not is_right and os.environ.get("VERBOSE"):
            print(label["corpus"], label["id"], label["span"], repr(record["text"][start:end]), "label", label["speaker"],
                  "found", [a["name"] for a in actors])
    count["all"] = [sum(c[i] for c in count.values()) for i in range(3)]
    for name, (good, found, total) in count.items():
        print(f"{name:8} speaker right {100 * good / max(found, 1):.1f} % of {found} found; "
              f"{100 * found / total:.1f} % of {total} found")


if __name__ == "__main__":
    fresh = "--fresh" in sys.argv
    rest = [a for a in sys.argv[1:] if a != "--fresh"]
    if not rest:
        sys.exit(__doc__)
    if rest[1:] == ["--draw"]:
        for drawn in draw(Path(rest[0]), fresh):
            print(json.dumps(drawn))
    else:
        main(Path(rest[0]), *(rest[1:] or ["build/tacitus"]), fresh)
