# `make run` opens the sample (draws it where there is no display), `make test` runs the whole gate; both set up all they need.
SHELL := /bin/bash
.SHELLFLAGS := -e -o pipefail -c
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
IN := $(VENV)/bin
export PYTHON

.PHONY: run test lint conformance bench screenshots clean

run: $(VENV)/.installed
	@.ci/system run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then exec $(IN)/annotator open --sample; \
	else exec $(IN)/annotator sample; fi

test: $(VENV)/.tested-with lint
	@.ci/system test
	@rm -f .coverage .coverage.*
	QT_QPA_PLATFORM=offscreen $(IN)/coverage run -m pytest -q -n 2 --dist loadfile --no-loadscope-reorder
	@$(IN)/coverage combine -q
	$(IN)/coverage report --skip-covered --include='annotator/ui/*' | tail -n 1
	$(IN)/coverage report --skip-covered --omit='annotator/ui/*' --fail-under=100

lint: $(VENV)/.tested-with
	@.ci/system test
	$(IN)/ruff check -q .
	$(IN)/ruff format -q --check .
	$(IN)/mypy
	$(IN)/lint-imports --no-cache | tail -n 6
	$(IN)/vulture
	$(IN)/deptry annotator 2>&1 | tail -n 1
	$(IN)/codespell

# Every case of what the gate takes a sample of: Unicode's own files for the order on screen, lines against ICU.
conformance: $(VENV)/.tested-with
	@.ci/system test
	QT_QPA_PLATFORM=offscreen $(IN)/python -m pytest -q -n 2 --whole tests/conformance/test_bidi.py tests/conformance/test_wrapped_lines.py

bench: $(VENV)/.tested-with
	@.ci/system test
	QT_QPA_PLATFORM=offscreen $(IN)/python -m tests.bench

screenshots: $(VENV)/.tested-with
	@.ci/system test
	QT_QPA_PLATFORM=offscreen $(IN)/python -m tests.screenshots

clean:
	rm -rf $(VENV) .coverage .coverage.* .hypothesis .mypy_cache .ruff_cache .pytest_cache

$(VENV)/bin/python:
	@[ -n "$(PYTHON)" ] || { echo "Annotator needs Python 3.11 or newer: sudo apt-get install python3" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || .ci/system venv
	@echo "Making the environment in $(VENV) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	@echo "Installing Annotator and what it needs (about 250 MB, once) …"
	@$(IN)/python -m pip install -q --disable-pip-version-check -e .
	@touch $@

$(VENV)/.tested-with: pyproject.toml | $(VENV)/bin/python
	@$(IN)/python -m pip install -q --disable-pip-version-check -e '.[dev]'
	@touch $@ $(VENV)/.installed
