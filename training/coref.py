"""Who is the same as whom: MUC, B-cubed and CEAF-e (the metrics as Pradhan et al. 2014 fix them) on GUM.

usage: coref.py GUM.conllu.gz --dump "PROGRAM MODEL" [--tacitus PROGRAM] [--json OUT]

Counted are mentions of persons, organizations and places that corefer, in gold and answer alike: those whose
chain has a single mention are dropped on both sides, as in the CoNLL-2012 shared task. A mention is its head
word. Two answers are scored: `chains`, what the model's reference head says of the raw text, and `record`, the
actors that the engine's rules make of it (a mention of the record stands for the gold head inside it that no
shorter one holds). `mentions` is how many of the gold ones the answer has at all, and how many of its are gold.
`pronouns` is the share of he, she, it, they and their forms whose chain in the gold names somebody before, that
the record leads to an actor most of whose names are of that chain.
"""
import argparse
import collections
import json
import shlex

import gum
from prepare import run

PRONOUNS = set("he him his himself she her hers herself it its itself they them their theirs themselves".split())


def chains(mentions):
    """{mention: chain} as a list of sets, without those of one mention."""
    by = collections.defaultdict(set)
    for mention, chain in mentions.items():
        by[chain].add(mention)
    return [c for c in by.values() if len(c) > 1]


def index(found):
    return {m: i for i, c in enumerate(found) for m in c}


def muc(key, answer):
    """Links of `key` that `answer` keeps, and all (Vilain et al. 1995)."""
    at = index(answer)
    right = all_of_it = 0
    for chain in key:
        parts = len({at[m] for m in chain if m in at}) + sum(m not in at for m in chain)
        right += len(chain) - parts
        all_of_it += len(chain) - 1
    return right, all_of_it


def b_cubed(key, answer):
    """For each mention of `key` the share of its chain that `answer` has with it (Bagga and Baldwin 1998)."""
    at = index(answer)
    right = sum(len(chain & answer[at[m]]) / len(chain) for chain in key for m in chain if m in at)
    return right, sum(len(chain) for chain in key)


def ceaf_e(key, answer):
    """The best pairing of chains, each pair worth 2|K and R| / (|K| + |R|) (Luo 2005)."""
    few, many = sorted((key, answer), key=len)
    if not few:
        return 0
    return -cheapest([[-2 * len(a & b) / (len(a) + len(b)) for b in many] for a in few])


