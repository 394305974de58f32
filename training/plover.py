"""Sentences with an event between two actors, for the head that gives a pair its root code.

An example is {"text", "source", "target", "root", "mode", "kind", "id"}: `source` and `target` are
[start, end] in code points of `text`, or None where the sentence does not name that actor; `root` is
one of the fifteen codes in ROOTS; `mode` is None where the file gives none. `kind` says where it comes from:

  plv        pairs marked by people (Hu et al. 2024), sentences as news has them
  headline   headlines written for one code, each with several countries and towns put in; who acts on
             whom is found here by the order of the words, so it is a little less sure than the code
  lead       first sentences of stories that a language model wrote under such a headline, kept only
             where the headline's countries are named in it: the code is weak, the actors weaker

Used as `from plover import examples`, or to look at them:
  plover.py FOLDER [train|dev] [kind ...]      counts by root, then the examples as JSON Lines with --json
"""
import csv
import io
import json
import re
import sys
import zipfile
from collections import Counter
from pathlib import Path

ROOTS = ("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
         "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
ALIAS = {"CONCEDE": "YIELD", "RETREAT": "YIELD", "DEMAND": "REQUEST"}  # names of other PLOVER versions
KINDS = ("plv", "headline", "lead")


def unmark(marked):
    """The text of a marked sentence, and the first span of each mark: {"s": [start, end], "t": ...}."""
    text, spans, at = "", {}, {}
    for piece in re.split(r"(</?[st]>)", marked):
        if not re.fullmatch(r"</?[st]>", piece):
            text += piece
        elif piece[1] == "/":
            spans.setdefault(piece[2], [at[piece[2]], len(text)])
        else:
            at[piece[1]] = len(text)
    for span in spans.values():  # some marks take in a blank
        while span[1] > span[0] and text[span[1] - 1].isspace():
            span[1] -= 1
        while span[0] < span[1] and text[span[0]].isspace():
            span[0] += 1
    return text, spans


def plv(folder, part):
    """The pairs of PLV: every fifth sentence id is the development part, as score/plv.py counts it."""
    with open(Path(folder) / "plover/plv_train.tsv", newline="", encoding="utf8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            dev = int(row["sentence_id"]) % 5 == 0
            if part != "all" and dev != (part == "dev"):
                continue
            text, spans = unmark(row["marked_sentence"])
            root = row["gold_root"].upper()
            yield {"text": text, "source": spans.get("s"), "target": spans.get("t"), "root": ALIAS.get(root, root),
                   "mode": None, "kind": "plv", "id": "plv-" + row["sentence_id"]}


# The words of the headlines after which the subject is over. In the passive the subject is the target.
ACTIVE = """accuses? admits address agrees? alleges? allege announced? announces? appeal approves? arrests? arrives? arrive asks? attack
 bans? beat begins? begin behead block bombs? break breaks brings? broke calls? charge claims? claim commends? commit concedes? condemns?
 conducts? continues? continue convenes? could create criticizes cuts declares? declare declines? decry defends demands? demand denounces? denounce
 deploys? destroys downgrades eases ejects embarks ends? end enforce enters establishes? establish expands? expand expels? expresses?
 express faces floats forms gain gives has have held hit hold hosts? imposes? improve increases? injure investigates? investigating issues
 join kills? kill killed launches? lays leads made makes march may must offers? on\\ hunger pledge promises? promise protest pull pulls pummel
 quit quits raid raises? raise ramps rally ratifies ratify razes? reaches reject rejects refuses releases? renews report reportedly request
 requests resigns resume return returns rocks rules says searching seize shun signs? sign smashed speak spread spreading started stop storm
 suggests sues suspends? targets? target tests? thanks threatens? threaten tightens turn unite urge uses vows visits? warns? will withdraws?
 withdraw""".split()
PASSIVE = """abducted allowed banned beaten beheaded blockaded burned called charged condemned convicted dead deported deployed disabled
 granted guilty imposed indicted injured kidnapped lifted made out outlawed released responsible sentenced shot suspended uncovered urged""".split()
VERB = re.compile(r"\b(?:(?P<active>%s)|(?P<passive>%s))\b" % ("|".join(ACTIVE), "|".join(PASSIVE)), re.I)
# Where the target's noun phrase is over, if it is not one of the countries put in.
OBJECT_END = re.compile(r"\s(?:in|on|over|for|from|after|during|amid|amidst|following|to|by|at|as|with|of|against|while|if|that|it)\b|[,;:]", re.I)
NOT_ACTORS = re.compile(r"^(?:there|it|they|why|scoop|video)\b|\b(?:concessions|negotiations|talks|riots|protests?|curfew|clashes|shelling|gas|car|torture|"
                        r"strikes?|restrictions|repression|warfare|internet|exercises|blast|ceasefire|hostilities|withdrawal|outcome|calls?|trade|plant|"
                        r"cyberattack|misinformation|operation'|shutdown|raids|arrests|conflict|planes|explosion|cyber warfare is already happening|lives|"
                        r"investigation|houses|\d+)$", re.I)


def trim(text, span):
    """`span` without blanks, marks and possessives at its ends; None where nothing is left."""
    start, end = span
    while start < end and text[start] in " ,:;'\"()":
        start += 1
    while end > start and (text[end - 1] in " ,:;'\"()"):
        end -= 1
    if text[start:end].endswith("'s"):
        end -= 2
    return [start, end] if end > start and not NOT_ACTORS.match(text[start:end]) else None


def actors(text, filled):
    """Source and target of a headline, by the order of its words. `filled`: the countries and towns put in, in order."""
    colon = re.match(r"[^:]{2,40}: ", text)
    start = colon.end() if colon and "Spokesperson" not in colon.group() else 0
    places = [s for s in filled if s[0] >= start]
    pair = re.match(r"(?:, and | and |, )", text[places[0][1]:]) if len(places) > 1 else None
    # "A and B sign", "A, B, agree": both act; the second is written as the target.
    if pair and places[0][1] + pair.end() == places[1][0] and places[0][0] < start + 12:
        return places[0], places[1]
    clause = re.match(r"(?:After|Following|With) [^,]+, |(?:Widespread Suffering|Major Debt Relief) as ", text[start:], re.I)
    start += clause.end() if clause else 0
    verb = VERB.search(text, start)
    if not verb:  # "Outrage over X Repression", but not "X Army on Strike"
        return None, places[0] if places and places[0][0] > start else None
    subject = trim(text, (start, verb.start()))
    after = [s for s in filled if s[0] >= verb.end()]
    by = re.search(r"\bby (?=[A-Z{])", text[verb.end():])
    if verb.group("passive") or re.match(r"killed (?:in|by)\b", text[verb.start():], re.I):
        agent = None
        if by:
            begin = verb.end() + by.end()
            stop = OBJECT_END.search(text, begin)
            agent = trim(text, (begin, stop.start() if stop else len(text)))
        return agent, subject
    if after and subject:
        return subject, after[0]
    begin = verb.end()
    stop = OBJECT_END.search(text, begin)
    target = trim(text, (begin, stop.start() if stop else len(text)))
    # Only what can be hurt or helped is a target: people and bodies, not "end to sanctions".
    if target and re.search(r"(?:protest[eo]rs|government|officials?|activists?|rebels?|rioters|hostages|civilians?|companies|parties|police|"
                            r"houses|homes|media|officers|captives|businesses|organizations?|observers|diplomats|opposition|party|journalists|candidates?|children|"
                            r"students|citizens|workers|policy)$", text[target[0]:target[1]], re.I):
        return subject, target
    return subject, None


def fill_spans(template, title):
    """Where the countries and towns of `template` stand in `title`; None if they do not fit together."""
    pieces = re.split(r"(\{\w+\})", template.strip())
    pattern = "".join("(.+?)" if p.startswith("{") else re.escape(p) for p in pieces)
    match = re.fullmatch(pattern, title.strip())
    return match and [list(match.span(i + 1)) for i in range(match.re.groups)]


def stories(folder):
    """(number, template, headline, story, root, mode) of the synthetic stories."""
    csv.field_size_limit(1 << 24)
    with zipfile.ZipFile(Path(folder) / "plover/ngec_synthetic_events.csv.zip") as archive:
        with archive.open(archive.namelist()[0]) as file:
            for n, row in enumerate(csv.DictReader(io.TextIOWrapper(file, encoding="utf8"))):
                root = row["label"].upper()
                yield n, row["title"], row["prompt"].split("\n")[0].strip(), row["text"], ALIAS.get(root, root), row["mode"] or None


def lead(text):
    """The first sentence of a story."""
    first = text.strip().split("\n")[0]
    stop = re.search(r"(?<=[a-z0-9\"'])[.!?](?=\s+[A-Z\"']|$)", first)
    return first[:stop.end()] if stop else first


def synthetic(folder, kinds):
    seen = set()
    for n, template, title, story, root, mode in stories(folder):
        filled = fill_spans(template, title)
        if filled is None:
            continue
        source, target = actors(title, filled)
        if "headline" in kinds and (title, root) not in seen:
            seen.add((title, root))
            yield {"text": title, "source": source, "target": target, "root": root, "mode": mode, "kind": "headline", "id": f"headline-{n}"}
        if "lead" not in kinds or not filled:
            continue
        text = lead(story)
        places = {}
        for span in (source, target):
            inside = [f for f in filled if span and span[0] <= f[0] and f[1] <= span[1]]
            if inside:
                name = title[inside[0][0]:inside[0][1]]
                at = re.search(r"\b" + re.escape(name) + r"\b", text)
                places[tuple(span)] = list(at.span()) if at else None
        found = [s for s in places.values() if s]
        if 40 < len(text) < 400 and text[-1] in ".\"'" and found and len(found) == len(places) and len({tuple(s) for s in found}) == len(found):
            yield {"text": text, "source": places.get(tuple(source or ())), "target": places.get(tuple(target or ())), "root": root,
                   "mode": mode, "kind": "lead", "id": f"lead-{n}"}


def examples(folder, part="train", kinds=("plv", "headline")):
    """The examples below the corpora's `folder`. `part`: train, dev or all; the synthetic kinds are never in dev."""
    out = list(plv(folder, part)) if "plv" in kinds else []
    if part != "dev":
        held = {e["text"] for e in plv(folder, "dev")} if part == "train" else set()
        out = [e for e in out if e["text"] not in held]  # a sentence under two ids
        out += synthetic(folder, kinds)
    return out


def main(arguments):
    words = [a for a in arguments if a != "--json"]
    found = examples(words[0], *words[1:2], **({"kinds": words[2:]} if words[2:] else {"kinds": KINDS}))
    if "--json" in arguments:
        for e in found:
            print(json.dumps(e, ensure_ascii=False))
        return
    kinds = [k for k in KINDS if any(e["kind"] == k for e in found)]
    print("%-10s" % "root" + "".join("%10s" % k for k in kinds))
    count = Counter((e["kind"], e["root"]) for e in found)
    for root in ROOTS:
        print("%-10s" % root + "".join("%10d" % count[k, root] for k in kinds))
    print("%-10s" % "all" + "".join("%10d" % sum(e["kind"] == k for e in found) for k in kinds))
    for k in kinds:
        print("%s: %d with a source, %d with a target" % (k, sum(e["kind"] == k and e["source"] is not None for e in found),
                                                         sum(e["kind"] == k and e["target"] is not None for e in found)))


if __name__ == "__main__":
    main(sys.argv[1:])
