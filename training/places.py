#!/usr/bin/env python3
"""Trains the two models of places and measures them over folds that they were not trained on.

usage: places.py --corpus TR-News.xml --dump build/place_dump --out ../knowledge/places/weights.tsv

The first model says whether a stretch of text names a place (logistic regression), the second which
place a name means (softmax over its candidates). Features come from the program itself. The corpus
is cut by article into five folds with a pinned seed; for each fold both models are trained on the
other four and the program reads the fold with their weights, so the figures that are printed are
of articles that were not trained on. The weights that are written are trained on all.
"""
import argparse
import json
import math
import random
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np

FOLDS = 5
SEED = 7
NEAR = 161        # km
FIND_DECAY = 0.6  # L2 of the first model's weights, over the sum of losses
RANK_DECAY = 1.5

# What is known beforehand: weights are drawn to these where the corpus is silent.
PRIOR = {
    "find": {
        "entity person all & kind capital": 2.5, "entity person all & kind country": -0.5,
        "entity org all & kind capital": 1.5, "entity person first": -1.5,
        "entity person last": -1.0, "entity person inside": -1.0, "entity none": -0.5,
        "entity gpe all": 1.0, "entity loc all": 1.0, "entity gpe over": 1.5,
        "entity loc over": 1.5, "name short & list behind its town": 2.0, "given yes": -0.5,
        "entity person all & sense person": -0.7, "name adjective & relation amod": 1.0,
        "before honorific": -2.0, "before given name": -1.5, "name adjective & people yes": -0.5,
        "kind water": 1.0, "kind region": 1.0, "kind continent": 1.0, "kind country": 0.5,
        "after paper": -3.5, "fame none": 0.5, "entity gpe all & fame none": 1.0, "entity loc all & kind water": 1.0,
    },
    "rank": {
        "fame": 2.0, "part named behind": 5.0, "part another behind": -2.0,
        "part in the sentence": 0.5, "kind country": 1.0, "kind capital": 1.5, "kind seat": 0.3,
        "kind division": -0.3, "kind quarter": -0.5, "behind a world city": -0.5,
        "country share": 1.0, "division towns": 0.3, "division named yes": 0.7,
        "publisher same": 1.0, "near 30": 0.7, "near 100": 0.5, "name other": -0.3,
        "name short": -1.0, "main country yes": 0.5,
    },
}
SILVER = 0.15     # weight of a silver name beside a gold one

HEAD = """# What the two models of places weigh: see src/read/places/span_features.cc and ranking.cc.
#
# model <TAB> feature <TAB> weight. Made by `make -C training places` from TR-News (Gritta et al.
# 2019); only the weights are here, nothing of its texts. A stretch of text is a place where its
# weights in "find" add up to more than 0; a name means the candidate with the highest sum in "rank".
"""


def km(a, b, c, d):
    a, b, c, d = map(math.radians, (a, b, c, d))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1, h)))


def corpus(path):
    """Articles with their gold places as they stand, and as they should stand: (begin, end, lat,
    lon, id). Some articles' spans are a few characters off; those are moved to the phrase that
    they name, for training alone."""
    articles = []
    for number, article in enumerate(ET.parse(path).getroot().iter("article")):
        text = article.findtext("text")
        gold, moved, shift = [], [], 0
        toponyms = sorted(article.iter("toponym"), key=lambda t: int(t.findtext("start")))
        for toponym in toponyms:
            tag = toponym.find("gaztag")
            lat = toponym.findtext("lat") or (tag.findtext("lat") if tag is not None else None)
            lon = toponym.findtext("lon") or (tag.findtext("lon") if tag is not None else None)
            begin, end = int(toponym.findtext("start")), int(toponym.findtext("end"))
            place = (lat and float(lat), lon and float(lon),
                     int(tag.get("geonameid")) if tag is not None else None)
            gold.append((begin, end, *place))
            phrase = toponym.findtext("phrase") or text[begin:end]
            spots = [at for at in range(max(0, begin + shift - 25), begin + shift + 26)
                     if text.startswith(phrase, at)]
            if spots:
                at = min(spots, key=lambda at: abs(at - begin - shift))
                shift = at - begin
                moved.append((at, at + len(phrase), *place))
        articles.append({"id": article.get("docid") or str(number), "text": text, "gold": gold,
                         "moved": moved, "url": (article.findtext("url") or "").strip()})
    return articles


