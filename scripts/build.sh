#!/usr/bin/env bash
# Builds bin/instance and bin/pytest. Does nothing when they are up to date, and
# takes up where an interrupted build stopped.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/say.sh

BOOTSTRAP="pip==26.3 setuptools==84.2.1 wheel==0.48.0 zc.buildout==6.0.1"
LOG=var/log/build.log

find_python() {
    local name
    for name in ${PYTHON:-} python3.11 python3.12 python3.13 python3; do
        if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
            >/dev/null 2>&1; then
            echo "$name"
            return
        fi
    done
    fail "No Python 3.11, 3.12 or 3.13 found. Install one (apt install python3 python3-venv) or name it: make start PYTHON=/path/to/python3.11"
}

make_venv() {
    local python=$1
    if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        local version
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        need_package "python$version-venv" "make a virtual environment"
    fi
    rm -rf .venv
    "$python" -m venv .venv
    # shellcheck disable=SC2086
    .venv/bin/python -m pip install --quiet --disable-pip-version-check $BOOTSTRAP
    echo "$BOOTSTRAP" >.venv/bootstrapped
}

bootstrap() {
    if [ "$(cat .venv/bootstrapped 2>/dev/null)" = "$BOOTSTRAP" ] &&
        .venv/bin/python -c 'import zc.buildout' >/dev/null 2>&1; then
        return
    fi
    local python
    python=$(find_python)
    say "Making the virtual environment .venv with $("$python" --version)"
    make_venv "$python"
}

inputs() {
    cat scripts/build.sh setup.py buildout.cfg versions.cfg | cksum
    pwd
}

is_built() {
    [ -x bin/instance ] && [ -x bin/pytest ] &&
        [ "$(cat parts/built 2>/dev/null)" = "$(inputs)" ]
}

buildout() {
    say "Building Plone; the first time takes about five minutes (log: $LOG)"
    mkdir -p var/log
    rm -f parts/built
    if ! .venv/bin/buildout -N 2>&1 | tee "$LOG" | sed -un 's/^Got \(.*\)\.$/   \1/p'; then
        tail -n 25 "$LOG" >&2
        fail "The build failed; all of it is in $LOG. Once the cause is gone, the same command goes on from here."
    fi
    inputs >parts/built
}

# Two builds at a time would write the same files.
exec 9>.build.lock
if ! flock --nonblock 9; then
    say "Another build is running here, waiting for it"
    flock 9
fi
bootstrap
is_built || buildout
