# Factbook: `make site` builds the site, `make test` checks everything. Both set up what they need first.
# `make help` lists the rest.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: dist sbom help setup site check serve test lint types pytest pythons browser goldens docs bench lock clean trust neighbours lighthouse

VENV := .venv
BIN := $(VENV)/bin
INSTALL := .ci/install $(VENV)
# Two workers by default: the browser tests take a core each.
WORKERS ?= 2

help: ## Show this list
	@sed -n 's/^\([a-z]*\):[^#]*## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r name text; do \
		printf '  make %-11s %s\n' "$$name" "$$text"; done

setup: $(VENV)/.site ## Install what the site needs into .venv

site: $(VENV)/.site ## Set up what is missing, check the content and build it into site/
	$(BIN)/factbook build
	@echo "The site is in site/. Look at it with: make serve"

check: $(VENV)/.site ## Check the content and write nothing
	$(BIN)/factbook check

serve: $(VENV)/.site ## Show the site while you edit; stop with Ctrl-C
	$(BIN)/factbook serve

test: lint types pytest ## Set up the tools and a browser, then run every check
	@echo "All checks passed."

lint: $(VENV)/.test
	@echo "== ruff: style and common mistakes"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet . || { echo "Lay these out: $(BIN)/ruff format ."; exit 1; }

types: $(VENV)/.test
	@echo "== mypy: types"
	@$(BIN)/mypy

pytest: $(VENV)/.test browser
	@echo "== pytest: unit, cases, house, site, browser"
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

# The unit, case and house tests; `make pythons PYTEST=tests` runs all of them.
PYTEST ?= tests/unit tests/cases tests/house
pythons: ## Run the tests on every Python from 3.11 on that is on this machine
	@.ci/pythons | while read -r python; do \
		venv=.cache/pythons/$$("$$python" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])'); \
		[ -e $$venv/bin/python ] || PYTHON=$$python .ci/make-venv $$venv || exit 1; \
		.ci/install $$venv --require-hashes -r requirements/test.txt </dev/null || exit 1; \
		.ci/install $$venv --no-deps --no-build-isolation --editable . </dev/null || exit 1; \
		echo "== pytest on $$($$venv/bin/python --version)"; \
		$$venv/bin/python -m pytest -q -n $(WORKERS) --dist loadfile $(PYTEST) </dev/null || exit 1; \
	done

browser: $(VENV)/.test
	@.ci/find-browser $(BIN)

trust: $(VENV)/.test browser .cache/trust/.tools ## Try everything hostile in full (half an hour) and write the table of docs/explanation/security.md
	@rm -f .cache/trust/ledger.jsonl
	# What takes times runs first and alone: a second worker on the same core is no fault.
	FACTBOOK_TRUST=full $(BIN)/python -m pytest tests/trust/test_linear.py -n 0
	FACTBOOK_TRUST=full FACTBOOK_EDITS=1000 $(BIN)/python -m pytest --ignore tests/trust/test_linear.py \
		tests/trust tests/site/test_incremental.py tests/site/test_wheel.py -n $(WORKERS) --dist loadfile
	@$(BIN)/python -m tests.trust.table

