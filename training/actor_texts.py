"""Articles with labelled actors to learn from: those of tests/labels/actors_training.jsonl, whose texts are in the corpora, and the
stories of actor_stories.txt. A JSON line each: {"id", "text", "published"?, "labels": [{"span", "country", "sector"}]}, spans in
code points; `country` and `sector` hold every answer that a careful reader lets stand, "-" is none. With --raw N further articles
without labels, none of which is measured on: all of PolNeAR's training part and N of Reuters.

usage: actor_texts.py DATA [--raw N] > articles.jsonl    (DATA holds polnear/, reuters21578/ and ud/)
"""
import gzip
import json
import random
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
LABELS = HERE.parent / "tests/labels/actors_training.jsonl"
sys.path.insert(0, str(HERE.parent / "tests"))
import actor_labels  # noqa: E402


def gum_texts(path):
    """The documents of a treebank as their sentences' texts give them, paragraphs parted by an empty line."""
    name, text, is_new = None, "", False
    for line in gzip.open(path, "rt", encoding="utf8"):
        if line.startswith("# newdoc id"):
            if name:
                yield name, text, None
            name, text = line.split("=", 1)[1].strip(), ""
        is_new = is_new or line.startswith("# newpar")
        if line.startswith("# text ="):
            text += ("\n\n" if is_new else " ") * bool(text) + line.split("=", 1)[1].strip()
            is_new = False
    if name:
        yield name, text, None


def stories(path=HERE / "actor_stories.txt"):
    for story in re.split(r"^#### STORY ", path.read_text(encoding="utf8"), flags=re.M)[1:]:
        first, body = story.split("\n", 1)
        number, day = re.fullmatch(r"(\d+) \(published (\d{4}-\d\d-\d\d)\)", first.strip()).groups()
        text, at, labels = "", 0, []
        for mark in re.finditer(r"\[\[([^|\]]+)\|([^|\]]+)\|([^|\]]+)\]\]", body.strip()):
            text += body.strip()[at:mark.start()]
            labels.append({"span": [len(text), len(text) + len(mark[1])], "country": mark[2].split(","), "sector": mark[3].split(",")})
            text += mark[1]
            at = mark.end()
        yield {"id": f"story:{number}", "text": text + body.strip()[at:], "published": day, "labels": labels}


def labelled(data):
    by_article = {}
    with open(LABELS, encoding="utf8") as file:
        for line in file:
            label = json.loads(line)
            by_article.setdefault(label.pop("id"), []).append(label)
    for texts in (actor_labels.polnear_train(data), actor_labels.reuters(data), gum_texts(data / "ud/gum-train.conllu.gz")):
        for key, text, day in texts:
            if key in by_article:
                yield {"id": key, "text": text} | ({"published": day} if day else {}) | {"labels": by_article[key]}


def raw(data, count):
    with open(LABELS, encoding="utf8") as training, open(actor_labels.LABELS, encoding="utf8") as measured:
        others = {json.loads(line)["id"] for file in (training, measured) for line in file}
    reuters = [one for one in actor_labels.reuters(data) if one[0] not in others and 600 < len(one[1]) < 5000]
    for key, text, day in [one for one in actor_labels.polnear_train(data) if one[0] not in others] + random.Random(4).sample(reuters, count):
        yield {"id": key, "text": text, "published": day, "labels": []}


def main():
    data = Path(sys.argv[1])
    more = raw(data, int(sys.argv[3])) if sys.argv[2:3] == ["--raw"] else ()
    for articles in (labelled(data), stories(), more):
        for article in articles:
            print(json.dumps(article, ensure_ascii=False))


if __name__ == "__main__":
    main()
