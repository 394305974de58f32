"""Trains the model over the blocks of pages, cross-validates it beside the rules, and writes it.

usage: page_train.py DUMP FOLDER [--out FILE] [--work FOLDER] [--made N] [--folds K] [--seed N]

DUMP is the program page_dump, FOLDER has pages as page_data.benchmark() reads them. Pages of one
site are in one part. The model sees what the rules say of each block and is asked whether they are
right; its answer counts where it is under the one bound or over the other. Both bounds are chosen
within the pages that it is trained on, by parts of those, never on the part that is held back. What
is written is trained on all pages, with bounds chosen by what the models of the parts said.
--folds 0 holds back one site at a time.
What is printed is F1 of the bodies, as the benchmark's measure has it, for each form of the pages
(page_data.FORMS), of the rules alone and of the rules with the model.

The rules were written with these pages in sight, so that their own figures on the form "plain" are
no cross-validated ones; the other forms tell how much of them hangs on names and tags.
"""
import argparse
import random
import sys

import lightgbm
import numpy

import page_data
import page_maker

PARAMETERS = {"objective": "binary", "num_leaves": 12, "learning_rate": 0.12, "min_data_in_leaf": 60,
              "feature_fraction": 0.5, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 10,
              "seed": 1, "deterministic": True, "force_row_wise": True, "num_threads": 2, "verbose": -1}
ROUNDS = 80
LOW = (0.0, 0.02, 0.05, 0.1)
HIGH = (0.8, 0.85, 0.9, 0.95, 2.0)


def weights(page):
    """Long blocks count more, and every page the same."""
    sizes = numpy.sqrt(numpy.array([len(page_data.words(page["texts"][b])) + 1.0 for b in page["open"]]))
    return 100 * sizes / sizes.sum()


def rows(page):
    return numpy.array(page["rows"], dtype=numpy.float32)


def train(pages, seed=1):
    pages = [page for page in pages if page["rows"]]
    data = lightgbm.Dataset(numpy.concatenate([rows(page) for page in pages]),
                            numpy.array([label >= 0.5 for page in pages for label in page["labels"]], dtype=int),
                            weight=numpy.concatenate([weights(page) for page in pages]))
    return lightgbm.train(PARAMETERS | {"seed": seed}, data, ROUNDS)


def parts(pages, count, seed):
    sites = sorted({page["site"] for page in pages})
    random.Random(seed).shuffle(sites)
    return {site: number % count for number, site in enumerate(sites)}


def by_parts(pages, made, count, seed):
    """For each part its number, a model that has seen no page of its sites, the pages that this has
    seen, and those of the part."""
    part = parts(pages, count, seed)
    for number in range(count):
        seen = [page for page in pages if part[page["site"]] != number]
        yield number, train(seen + made), seen, [page for page in pages if part[page["site"]] == number]


def guess(model, pages, name):
    for page in pages:
        page[name] = model.predict(rows(page)) if page["rows"] else []


def chosen(page, sure, low, high):
    """The blocks that come out: the engine's own rule, see src/page/block_model.cc."""
    kept = set(page["kept"])
    found = [b for b, p in zip(page["open"], sure) if p >= high or (b in kept and p >= low)]
    return found or page["kept"]


def best_bounds(pages, name):
    """The bounds of the best mean F1 over the forms; of equals, those that change least."""
    known = {}

    def counts(page, blocks):
        key = (id(page), tuple(blocks))
        if key not in known:
            known[key] = page_data.counts(page_data.body(page, blocks), page["gold"])
        return known[key]

    def mean(choose):
        scores = [page_data.score_counts([counts(page, choose(page)) for page in pages if page["form"] == form])[2]
                  for form in page_data.FORMS]
        return sum(scores) / len(scores)

    best = (-1.0, 0.0, 2.0)
    for low in LOW:
        for high in HIGH:
            best = max(best, (round(mean(lambda page: chosen(page, page[name], low, high)), 4), -low, high))
    return -best[1], best[2]


def report(name, pages, choose):
    scores = [page_data.score([(page_data.body(page, choose(page)), page["gold"])
                               for page in pages if page["form"] == form]) for form in page_data.FORMS]
    print(f"{name:32}" + "  ".join(f"{form} P {p:.4f} R {r:.4f} F1 {f1:.4f}"
                                   for form, (p, r, f1) in zip(page_data.FORMS, scores)), flush=True)


HEAD = """# The model over the blocks of pages: boosted trees, made by `make -C training pages` and not by hand.
# It says how sure it is that a block belongs to the article, as the logistic function of the sum of
# all trees. A block that the rules keep is dropped under the first bound, one that they drop comes
# back from the second on. A tree is written from its root down, left before right: "3<0.5" goes left
# where the third of the features, counted from 0, is not over 0.5; "=0.1" is a leaf.
"""


def nodes(tree):
    if "leaf_value" in tree:
        return [f"={tree['leaf_value']:.4g}"]
    if tree["decision_type"] != "<=":
        raise ValueError(tree["decision_type"])
    return [f"{tree['split_feature']}<{tree['threshold']:.6g}"] + nodes(tree["left_child"]) + nodes(tree["right_child"])


def write(path, names, model, low, high):
    lines = [f"bounds {low} {high}", "features " + " ".join(names)]
    lines += ["tree " + " ".join(nodes(tree["tree_structure"])) for tree in model.dump_model()["tree_info"]]
    with open(path, "w") as out:
        out.write(HEAD + "\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("dump")
    parser.add_argument("folder")
    parser.add_argument("--out")
    parser.add_argument("--work")
    parser.add_argument("--made", type=int, default=300)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    known = f"{given.work}/page_labels.json" if given.work else None
    names, pages = page_data.dump(given.dump, list(page_data.benchmark(given.folder)), page_data.FORMS, known)
    _, made = page_data.dump(given.dump, list(page_maker.pages(given.made)), ("plain", "bare"))
    folds = given.folds or len({page["site"] for page in pages})
    for number, model, seen, unseen in by_parts(pages, made, folds, given.seed):
        guess(model, unseen, "sure")
        for _, inner, _, part in by_parts(seen, made, 3, given.seed + 1):
            guess(inner, part, "inner")
        low, high = best_bounds(seen, "inner")
        for page in unseen:
            page["chosen"] = chosen(page, page["sure"], low, high)
        print(f"part {number + 1} of {folds}: bounds {low} and {high}", file=sys.stderr)
    report("rules", pages, lambda page: page["kept"])
    report("rules and model, held back", pages, lambda page: page["chosen"])
    if given.out:
        model, (low, high) = train(pages + made), best_bounds(pages, "sure")
        write(given.out, names, model, low, high)
        guess(model, pages, "all")
        report(f"as written, {low} and {high}", pages, lambda page: chosen(page, page["all"], low, high))


if __name__ == "__main__":
    main()
