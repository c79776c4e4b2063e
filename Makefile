# Everything here works from a fresh clone; `make` alone lists what there is.
PORT ?= 8080
export PORT

.DEFAULT_GOAL := help
ZOPE_XML = git ls-files --cached --others --exclude-standard '*.zcml' '*.pt' '*.xml'

.PHONY: help
help: ## This list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

.PHONY: start
start: build ## The demo town Musterstadt on http://localhost:8080 (make start PORT=8081)
	@.venv/bin/python scripts/start.py --port $(PORT)

.PHONY: test
test: ## All tests: unit, Plone, races over HTTP, a real browser
	@scripts/test.sh

.PHONY: bench
bench: build ## Speed, growth and memory, into var/bench.json (QUICK=1 in two minutes)
	@CHROMIUM=$$(scripts/browser.sh) && export CHROMIUM && \
	PYTHONPATH=benchmarks:scripts bin/zopepy benchmarks/run.py $(if $(QUICK),--quick)

.PHONY: crowd
crowd: build ## 10,000 pages that ask, through nginx, while clerks call (PAGES= WAITING=)
	@NGINX=$$(scripts/nginx.sh) && export NGINX && \
	PYTHONPATH=benchmarks/crowd:benchmarks:scripts bin/zopepy benchmarks/crowd/run.py \
	    $(if $(PAGES),--pages $(PAGES)) $(if $(WAITING),--waiting $(WAITING))

.PHONY: crash
crash: build ## Kill the server 20 times under load: is anything lost? (SEED=1 KILLS=50)
	@PYTHONPATH=crash:scripts bin/zopepy crash/run.py \
	    $(if $(SEED),--seed $(SEED)) $(if $(KILLS),--kills $(KILLS))

.PHONY: build
build: ## bin/instance and bin/pytest, when something changed
	@scripts/build.sh

.PHONY: format
format: tools ## Format Python, ZCML, templates and XML
	@.tools/bin/ruff check --quiet --fix-only .
	@.tools/bin/ruff format .
	@$(ZOPE_XML) | xargs -r .tools/bin/zpretty --inplace

.PHONY: lint
lint: tools ## Check the code and its format
	@failed=0; \
	.tools/bin/ruff check . || failed=1; \
	.tools/bin/ruff format --check . || failed=1; \
	$(ZOPE_XML) | xargs -r .tools/bin/zpretty --check || failed=1; \
	exit $$failed

.PHONY: docs
docs: tools ## The documentation as HTML in docs/_build
	@.tools/bin/sphinx-build -q -W --keep-going -b html docs docs/_build
	@echo "Open docs/_build/index.html"

.PHONY: screenshots
screenshots: build ## The documentation's pictures, from the running demo
	@CHROMIUM=$$(scripts/browser.sh) && export CHROMIUM && bin/zopepy scripts/screenshots.py

.PHONY: tools
tools:
	@scripts/venv.sh .tools requirements-tools.txt
