# The two commands a newcomer needs: make run, make test.
SHELL := /bin/bash
.DELETE_ON_ERROR:
.PHONY: deps test-deps build run test check format bench conformance dist install clean

DATABASE ?= commonground.sqlite
HOST ?= 127.0.0.1
PORT ?= 8080
PREFIX ?= /usr/local
# The slow suites run in CI, and here with SLOW=1.
SLOW ?= $(CI)

BUILT := .build/debug/commonground
RELEASE := .build/release/commonground
RELEASE_FLAGS := -c release --product commonground --static-swift-stdlib

# What apt must provide to build and run.
PACKAGES := libsqlite3-dev libharfbuzz-dev libicu-dev libdeflate-dev libqrencode-dev libboost-math-dev libxxhash-dev \
	libpng-dev libminizip-dev fonts-noto-core fonts-noto-cjk tzdata pkg-config
# What the tests use besides: readers of PDF, QR codes, zip files and signatures, shaping, another clock, a browser.
TEST_PACKAGES := poppler-utils qpdf mupdf-tools libharfbuzz-bin zbar-tools faketime chromium curl sqlite3 openssl unzip \
	python3 python3-venv
# What the peers of the benchmark use: a C compiler, Pango, cairo and a library of QR codes.
BENCH_PACKAGES := gcc libc6-dev libpango1.0-dev libcairo2-dev libqrencode-dev

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

# Installs the packages of $(1) that are missing.
define install_missing
	@missing=$$(for name in $(1); do \
	  dpkg-query -W -f '$${db:Status-Status}\n' "$$name" 2>/dev/null | grep -qx installed || echo "$$name"; done); \
	if [ -n "$$missing" ]; then \
	  echo "Installing: $$missing" && $(SUDO) apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $$missing > /dev/null; fi
endef

deps:
	$(call install_missing,$(PACKAGES))

test-deps: deps
	$(call install_missing,$(TEST_PACKAGES))

build: deps
	swift build $(RELEASE_FLAGS)

run: build
	@$(RELEASE) demo --renew --database "$(DATABASE)"
	@exec $(RELEASE) serve --database "$(DATABASE)" --host $(HOST) --port $(PORT)

# A filter or a fault that leaves no test to run must not pass for success.
test: test-deps
	swift build --build-tests
	@set -o pipefail; \
	COMMONGROUND_BINARY="$(CURDIR)/$(BUILT)" COMMONGROUND_SLOW="$(if $(SLOW),1,)" swift test --skip-build 2>&1 | tee .build/test.log
	@grep -Eq 'Test run with [1-9][0-9]* tests?.* passed' .build/test.log || { echo "No test ran."; exit 1; }
	Tests/Browser/run "$(CURDIR)/$(BUILT)"
	$(if $(SLOW),Tests/Readers/run "$(CURDIR)/$(BUILT)" attendance)

check: deps
	swift format lint --strict --recursive Sources Tests Package.swift
	python3 Sources/Website/embed.py --check
	@[ -x $(BUILT) ] || swift build --product commonground
	$(BUILT) material check

format:
	swift format --in-place --recursive Sources Tests Package.swift
	python3 Sources/Website/embed.py

bench: test-deps build
	$(call install_missing,$(BENCH_PACKAGES))
	swift build $(subst commonground,StatisticsTiming,$(RELEASE_FLAGS))
	Tests/Benchmarks/run "$(CURDIR)/$(RELEASE)"

# PDF conformance with the checkers beside the checkout, where they are there.
conformance: test-deps
	Tests/Conformance/run "$(CURDIR)/$(BUILT)"

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/commonground"
	install -m 755 $(RELEASE) "$(DESTDIR)$(PREFIX)/bin/commonground"
	cp -R CourseMaterial Certificates LICENSE "$(DESTDIR)$(PREFIX)/share/commonground/"

# A folder that runs on a Debian without a Swift toolchain; its README names the libraries that apt must provide.
dist: build
	rm -rf .build/dist && mkdir -p .build/dist dist
	$(MAKE) install DESTDIR= PREFIX="$(CURDIR)/.build/dist/commonground"
	strip .build/dist/commonground/bin/commonground
	cp README.md .build/dist/commonground/
	printf '%s\n' '#!/bin/sh' 'exec apt-get install -y --no-install-recommends $(RUNTIME_PACKAGES)' > .build/dist/commonground/install-libraries
	chmod 755 .build/dist/commonground/install-libraries
	tar -C .build/dist --sort=name --owner=0 --group=0 --numeric-owner -czf dist/commonground.tar.gz commonground
	@ls -l dist/commonground.tar.gz

# The libraries behind the -dev packages, and the fonts, as this Debian names them.
RUNTIME_PACKAGES = $(shell ldd $(RELEASE) 2>/dev/null | awk '$$3 ~ /^\// { print $$3 }' | xargs -r -n1 readlink -f | \
	xargs -r -n1 dpkg -S 2>/dev/null | cut -d: -f1 | sort -u | tr '\n' ' ') fonts-noto-core fonts-noto-cjk tzdata

clean:
	swift package clean
	rm -rf dist .build/dist
