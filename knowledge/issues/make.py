#!/usr/bin/env python3
"""Makes rarity.tsv: in how many of 10,000 articles a word stands.

usage: make.py CORPORA OUT      (CORPORA holds polnear/, geo/ and reuters21578/)

Counts the articles of Reuters-21578, TR-News and PolNeAR's training part. Nothing of their texts but these
counts is in the table.
"""
import collections
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests"))
import position_corpora  # noqa: E402

LEAST = 20  # of 10,000 articles
HEAD = """# How common words are in news: what two issue phrases share counts by how rare it is.
#
# word <TAB> of 10,000 articles of Reuters-21578 (Distribution 1.0), TR-News and PolNeAR's training part, in how many
# it stands; words of fewer than 20 are not here. Made by `knowledge/issues/make.py CORPORA OUT`.
"""


def main(folder, out):
    articles, counts = 0, collections.Counter()
    for texts in position_corpora.CORPORA.values():
        for _, text in texts(Path(folder)):
            articles += 1
            counts.update(set(re.findall(r"[a-z]{2,}", text.lower())))
    shares = {word: round(count * 10000 / articles) for word, count in counts.items()}
    lines = [f"{word}\t{share}\n" for word, share in sorted(shares.items()) if share >= LEAST]
    Path(out).write_text(HEAD + "".join(lines), encoding="utf8")


if __name__ == "__main__":
    main(*sys.argv[1:])
