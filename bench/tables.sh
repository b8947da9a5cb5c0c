#!/usr/bin/env bash
# The table of figures of docs/engine.md, row by row: bench/tables.sh [ROW…], without rows all of them. The public sets are looked for
# in MASAR_DATA. A row keeps its instances in bench/results/<row>.csv, headed by machine, version and command, and goes on where it was
# cut off; its last line is the row of the table. MASAR_SAMPLE=60 draws that many instances of each row that runs under a clock; such
# rows say so. A row that contradicts what is known fails.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."

masar="${MASAR:-build/release/masar}"
data="${MASAR_DATA:?bench/tables.sh: MASAR_DATA names the folder of the public sets}"
results="${MASAR_RESULTS:-bench/results}"

# row | set | options
rows="
j30-20s        | j30         | --seconds 20
j60-20s        | j60         | --seconds 20
j60-300s       | j60         | --seconds 300
j120-20s       | j120        | --seconds 20
j120-300s      | j120        | --seconds 300
j30-1000       | j30         | --schedules 1000
j30-5000       | j30         | --schedules 5000
j60-1000       | j60         | --schedules 1000
j60-5000       | j60         | --schedules 5000
j120-1000      | j120        | --schedules 1000
j120-5000      | j120        | --schedules 5000
j60-60s        | j60         | --seconds 60 --threads 2
j120-60s       | j120        | --seconds 60 --threads 2
mm_j10-20s     | mm_j10      | --seconds 20
mm_j20-20s     | mm_j20      | --seconds 20
mm_j30-60s     | mm_j30      | --seconds 60
MMLIB50-20s    | mm_MMLIB50  | --seconds 20
max_j10-5s     | max_j10     | --seconds 5
max_j20-5s     | max_j20     | --seconds 5
max_ubo10-5s   | max_ubo10   | --seconds 5
max_ubo20-5s   | max_ubo20   | --seconds 5
KSD30-20s      | cpr_KSD30   | --seconds 20
j30-count      | j30         | --conflicts 200000
mm_j10-count   | mm_j10      | --conflicts 50000
mm_j20-count   | mm_j20      | --conflicts 50000
max_j10-count  | max_j10     | --conflicts 50000
max_j20-count  | max_j20     | --conflicts 50000
max_ubo10-count | max_ubo10  | --conflicts 50000
max_ubo20-count | max_ubo20  | --conflicts 50000
KSD30-count    | cpr_KSD30   | --conflicts 20000
"

machine() {
    echo "$(git describe --always --dirty 2>/dev/null || echo unknown), $(nproc) cores," \
        "$(grep -m1 -oP 'model name\s*: \K.*' /proc/cpuinfo || uname -m)," \
        "load $(cut -d' ' -f1 /proc/loadavg) when it began"
}

# run_row NAME SET OPTIONS…
run_row() {
    local name="$1" set="$2" file summary sample=()
    shift 2
    file="$results/$name.csv"
    if [[ -e "$file" ]] && grep -q '^# row ' "$file"; then
        echo "$name: done"
        return
    fi
    [[ -n "${MASAR_SAMPLE:-}" && "$*" == *--seconds* ]] && sample=(--sample "$MASAR_SAMPLE")
    if [[ ! -e "$file" ]]; then
        {
            echo "# $(machine)"
            echo "# masar bench $set $*${sample[*]:+ ${sample[*]}} --seed 1"
            echo "instance,status,objective,bound,critical_path,seconds,schedules,conflicts,seed"
        } >"$file"
    fi
    local code=0
    summary="$("$masar" bench "$data/$set" "$@" "${sample[@]}" --seed 1 --resume "$file" --json)" || code=$?
    echo "$name: $summary"
    # Stopped before its end: no row yet.
    [[ "$(grep -vc '^#\|^instance,' "$file")" == "$(grep -oP '"instances":\s*\K\d+' <<<"$summary")" ]] || return 1
    echo "# row $summary" | tr -d '\n' >>"$file"
    echo >>"$file"
    return "$code"
}

failed=0
while IFS='|' read -r name set options; do
    name="${name// /}" set="${set// /}"
    [[ -n "$name" ]] || continue
    [[ $# -eq 0 || " $* " == *" $name "* ]] || continue
    read -ra words <<<"$options"
    run_row "$name" "$set" "${words[@]}" </dev/null || failed=1
done <<<"$rows"
exit "$failed"
