#!/usr/bin/env python3
"""Headlines, dates and sources of web pages against page_labels.jsonl, in percent of the pages.

usage: page_labels.py FOLDER [TACITUS]     (FOLDER holds html/ID.html.gz; TACITUS: the program)

The labels were made by reading the pages: the headline over the article; the time of publication,
in the zone of the page where it says one; the publisher, and the agency where one is credited.
A field that a page does not state is null, and only its absence is right.
- title: the same words; signs, quotation marks and capitals do not count.
- published: the same day, in the label's own zone or in UTC; a page without a zone has its own day.
- source: one of the label's names; "the", ".com" and spaces do not count.
"""
import datetime
import gzip
import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

LABELS = Path(__file__).with_name("page_labels.jsonl")


def words(text):
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("'", ""))


def name(text):
    text = re.sub(r"^the\s+|\.com$", "", text.strip().lower())
    return "".join(words(text))


def days(date):
    """The days that an ISO 8601 date or date-time lies on: where it was written, and in UTC."""
    found = {date[:10]}
    if re.search(r"T.*([+-]\d\d:\d\d|Z)$", date):
        moment = datetime.datetime.fromisoformat(date.replace("Z", "+00:00"))
        found.add(moment.astimezone(datetime.timezone.utc).date().isoformat())
    return found


def right(field, label, found):
    if label is None or found is None:
        return label == found
    if field == "title":
        return words(label) == words(found)
    if field == "published":
        return bool(days(label) & days(found))
    return name(found) in {name(one) for one in label}


def main(folder, tacitus="build/tacitus"):
    labels = [json.loads(line) for line in LABELS.open()]
    feed = []
    for label in labels:
        html = gzip.open(Path(folder) / "html" / f"{label['id']}.html.gz").read()
        feed.append(json.dumps({"id": label["id"], "html": html.decode("utf8", "replace")}))
    urls = Path(folder) / "ground-truth.json"
    if urls.exists():
        known = json.loads(urls.read_text())
        feed = [json.dumps({**json.loads(f), "url": known[l["id"]]["url"]}) for f, l in zip(feed, labels)]
    run = subprocess.run([tacitus, "read", "--from", "jsonl", "--json", "-"], stdout=subprocess.PIPE,
                         input="\n".join(feed).encode(), check=True)
    records = {r["id"]: r for r in map(json.loads, run.stdout.decode().splitlines())}
    for field in ("title", "published", "source"):
        wrong = [l for l in labels if not right(field, l[field], records.get(l["id"], {}).get(field))]
        print(f"{field} {100 * (1 - len(wrong) / len(labels)):.1f} % of {len(labels)}")
        for label in wrong if os.environ.get("VERBOSE") else []:
            print(f"  {label['id'][:12]} {label[field]!r} found {records.get(label['id'], {}).get(field)!r}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
