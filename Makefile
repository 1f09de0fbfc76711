# run: the main job on seeds/ · test: all checks · bench: speed beside peers · accuracy: figures of the documentation · lint: the fast checks alone · docs: the documentation into site/
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test lint format docs bench accuracy clean

run: $(VENV)/installed
	$(BIN)/newsconvert build seeds -o out --name seeds --variant original --variant tw --variant hk

test: lint tests/node_modules
	$(BIN)/pytest -n auto

lint: $(VENV)/developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/developing
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(VENV)/developing
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --quiet

# Speed beside pandoc (Debian's as `pandoc`, PyPI's in the venv) and calibre (`ebook-convert`); those that are missing are left out.
bench: $(VENV)/developing
	$(BIN)/python -m pip install --quiet --disable-pip-version-check pypandoc_binary
	$(BIN)/python -m bench $(BENCH)

# The figures of docs/measured.md, from pages whose articles are known, in a folder beside the project.
accuracy: $(VENV)/developing
	$(BIN)/python -m bench.accuracy

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

# Editable, so that what is run is what stands here. The stamps are renewed when the dependencies change.
$(VENV)/installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	$(BIN)/python -m compileall -q convert # as pip does with what it copies: 0.1 s less for each run
	@touch $@

$(VENV)/developing: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(VENV)/installed

# The validators that exist for Node only. Without Node, the tests that need them say so and are skipped (not in CI).
tests/node_modules: tests/package-lock.json
	@if command -v npm >/dev/null; then npm ci --prefix tests --ignore-scripts --no-audit --no-fund; \
	else echo "no npm here: the tests that need it will be skipped"; fi

clean:
	rm -rf $(VENV) build dist site tests/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find out -mindepth 1 ! -name .gitkeep -delete
