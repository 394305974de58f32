#!/usr/bin/env python3
"""Copies of stories as newspapers print them, to count near-duplicates by (bench/archive.py).

usage: archive_copies.py FOLDER [STORIES]     (FOLDER: Reuters-21578 as .sgm or .sgm.gz)

Draws STORIES (1,000) by a fixed seed among those of 60 words or more, and writes each with its copies as
JSON Lines {"id", "group", "text", "body_start"}, all in a mixed order:
  cut       the first half of its sentences, never under 40 words
  brief     its first sentences up to 30 words, under a headline of the paper's own
  headline  under another headline, with a line of the paper's own before it
  agency    with the dateline of another place and agency
  lead      its first sentence told in other words
  order     its sentences in another order
and with a report in the same form on something else, which is a group of its own: each figure and most
names exchanged. A story is passed over if the wire sent it twice: if more than six in ten of its words,
counted as a bag, are those of one drawn before.
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
        if count >= words:
            break
        kept.append(sentence)
        count += len(sentence.split())
    return " ".join(kept)


def told_anew(sentence, title):
    """A sentence as an editor turns it: its end first, the headline's words in between."""
    words = sentence.rstrip(".").split()
    half = len(words) // 2
    return " ".join([*words[half:], "-", title.lower(), "-", *words[:half:2]]) + "."


def exchanged(body, title, chance):
    """The same form on something else, and how many of its words differ."""
    names = {}

    def name(match):
        word = match.group()
        if word not in names:
            names[word] = "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(3)).title()
        return names[word]

    other = re.sub(r"\d", lambda _: str(chance.randrange(10)), body)
    other = re.sub(r"(?<=[a-z,] )[A-Z][a-z]{3,}", name, other)
    changed = sum(a != b for a, b in zip(body.split(), other.split()))
    return other, " ".join(names.get(w.title(), w).upper() for w in title.split()), changed


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
    """Yields (kind, headline, text, group)."""
    sentences = re.split(r"(?<=[a-z][.?!]) (?=[A-Z])", body)
    dateline, dash, story = body.partition(" - ")
    if len(dateline) > 40:
        dateline, dash, story = "", "", body
    words = re.findall(r"[A-Za-z]{4,}", body)
    headline = "City desk: " + " ".join(chance.sample(words, min(6, len(words))))
    yield "first", title, body, number
    yield "cut", title, cut(sentences, max(40, len(body.split()) // 2)), number
    yield "brief", headline, cut(sentences, 30), number
    yield "headline", headline, "By our own desk - " + body, number
    agency = chance.choice(["PARIS (AFP) - ", "GENEVA, Monday (AP) -- ", "Rome — ", "VIENNA, /APA/ "])
    yield "agency", title, agency + story, number
    first = re.split(r"(?<=[a-z][.?!]) (?=[A-Z])", story)
    yield "lead", title, dateline + dash + " ".join([told_anew(first[0], title), *first[1:]]), number
    order = sentences[:]
    chance.shuffle(order)
    yield "order", title, " ".join(order), number
    other, headline, changed = exchanged(body, title, chance)
    if changed * 12 >= len(body.split()):  # else it is nearly the story itself
        yield "other", headline, other, number + "-other"


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    chance = random.Random(8)
    lines = []
    for number, title, body in draw(sys.argv[1], int(sys.argv[2]) if len(sys.argv) == 3 else 1000, chance):
        for kind, headline, text, group in copies(number, title, body, chance):
            lines.append({"id": f"{number}-{kind}", "group": group, "text": f"{headline}\n\n{text}",
                          "body_start": len((headline + "\n\n").encode())})
    chance.shuffle(lines)
    for line in lines:
        print(json.dumps(line))


if __name__ == "__main__":
    main()
