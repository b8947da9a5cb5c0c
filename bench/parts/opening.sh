# What benchmarks of whole commands begin with; to be sourced from a script in bench/. Leaves the shell in the repository, with
#   masar        the program measured
#   plans        a folder for what is generated, gone afterwards
#   head_line    machine, version and the script that asks: the first line of a file of results
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."

masar="${MASAR:-build/release/masar}"
mkdir -p bench/results
plans="$(mktemp -d)"
trap 'rm -rf "$plans"' EXIT

head_line() {
    echo "# $(git describe --always --dirty 2>/dev/null || echo unknown), $(nproc) cores," \
        "$(grep -m1 -oP 'model name\s*: \K.*' /proc/cpuinfo || uname -m), load $(cut -d' ' -f1 /proc/loadavg); made by bench/$(basename "$0")"
}
