# Everything that a user or a build machine asks for; the building itself is CMake's.
#
#   make demo      installs what is missing, builds, reads samples/ and shows the pages
#   make test      builds and runs all tests, plain and under AddressSanitizer and UBSan
#   make fuzz      runs the fuzz targets, each FUZZ_SECONDS (30) long; installs Clang for it
#   make install   builds and installs to PREFIX (/usr/local)
#   make bench     all of bench-performance; memory over an archive of 100,000 records; and, where
#                  BENCH_PAGES names a folder of pages with their texts (bench/pages.py), these
#                  beside other extractors
#   make bench-performance
#                  speed beside spaCy and ONNX Runtime, memory, and cost as work grows, on the
#                  samples or on BENCH_TEXT, a folder of Reuters-21578 SGML files; writes the table
#                  and the plot of docs/performance.md anew; ten minutes on a quiet machine
#   make bench-archive
#                  what keeping the articles of BENCH_TEXT, a folder of Reuters-21578 SGML files, in an
#                  archive costs beside reading them, how fast questions are answered, and how many of
#                  made copies are found; twenty minutes on a quiet machine
#   make accuracy  what is found against corpora that you have: POLNEAR names a part of PolNeAR, TIMEBANK a
#                  folder of TimeML files, PLV a file of PLV's marked pairs
#   make records   writes tests/records/ and the README's output anew, after a meant change
#   make deps      only installs what is missing
#   make clean     removes the build folders

SHELL := /bin/bash
PREFIX ?= /usr/local
JOBS ?= $(shell nproc)
FUZZ_SECONDS ?= 30
PYTHON := /usr/bin/python3

# Debian 12's names of what is needed to build, to run the tests and to check records.
BUILD_PACKAGES := g++ cmake ninja-build pkg-config libcli11-dev libcld2-dev \
  libcurl4-openssl-dev libgumbo-dev libicu-dev libsqlite3-dev libutf8proc-dev libxml2-dev \
  nlohmann-json3-dev python3-pip zlib1g-dev
TEST_PACKAGES := libgtest-dev groff-base python3 python3-jsonschema

PACKAGES := $(BUILD_PACKAGES) $(TEST_PACKAGES)
FUZZ_PACKAGES := clang libclang-rt-14-dev
BENCH_PACKAGES := python3-venv

# Where the programs are installed that the benches compare with.
PEERS := .cache/peers

.PHONY: all demo test fuzz bench bench-performance bench-archive accuracy install records deps build build-asan clean

all: build

demo: build
	build/tacitus read samples/

test: build build-asan
	ctest --preset default -j $(JOBS)
	ctest --preset asan -j $(JOBS)

fuzz: PACKAGES += $(FUZZ_PACKAGES)
fuzz: deps
	cmake --preset fuzz
	cmake --build --preset fuzz -j $(JOBS)
	fuzz/run build-fuzz $(FUZZ_SECONDS)

bench: PACKAGES += $(BENCH_PACKAGES)
bench: build $(PEERS)/done bench-performance
	cmake --build --preset default -j $(JOBS) --target bench_articles
	$(PYTHON) bench/make_warc.py 100000 | build/bench/bench_articles stream -
	$(if $(BENCH_PAGES),$(PEERS)/bin/python bench/pages.py build/bench/bench_articles $(BENCH_PAGES))

bench-performance: PACKAGES += $(BENCH_PACKAGES)
bench-performance: build $(PEERS)/done
	cmake --build --preset default -j $(JOBS) --target bench_encoder
	$(PEERS)/bin/python bench/performance.py build $(BENCH_TEXT) --write docs

bench-archive: build
	$(if $(BENCH_TEXT),,$(error BENCH_TEXT names a folder of Reuters-21578 SGML files))
	cmake --build --preset default -j $(JOBS) --target bench_archive
	$(PYTHON) bench/archive.py build/tacitus build/bench/bench_archive $(BENCH_TEXT)

accuracy: build
	$(if $(POLNEAR),$(PYTHON) bench/accuracy/attribution.py build/tacitus $(POLNEAR))
	$(if $(TIMEBANK),$(PYTHON) bench/accuracy/times.py build/tacitus $(TIMEBANK))
	$(if $(PLV),$(PYTHON) bench/accuracy/event_pairs.py build/tacitus $(PLV))

# The pip of Debian 12 stumbles over one of the peers' requirements.
$(PEERS)/done: bench/requirements.txt | build
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install -q --upgrade pip
	$(PEERS)/bin/python -m pip install -q -r bench/requirements.txt
	touch $@

install: build
	cmake --install build --prefix $(PREFIX)

records: build
	$(PYTHON) tests/samples_test.py --write build/tacitus
	$(PYTHON) tests/readme_test.py --write build/tacitus

build: deps
	cmake --preset default -DCMAKE_INSTALL_PREFIX=$(PREFIX)
	cmake --build --preset default -j $(JOBS)

build-asan: deps
	cmake --preset asan
	cmake --build --preset asan -j $(JOBS)

deps:
	@missing=; for p in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing+=" $$p"; \
	done; \
	[ -z "$$missing" ] && exit 0; \
	echo "Installing from Debian's packages:$$missing"; \
	if ! command -v apt-get >/dev/null; then \
	  echo "There is no apt-get here; install these by hand."; exit 1; \
	fi; \
	root=; [ "$$(id -u)" = 0 ] || root=sudo; \
	$$root apt-get update -q && \
	DEBIAN_FRONTEND=noninteractive $$root apt-get install -y -q --no-install-recommends $$missing

clean:
	rm -rf build build-asan build-fuzz
