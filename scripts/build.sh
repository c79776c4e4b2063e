#!/usr/bin/env bash
# Builds bin/instance and bin/pytest. Does nothing when they are up to date, and
# takes up where an interrupted build stopped.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/say.sh

LOG=var/log/build.log

inputs() {
    pwd
    cat requirements.txt setup.py buildout.cfg versions.cfg | cksum
}

is_built() {
    [ -x bin/instance ] && [ -x bin/pytest ] &&
        [ "$(cat parts/built 2>/dev/null)" = "$(inputs)" ]
}

run_buildout() {
    say "Building Plone; the first time takes about five minutes (log: $LOG)"
    mkdir -p var/log
    rm -f parts/built
    if ! .venv/bin/buildout -N 2>&1 | tee "$LOG" | sed -un 's/^Got \(.*\)\.$/   \1/p'; then
        tail -n 25 "$LOG" >&2
        fail "The build failed; all of it is in $LOG. The same command goes on from here."
    fi
    inputs >parts/built
}

alone .build.lock
scripts/venv.sh .venv requirements.txt
is_built || run_buildout
