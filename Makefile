# make demo    build the reports in seeds/ and ask the graph
# make test    run the tests
# make check   tests, ruff and mypy: what CI runs
# Each sets up its own virtual environment in $(VENV); only Python 3.11 or later is needed.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo test lint check clean

demo: $(VENV)/.ready
	$(BIN)/kg build seeds -o graph.ttl
	$(BIN)/kg query tolls-side-by-side --graph graph.ttl $$([ -t 1 ] || echo -f table)

test: $(VENV)/.ready-dev
	$(BIN)/python -m pytest

lint: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/mypy

check: test lint

clean:
	rm -rf $(VENV) graph.ttl graph.html .kg-cache build dist

$(VENV)/.ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or later is needed, not " + sys.version)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,shacl]'
	@touch $@
