#!/bin/sh
# Puts everything into .venv: `tools/setup.sh run|dev|bench`. Called by the Makefile; safe to call again.
#
# Needs nothing but a POSIX shell. Missing system packages are installed where that is allowed (Debian or Ubuntu, as
# root or with sudo that asks no password); elsewhere it says what to run.
set -eu

level=${1:-run}
case $level in
  run) lock=requirements.lock ;;
  dev | bench) lock=requirements-$level.lock ;;
  *) echo "use: tools/setup.sh run|dev|bench" >&2; exit 2 ;;
esac
cd "$(dirname "$0")/.."

say() { printf 'setup: %s\n' "$*" >&2; }

# --- system packages -----------------------------------------------------------------------------

may_install() {
  command -v apt-get >/dev/null 2>&1 || return 1
  [ "$(id -u)" -eq 0 ] || { command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; }
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

# install_packages NAME...: 0 if they are there afterwards
install_packages() {
  if ! may_install; then
    say "please run: sudo apt-get install --no-install-recommends $*"
    return 1
  fi
  say "installing $*"
  log=$(mktemp)
  as_root apt-get update -q >"$log" 2>&1 || say "apt-get update failed; going on with the lists that are there"
  if as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >>"$log" 2>&1; then
    rm -f "$log"
    return 0
  fi
  tail -n 20 "$log" >&2
  say "that failed; everything apt-get said is in $log"
  return 1
}

has_tesseract_data() {
  for folder in "${TESSDATA_PREFIX:-}" "${TESSDATA_PREFIX:-}/tessdata" /usr/share/tesseract-ocr/*/tessdata \
    /usr/share/tessdata /usr/local/share/tessdata /opt/homebrew/share/tessdata; do
    [ -f "$folder/$1.traineddata" ] && return 0
  done
  return 1
}

# The samples are set in this font; only its version 2 has the Vietnamese letters.
has_sample_font() {
  command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list 'Liberation Serif:lang=vi')" ]
}

missing_packages() {
  command -v soffice >/dev/null 2>&1 || command -v libreoffice >/dev/null 2>&1 || echo libreoffice-writer-nogui
  has_tesseract_data vie || echo tesseract-ocr-vie
  has_tesseract_data osd || echo tesseract-ocr-osd
  if [ "$level" != run ]; then
    has_sample_font || echo fontconfig fonts-liberation2
  fi
  if [ "$level" = bench ]; then
    command -v tesseract >/dev/null 2>&1 || echo tesseract-ocr
    command -v gs >/dev/null 2>&1 || echo ghostscript
  fi
}

# --- Python --------------------------------------------------------------------------------------

is_new_enough() {
  "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
  for name in ${PYTHON:-} python3.14 python3.13 python3.12 python3.11 python3; do
    if is_new_enough "$name"; then
      command -v "$name"
      return 0
    fi
  done
  return 1
}

make_venv() {
  if [ -x .venv/bin/python ] && .venv/bin/python -m pip --version >/dev/null 2>&1; then
    return 0
  fi
  python=$(find_python) || { install_packages python3 python3-venv && python=$(find_python); } || {
    say "Python 3.11 or newer with its venv module is needed"
    exit 1
  }
  say "making .venv with $python"
  rm -rf .venv
  "$python" -m venv .venv
}

# --- the story -----------------------------------------------------------------------------------

packages=$(missing_packages)
if [ -n "$packages" ]; then
  # shellcheck disable=SC2086 # the names are separate words
  install_packages $packages || say "going on without; covidorders doctor says what each is for"
fi
make_venv
pip() { .venv/bin/python -m pip --disable-pip-version-check "$@"; }
say "installing the packages of $lock"
pip install --quiet --require-hashes --only-binary :all: -r "$lock"
pip install --quiet --no-deps --no-build-isolation -e .
say "done"
