#!/usr/bin/env python3
"""Copies of stories as newspapers print them, to count near-duplicates by (bench/archive.py).

usage: archive_copies.py FOLDER [STORIES]     (FOLDER: Reuters-21578 as .sgm or .sgm.gz)

Draws STORIES (1,000) by a fixed seed among those of 60 words or more, and writes each with three
copies as JSON Lines {"id", "group", "text", "body_start"}, all in a mixed order: one cut to the first
half of its paragraphs or lines (never under 40 words), one under another headline and with a dateline
of the paper's own, one with its sentences in another order. A story is passed over if the wire sent
it twice: if more than six in ten of its words, counted as a bag, are those of one drawn before.
"""
import json
import random
import re
import sys
from collections import Counter

import reuters

FEWEST_WORDS = 60


def bag(text):
    return Counter(w for w in re.findall(r"[a-z]{4,}", text.lower()))


def cut(sentences, words):
    kept, count = [], 0
    for sentence in sentences:
        if count >= max(40, words // 2):
            break
        kept.append(sentence)
        count += len(sentence.split())
    return " ".join(kept)


def parts(text):
    """Headline and body."""
    title, _, body = text.partition("\n\n")
    return title, " ".join(body.split())


def alike(bag_a, bag_b):
    common = sum((bag_a & bag_b).values())
    return common / max(1, min(sum(bag_a.values()), sum(bag_b.values())))


def draw(folder, count, chance):
    stories = [(n, *parts(t)) for n, t in reuters.stories(folder) if "\n\n" in t]
    stories = [s for s in stories if len(s[2].split()) >= FEWEST_WORDS]
    chance.shuffle(stories)
    chosen, bags = [], []
    for number, title, body in stories:
        words = bag(body)
        if any(alike(words, other) > 0.6 for other in bags):
            continue
        chosen.append((number, title, body))
        bags.append(words)
        if len(chosen) == count:
            break
    return chosen


def copies(number, title, body, chance):
    sentences = re.split(r"(?<=[a-z][.?!]) (?=[A-Z])", body)
    yield "first", title, body
    yield "cut", title, cut(sentences, len(body.split()))
    words = [w for w in re.findall(r"[A-Za-z]{4,}", body)]
    yield "headline", "City desk: " + " ".join(chance.sample(words, min(6, len(words)))), "By our own desk - " + body
    order = sentences[:]
    chance.shuffle(order)
    yield "order", title, " ".join(order)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    chance = random.Random(8)
    lines = []
    for number, title, body in draw(sys.argv[1], int(sys.argv[2]) if len(sys.argv) == 3 else 1000, chance):
        for kind, headline, text in copies(number, title, body, chance):
            lines.append({"id": f"{number}-{kind}", "group": number, "text": f"{headline}\n\n{text}",
                          "body_start": len((headline + "\n\n").encode())})
    chance.shuffle(lines)
    for line in lines:
        print(json.dumps(line))


if __name__ == "__main__":
    main()
