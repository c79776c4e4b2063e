#!/usr/bin/env bash
# Prints the path of an nginx that the tests can run; gets one when there is none:
# installed where we may, else Debian's package unpacked into var/nginx.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/say.sh

LOG=$PWD/var/log/nginx.log
UNPACKED=$PWD/var/nginx

runs() {
    [ -n "$1" ] && "$1" -v >>"$LOG" 2>&1 </dev/null
}

# Debian keeps it where only root's PATH leads.
find_nginx() {
    local path
    for path in "${NGINX:-}" "$(command -v nginx || true)" /usr/sbin/nginx \
        "$UNPACKED/usr/sbin/nginx"; do
        if runs "$path"; then
            echo "$path"
            return
        fi
    done
    return 1
}

# Whoever is not root may download a package, but not install it.
unpack_nginx() {
    command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || return
    say "Downloading the package nginx into var/nginx (log: $LOG)"
    local folder
    folder=$(mktemp -d)
    (cd "$folder" && apt-get download nginx && dpkg-deb -x nginx_*.deb "$UNPACKED") \
        >>"$LOG" 2>&1 </dev/null || true
    rm -rf "$folder"
}

mkdir -p "$(dirname "$LOG")"
: >"$LOG"
find_nginx && exit
install_package nginx-light >>"$LOG" && find_nginx && exit
unpack_nginx
find_nginx && exit
fail "The tests of docs/nginx.conf need nginx, and none was found or could be got ($LOG says why): sudo apt install nginx-light, or name one: make test NGINX=/path/to/nginx"
