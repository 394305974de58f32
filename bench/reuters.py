"""The stories of Reuters-21578 (SGML, .sgm or .sgm.gz)."""
import gzip
import html
import re
from pathlib import Path

STORY = re.compile(r'<REUTERS.*?NEWID="(\d+)">(.*?)</REUTERS>', re.S)
TITLE = re.compile(r"<TITLE>(.*?)</TITLE>", re.S)
BODY = re.compile(r"<BODY>(.*?)</BODY>", re.S)
CONTROL = re.compile(r"&#\d+;|[\x00-\x08\x0b-\x1f]")  # the wire's own signals


def stories(folder):
    """Yields (id, text) of every story that has a body, in the order of the files."""
    for path in sorted(Path(folder).glob("*.sgm*")):
        opened = gzip.open(path) if path.suffix == ".gz" else open(path, "rb")
        with opened as file:
            page = file.read().decode("latin-1")
        for number, story in STORY.findall(page):
            body = BODY.search(story)
            if not body:
                continue
            title = TITLE.search(story)
            parts = [title.group(1).strip()] if title else []
            text = "\n\n".join(parts + [body.group(1)])
            text = html.unescape(CONTROL.sub("", text)).removesuffix(" Reuter\n").rstrip()
            yield number, text
