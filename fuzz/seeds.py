#!/usr/bin/env python3
"""Writes the inputs that the fuzz targets begin with: seeds.py FOLDER. All of it is made up."""
import gzip
import json
import sys
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = b"""<!doctype html><html lang="en"><head><meta charset="windows-1252"><title>Port opens - Wire</title>
<meta property="article:published_time" content="2025-03-07T14:05:00Z"><script type="application/ld+json">
{"@type": "NewsArticle", "headline": "Port opens", "datePublished": "2025-03-07", "author": [{"name": "Desk"}]}</script>
</head><body><nav><a href="/">Home</a></nav><article><h1>Port opens</h1><p class="byline">By The Desk</p>
<p>The port will open on Monday, the council said.</p><p>\x93It is time,\x94 it added.</p><ul><li>One<li>Two</ul>
</article><footer>Contact us</footer></body></html>"""
TEXT = b"""Home | World\nPort opens\nPublished March 07,2025\n\nOTTAWA, March 7 (Wire) - The port will open on Monday, the
council said.\n\nSubscribe to our newsletter\n"""


def record(kind, url, content_type, content):
    head = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: {url}\r\n"
            f"Content-Type: {content_type}\r\nContent-Length: {len(content)}\r\n\r\n")
    return head.encode() + content + b"\r\n\r\n"


def answer(fields, body):
    return record("response", "https://wire.example/1", "application/http; msgtype=response",
                  b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + fields + b"\r\n" + body)


def warc():
    plain = answer(b"", PAGE)
    chunked = answer(b"Transfer-Encoding: chunked\r\n", b"5\r\n<p>On\r\n3\r\ne.x\r\n0\r\n\r\n")
    packed = answer(b"Content-Encoding: gzip\r\n", gzip.compress(PAGE, mtime=0))
    deflated = answer(b"Content-Encoding: deflate\r\n", zlib.compress(PAGE))
    text = record("resource", "https://wire.example/2", "text/plain", TEXT)
    yield plain + text
    yield chunked + packed + deflated
    yield gzip.compress(plain, mtime=0) + gzip.compress(text, mtime=0)
    yield gzip.compress(plain, mtime=0)[:-9] + gzip.compress(chunked, mtime=0)
    yield b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n"


def feed():
    yield b"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Wire</title><item><title>R&D &nbsp; x</title><link>https://wire.example/1</link><guid isPermaLink="false">1</guid>
<pubDate>Fri, 07 Mar 2025 14:05:00 GMT</pubDate><content:encoded><![CDATA[<p>It opened.</p>]]></content:encoded></item>
<item><description>Short &lt;b&gt;text.</description></item></channel></rss>"""
    yield b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><entry><id>1</id><title type="html">T</title>
<link href="https://wire.example/1"/><author><name>Desk</name></author><updated>2025-03-07T00:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p a="b">It opened.<br/></p></div></content></entry></feed>"""
    yield b"""<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://wire.example/1</loc>
<news:news><news:title>One</news:title></news:news></url></urlset>"""
    yield json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Wire", "items": [
        {"id": "1", "title": "T", "content_html": "<p>It opened.", "authors": [{"name": "Desk"}]}, {"id": 2}]}).encode()
    yield b"""<newsItem guid="1" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><pubStatus qcode="stat:usable"/>
</itemMeta><contentMeta><headline>Port opens</headline><by>By Desk</by><dateline>OTTAWA</dateline></contentMeta><contentSet>
<inlineXML><nitf><body><body.head><hl1>H</hl1></body.head><body.content><p>It opened.</p></body.content></body></nitf>
</inlineXML><inlineData contenttype="text/plain">It opened.</inlineData></contentSet></newsItem>"""
    yield b"""<!DOCTYPE lewis SYSTEM "lewis.dtd">\n<REUTERS NEWID="1">\n<DATE>26-FEB-1987 15:01:01.79</DATE>\n<TEXT>&#2;
<TITLE>PORT OPENS &lt;P></TITLE><AUTHOR>By Desk, Reuters</AUTHOR><DATELINE>    OTTAWA, Feb 26 - </DATELINE><BODY>It opened.
 Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n"""


def charset():
    yield PAGE
    yield TEXT
    for name in ["utf-16-le", "utf-16-be", "utf-32-le"]:
        yield "\ufeff<p>Port é 😀".encode(name)
    for name in ["shift_jis", "gb18030", "iso2022_jp", "windows-1251", "big5", "euc_kr"]:
        sample = {"windows-1251": "Порт открыт", "euc_kr": "항구"}.get(name, "港")
        yield f'<meta charset="{name}"><p>{sample}'.encode(name)


def json_lines():
    yield b'{"id": "1", "text": "The port said \\ud83d\\ude00 it opened."}\n{"html": "<p>One", "url": "u"}\n[1]\n'
    yield b'{"text": "abc", "pairs": [{"source": [0, 1], "target": null}]}\n\xef\xbb\xbf{"id": 7, "text": "\\ud800 x"}\n'
    yield PAGE


def page():
    yield b"0" + PAGE
    yield b"1" + TEXT
    for path in sorted((ROOT / "samples").iterdir()):
        yield (b"2" if path.suffix == ".html" else b"3") + path.read_bytes()
    yield b"0<p>" + b"<div>" * 300 + b"x</table></p><!-- <p>--><![CDATA[x]]><a b='"


def web():
    yield b"../x y?a=b#c\nUser-agent: *\nDisallow: /a*b$\nAllow: /a\nCrawl-delay: 2\n"
    yield b"//other.example:80/\nuser-agent: tacitus\nuser-agent: x\ndisallow: /%61\n"


def main():
    for make in [warc, feed, charset, json_lines, page, web]:
        folder = Path(sys.argv[1]) / f"fuzz_{make.__name__}"
        folder.mkdir(parents=True, exist_ok=True)
        for number, content in enumerate(make()):
            (folder / f"{number:02}").write_bytes(content)


if __name__ == "__main__":
    main()
