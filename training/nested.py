"""Attribution inside attribution. PolNeAR marks the outermost statement only, so examples of a second
layer are made: a sentence that reports somebody's words is itself put into another's mouth.

Only the frames below are ours; who speaks is drawn from the sources of the corpus itself.
"""
import random

BEFORE = [("{s} {c} that ", "said|told reporters|added|claimed|insisted|acknowledged|noted|argued|explained|confirmed|recalled|wrote"),
          ("{s} {c}: \u201c", "said|wrote|added|replied|warned"),
          ("According to {s}, ", ""),
          ("{s} {c}, \u201c", "said|told CNN|asked|declared")]
AFTER = [(",\u201d {s} {c}.", "said|told reporters|added|wrote|noted"),
         (", {s} {c}.", "said|reported|according to"),
         (",\u201d {c} {s}.", "said|added")]


def wrap(text, attributions, sources, random):
    """`text` is one sentence with `attributions` in it (character spans). Returns (text, outer, inner): the new
    sentence, the one attribution around it and the old ones, moved; or None where the frame does not fit."""
    body = text.rstrip()
    source = random.choice(sources)
    if len(body) > 400 or any(q in body for q in "\u201c\u201d\""):
        return None
    if random.random() < 0.5:
        frame, cues = random.choice(BEFORE)
        cue = random.choice(cues.split("|")) if cues else "According to"
        head = frame.format(s=source, c=cue)
        if head.endswith("that ") and body[:2].istitle() and body.split()[0] in LOWERED:
            body = body[0].lower() + body[1:]
        quote = head.endswith("\u201c")
        whole = head + body + ("\u201d" if quote else "")
        start = len(head) - (5 if head.endswith("that ") else 1 if quote else 0)
        end = len(whole) if quote else len(whole) - (1 if body.endswith(".") else 0)
        at = {"source": head.find(source), "cue": head.find(cue)}
        shift = len(head)
    else:
        if not body.endswith("."):
            return None
        frame, cues = random.choice(AFTER)
        cue = random.choice(cues.split("|"))
        if cue == "according to":
            frame = ", {c} {s}."
        quote = frame.startswith(",\u201d")
        tail = frame.format(s=source, c=cue)
        opening = "\u201c" if quote else ""
        whole = opening + body[:-1] + tail
        start, end = 0, len(opening + body[:-1]) + (2 if quote else 0)
        base = len(opening + body[:-1])
        at = {"source": base + tail.find(source), "cue": base + tail.find(cue)}
        shift = len(opening)
    outer = {"source": [[at["source"], at["source"] + len(source)]], "cue": [[at["cue"], at["cue"] + len(cue)]],
             "content": [[start, end]]}
    inner = [{r: [[a + shift, b + shift] for a, b in spans] for r, spans in x.items()} for x in attributions]
    return whole, outer, inner


LOWERED = {"The", "He", "She", "They", "It", "But", "And", "In", "A", "An", "His", "Her", "Their", "This", "That", "Some", "Many"}
