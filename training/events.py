"""What is learned of events: the act head of the model, and the weights of the judge (knowledge/plover/judge.tsv).

usage: events.py texts --data FOLDER --out ARTICLES --raw RAW       JSON Lines for event_dump: each labelled sentence, alone and some in
                       their stories; and texts from which the head learns first what the rules know
       events.py train --articles ARTICLES --dump "event_dump MODEL GAZETTEER" --raw DUMP VECTORS RECORDS --work FOLDER --head HEAD.npz
                       --judge TABLE                                DUMP, VECTORS: of model_dump, RECORDS: of `tacitus read`, for RAW
       events.py join --model MODEL --head HEAD.npz --out MODEL     the model file with the head in it

Learned from tests/labels/events_training.jsonl. What is printed is of five folds by story, F1 as tests/event_labels.py counts it, and
then of events.jsonl and events_fresh.jsonl, which nothing is learned from.
"""
import argparse
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import torch

from event_head import Head, acts_of, first_head, join, save_head, score, train_head
from event_judge import (ACTOR, RECIPIENT, bounds_of, event_rows, fit_sum, party_rows, score_words, shifted, show, write_table)
from event_texts import SETS, Sentence, labelled, write_texts

FOLDS = 3


class Dump:
    """The program event_dump at work: first its tokens, then the words that it judges."""

    def __init__(self, arg):
        self.vectors_path = f"{arg.work}/events.vectors"
        self.run = subprocess.Popen([*arg.dump.split(), arg.articles, self.vectors_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        items = {item["id"]: item for item in labelled()}
        self.sentences, at = [], 0
        with open(arg.articles, encoding="utf8") as articles:
            for its in self.lines():
                article = json.loads(next(articles))
                assert article["id"] == its["id"]
                self.sentences.append(Sentence(article, items[article["id"].removesuffix("#story")], its["tokens"], at))
                at += len(its["tokens"])
        self.vectors = np.memmap(self.vectors_path, np.uint16, "r").reshape(-1, 384)
        self.by_id = {s.id: s for s in self.sentences}

    def lines(self):
        for line in self.run.stdout:
            if line == "\n":
                return
            yield json.loads(line)

    def tell(self, line):
        self.run.stdin.write(line + "\n")
        self.run.stdin.flush()

    def judged(self, fold, table):
        """Gives the sentences of a fold their words as judged by a table."""
        self.tell(f"judge {fold} {table}")
        for its in self.lines():
            self.by_id[its["id"]].words = its["words"]


def train(arg):
    torch.set_num_threads(1)
    dump = Dump(arg)
    sentences, vectors = dump.sentences, dump.vectors
    learned, others = [s for s in sentences if s.has_words], [s for s in sentences if not s.has_words]
    stories = sorted({s.story for s in learned})
    np.random.default_rng(7).shuffle(stories)
    part = {story: n % FOLDS for n, story in enumerate(stories)}
    for s in sentences:
        s.fold = part[s.story] if s.has_words else FOLDS
    print({"sentences": len({s.item["id"] for s in learned}), "readings": len(learned),
           "events": sum(len(s.events) for s in learned if s.alone)}, flush=True)
    if arg.first and Path(arg.first).exists():
        first = Head()
        first.load_state_dict(torch.load(arg.first))
    else:
        first = first_head(arg)
    for fold in range(FOLDS + 1):
        head = train_head([s for s in learned if s.fold != fold], vectors, first)
        score(head, [s for s in sentences if s.fold == fold], vectors)
    save_head(head, arg.head)
    with open(f"{arg.work}/events.acts", "w", encoding="utf8") as out:
        for s in sentences:
            out.write(json.dumps({"fold": s.fold, "acts": acts_of(s)}) + "\n")
    dump.tell(f"acts {arg.work}/events.acts")
    names = {"party": [], "event": []}
    for line in subprocess.run([arg.dump.split()[0], "--features"], capture_output=True, text=True, check=True).stdout.splitlines():
        space, name = line.split("\t")
        names[space].append(name)
    table = f"{arg.work}/events.table"
    write_table(table, names)
    for fold in range(FOLDS + 1):
        dump.judged(fold, table)
    sides = []
    for fold in range(FOLDS + 1):
        rows, wanted = party_rows([s for s in learned if s.fold != fold])
        sides.append([shifted(names["party"], fit_sum(len(names["party"]), rows, wanted[:, n]), "always", -bound)
                      for n, bound in enumerate((ACTOR, RECIPIENT))])
    for fold in range(FOLDS + 1):
        write_table(table, names, *sides[fold])
        dump.judged(fold, table)
    for fold in range(FOLDS + 1):
        event = fit_sum(len(names["event"]), *event_rows([s for s in learned if s.fold != fold]))
        score_words(event, [s for s in sentences if s.fold == fold])
    alone = [s for s in learned if s.alone]
    bound, rules_bound = bounds_of(alone)
    print("bounds", round(bound, 2), rules_bound)
    for what, some in (("folds", alone), ("folds, in their stories", [s for s in learned if not s.alone]),
                       *((name, [s for s in others if s.item["set"] == name]) for name in SETS[1:])):
        show(what + ", rules alone", some, None, None)
        show(what, some, bound, rules_bound)
    event = shifted(names["event"], event, "always", -bound)
    event = shifted(names["event"], event, "rules told & agrees same", bound - rules_bound)
    write_table(arg.judge, names, *sides[FOLDS], event)


def main():
    parse = argparse.ArgumentParser()
    verbs = parse.add_subparsers(dest="verb", required=True)
    for verb, names in (("texts", ("data", "out", "raw")), ("train", ("articles", "dump", "work", "head", "judge")), ("join", ("model", "head", "out"))):
        one = verbs.add_parser(verb)
        for name in names:
            one.add_argument("--" + name, required=True)
        if verb == "train":
            one.add_argument("--raw", nargs=3, required=True)
            one.add_argument("--first", help="a head that has learned from the rules already")
    arg = parse.parse_args()
    {"texts": write_texts, "train": train, "join": join}[arg.verb](arg)


if __name__ == "__main__":
    sys.exit(main())
