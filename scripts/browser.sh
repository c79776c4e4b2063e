#!/usr/bin/env bash
# Prints the path of a Chromium that runs; installs one when there is none.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/say.sh

export PLAYWRIGHT_BROWSERS_PATH=$PWD/var/browsers

runs() {
    [ -n "$1" ] && "$1" --version >/dev/null 2>&1 </dev/null
}

find_browser() {
    local name path
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome \
        google-chrome-stable; do
        path=$(command -v "$name" || true)
        if runs "$path"; then
            echo "$path"
            return
        fi
    done
    path=$(find "$PLAYWRIGHT_BROWSERS_PATH" -type f \
        \( -name chrome -o -name chrome-headless-shell -o -name headless_shell \) \
        -perm -u+x -print -quit 2>/dev/null || true)
    runs "$path" && echo "$path"
}

download_browser() {
    say "Downloading Chromium with Playwright into var/browsers"
    timeout 600 bin/playwright install --only-shell chromium >&2 </dev/null
}

find_browser && exit
install_package chromium && find_browser && exit
download_browser && find_browser && exit
fail "The browser tests need Chromium: apt install chromium, or name one: make test CHROMIUM=/path/to/chromium"