class Program:
    """The engine with the articles read, waiting for weights."""
    def __init__(self, dump, model, gazetteer, articles):
        lines = subprocess.run([dump, "--features"], stdout=subprocess.PIPE, check=True).stdout
        self.names = {"find": [], "rank": []}
        for line in lines.decode().splitlines():
            model_name, feature = line.split("\t")
            self.names[model_name].append(feature)
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as feed:
            for a in articles:
                feed.write(json.dumps({"id": a["id"], "text": a["text"], "url": a["url"],
                                       "gold": "gold" in a}) + "\n")
            feed.flush()
            self.process = subprocess.Popen([dump, model, gazetteer, feed.name],
                                            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            self.read({})  # then all articles are read

    def table(self, weights):
        return "".join(f"{model}\t{self.names[model][i]}\t{w:.4g}\n"
                       for model in ("find", "rank") if model in weights
                       for i, w in enumerate(weights[model]) if abs(w) >= 5e-4)

    def read(self, weights, letters="g"):
        """What the program makes of the articles, by their ids; see place_dump.cc for letters."""
        with tempfile.NamedTemporaryFile("w", suffix=".tsv") as table:
            table.write(self.table(weights))
            table.flush()
            self.process.stdin.write((letters + " " + table.name + "\n").encode())
            self.process.stdin.flush()
            out = {}
            for line in self.process.stdout:
                if not line.strip():
                    return out
                line = json.loads(line)
                out[line["id"]] = line
        sys.exit("places.py: place_dump ended")


def matrix(rows, width):
    out = np.zeros((len(rows), width), np.float32)
    for r, features in enumerate(rows):
        for feature, value in features:
            out[r, feature] += value
    return out


def prior(program, model):
    names = program.names[model]
    unknown = PRIOR[model].keys() - set(names)
    if unknown:
        sys.exit(f"places.py: there are no features {sorted(unknown)}")
    return np.array([PRIOR[model].get(name, 0.0) for name in names])


def descend(gradient, start, decay, steps=300, memory=10):
    """Minimises what `gradient` gives (loss, gradient), with a penalty on the square of the way from
    `start`, by L-BFGS (Nocedal and Wright 2006, algorithm 7.5) with halved steps."""
    def penalised(w):
        loss, slope = gradient(w)
        return loss + decay * float((w - start) @ (w - start)) / 2, slope + decay * (w - start)

    w = start.copy()
    loss, slope = penalised(w)
    pairs = []
    for _ in range(steps):
        way = slope.copy()
        kept = []
        for s, y in reversed(pairs):
            a = (s @ way) / (s @ y)
            way -= a * y
            kept.append(a)
        if pairs:
            s, y = pairs[-1]
            way *= (s @ y) / (y @ y)
        else:
            way /= max(1.0, np.abs(way).max())
        for (s, y), a in zip(pairs, reversed(kept)):
            way += s * (a - (y @ way) / (s @ y))
        step = 1.0
        while step > 1e-6:
            tried, its_slope = penalised(w - step * way)
            if tried < loss - 1e-4 * step * (slope @ way):
                break
            step /= 2
        else:
            break
        s, y = -step * way, its_slope - slope
        if s @ y > 1e-10:
            pairs = (pairs + [(s, y)])[-memory:]
        w, slope = w + s, its_slope
        if loss - tried < 1e-6 * max(1, loss):
            break
        loss = tried
    return w


def train_find(articles, read, start):
    rows, labels = [], []
    for article in articles:
        gold = {(g[0], g[1]) for g in article["moved"]}
        for span in read[article["id"]]["spans"]:
            rows.append(span["features"])
            labels.append(tuple(span["span"]) in gold)
    x, y = matrix(rows, len(start)).astype(np.float64), np.array(labels, np.float64)

    def gradient(w):
        z = x @ w
        loss = np.logaddexp(0, z) - y * z
        return loss.sum(), x.T @ (1 / (1 + np.exp(-z)) - y)

    return descend(gradient, start, FIND_DECAY)


def rank_cases(articles, reads):
    """Names with gold: candidates' features, which of them are right, and how often it is meant."""
    cases = []
    for read in reads:
        for article in articles:
            gold = {(g[0], g[1]): g for g in article["moved"]}
            for group in read[article["id"]]["groups"]:
                meant = {}
                for mention in group["mentions"]:
                    g = gold.get(tuple(mention))
                    if g and g[2] is not None:
                        meant[g[2:]] = meant.get(g[2:], 0) + 1
                if not meant or not group["candidates"]:
                    continue
                (lat, lon, gid), count = max(meant.items(), key=lambda kv: kv[1])
                right = [c["id"] == gid for c in group["candidates"]]
                if not any(right):
                    right = [km(lat, lon, c["lat"], c["lon"]) <= NEAR for c in group["candidates"]]
                if any(right):
                    cases.append(([c["features"] for c in group["candidates"]], right,
                                  math.sqrt(count)))
    return cases


def train_rank(cases, start):
    rows = matrix([f for case in cases for f in case[0]], len(start)).astype(np.float64)
    right = np.array([r for case in cases for r in case[1]])
    starts = np.cumsum([0] + [len(case[0]) for case in cases])[:-1]
    sizes = np.array([len(case[0]) for case in cases])
    weight = np.array([case[2] for case in cases])
    each = np.repeat(np.arange(len(cases)), sizes)

    def gradient(w):
        z = rows @ w
        z -= np.maximum.reduceat(z, starts)[each]
        e = np.exp(z)
        total = np.add.reduceat(e, starts)
        good = np.add.reduceat(e * right, starts)
        slope = (e / total[each] - e * right / good[each]) * weight[each]
        return float((weight * (np.log(total) - np.log(good))).sum()), rows.T @ slope

    return descend(gradient, start, RANK_DECAY)


def silver_cases(articles, read, part):
    """Names of articles without gold whose meaning is beyond doubt: the country or division stands
    behind it, or it is far larger than all namesakes and nothing speaks for another."""
    cases = []
    for article in articles:
        for group in read[article["id"]]["groups"]:
            candidates = group["candidates"]
            if len(candidates) < 2:
                continue
            named = [any(f == part["named behind"] for f, _ in c["features"]) for c in candidates]
            other = any(f == part["another behind"] for c in candidates for f, _ in c["features"])
            first = candidates[0]
            far = [c for c in candidates[1:]
                   if km(first["lat"], first["lon"], c["lat"], c["lon"]) > NEAR]
            if any(named):
                right = [n and n not in named[:i] for i, n in enumerate(named)]
            elif (not other and first["kind"] in (0, 1, 2, 4, 5) and first["prominence"] >= 100
                  and all(c["prominence"] + 26 <= first["prominence"] for c in far)):
                right = [c not in far for c in candidates]
            else:
                continue
            cases.append(([c["features"] for c in candidates], right, SILVER))
    return cases


def train(program, articles, zero, plain):
    start = {model: prior(program, model) for model in ("find", "rank")}
    names = program.names["rank"]
    part = {value: names.index("part " + value) for value in ("named behind", "another behind")}
    find, rank = train_find(articles, zero, start["find"]), start["rank"]
    # The second reading sees the guesses of the first model in place of those of the prior.
    for _ in range(2):
        weights = {"find": find, "rank": rank}
        reads = [program.read(weights, "a"), program.read(weights, "gu")]
        cases = rank_cases(articles, reads) + silver_cases(plain, reads[0], part)
        rank = train_rank(cases, start["rank"])
    return {"find": find, "rank": rank}


def score(articles, read):
    """As the scorer of the project counts."""
    counts = dict.fromkeys(("found", "gold", "hit", "located", "near", "same"), 0)
    for article in articles:
        places = {}
        for group in read[article["id"]]["groups"]:
            best = group["candidates"][group["best"]] if group["best"] >= 0 else None
            for mention in group["mentions"]:
                places[tuple(mention)] = best
        counts["found"] += len(places)
        for begin, end, lat, lon, gid in article["gold"]:
            counts["gold"] += 1
            if (begin, end) not in places:
                continue
            counts["hit"] += 1
            if lat is None:
                continue
            counts["located"] += 1
            best = places[begin, end]
            if best:
                counts["near"] += km(lat, lon, best["lat"], best["lon"]) <= NEAR
                counts["same"] += best["id"] == gid
    return counts


def show(title, c):
    p, r = c["hit"] / max(1, c["found"]), c["hit"] / max(1, c["gold"])
    e, f = c["near"] / max(1, c["found"]), c["near"] / max(1, c["gold"])
    print(f"{title}: found P {100 * p:.1f} R {100 * r:.1f} F1 {200 * p * r / max(1e-9, p + r):.1f}; "
          f"within {NEAR} km {100 * c['near'] / max(1, c['located']):.1f}, same id "
          f"{100 * c['same'] / max(1, c['located']):.1f} over {c['located']}; end to end F1 "
          f"{200 * e * f / max(1e-9, e + f):.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--dump", required=True)
    parser.add_argument("--model", default="../models/tacitus.model")
    parser.add_argument("--gazetteer", default="../models/places.gazetteer")
    parser.add_argument("--plain", type=Path, help="a folder of news texts for silver names")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--errors", type=Path, help="write what goes wrong in the folds here")
    arguments = parser.parse_args()

    articles = corpus(arguments.corpus)
    plain = [{"id": f"plain {path.name}", "text": path.read_text(encoding="utf-8"), "url": ""}
             for path in sorted(arguments.plain.glob("*.txt"))[::8]] if arguments.plain else []
    program = Program(arguments.dump, arguments.model, arguments.gazetteer, articles + plain)
    zero = program.read({}, "gs")
    if arguments.out:
        weights = train(program, articles, zero, plain)
        show("trained on all, read again", score(articles, program.read(weights)))
        arguments.out.write_text(HEAD + program.table(weights))
    order = list(range(len(articles)))
    random.Random(SEED).shuffle(order)
    read = {}
    for fold in range(FOLDS):
        held = [articles[i] for i in order[fold::FOLDS]]
        rest = [articles[i] for n, i in enumerate(order) if n % FOLDS != fold]
        weights = train(program, rest, zero, plain)
        done = program.read(weights)
        read.update({article["id"]: done[article["id"]] for article in held})
    counts = score(articles, read)
    show("folds not trained on", counts)
    if arguments.errors:
        write_errors(articles, read, arguments.errors)


def write_errors(articles, read, path):
    with open(path, "w") as out:
        for article in articles:
            text, gold = article["text"], {(g[0], g[1]): g for g in article["moved"]}
            places = {}
            for group in read[article["id"]]["groups"]:
                for mention in group["mentions"]:
                    places[tuple(mention)] = (group["candidates"][group["best"]]
                                              if group["best"] >= 0 else None)
            for begin, end in sorted(gold.keys() | places.keys()):
                around = (text[max(0, begin - 40):begin] + "[" + text[begin:end] + "]" +
                          text[end:end + 30]).replace("\n", "/")
                g = gold.get((begin, end))
                if g is None:
                    print("false", article["id"], around, sep="\t", file=out)
                elif (begin, end) not in places:
                    print("missed", article["id"], around, sep="\t", file=out)
                elif g[2] is not None:
                    best = places[begin, end]
                    if not best or km(g[2], g[3], best["lat"], best["lon"]) > NEAR:
                        print("elsewhere", article["id"], around, g[2:], best and
                              (best["name"], best["kind"], round(best["lat"], 2), round(best["lon"], 2), best["id"]),
                              sep="\t", file=out)


if __name__ == "__main__":
    sys.exit(main())
