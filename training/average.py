"""Averages readers that were trained from the same start with other seeds (model soups; Wortsman et al. 2022).

usage: average.py --work FOLDER --out NAME NAME...      from work/NAME.pt each; prints the figures of each and of the mean
"""
import argparse
import pickle
from pathlib import Path

import torch

import evaluate
import pairs
from network import fresh


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("--work", required=True)
    parse.add_argument("--out", required=True)
    parse.add_argument("names", nargs="+")
    arg = parse.parse_args()
    work = Path(arg.work)
    documents = pickle.load(open(work / "documents.pkl", "rb"))
    dev = pickle.load(open(work / "pairs.pkl", "rb"))["dev"]
    reader, sets = fresh(work)
    states = [torch.load(work / f"{name}.pt") for name in arg.names]
    mean = {key: sum(s[key].double() for s in states).div(len(states)).to(states[0][key].dtype) for key in states[0]}
    for name, state in zip((*arg.names, arg.out), (*states, mean)):
        reader.load_state_dict(state)
        print(name, evaluate.report(reader, documents, sets), pairs.report(reader, dev), flush=True)
    torch.save(mean, work / f"{arg.out}.pt")


if __name__ == "__main__":
    main()
