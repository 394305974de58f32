"""The label sets of the heads, and how spans become labels and labels spans."""

TYPES = ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT")
ENTITY = ["O"] + [f"{p}-{t}" for t in TYPES for p in "BIES"]
ROLES = ("source", "cue", "content")
ATTRIBUTION = ["O"] + [f"{p}-{r}" for r in ROLES for p in "BI"]
REFERENT = ["none", "PERSON", "ORG", "PLACE"]
# PLOVER's root codes (Halterman et al. 2023).
ROOTS = ("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
         "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")


def bucket(n):
    """The distance bucket of docs/model-format.md: 15 of them, from -64 and below to 64 and above."""
    for b, highest in enumerate((-64, -32, -16, -8, -4, -2, -1, 0, 1, 3, 7, 15, 31, 63)):
        if n <= highest:
            return b
    return 14


def entity_labels(n, spans):
    """Labels (indices) of n tokens for [[first, end, type]]; where spans overlap the first stands."""
    out = [0] * n
    for a, b, kind in spans:
        if any(out[a:b]):
            continue
        base = 1 + 4 * TYPES.index(kind)
        if b - a == 1:
            out[a] = base + 3
        else:
            out[a:b] = [base] + [base + 1] * (b - a - 2) + [base + 2]
    return out


def attribution_spans(labels):
    """(first, end, role index) of every span in a sentence's labels; an I after another role begins a span."""
    spans, i = [], 0
    while i < len(labels):
        if labels[i] == 0:
            i += 1
            continue
        role, j = (labels[i] - 1) // 2, i + 1
        while j < len(labels) and labels[j] == 2 * role + 2:
            j += 1
        spans.append((i, j, role))
        i = j
    return spans
