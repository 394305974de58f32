"""Best trees and label sequences from scores: the decoders of docs/model-format.md, plainly, as a reference."""
import numpy as np

from labels import ENTITY


def tree(score):
    """Heads of the maximum spanning arborescence with one root (Chu-Liu/Edmonds). score [n, n + 1]: row a dependent,
    column a head, the last the root. Gives n heads, -1 for the root's child."""
    n = score.shape[0]
    whole = np.full((n + 1, n + 1), -1e15)
    whole[1:, 1:] = score[:, :n]
    whole[1:, 0] = score[:, n] - 1e7  # a second root never pays
    np.fill_diagonal(whole, -1e15)
    return [int(h) - 1 for h in edmonds(whole)[1:]]


def edmonds(score):
    """Heads for every node but 0; score [dependent, head]."""
    n = score.shape[0]
    heads = score.argmax(1)
    heads[0] = -1
    seen = np.zeros(n, int)
    for start in range(1, n):
        path, v = [], start
        while v > 0 and seen[v] == 0:
            seen[v] = start + 1
            path.append(v)
            v = heads[v]
        if v > 0 and seen[v] == start + 1 and v in path:
            cycle = path[path.index(v):]
            break
    else:
        return list(heads)
    inside = set(cycle)
    rest = [v for v in range(n) if v not in inside]
    small = np.full((len(rest) + 1, len(rest) + 1), -1e15)
    c = len(rest)
    small[:c, :c] = score[np.ix_(rest, rest)]
    total = sum(score[v, heads[v]] for v in cycle)
    enter, leave = {}, {}
    for i, v in enumerate(rest):
        gain = [score[u, v] - score[u, heads[u]] for u in cycle]
        enter[i] = cycle[int(np.argmax(gain))]
        small[c, i] = total + max(gain)
        if i:
            leave[i] = cycle[int(np.argmax(score[v, cycle]))]
            small[i, c] = score[v, leave[i]]
    found = edmonds(small)
    out = [-1] * n
    for v in cycle:
        out[v] = heads[v]
    entry = enter[found[c]]
    out[entry] = rest[found[c]]
    for i in range(1, c):
        out[rest[i]] = leave[i] if found[i] == c else rest[found[i]]
    return out


def entity_labels(score):
    """Best label indices of one sentence [n, labels] in which every B is closed by its E."""
    labels = len(ENTITY)
    kind = [x[2:] for x in ENTITY]
    opens = [x[0] in "BI" for x in ENTITY]
    may = np.array([[(kind[b] == kind[a] and ENTITY[b][0] in "IE") if opens[a] else ENTITY[b][0] in "OBS"
                     for b in range(labels)] for a in range(labels)])
    begin = np.array([x[0] in "OBS" for x in ENTITY])
    last = np.array([not o for o in opens])
    alpha, back = np.where(begin, score[0], -1e9), []
    for row in score[1:]:
        step = np.where(may, alpha[:, None], -1e9)
        back.append(step.argmax(0))
        alpha = step.max(0) + row
    path = [int(np.where(last, alpha, -1e9).argmax())]
    for arg in reversed(back):
        path.append(int(arg[path[-1]]))
    return path[::-1]
