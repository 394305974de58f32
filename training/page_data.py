"""Pages with the article's body as ground truth, as blocks with features and labels.

Each page is taken as it is and in forms that take something away from it, so that what is learned
does not hang on one kind of sign: see FORMS.
"""
import collections
import difflib
import gzip
import hashlib
import json
import random
import re
import subprocess
import urllib.parse
from pathlib import Path

# As it is; with half of its names as random words; with all of them; and with nothing but plain
# elements and random names: no JSON-LD, no <article>, <nav> and their like, no URL.
FORMS = ("plain", "half", "renamed", "bare")
NAMES = re.compile(r"""(\s(?:class|id|data-testid|itemprop|role)\s*=\s*)("[^"]*"|'[^']*'|[^\s>"']+)""", re.I)
LINKED = re.compile(r"<script[^>]*application/ld\+json.*?</script>", re.I | re.S)
MEANING = re.compile(r"(</?)(?:article|main|section|aside|nav|header|footer|figure|figcaption)(?=[\s>/])", re.I)


def renamed(html, seed, share=1.0):
    """Each class, id and role, or that share of them, is another word, the same for the same."""
    chance, words = random.Random(seed), {}

    def other(word):
        if word not in words:
            words[word] = "".join(chance.choices("bcdfghjklmnpqrstvwxz", k=6)) if chance.random() < share else word
        return words[word]

    def replace(match):
        value = match.group(2).strip("\"'")
        return match.group(1) + '"' + " ".join(other(word) for word in value.split()) + '"'
    return NAMES.sub(replace, html)


def in_form(html, form, seed):
    if form != "plain":
        html = renamed(html, seed, 0.5 if form == "half" else 1.0)
    if form == "bare":
        html = LINKED.sub("", html)
        html = MEANING.sub(r"\1div", html)
    return html


def words(text):
    return re.findall(r"\w+", text or "")


def shingles(text, n=4):
    found = words(text)
    if len(found) < n:
        return collections.Counter([tuple(found)] if found else [])
    return collections.Counter(tuple(found[i:i + n]) for i in range(len(found) - n + 1))


def counts(body, gold):
    """Shingles of both, of the body, of the truth."""
    a, b = shingles(body), shingles(gold)
    return sum((a & b).values()), sum(a.values()), sum(b.values())


def score(pairs):
    """F1 of the means of precision and recall over (body, truth), as the benchmark's measure has it."""
    return score_counts([counts(body, gold) for body, gold in pairs])


def score_counts(found):
    """The same over what counts() gives."""
    precision, recall = [], []
    for both, a, b in found:
        if a:
            precision.append(both / a)
        if b:
            recall.append(both / b)
    p, r = sum(precision) / max(1, len(precision)), sum(recall) / max(1, len(recall))
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def align(texts, gold):
    """For each block the share of its words that the truth has in the same order."""
    page, owner = [], []
    for number, text in enumerate(texts):
        found = words(text.lower())
        page += found
        owner += [number] * len(found)
    hits, sizes = collections.Counter(), collections.Counter(owner)
    matcher = difflib.SequenceMatcher(None, page, words(gold.lower()), autojunk=False)
    for begin, _, size in matcher.get_matching_blocks():
        # Single words that happen to be the same do not make a block the article's.
        whole = {number for number in owner[begin:begin + size]}
        for number in whole:
            part = sum(1 for o in owner[begin:begin + size] if o == number)
            if part >= min(3, sizes[number]):
                hits[number] += part
    return [hits[n] / sizes[n] if sizes[n] else 0.0 for n in range(len(texts))]


def benchmark(folder):
    """Pages of the article-extraction benchmark's form: id, html, url, site and gold."""
    folder = Path(folder)
    for number, entry in json.loads((folder / "ground-truth.json").read_text()).items():
        path = folder / "html" / f"{number}.html.gz"
        if path.exists():
            url = entry.get("url") or number
            yield {"id": number, "html": gzip.open(path).read().decode("utf8", "replace"), "url": url,
                   "site": ".".join(urllib.parse.urlsplit(url).netloc.split(".")[-2:]), "gold": entry["articleBody"]}


def dump(program, pages, forms=FORMS, work=None):
    """The pages' blocks in each form: id, form, site, gold, texts, open, rows (of the open ones),
    kept and labels. Labels that were reckoned before are taken from `work`."""
    asked = []
    for page in pages:
        for form in forms:
            seed = int(hashlib.sha256((page["id"] + form).encode()).hexdigest()[:8], 16)
            asked.append((page, form, in_form(page["html"], form, seed)))
    lines = "".join(json.dumps({"id": f"{n}", "html": html, "url": page["url"] if form != "bare" else None}) + "\n"
                    for n, (page, form, html) in enumerate(asked))
    out = subprocess.run([program], input=lines, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
    names = json.loads(out[0])["features"]
    known = {}
    if work and Path(work).exists():
        known = json.loads(Path(work).read_text())
    found = []
    for (page, form, _), line in zip(asked, out[1:]):
        made = json.loads(line)
        key = hashlib.sha256(json.dumps([made["texts"], page["gold"]]).encode()).hexdigest()
        if key not in known:
            known[key] = align(made["texts"], page["gold"])
        found.append({"id": page["id"], "form": form, "site": page["site"], "gold": page["gold"],
                      "texts": made["texts"], "open": made["open"], "rows": made["rows"], "kept": made["kept"], "labels": [known[key][b] for b in made["open"]]})
    if work:
        Path(work).write_text(json.dumps(known))
    return names, found


def body(page, blocks):
    return "\n\n".join(page["texts"][b] for b in blocks)
