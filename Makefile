# Answered Notes. `make help` lists what can be done.
SHELL := /bin/bash
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CONTENT ?= content
OUT ?= build/site
ADDR ?= 127.0.0.1:8000

export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help serve build check links test lint bench export lock vendor clean

help: ## Show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | while IFS=$$'\t' read -r name words; do printf '  make %-8s %s\n' "$$name" "$$words"; done

serve: $(VENV)/.run ## Set everything up and serve the live site (ADDR=host:port, CONTENT=folder)
	@$(BIN)/python -m generator serve --content $(CONTENT) --addr $(ADDR)

build: $(VENV)/.run ## Build the finished site into build/site (OUT=folder, CONTENT=folder)
	@$(BIN)/python -m generator build --content $(CONTENT) --out $(OUT)

check: $(VENV)/.run ## Check the content and say what is wrong, where, and how to mend it
	@$(BIN)/python -m generator check --content $(CONTENT)

links: $(VENV)/.run ## Ask every external link what it answers, and renew links.yaml (needs the network)
	@$(BIN)/python -m generator links refresh --content $(CONTENT)

test: $(VENV)/.dev $(VENV)/.browser $(VENV)/.editor ## Set everything up, a browser included, and run every test
	@$(BIN)/ruff check --quiet generator tests && $(BIN)/ruff format --check --quiet generator tests
	@$(BIN)/mypy --no-error-summary generator
	@$(BIN)/python -m pytest -n auto

lint: $(VENV)/.dev ## Check style and types only
	@$(BIN)/ruff check generator tests && $(BIN)/ruff format --check generator tests && $(BIN)/mypy generator

bench: $(VENV)/.dev $(VENV)/.browser ## Measure sizes and speed; prints one table
	@$(BIN)/python -m tests.bench

export: $(VENV)/.run ## Write the whole model to build/export/model.json
	@$(BIN)/python -m generator export json --content $(CONTENT) --out build/export/model.json

lock: $(VENV)/.dev ## Renew the hash-pinned requirements files
	@for name in requirements requirements-dev; do $(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	  --no-emit-index-url --no-annotate --custom-compile-command "make lock" $$name.in -o $$name.txt; done

vendor: ## Renew the browser libraries in docs/js/vendor (needs npm)
	@scripts/vendor

clean: ## Remove everything that was built; the environment goes too
	@rm -rf build $(VENV) .pytest_cache .mypy_cache .ruff_cache

$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing: install Python 3.11 or newer, or name it: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$$($(PYTHON) --version) is too old: install Python 3.11 or newer, or name it: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing: install it (Debian, Ubuntu: apt-get install python3-venv)"; exit 1; }
	@echo "Setting up $(VENV) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt | $(VENV)/bin/python
	@echo "Installing what the site needs …"
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run | $(VENV)/bin/python
	@echo "Installing what the tests need …"
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

$(VENV)/.browser: scripts/browser $(VENV)/.dev
	@scripts/browser $(BIN)/python
	@touch $@

$(VENV)/.editor: tests/editor/package-lock.json | $(VENV)/bin/python
	@if command -v npm >/dev/null; then npm ci --prefix tests/editor --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null; \
	  else echo "npm is missing: the tests of the editor's language server are skipped"; fi
	@touch $@
