#!/bin/sh
# Pins the packages of pyproject.toml for Python 3.11 and newer, on every system, with the hashes of all their files.
# The wider locks are bound by the narrower ones, so that the program runs with the same versions everywhere.
set -eu
cd "$(dirname "$0")/.."

pin() {
  target=$1
  shift
  .venv/bin/uv pip compile pyproject.toml "$@" --upgrade --universal --python-version 3.11 --generate-hashes \
    --no-emit-index-url --custom-compile-command "make lock" --quiet -o "$target"
}

pin requirements.lock --group build
pin requirements-dev.lock --group dev --constraint requirements.lock
pin requirements-bench.lock --group bench --constraint requirements-dev.lock
