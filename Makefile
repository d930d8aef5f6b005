# Every target sets up what it needs: a virtual environment from requirements.lock, with hashes.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
export NO_MKDOCS_2_WARNING := 1
# setuptools writes our folder's name in the encoding of the locale, and C has no letters beyond ASCII.
ifneq ($(filter C POSIX,$(LC_ALL)),)
export LC_ALL := C.UTF-8
endif

.DEFAULT_GOAL := help
.PHONY: help serve build check test bench fuzz mutation links ages advisories weekly screenshots previews fonts schemas lock clean

help:                    ## what make can do
	@sed -n 's/^\([a-z]*\):[^#]*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 18

serve: $(READY)          ## the live site on http://localhost:8000/, which follows every change
	$(BIN)/helpcenter serve --port $(PORT)

build: $(READY)          ## the finished site in site/, ready for any static host
	$(BIN)/helpcenter build

check: $(READY)          ## every writer's file
	$(BIN)/helpcenter check

test: $(READY)           ## everything that CI runs
	$(BIN)/python tests/machine.py
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	DENO_DIR=$(VENV)/deno $(BIN)/deno task --quiet check
	$(BIN)/helpcenter check
	$(BIN)/pytest --numprocesses auto --dist worksteal

bench: $(READY)          ## figures: times and sizes, beside what others make of the same content
	$(BIN)/python tests/bench/bench.py
	$(BIN)/python tests/bench/preview.py

fuzz: $(READY)           ## a million random plans through both engines; SEED=n repeats a run
	$(BIN)/python tests/fuzz.py $(SEED)

mutation: $(READY)       ## faults planted in both engines: how many do vectors and random plans notice?
	$(BIN)/python tests/mutation/mutation.py

screenshots: $(READY)    ## every page, both languages, two widths, light and dark, in screenshots/
	$(BIN)/python tests/screenshots.py $(PAGES)

weekly: $(READY)         ## what decays though nobody edits it: ages, links and advisories
	@$(MAKE) --keep-going --no-print-directory ages links advisories

ages: $(READY)           ## facts that were read more than a year ago
	$(BIN)/python tests/ages.py

links: $(READY)          ## external links and the sources of facts, with retries; a report in links-report.csv
	$(BIN)/python tests/links.py

advisories: $(READY)     ## known vulnerabilities of the packages in requirements.lock
	$(BIN)/pip-audit --strict --disable-pip --require-hashes --requirement requirements.lock

previews: $(READY)       ## pictures for messengers, and the guide's screenshot, in docs/assets/
	$(BIN)/python tests/previews.py

fonts: $(READY)          ## the fonts by which pictures are measured, in hooks/helpcenter/language/fonts/
	$(BIN)/python tests/fonts.py

schemas: $(READY)        ## docs/schemas, from the models
	$(BIN)/helpcenter schemas

lock: $(READY)           ## requirements.lock, from pyproject.toml
	$(BIN)/uv pip compile --system-certs --universal --generate-hashes --no-annotate --no-header --quiet \
		--python-version 3.11 --extra dev --output-file requirements.lock pyproject.toml

clean:                   ## all that can be made again
	rm -rf $(VENV) .cache site screenshots links-report.csv .pytest_cache .mypy_cache .ruff_cache .hypothesis hooks/*.egg-info

$(READY): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed: install it, or name it: make PYTHON=…"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Name another: make PYTHON=…"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
		&& echo "installing for the setup: python3-venv" \
		&& apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null; } \
		|| { echo "Python's venv is missing. Type: sudo apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)
