# Sourced by ./dev: steps with their seconds, and packages that are missing.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

step() { # step "what" command...: says what it does and how long it took
    local what=$1 began=$SECONDS
    shift
    printf '\n== %s\n' "$what"
    "$@"
    printf '== %s: %d s\n' "$what" $((SECONDS - began))
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# What a build needs, what its tests need on top. Reasons stand in docs/dependencies.md.
build_packages="g++ cmake ninja-build ccache mold pkg-config gettext ca-certificates
 libboost1.81-dev libboost-json1.81-dev libboost-url1.81-dev libboost-locale1.81-dev libsqlite3-dev libpq-dev libicu-dev libcairo2-dev libpango1.0-dev libjpeg62-turbo-dev
 libxlsxwriter-dev libzip-dev libpugixml-dev libzint-dev libsodium-dev
 libarchive-dev libtomlplusplus-dev libcli11-dev libspdlog-dev libfmt-dev zlib1g-dev fonts-noto-core"
test_packages="libgtest-dev libgmock-dev librapidcheck-dev postgresql-15 chromium poppler-utils zbar-tools sqlite3 hledger clang-tidy-19 curl jq"
package_packages="dpkg-dev file"
fuzz_packages="clang-19 libclang-rt-19-dev"
bench_packages="ledger hledger postgresql-15"

install_missing() { # install_missing "list of packages": Debian's, with one update when something is missing
    local missing=()
    local package
    for package in $1; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
    [ ${#missing[@]} = 0 ] && return 0
    echo "installing ${missing[*]}"
    as_root apt-get update -q
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}

install_node() { # npm bundles the screens' scripts; any Node from 18 on will do
    if command -v node >/dev/null && command -v npm >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0] >= 18')" = true ]; then return 0; fi
    install_missing "nodejs npm"
}

jobs=$(nproc)
configure() { cmake --preset "$1" >build/configure-"$1".log 2>&1 || { cat build/configure-"$1".log; return 1; }; }
compile() { mkdir -p build; configure "$1"; cmake --build --preset "$1" -- -j "$jobs" "${@:2}"; }
