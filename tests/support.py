"""What the end-to-end tests share: the program under test, run on inputs made for the occasion."""
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TACITUS = os.environ.get("TACITUS", str(ROOT / "build/tacitus"))
SANITIZED = bool(os.environ.get("TACITUS_SANITIZED"))


# A small model with random weights. It reads nothing right; the tests of everything around the
# reading use it, for it is quick and does not change when the weights do.
TOY_MODEL = os.environ.get("TACITUS_TOY_MODEL", str(ROOT / "build/tests/toy.model"))


def use_toy_model(case):
    """Makes the programs that the tests of this class run load it."""
    os.environ["TACITUS_MODEL"] = TOY_MODEL
    case.addClassCleanup(os.environ.pop, "TACITUS_MODEL")


def run(*arguments, feed=None, cwd=ROOT, environment=None, timeout=250, **more):
    """Runs the program to its end. Standard output and error come back as bytes."""
    more.setdefault("stdout", subprocess.PIPE)
    return subprocess.run([TACITUS, *map(str, arguments)], input=feed, stderr=subprocess.PIPE,
                          cwd=cwd, env={**os.environ, **(environment or {})}, timeout=timeout,
                          **more)


def records(out):
    return [json.loads(line) for line in out.decode("utf-8").split("\n") if line]


def json_lines(*objects):
    return "".join(json.dumps(o) + "\n" for o in objects).encode()


class Case(unittest.TestCase):
    """A test with the toy model to read with and a folder of its own."""

    @classmethod
    def setUpClass(cls):
        use_toy_model(cls)

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def complaints(self, result):
        """The lines on standard error, each of which must name the program."""
        lines = result.stderr.decode("utf-8").splitlines()
        for line in lines:
            self.assertTrue(line.startswith("tacitus: "), line)
        return lines


def passage(text):
    """Gives a test of a PassageTest its passage and, when it runs, the passage's record."""
    def decorate(test):
        def with_record(self):
            test(self, self.records[test.__name__])
        with_record.__name__, with_record.__doc__, with_record.passage = test.__name__, test.__doc__, text
        return with_record
    return decorate


class PassageTest(unittest.TestCase):
    """Tests of short passages, each a text or an input of JSON Lines; all are read in one run, with the shipped weights."""

    @classmethod
    def setUpClass(cls):
        given = {name: getattr(cls, name).passage for name in dir(cls) if hasattr(getattr(cls, name), "passage")}
        inputs = [{"id": name, **(p if isinstance(p, dict) else {"text": p})} for name, p in given.items()]
        result = run("read", "--from", "jsonl", "--json", "-", feed=json_lines(*inputs))
        cls.records = {r["id"]: r for r in records(result.stdout)}
