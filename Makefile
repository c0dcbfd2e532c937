# make demo: set up and run on the sample folder; make test: set up and run tests, lint and types; make docs: the site.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.PHONY: demo test lint types bench docs figures model clean

demo: $(READY)
	$(BIN)/ralliement extract corpora/ai-alliance -o out/demo --format csv

test: $(READY) lint types
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

bench: $(READY)
	$(BIN)/python benchmarks/speed.py --write

docs: $(READY)
	$(BIN)/python docs/generate.py
	$(BIN)/zensical build --strict

figures: $(READY)
	$(BIN)/python docs/generate.py --figures

model: $(READY)
	@test -n "$(WINER)" || { echo "usage: make model WINER=DIR (a folder with winer_train.jsonl and winer_dev.jsonl)"; exit 2; }
	$(BIN)/python models/press_ner/train.py $(WINER)
	$(BIN)/python models/press_tagger/train.py $(WINER)

clean:
	rm -rf $(VENV) out dist build site .cache .pytest_cache .mypy_cache .ruff_cache

# pip 25.1 is the first that reads dependency groups
$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@
