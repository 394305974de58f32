"""The house keeps its order: a room includes only itself and the rooms before it."""
import re
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ["base", "wire", "page", "text", "model", "read", "record", "store", "api"]
OURS = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.M)
THEIRS = re.compile(r"^\s*#\s*include\s*<([^>]+)>", re.M)


def sources(folder):
    return [p for p in sorted((ROOT / folder).rglob("*")) if p.suffix in (".cc", ".h")]


class House(unittest.TestCase):
    def test_every_room_is_known(self):
        found = {p.name for p in (ROOT / "src").iterdir() if p.is_dir()}
        self.assertEqual(found, set(ROOMS))

    def test_rooms_include_only_what_lies_before_them(self):
        seen = 0
        for number, room in enumerate(ROOMS):
            for path in sources(f"src/{room}"):
                for name in OURS.findall(path.read_text()):
                    first = name.split("/")[0]
                    self.assertIn(first, ROOMS[:number + 1] + ["tacitus"], f"{path} includes {name}")
                    self.assertTrue(first != "tacitus" or room == "api", f"{path} includes {name}")
                    seen += 1
        self.assertGreater(seen, 20)

    def test_the_public_header_needs_standard_headers_only(self):
        headers = sources("include")
        self.assertTrue(headers)
        for path in headers:
            self.assertEqual(OURS.findall(path.read_text()), [], path)
            for name in THEIRS.findall(path.read_text()):
                self.assertRegex(name, r"^[a-z_]+$", path)


if __name__ == "__main__":
    unittest.main()
