#!/usr/bin/env bash
# How fast the forecast simulates, against the same simulation in plain C++ and in numpy (bench/peers/). One core, nanoseconds per
# activity and sample. Aim: network with criticality 0.6 (must 2), with drivers, calendars and costs 4 (must 10), policy on
# J120 25 (must 40). Processor time, best of several runs. The policy is measured where MASAR_DATA names a folder with psplib/j120.
# Records into bench/results/forecast.txt.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."

build="${MASAR_BUILD:-build/release}"
activities="${1:-1000}" samples="${2:-10000}"
cmake --build "$build" --target forecast_speed plain_network >/dev/null
mkdir -p bench/results
policy=()
for name in j12010_1 j12031_1 j12060_1; do
    file="${MASAR_DATA:-.}/psplib/j120/$name.sm"
    [[ -e "$file" ]] && policy+=("$file")
done
python=python3
"$python" -c 'import numpy' 2>/dev/null || python=/usr/bin/python3
{
    echo "# $(git describe --always --dirty 2>/dev/null || echo unknown)," \
        "$(grep -m1 -oP 'model name\s*: \K.*' /proc/cpuinfo || uname -m); made by bench/forecast.sh"
    taskset -c 0 "$build/bench/plain_network" "$activities" "$samples"
    taskset -c 0 "$python" bench/peers/numpy_network.py "$activities" "$samples"
    taskset -c 0 "$build/bench/forecast_speed" "$activities" "$samples" "${policy[@]}"
    [[ ${#policy[@]} -gt 0 ]] || echo "policy on J120: skipped, MASAR_DATA names no folder with psplib/j120"
} | tee bench/results/forecast.txt
