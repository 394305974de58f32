#!/usr/bin/env python3
"""Unpacks a part of a package's source distribution, from the index that pip is set up to use.

usage: fetch_sdist.py NAME VERSION SHA256 MEMBER FOLDER

What lies under MEMBER of the archive becomes FOLDER, at once or not at all; an archive with
another SHA-256 is refused. Nothing is built and nothing of it is run, unlike in `pip download`.
"""
import base64
import hashlib
import io
import json
import os
import re
import shutil
import ssl
import subprocess
import sys
import tarfile
import tempfile
import urllib.parse
import urllib.request
from pathlib import Path

JSON = "application/vnd.pypi.simple.v1+json"


def pip(*arguments):
    run = subprocess.run([sys.executable, "-m", "pip", *arguments], stdout=subprocess.PIPE,
                         stderr=subprocess.DEVNULL, env={**os.environ, "COLUMNS": "1000"})
    return run.stdout.decode().strip()


def index():
    """The address of pip's index: as it is set, else the one that its help names."""
    known = os.environ.get("PIP_INDEX_URL") or pip("config", "get", "global.index-url")
    found = re.search(r"--index-url.*?\(default (https?://\S+?)\)", pip("download", "--help"), re.S)
    if not known and not found:
        sys.exit("there is no pip that names its index")
    return known or found.group(1)


def get(url, accept="*/*"):
    parts = urllib.parse.urlsplit(url)
    request = urllib.request.Request(parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl())
    request.add_header("Accept", accept)
    if parts.username:
        login = f"{urllib.parse.unquote(parts.username)}:{urllib.parse.unquote(parts.password or '')}"
        request.add_header("Authorization", "Basic " + base64.b64encode(login.encode()).decode())
    trust = ssl.create_default_context(cafile=os.environ.get("PIP_CERT"))
    with urllib.request.urlopen(request, timeout=60, context=trust) as answer:
        return answer.read(), answer.headers.get_content_type()


def link(name, version):
    """The address of the archive, out of the index's page in either of its forms."""
    base = f"{index().rstrip('/')}/{name}/"
    page, form = get(base, f"{JSON}, text/html;q=0.5")
    if form == JSON:
        links = [file["url"] for file in json.loads(page)["files"]]
    else:
        links = re.findall(r'href="([^"]+)"', page.decode())
    for one in links:
        if urllib.parse.urlsplit(one).path.endswith(f"/{name}-{version}.tar.gz"):
            parent, address = urllib.parse.urlsplit(base), urllib.parse.urljoin(base, one.partition("#")[0])
            same = urllib.parse.urlsplit(address).netloc == parent.netloc.rpartition("@")[2]
            # A login for the index is one for the files beside it.
            return urllib.parse.urlsplit(address)._replace(netloc=parent.netloc).geturl() if same else address
    sys.exit(f"the index has no {name} {version}")


def main(name, version, sha256, member, folder):
    archive, _ = get(link(name, version))
    if hashlib.sha256(archive).hexdigest() != sha256:
        sys.exit(f"{name} {version} is not the archive that was expected")
    folder = Path(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        prefix = f"{name}-{version}/{member}/"
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            wanted = [one for one in tar if one.isfile() and one.name.startswith(prefix)]
            for one in wanted:
                path = Path(scratch, "new", one.name[len(prefix):])
                if ".." in path.parts:
                    sys.exit(f"{name} {version} has a file outside of its folder")
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(tar.extractfile(one).read())
        shutil.rmtree(folder, ignore_errors=True)
        os.rename(Path(scratch, "new"), folder)


if __name__ == "__main__":
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    try:
        main(*sys.argv[1:])
    except OSError as error:
        sys.exit(f"{sys.argv[1]} could not be fetched: {error}")