.cache/trust/.tools: requirements/trust.txt tests/trust/vnu/package-lock.json $(VENV)/.test
	@echo "== fetching what only the trust tests use"
	@mkdir -p .cache/trust && $(BIN)/python -m venv --without-pip .cache/trust/venv
	@.ci/install .cache/trust/venv --require-hashes -r requirements/trust.txt
	@if command -v npm >/dev/null; then cp tests/trust/vnu/*.json .cache/trust/ && npm ci --prefix .cache/trust --ignore-scripts --no-audit --no-fund; \
	else echo "npm is missing: pages are not validated by vnu"; fi
	@touch $@

neighbours: $(VENV)/.test .cache/neighbours/.tools ## Open what is written in programs of others; ProperDocs in place of MkDocs
	$(BIN)/python -m pytest tests/neighbours -n 0

.cache/neighbours/.tools: requirements/neighbours.txt
	@echo "== fetching programs of others (requirements/neighbours.txt)"
	@mkdir -p .cache/neighbours && $(VENV)/bin/python -m venv --without-pip .cache/neighbours/venv
	@.ci/install .cache/neighbours/venv --require-hashes -r requirements/neighbours.txt
	@touch $@

lighthouse: $(VENV)/.site browser .cache/lighthouse/.tools ## Lighthouse on a page of each type: accessibility, best practices and SEO at 100
	@$(BIN)/factbook build --quiet
	@cp tests/lighthouse/run.mjs .cache/lighthouse/ && node .cache/lighthouse/run.mjs site

.cache/lighthouse/.tools: tests/lighthouse/package.json tests/lighthouse/package-lock.json
	@echo "== fetching Lighthouse (tests/lighthouse/package-lock.json)"
	@mkdir -p .cache/lighthouse && cp tests/lighthouse/package.json tests/lighthouse/package-lock.json .cache/lighthouse/
	@npm ci --prefix .cache/lighthouse --ignore-scripts --no-audit --no-fund
	@touch $@

goldens: $(VENV)/.test ## Rewrite what tests expect; read the diff before you commit it
	$(BIN)/python -m pytest tests/cases tests/site/test_bodies.py tests/site/test_pages.py --goldens -q

docs: $(VENV)/.site ## Build the documentation into docs-site/
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --config-file docs/build/mkdocs.yml
	@echo "The documentation is in docs-site/."

SIZES ?= small medium
ROUNDS ?= 3
bench: $(VENV)/.bench ## Time Factbook and its peers on the same content; writes docs/explanation/performance.md
	$(BIN)/python -m tests.bench --size $(SIZES) --rounds $(ROUNDS)

# Upgrades every locked dependency. No registry address and no folder of this machine gets into the locks.
COMPILE := env -u PIP_FIND_LINKS -u UV_FIND_LINKS $(BIN)/uv pip compile --quiet --upgrade --universal \
	--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"
# The lists of each new site, for its own workflows.
NEW_SITE := generator/factbook/authoring/scaffold/example/requirements/dependencies.txt
lock: $(VENV)/.test ## Upgrade every locked dependency
	$(COMPILE) pyproject.toml requirements/site.in --output-file requirements/site.txt
	$(COMPILE) pyproject.toml requirements/site.in requirements/test.in --group test --extra capture \
		--constraint requirements/site.txt --output-file requirements/test.txt
	$(COMPILE) pyproject.toml --constraint requirements/site.txt --no-annotate --no-header --output-file $(NEW_SITE)
	@{ echo '# What Factbook {version} stands on, each file by its hash. An update of Factbook brings a new list.'; \
		cat $(NEW_SITE); } > $(NEW_SITE).new && mv $(NEW_SITE).new $(NEW_SITE)
	@echo uv | $(COMPILE) - --constraint requirements/test.txt --no-annotate --no-header --output-file $(dir $(NEW_SITE))uv.txt
	$(COMPILE) requirements/trust.in --output-file requirements/trust.txt
	$(COMPILE) pyproject.toml requirements/neighbours.in --constraint requirements/test.txt \
		--output-file requirements/neighbours.txt
	$(COMPILE) requirements/bench.in --constraint requirements/test.txt --output-file requirements/bench.txt

dist: $(VENV)/.site ## Build the wheel and the source archive into dist/
	@rm -rf dist
	@SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(BIN)/hatchling build --directory dist

sbom: requirements/trust.txt $(VENV)/.site ## List what a site is built with, in CycloneDX (sbom.cdx.json)
	@test -x .cache/trust/venv/bin/cyclonedx-py || { $(BIN)/python -m venv --without-pip .cache/trust/venv && \
		.ci/install .cache/trust/venv --require-hashes -r requirements/trust.txt; }
	@.cache/trust/venv/bin/cyclonedx-py requirements requirements/site.txt --output-reproducible --of JSON -o sbom.cdx.json

clean: ## Remove everything that the other targets made
	rm -rf site docs-site dist sbom.cdx.json .cache .site-* $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis test-results
	find generator tests docs -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp is younger than the lock that it was made from: a second run installs nothing.
$(VENV)/bin/python:
	@.ci/make-venv $(VENV)

$(VENV)/.site: requirements/site.txt pyproject.toml | $(VENV)/bin/python
	@echo "== installing what the site needs (requirements/site.txt)"
	@$(INSTALL) --require-hashes -r requirements/site.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.site
	@echo "== installing what the tests need (requirements/test.txt)"
	@$(INSTALL) --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/.bench: requirements/bench.txt $(VENV)/.test
	@echo "== installing what the bench compares with (requirements/bench.txt)"
	@$(INSTALL) --require-hashes -r requirements/bench.txt
	@touch $@
