# What the programs of this folder share; sourced, never run.

say() {
    printf '\n== %s\n' "$*" >&2
}

fail() {
    printf '\n!! %s\n' "$*" >&2
    exit 1
}

may_install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null
}

# is_packaged PACKAGE: apt has it under this very name. Ubuntu knows "chromium" only as
# another name of a package that asks for a snap.
is_packaged() {
    apt-cache show "$1" 2>/dev/null | grep -x "Package: $1" >/dev/null
}

# install_package PACKAGE: true when this machine lets us and it worked.
install_package() {
    may_install && apt-get update -qq >&2 && is_packaged "$1" || return 1
    say "Installing the package $1"
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" \
        </dev/null >/dev/null
}

# alone FILE: waits until no other program holds FILE, then holds it to the end.
alone() {
    exec 9>"$1"
    flock --nonblock 9 && return
    say "The same is already being done here by another program, waiting for it"
    flock 9
}
