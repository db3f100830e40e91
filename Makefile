# Every target sets up first what it needs. On a bare Debian or Ubuntu, `make` and `git` are enough to begin with.

PYTHON_IN_VENV := .venv/bin/python
RUN   := .venv/.stamp-run
DEV   := .venv/.stamp-dev
BENCH := .venv/.stamp-bench
SETUP_SOURCES := pyproject.toml tools/setup.sh
PYTEST_OPTIONS ?= -n auto

.PHONY: help setup parse test train bench bench-ocr samples docs lint lock clean
.DELETE_ON_ERROR:

help: ## say what the targets do
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

setup: $(DEV) ## put everything into .venv, system packages too where it may

parse: $(RUN) ## read the notices in data/raw, write data/parsed
	.venv/bin/covidorders parse data/raw -o data/parsed

test: $(DEV) ## run the tests
	$(PYTHON_IN_VENV) -m pytest $(PYTEST_OPTIONS)

train: $(DEV) ## rebuild the entity model in models/ from the frames and lists of names
	.venv/bin/covidorders train --output models/entities.crf

bench: $(DEV) ## pages per second and memory beside pdfplumber
	$(PYTHON_IN_VENV) -m tools.bench

bench-ocr: $(BENCH) ## errors and seconds of scanned pages beside bare tesseract and ocrmypdf
	$(PYTHON_IN_VENV) -m tools.bench_ocr
	$(PYTHON_IN_VENV) -m tools.bench_ocr --dpi 300,150,110 --kinds clean,skew,seal,office --no-ocrmypdf

samples: $(DEV) ## write the notices in data/raw again from data/samples
	$(PYTHON_IN_VENV) -m tools.make_samples

docs: $(DEV) ## write the schema and the generated parts of docs/ again
	$(PYTHON_IN_VENV) -m tools.make_docs

lint: $(DEV) ## style, types, layers, documentation, shell scripts
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(PYTHON_IN_VENV) -m tools.make_docs --check
	$(PYTHON_IN_VENV) -m tools.check_docs
	.venv/bin/shellcheck tools/setup.sh tools/lock.sh .ci/run .ci/wheel

lock: $(DEV) ## pin the newest packages, with hashes, in requirements*.lock
	tools/lock.sh

clean: ## remove .venv, caches and built packages
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache build dist

$(RUN): requirements.lock $(SETUP_SOURCES)
	tools/setup.sh run
	@touch $@

$(DEV): requirements.lock requirements-dev.lock $(SETUP_SOURCES)
	tools/setup.sh dev
	@touch $@ $(RUN)

$(BENCH): requirements.lock requirements-dev.lock requirements-bench.lock $(SETUP_SOURCES)
	tools/setup.sh bench
	@touch $@ $(DEV) $(RUN)
