#!/usr/bin/env bash
# venv.sh FOLDER REQUIREMENTS: a virtual environment with these requirements, made
# anew when they changed or when an earlier attempt was interrupted.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/say.sh

FOLDER=$1
REQUIREMENTS=$2

find_python() {
    local name
    for name in ${PYTHON:-} python3.{11..14} python3; do
        if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' \
            >/dev/null 2>&1; then
            echo "$name"
            return
        fi
    done
    fail "No Python 3.11 to 3.14 found: $(packages_of_python), or name one: make start PYTHON=/path/to/python3.12"
}

packages_of_python() {
    local name
    for name in python3.{14..11}; do
        if is_packaged "$name-venv"; then
            echo "apt install $name-venv"
            return
        fi
    done
    echo "apt install python3 python3-venv"
}

need_venv_module() {
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1 && return
    local package
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    install_package "$package" ||
        fail "Python cannot make virtual environments yet: apt install $package"
}

is_made() {
    cmp --silent "$REQUIREMENTS" "$FOLDER/made-of" &&
        "$FOLDER/bin/python" -c '' >/dev/null 2>&1
}

alone ".$(basename "$FOLDER" | tr -d .).lock"
if ! is_made; then
    python=$(find_python)
    need_venv_module "$python"
    say "Making the virtual environment $FOLDER with $("$python" --version)"
    rm -rf "$FOLDER"
    "$python" -m venv "$FOLDER"
    "$FOLDER/bin/python" -m pip install --quiet --disable-pip-version-check \
        --requirement "$REQUIREMENTS" ||
        fail "Could not install what $REQUIREMENTS names; is there a network? The same command tries again."
    cp "$REQUIREMENTS" "$FOLDER/made-of"
fi
