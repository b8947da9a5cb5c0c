# Shared by the verbs of ./run: saying what happens, and installing what is missing.

# One cache for every checkout and build folder: paths below the checkout count as relative.
export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1

say() { printf '\n== %s\n' "$*"; }
die() {
    echo "run: $*" >&2
    exit 1
}

# as_root COMMAND…: runs it with sudo when we are not root.
as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "needs root for: $* (run as root, or install sudo)"
    fi
}

# packages_for GROUP…: names from the list, in its order.
packages_for() {
    awk -v groups=" $* " '!/^#/ && index(groups, " " $2 " ") {print $1}' tools/debian-packages.txt
}

# missing_packages NAME…: those that dpkg does not know as installed.
missing_packages() {
    comm -23 <(printf '%s\n' "$@" | sort -u) \
        <(dpkg-query -W -f '${binary:Package} ${db:Status-Status}\n' 2>/dev/null \
            | awk '$2 == "installed" {sub(/:.*/, "", $1); print $1}' | sort -u)
}

# install_groups GROUP…: the set-up. Costs milliseconds when nothing is missing.
install_groups() {
    command -v dpkg-query >/dev/null || die "this script installs Debian packages; on another system install" \
        "what tools/debian-packages.txt lists, then use the CMake presets"
    local missing
    mapfile -t missing < <(missing_packages $(packages_for "$@"))
    [[ ${#missing[@]} -eq 0 ]] && return
    say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    as_root apt-get update -q
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}

# configure PRESET [-DNAME=VALUE…]: quiet unless it fails.
configure() {
    local preset="$1"
    shift
    local log="build/$preset.configure.log"
    mkdir -p build
    cmake --preset "$preset" "$@" >"$log" 2>&1 || {
        cat "$log"
        die "could not configure the preset '$preset'"
    }
}

# build_preset PRESET [-DNAME=VALUE…]
build_preset() {
    configure "$@"
    say "Building the preset '$1'"
    cmake --build --preset "$1"
}

# ctest_preset PRESET [arguments]: all tests; the results also go to build/results/PRESET.xml.
ctest_preset() {
    local preset="$1"
    shift
    mkdir -p build/results
    say "Testing with the preset '$preset'"
    ctest --preset "$preset" -j "$(nproc)" --output-junit "$PWD/build/results/$preset.xml" "$@"
}
