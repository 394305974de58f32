#!/usr/bin/env python3
"""Writes a web archive of made-up pages, to measure how one is read.

usage: make_warc.py RECORDS [FILE]     (to standard output without FILE; FILE.gz is packed)

WARC 1.1, a gzip member a record. Each page has an article of some 400 words among a menu, teasers
and a footer; between the pages lie what crawlers leave there too: requests, pictures, pages that
were not found. The words are syllables put together, the same for the same number of records.
"""
import gzip
import random
import sys

SYLLABLES = "ba be bi bo da de di do ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro".split()
MONTHS = ["January", "February", "March", "April", "May", "June", "July"]


def words(chance, count):
    return ["".join(chance.choice(SYLLABLES) for _ in range(chance.randint(1, 4))) for _ in range(count)]


def sentence(chance):
    said = words(chance, chance.randint(6, 20))
    name = said[0].capitalize()
    return f"{' '.join(said[1:]).capitalize()}, {name} said."


def page(chance, number):
    date = f"2025-{1 + number % 7:02}-{1 + number % 28:02}T08:{number % 60:02}:00Z"
    headline = " ".join(words(chance, 7)).capitalize()
    menu = "".join(f'<li><a href="/{w}">{w.capitalize()}</a></li>' for w in words(chance, 12))
    body = "".join(f"<p>{' '.join(sentence(chance) for _ in range(3))}</p>\n" for _ in range(10))
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{headline} | Wire Example</title>
<meta property="og:title" content="{headline}"><meta property="article:published_time" content="{date}">
</head><body><nav><ul>{menu}</ul></nav>
<article><h1>{headline}</h1><time datetime="{date}">{1 + number % 28} {MONTHS[number % 7]} 2025</time>
{body}</article>
<aside><h2>More</h2>{menu}</aside><footer>All of it made up</footer></body></html>
""".encode()


def record(kind, number, url, content_type, content):
    head = (f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
            f"WARC-Date: 2025-08-01T00:00:00Z\r\nWARC-Target-URI: {url}\r\n"
            f"Content-Type: {content_type}\r\nContent-Length: {len(content)}\r\n\r\n")
    return head.encode() + content + b"\r\n\r\n"


def answer(status, fields, body):
    return f"HTTP/1.1 {status}\r\n{fields}Content-Length: {len(body)}\r\n\r\n".encode() + body


def records(count):
    chance = random.Random(count)
    http = "application/http; msgtype="
    for number in range(count):
        url = f"https://wire.example/2025/{number}"
        kind = number % 20
        if kind == 17:
            content = f"GET /2025/{number} HTTP/1.1\r\nHost: wire.example\r\n\r\n".encode()
            yield record("request", number, url, http + "request", content)
        elif kind == 18:
            content = answer("200 OK", "Content-Type: image/jpeg\r\n", chance.randbytes(20_000))
            yield record("response", number, url + ".jpg", http + "response", content)
        elif kind == 19:
            content = answer("404 Not Found", "Content-Type: text/html\r\n", b"<p>Not found.")
            yield record("response", number, url, http + "response", content)
        else:
            fields, body = "Content-Type: text/html; charset=utf-8\r\n", page(chance, number)
            if kind % 2:
                fields, body = fields + "Content-Encoding: gzip\r\n", gzip.compress(body, 1)
            yield record("response", number, url, http + "response", answer("200 OK", fields, body))


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    name = sys.argv[2] if len(sys.argv) == 3 else ""
    with open(name, "wb") if name else sys.stdout.buffer as out:
        for one in records(int(sys.argv[1])):
            out.write(gzip.compress(one, 1) if name.endswith(".gz") else one)


if __name__ == "__main__":
    main()
