#!/usr/bin/env bash
# Runs all tests: unit, Plone, races over HTTP, the contract, then a real browser.
# Fails when any fails.
set -uo pipefail
cd "$(dirname "$0")/.."
. scripts/say.sh

failed=""

run_tests() {
    say "Tests: $1"
    bin/pytest "$@" || failed="$failed $1"
}

scripts/build.sh || exit
run_tests tests/unit
run_tests tests/plone
run_tests tests/http
run_tests tests/contract
if CHROMIUM=$(scripts/browser.sh); then
    export CHROMIUM
    NGINX=$(scripts/nginx.sh) && export NGINX
    run_tests tests/web --screenshot only-on-failure --output var/failed-pages
else
    failed="$failed tests/web"
fi
[ -z "$failed" ] || fail "Failed:$failed"
say "All tests passed"
