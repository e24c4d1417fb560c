# Briefing book. Everything it needs goes into .venv, from lock files, checked by hash; nothing is installed elsewhere.
#
#   make             the book: build/html/index.html, build/pdf/briefing.pdf and the same as data
#   make test        every test                            (ARGS="-k matrix" picks some)
#   make nightly     the laws, tried far more often: 200 random sequences of edits, 100 killed builds
#
#   make html        the web site                          make pdf         the printed book
#   make data        the book as JSON                      make epub        the e-book
#   make check       style, types, floors, then the book's own findings
#   make linkcheck   does every web address still answer?  (asks other hosts)
#   make serve       the site on port 8000, built again at each save
#   make docs        the manual, in build/docs             make bench       how fast it is
#   make format      mends what style can mend by itself   make lock        writes the lock files anew (needs uv)
#   make clean       removes build/                        make help        this text
#
#   PAPER=us-letter  instead of a4                         HINDSIGHT=1      with what was learned later
#   STRICT=1         warnings fail too                     PYTHON=python3.13  the Python that .venv is made with

PYTHON ?= python3
UV ?= uv
PAPER ?= a4
PORT ?= 8000
HINDSIGHT ?=
STRICT ?=
ARGS ?=

strict := $(if $(filter-out 0 no off false,$(STRICT)),--strict)
hindsight := $(if $(filter-out 0 no off false,$(HINDSIGHT)),--hindsight)
options := --paper $(PAPER) $(hindsight) $(strict)

.DEFAULT_GOAL := book
.PHONY: book html pdf data epub test nightly check linkcheck serve docs bench format lock clean help
.NOTPARALLEL: # the outputs share one folder of read pages

book: .venv/.project
	@.venv/bin/briefing build $(options)

html pdf data epub: .venv/.project
	@.venv/bin/briefing build $(options) $@

linkcheck: .venv/.project
	@.venv/bin/briefing linkcheck

test: .venv/.project .venv/.dev
	.venv/bin/pytest $(ARGS)

nightly: .venv/.project .venv/.dev
	NIGHTLY=1 .venv/bin/pytest tests/laws $(ARGS)

check: .venv/.project .venv/.dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/codespell
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	.venv/bin/python -m pip check
	.venv/bin/briefing check $(strict)

serve: .venv/.project .venv/.dev
	.venv/bin/sphinx-autobuild -c . -d build/work/serve-doctrees --port $(PORT) --watch conf.py --watch seeds \
	  $(if $(hindsight),-D brief_hindsight=1) source build/work/serve

docs: .venv/.project
	.venv/bin/sphinx-build -nW --keep-going -b html -d build/work/docs-doctrees docs build/docs

bench: .venv/.project .venv/.dev
	.venv/bin/python bench/run.py $(ARGS)

format: .venv/.dev
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

clean:
	rm -rf build

help:
	@sed -n '/^#/!q; s/^# \{0,1\}//p' Makefile

# --- Setting up -------------------------------------------------------------------------------------------------------
# Each stamp in .venv is written when its step has succeeded, so a step that failed or was interrupted is done again.

pip := .venv/bin/python -m pip --disable-pip-version-check
locked := --require-hashes --only-binary=:all:

# What is wrong with $(PYTHON), in one sentence; empty if nothing is.
python_problem = $(shell \
  if ! command -v $(PYTHON) >/dev/null; then \
    echo "There is no '$(PYTHON)' here: install Python 3.11 or later (on Debian: apt install python3 python3-venv)"; \
  elif ! $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
    echo "'$(PYTHON)' is $$($(PYTHON) -V 2>&1 | head -n 1), which is too old: install Python 3.11 or later and, if it has another name, say make PYTHON=python3.11"; \
  elif ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then \
    echo "'$(PYTHON)' has no venv: install it (on Debian: apt install python3-venv)"; \
  fi)

# A .venv that stands in another folder than it was made in (moved, copied), or whose Python has changed, is made anew.
ifneq ($(shell cat .venv/.runtime 2>/dev/null),$(CURDIR): $(shell { .venv/bin/python -V; } 2>/dev/null))
.PHONY: .venv/.runtime
endif

.venv/.runtime: requirements.lock
	$(if $(python_problem),$(error $(python_problem)))
	@echo "Setting up .venv, once; this takes about a minute."
	@rm -rf .venv
	@$(PYTHON) -m venv .venv
	@$(pip) install $(locked) -r requirements.lock
	@echo "$$(pwd -P): $$(.venv/bin/python -V)" > $@

# Installed in place, so that an edit under src/ takes effect at once.
.venv/.project: .venv/.runtime pyproject.toml
	@$(pip) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# While this step is under way the runtime's stamp is put aside: if it is cut short, the next make starts from nothing.
.venv/.dev: .venv/.runtime requirements-dev.lock
	@echo "Adding the tools for tests and checks to .venv, once."
	@mv .venv/.runtime .venv/.unfinished
	@$(pip) install --quiet $(locked) -r requirements.lock -r requirements-dev.lock
	@mv .venv/.unfinished .venv/.runtime
	@touch $@

# One lock for all Pythons from 3.11 on. ARGS=--upgrade takes newer versions; without it only what pyproject.toml
# asks for changes.
compile := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-header --no-annotate --no-emit-index-url $(ARGS)

lock:
	$(compile) pyproject.toml --extra ingest --group build --output-file requirements.lock
	$(compile) --group dev --constraints requirements.lock --output-file requirements-dev.lock
