"""What the README shows is what the program prints.

usage: readme_test.py              runs the test
       readme_test.py --write TACITUS   writes the output into README.md anew

A block marked `console` is a line "$ COMMAND" and its output. The record of one article is shown
with a line for each field.
"""
import json
import os
import re
import subprocess
import sys
import unittest
from pathlib import Path

from samples_test import ONE_LEVEL, ROOT, kept_form

README = ROOT / "README.md"
BLOCK = re.compile(r"^```console\n\$ ([^\n]+)\n(.*?)```$", re.M | re.S)


def shown(command, tacitus):
    path = f"{Path(tacitus).resolve().parent}:{os.environ['PATH']}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, check=True, stdout=subprocess.PIPE,
                          env={**ONE_LEVEL, "PATH": path})
    out = done.stdout.decode()
    return kept_form(json.loads(out)) if out.startswith("{") and out.count("\n") == 1 else out


class Readme(unittest.TestCase):
    def test_shows_what_the_program_prints(self):
        from support import TACITUS
        blocks = BLOCK.findall(README.read_text())
        self.assertTrue(blocks)
        self.maxDiff = None
        for command, out in blocks:
            self.assertEqual(shown(command, TACITUS), out, command)


def write(tacitus):
    def renewed(block):
        return f"```console\n$ {block[1]}\n{shown(block[1], tacitus)}```"
    README.write_text(BLOCK.sub(renewed, README.read_text()))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:
        write(sys.argv[2])
    else:
        unittest.main()
