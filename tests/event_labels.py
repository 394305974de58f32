#!/usr/bin/env python3
"""Events against labels/events.jsonl: root with both sides' countries, and silence where there is none.

usage: event_labels.py CORPORA [TACITUS] [-v] [--fresh|--blind] [--stories]    (CORPORA holds plover/, geo/, reuters21578/,
ud/ and polnear/; TACITUS: the program, "build/tacitus" if not given; -v shows what was missed and what
was too much; --fresh: against labels/events_fresh.jsonl, sentences that no rule was made with;
--blind: against labels/events_blind.jsonl, which another reader labelled, whose doubts kept sentences out;
--stories: each sentence is read where it stands in its story, and its events are those in it)

Each sentence is read by itself, and the labels are of what it tells so. The labels were made by reading the sentences, without the program:
for every event its root by PLOVER's manual, and the countries of those who act and who are acted on.
- A country is a code of the record; "-" is somebody of no country, or of one that the sentence does
  not tell; "A|B" may be either, and "A?" may be absent. An empty list is nobody.
- What both sides do alike ("met", "signed") has all of them as actors; it is right whichever list
  they are in.
- F1 counts events of the labelled sentences with events: right are those with the root and, on both
  sides, all countries of a label and none that it does not allow. Each label is found once.
- silent: sentences without an event for which the record has none, in percent, and by kind.
"""
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import event_corpora

LABELS = Path(__file__).parent / "labels"


def allowed(cell):
    """The codes that a label's cell lets stand."""
    codes = set(cell.rstrip("?").split("|"))
    return codes | {"-"} if cell.endswith("?") else codes


def fits(cells, countries):
    """Whether the countries are those of the cells: none missing, none too much."""
    sets = [allowed(cell) for cell in cells]
    return all(s & countries for s in sets) and all(any(c in s for s in sets) for c in countries)


def right(label, event):
    if label["root"] != event["root"]:
        return False
    if fits(label["actors"], event["actors"]) and fits(label["recipients"], event["recipients"]):
        return True
    if label["recipients"] and event["recipients"]:
        return False
    # Alike on both sides: who is in which list does not count.
    both = label["actors"] + label["recipients"]
    return len(both) > 1 and fits(both, event["actors"] | event["recipients"])


def found(record, begin=0, end=1 << 40):
    """The events whose word stands between two places."""
    for event in record.get("events", ()):
        if not begin <= event["trigger"][0] < end:
            continue
        yield {"root": event.get("root"), **{side: {record["actors"][a].get("country", "-") for a in event[side]}
                                             for side in ("actors", "recipients")}}


def main(folder, tacitus="build/tacitus", verbose=False, labels="events", whole=False):
    labels = [json.loads(line) for line in (LABELS / f"{labels}.jsonl").open(encoding="utf8")]
    stories = event_corpora.stories(Path(folder), [label["id"] for label in labels])
    texts = {one: text[a:b] for one, (_, text, a, b) in stories.items()}
    missing = [label["id"] for label in labels if label["id"] not in texts]
    if missing:
        sys.exit(f"not in the corpora: {', '.join(missing[:5])} ({len(missing)} in all)")
    fed = {story: text for story, text, _, _ in stories.values()} if whole else texts
    feed = "".join(json.dumps({"id": one, "text": text}) + "\n" for one, text in fed.items())
    run = subprocess.run([tacitus, "read", "--json", "--from", "jsonl", "-"], input=feed, capture_output=True, text=True, check=True)
    records = {record["id"]: record for record in map(json.loads, run.stdout.splitlines())}
    hit = made = wanted = 0
    silent, all_kinds = Counter(), Counter()
    for label in labels:
        story, _, begin, end = stories[label["id"]]
        events = list(found(records[story], begin, end) if whole else found(records[label["id"]]))
        if label["kind"] != "event":
            all_kinds[label["kind"]] += 1
            silent[label["kind"]] += not events
            if verbose and events:
                print("NOT SILENT", label["kind"], texts[label["id"]], events)
            continue
        left = list(events)
        missed = []
        for one in label["events"]:
            match = next((e for e in left if right(one, e)), None)
            if match is None:
                missed.append(one)
            else:
                left.remove(match)
                hit += 1
        made += len(events)
        wanted += len(label["events"])
        if verbose and (missed or left):
            print(texts[label["id"]])
            for one in missed:
                print("   missed  ", one["root"], ",".join(one["actors"]), ">", ",".join(one["recipients"]))
            for one in left:
                print("   too much", one["root"], ",".join(sorted(one["actors"])), ">", ",".join(sorted(one["recipients"])))
    print("events  F1 %.1f precision %.1f recall %.1f over %d events in %d sentences" % (
        200 * hit / (made + wanted), 100 * hit / max(1, made), 100 * hit / wanted, wanted, sum(x["kind"] == "event" for x in labels)))
    print("silent  %.1f over %d sentences (%s)" % (
        100 * sum(silent.values()) / sum(all_kinds.values()), sum(all_kinds.values()),
        ", ".join("%s %d of %d" % (k, silent[k], all_kinds[k]) for k in sorted(all_kinds))))


if __name__ == "__main__":
    words = [a for a in sys.argv[1:] if not a.startswith("-")]
    which = next((name for name in ("fresh", "blind") if f"--{name}" in sys.argv), None)
    main(*words, verbose="-v" in sys.argv, labels=f"events_{which}" if which else "events", whole="--stories" in sys.argv)
