"""Runs the program over texts, and counts what it found."""
import json
import subprocess


def records(tacitus, inputs):
    """The records of `inputs`, dicts in the form of a line of JSON Lines, by their ids. One run reads all of them."""
    feed = "".join(json.dumps(x) + "\n" for x in inputs)
    run = subprocess.run([tacitus, "read", "--from", "jsonl", "--json", "-"], input=feed.encode(),
                         stdout=subprocess.PIPE, check=True)
    return {r["id"]: r for r in map(json.loads, run.stdout.splitlines())}


def scores(right, found, gold):
    """Precision, recall and F1 in percent, as a cell of the table that is printed."""
    p, r = 100 * right / max(1, found), 100 * right / max(1, gold)
    return f"P {p:.1f} R {r:.1f} F1 {2 * p * r / max(1e-9, p + r):.1f} over {gold}"