def cheapest(cost):
    """The least sum of one entry a row, no two in a column (Kuhn 1955); no more rows than columns."""
    n, m = len(cost), len(cost[0])
    u, v, row_of = [0.0] * (n + 1), [0.0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        row_of[0], column = i, 0
        least, before, seen = [float("inf")] * (m + 1), [0] * (m + 1), [False] * (m + 1)
        while row_of[column]:
            seen[column], row, step, best = True, row_of[column], float("inf"), 0
            for j in range(1, m + 1):
                if seen[j]:
                    continue
                left = cost[row - 1][j - 1] - u[row] - v[j]
                if left < least[j]:
                    least[j], before[j] = left, column
                if least[j] < step:
                    step, best = least[j], j
            for j in range(m + 1):
                if seen[j]:
                    u[row_of[j]] += step
                    v[j] -= step
                else:
                    least[j] -= step
            column = best
        while column:
            row_of[column] = row_of[before[column]]
            column = before[column]
    return sum(cost[row_of[j] - 1][j - 1] for j in range(1, m + 1) if row_of[j])


def f1(recall, precision):
    r, p = (100 * a / b if b else 0 for a, b in (recall, precision))
    return round(2 * p * r / (p + r), 1) if p + r else 0.0


def plus(a, b):
    return [x + y for x, y in zip(a, b)]


class Score:
    def __init__(self):
        self.sums = collections.defaultdict(lambda: [[0, 0], [0, 0]])

    def add(self, gold, answer):
        """Both {mention: chain}, the mentions of one document."""
        k, a = chains(gold), chains(answer)
        same = ceaf_e(k, a)
        ms = (set(index(k)), set(index(a)))
        for name, pair in (("MUC", (muc(k, a), muc(a, k))), ("B-cubed", (b_cubed(k, a), b_cubed(a, k))),
                           ("CEAF-e", ((same, len(k)), (same, len(a)))),
                           ("mentions", ((len(ms[0] & ms[1]), len(ms[0])), (len(ms[0] & ms[1]), len(ms[1]))))):
            self.sums[name] = [plus(x, y) for x, y in zip(self.sums[name], pair)]

    def figures(self):
        out = {name: {"recall": round(100 * r[0] / max(1, r[1]), 1), "precision": round(100 * p[0] / max(1, p[1]), 1),
                      "f1": f1(r, p)} for name, (r, p) in self.sums.items()}
        out["CoNLL"] = round(sum(out[m]["f1"] for m in ("MUC", "B-cubed", "CEAF-e")) / 3, 1)
        return out


def of_chains(found, at):
    """{gold word or own name of the mention: chain} of a model_dump row."""
    chain_of, out = {}, {}
    for token, _, antecedent in found["references"]:
        chain_of[token] = chain_of.get(antecedent, token)
        begin, end = found["tokens"][token]
        out[at.get((begin, end), ("token", token))] = chain_of[token]
    return out


def of_record(record, gold, words):
    """The same of a record: a mention's own is the gold head in it that no shorter mention holds."""
    mentions = sorted((m for m in record["mentions"] if "actor" in m), key=lambda m: m["end"] - m["start"])
    heads = {w: tuple(words[w]) for w in gold}
    out, taken = {}, set()
    for n, m in enumerate(mentions):
        inside = [w for w, (a, b) in heads.items() if m["start"] <= a and b <= m["end"] and w not in taken]
        if inside:
            taken.update(inside)
            out[inside[0] if len(inside) == 1 else max(inside)] = m["actor"]
        else:
            out[("mention", n)] = m["actor"]
    return out


def pronouns(document, gold, answer, words_of):
    """(right, answered, all): see above."""
    upos = document["upos"]
    names = collections.defaultdict(collections.Counter)
    for word, actor in answer.items():
        if isinstance(word, int) and upos[word] == "PROPN":
            names[actor][gold[word]] += 1
    named, right, answered, total = set(), 0, 0, 0
    for word in sorted(gold):
        if upos[word] == "PROPN":
            named.add(gold[word])
        elif words_of[word].lower() in PRONOUNS and gold[word] in named:
            total += 1
            best = names[answer.get(word)].most_common(1)
            answered += word in answer
            right += bool(best) and best[0][0] == gold[word]
    return right, answered, total


def main():
    args = argparse.ArgumentParser()
    args.add_argument("gold")
    args.add_argument("--dump", required=True)
    args.add_argument("--tacitus", default="../build/tacitus")
    args.add_argument("--json")
    args = args.parse_args()
    documents = list(gum.documents(args.gold))
    rows = [{"id": d["id"], "text": d["text"]} for d in documents]
    dumps = run(shlex.split(args.dump), rows)
    records = run([args.tacitus, "read", "--from", "jsonl", "--json", "-"], rows)
    scores, right = {"chains": Score(), "record": Score()}, [0, 0, 0]
    for document, dump, record in zip(documents, dumps, records):
        assert document["id"] == dump["id"] == record["id"]
        gold = {w: cluster for w, _, cluster in document["references"]}
        at = {tuple(span): w for w, span in enumerate(document["words"])}
        scores["chains"].add(gold, of_chains(dump, at))
        answer = of_record(record, gold, document["words"])
        scores["record"].add(gold, answer)
        words_of = [document["text"][a:b] for a, b in document["words"]]
        right = plus(right, pronouns(document, gold, answer, words_of))
    out = {name: score.figures() for name, score in scores.items()}
    out["pronouns"] = round(100 * right[0] / max(1, right[2]), 1)
    for name in scores:
        print(name, "CoNLL", out[name].pop("CoNLL"),
              *(f"{m} R {v['recall']} P {v['precision']} F1 {v['f1']};" for m, v in out[name].items()))
        out[name] = {m: v["f1"] for m, v in out[name].items()}
    print(f"pronouns right {out['pronouns']} % of {right[2]}, {100 * right[0] / max(1, right[1]):.1f} % of the "
          f"{right[1]} that are led to an actor")
    if args.json:
        json.dump(out, open(args.json, "w"), indent=1)


if __name__ == "__main__":
    main()
