# Samtal: every command of a working day. `make help` lists them.
# Needed on the machine: Python 3.11 and make. Everything else is fetched, pinned, by `launcher/`.

.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# The first Python that is 3.11 or newer; `make PYTHON=/path/to/python3.11 run` chooses another.
PYTHON ?= $(shell for python in python3.11 python3 python3.13 python3.12; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& command -v "$$python" && break; done)

LAUNCHER = $(PYTHON) -m launcher --end-with-parent

.PHONY: help run new-model test test-fast test-env faults check format bench bench-bot eval eval-bot eval-memory train-hearing seed-big verify-events lock clean need-python

help: ## This list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: need-python ## Everything: prepare what is missing, start the hub and its bot, stop with Ctrl-C
	@$(LAUNCHER) run

new-model: need-python ## Let the running bots take the model in var/bot (or MODEL=file), without a lost turn
	@$(LAUNCHER) new-model $(if $(MODEL),--model "$(MODEL)")

test: need-python ## The whole suite, from a fresh clone too
	@$(LAUNCHER) test

test-fast: need-python ## Unit tests only, under a minute
	@$(LAUNCHER) test --fast

test-env: need-python ## Only set up what the suite needs
	@$(LAUNCHER) test-env

faults: need-python ## Kill, freeze and cut off every part under load, and judge what is left: minutes
	@FAULTS=$${FAULTS:-long} $(LAUNCHER) faults

check: need-python ## Lint, formatting, types, import rules, generated types
	@$(LAUNCHER) check

format: need-python ## Put all code into its standard form
	@$(LAUNCHER) format

bench: need-python ## Benchmarks, side by side
	@$(LAUNCHER) bench

bench-bot: need-python ## The bot beside stock Rasa on the same data: turns, memory, start, training; minutes
	@$(LAUNCHER) bench-bot

eval: need-python ## Evaluations of bot, memory and statistics
	@$(LAUNCHER) eval

eval-bot: need-python ## What the bot understands, in its languages and on published sets (EVAL_DATA): minutes
	@$(LAUNCHER) eval-bot

eval-memory: need-python ## What is remembered and said over months of scripted dialogues: minutes
	@$(LAUNCHER) eval-memory

train-hearing: need-python ## Learn anew from the lines in hearing_data/ what the second ear knows: half an hour
	@$(LAUNCHER) train-hearing

seed-big: need-python ## A million dialogues and ten million messages in var/big.db (15 GB), beside the shop: a quarter of an hour
	@$(LAUNCHER) seed-big

verify-events: need-python ## Count every figure of the marketing pages again from the log alone, and compare
	@$(LAUNCHER) verify-events

lock: need-python ## Resolve all dependencies anew and write the hash-pinned locks
	@$(LAUNCHER) lock

clean: ## Remove what was made, except the state in var/
	rm -rf .venv bot/.venv .tools frontend/node_modules frontend/dist tests/browser/node_modules
	rm -rf .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

need-python:
	@test -n "$(PYTHON)" || { echo "Samtal needs Python 3.11 and found none: install it (Debian: apt install python3.11 python3.11-venv) or name it: make PYTHON=/path/to/python3.11 run"; exit 1; }
