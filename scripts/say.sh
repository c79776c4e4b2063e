# What the programs of this folder share; sourced, never run.

say() {
    printf '\n== %s\n' "$*" >&2
}

fail() {
    printf '\n!! %s\n' "$*" >&2
    exit 1
}

# need_package PACKAGE PURPOSE: installs a Debian package as root, else says how.
need_package() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "Installing $1, needed to $2"
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq >&2 && apt-get install -y -qq --no-install-recommends "$1" \
            >&2 </dev/null && return
    fi
    fail "$1 is needed to $2: apt install $1"
}
