#!/usr/bin/env python3
"""The unit-test records of PETRARCH with their own dictionaries, in percent of the records.

usage: petrarch_records.py CORPORA [TACITUS] [-v]   (CORPORA holds petrarch/; TACITUS: the program)

A record is a sentence with the events that PETRARCH codes: source, target and code each. Left out are
records about what is not done here: errors and discards (ERROR), a source or target that is unknown on
purpose (---, and ### of actors that the dictionary has in comments only), and quoted text as an actor.
Where a record's text and its parse are not of the same words, the parse's are read: PETRARCH codes those.
- codes: a record is right if the record has the codes of all its events and no others.
- actors and codes: the same with both sides' codes. Only where the program has --actors.
"""
import json
import re
import subprocess
import sys
from pathlib import Path


def words_of(text, parse):
    """The text; where the parse has other words, those."""
    leaves = re.findall(r"\(\S+ ([^\s()]+)\)", parse.group(1)) if parse else []
    leaves = [{"-LRB-": "(", "-RRB-": ")"}.get(word, word) for word in leaves]
    letters = lambda words: re.sub(r"[^a-z0-9]", "", words.lower())
    if not leaves or letters(" ".join(leaves)) == letters(text):
        return text
    return re.sub(r" (?=[.,;:!?)]|'s\b)", "", " ".join(leaves))


def records(path):
    text = path.read_text(encoding="utf8", errors="replace")
    for block in re.findall(r"<Sentence .*?</Sentence>", text, re.S):
        def attribute(name, where):
            found = re.search(rf'{name}\s*=\s*"([^"]*)"', where)
            return found and found.group(1)
        sentence = re.search(r"<Text>(.*?)</Text>", block, re.S)
        events = [(attribute("sourcecode", e), attribute("targetcode", e), attribute("eventcode", e))
                  for e in re.findall(r"<EventCoding ([^>]*)>", block)]
        if not sentence or attribute("category", block) == "ERROR":
            continue
        if re.search(r"noevents|error", "".join(re.findall(r"<EventCoding ([^>]*)>", block)), re.I):
            events = []
        if any(not c or "---" in c or "###" in c or "'" in c for e in events for c in e):
            continue
        yield {"id": attribute("id", block), "date": attribute("date", block), "events": events,
               "text": words_of(" ".join(sentence.group(1).split()), re.search(r"<Parse>(.*?)</Parse>", block, re.S))}


def pairs(record):
    """(source, target, code) of the record's events, one for each two sides."""
    for event in record.get("events", ()):
        if "PETR.Validate.verbs.txt" not in event["reason"]["rule"]:
            continue  # told by the program's own tables
        # "FRO/BIL" is the code of a name that stands for several.
        codes = lambda side: [c for a in event[side] for c in record["actors"][a].get("code", "---").split("/")]
        actors, recipients = codes("actors"), codes("recipients")
        if not recipients and len(actors) > 1:
            yield from ((a, b, event["cameo"]) for a in actors for b in actors if a != b)
        yield from ((a, b, event["cameo"]) for a in actors for b in recipients)
        if not actors or not recipients and len(actors) == 1:
            yield ("---", "---", event["cameo"])


def main(folder, tacitus="build/tacitus", verbose=False):
    folder = Path(folder) / "petrarch"
    wanted = list(records(folder / "PETR.UnitTest.records.xml"))
    command = [tacitus, "read", "--json", "--explain", "--from", "jsonl", "--verbs", str(folder / "PETR.Validate.verbs.txt")]
    has_actors = "--actors" in subprocess.run([tacitus, "read", "--help"], capture_output=True, text=True).stdout
    if has_actors:
        command += ["--actors", str(folder / "PETR.Validate.actors.txt"), "--actors", str(folder / "PETR.Validate.agents.txt")]
    feed = "".join(json.dumps({"id": str(n), "text": w["text"], "published": "%s-%s-%s" % (w["date"][:4], w["date"][4:6], w["date"][6:])}) + "\n"
                   for n, w in enumerate(wanted))
    run = subprocess.run(command + ["-"], input=feed, capture_output=True, text=True, check=True)
    found = [json.loads(line) for line in run.stdout.splitlines()]
    codes = both = 0
    for want, record in zip(wanted, found):
        have = set(pairs(record))
        right = {c for _, _, c in have} == {c for _, _, c in want["events"]}
        codes += right
        both += have == set(want["events"])
        if verbose and not (have == set(want["events"]) if has_actors else right):
            print(want["id"], want["text"], "\n   want", sorted(want["events"]), "\n   have", sorted(have))
    print("petrarch codes             %.1f over %d records" % (100 * codes / len(wanted), len(wanted)))
    if has_actors:
        print("petrarch actors and codes  %.1f" % (100 * both / len(wanted)))


if __name__ == "__main__":
    words = [a for a in sys.argv[1:] if a != "-v"]
    main(*words, verbose="-v" in sys.argv)
