# make lab    set up, and open the course in JupyterLab; the last line is its address
# make test   set up, and run the tests
# make demo   set up, and grade a small class
# make bench  set up, and print the benchmark tables (BEFORE=COMMIT: beside those of another commit)
# make matrix set up, and judge every answer twenty times on a busy machine (some five hours)
# make exercises  set up, and make exercises/ from solutions/; SET_ASIDE=1 keeps what somebody has worked in
# Everything that these commands write stays inside this folder.

PYTHON ?= python3
VENV := .venv
STATE := $(CURDIR)/$(VENV)/state

export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
export XDG_CACHE_HOME := $(STATE)/cache
export XDG_CONFIG_HOME := $(STATE)/config
export XDG_DATA_HOME := $(STATE)/data
export IPYTHONDIR := $(STATE)/ipython
export JUPYTER_CONFIG_DIR := $(STATE)/jupyter/config
export JUPYTER_DATA_DIR := $(STATE)/jupyter/data
export JUPYTER_RUNTIME_DIR := $(STATE)/jupyter/runtime
export JUPYTERLAB_SETTINGS_DIR := $(STATE)/jupyter/settings
export JUPYTERLAB_WORKSPACES_DIR := $(STATE)/jupyter/workspaces
export MPLCONFIGDIR := $(STATE)/matplotlib
export npm_config_cache := $(STATE)/npm
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: setup lab test demo bench matrix exercises lock clean

setup: $(VENV)/ready

# On a terminal pip shows its own progress.
QUIET = $(shell test -t 2 || echo --quiet)

# pip asks rustc for its version, and rustup then makes a folder. The course's modules are compiled once here, or each
# process that a check starts would compile them anew.
$(VENV)/ready: export RUSTUP_HOME := $(STATE)/rustup
$(VENV)/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Many Hands needs Python 3.11 or later; this is %d.%d. Say which one to use: make PYTHON=python3.11" % sys.version_info[:2])'
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@echo "Setting up in $(VENV); the first time this takes a minute or two."
	@echo "1 of 2: fetching and installing $$(grep -c == requirements.lock) packages"
	@$(VENV)/bin/pip install $(QUIET) --no-cache-dir --require-hashes --requirement requirements.lock
	@echo "2 of 2: installing the course"
	@$(VENV)/bin/pip install --quiet --no-deps --no-build-isolation --editable .
	@$(VENV)/bin/python -m compileall -q course/manyhands
	@mkdir -p $(STATE)/ipython
	@touch $@
	@echo "All is set up in $(VENV)."

lab: setup
	@echo "Starting JupyterLab. Your browser opens the course; if it does not, open the last of these addresses in it."
	@jupyter lab $(if $(filter 0,$(shell id -u)),--allow-root) --log-level=ERROR --notebook-dir=. --LabApp.default_url=/lab/tree/course/00_start_here.ipynb

test: setup
	python -m pytest

demo: setup
	manyhands demo

bench: setup
	python tests/bench.py $(BEFORE)
	python tests/bench_verdicts.py
	python tests/explore/bench_explore.py
	python tests/explore/bench_search.py $(BEFORE)

matrix: setup
	python tests/matrix.py

exercises: setup
	manyhands release $(if $(SET_ASIDE),--set-aside)

lock: setup
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --all-extras --custom-compile-command "make lock" --output-file requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) build
