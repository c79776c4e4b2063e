#!/usr/bin/env bash
# Prints the path of a Chromium that the tests can drive; installs one when there is
# none: Debian's, or Playwright's own where apt has no Chromium (Ubuntu's is a snap).
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/say.sh

LOG=var/log/browser.log
export PLAYWRIGHT_BROWSERS_PATH=$PWD/var/browsers

# A version alone proves little: a library may be missing, or a snap be locked in.
runs() {
    [ -n "$1" ] && timeout 60 bin/zopepy scripts/try_browser.py "$1" >>"$LOG" 2>&1 </dev/null
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

# Playwright brings its own Node, but not the library that it needs.
need_playwright() {
    bin/playwright --version >>"$LOG" 2>&1 && return
    install_package libatomic1 && bin/playwright --version >>"$LOG" 2>&1 ||
        fail "Playwright does not run ($LOG says why): apt install libatomic1"
}

download_browser() {
    say "Downloading Chromium with Playwright into var/browsers (log: $LOG)"
    timeout 900 bin/playwright install --only-shell chromium >>"$LOG" 2>&1 </dev/null ||
        fail "The browser tests need Chromium, and it could not be downloaded ($(reason)). Try again with a network, or $(by_hand), or name one: make test CHROMIUM=/path/to/chromium"
}

reason() {
    grep --max-count=1 '^Error: ' "$LOG" || echo "see $LOG"
}

by_hand() {
    if is_packaged chromium; then
        echo "apt install chromium"
    else
        echo "install Google Chrome"
    fi
}

install_libraries() {
    may_install || return
    say "Installing the libraries of Chromium (log: $LOG)"
    DEBIAN_FRONTEND=noninteractive bin/playwright install-deps chromium >>"$LOG" 2>&1 </dev/null
}

mkdir -p "$(dirname "$LOG")"
: >"$LOG"
need_playwright
find_browser && exit
install_package chromium && find_browser && exit
download_browser
find_browser && exit
install_libraries && find_browser && exit
fail "The Chromium in var/browsers does not run ($LOG says why): sudo bin/playwright install-deps chromium"
