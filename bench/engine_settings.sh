#!/usr/bin/env bash
# What each setting of the exact search is worth: bench/engine_settings.sh writes bench/results/engine_settings.csv and goes on where it
# was cut off. The public sets are looked for in MASAR_DATA. Conflicts are counted; the seconds carry the load of the machine.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."

program="${MASAR_SETTINGS:-build/release/bench/engine_settings}"
data="${MASAR_DATA:?bench/engine_settings.sh: MASAR_DATA names the folder of the public sets}"
file="${MASAR_RESULTS:-bench/results}/engine_settings.csv"

# set, every n-th instance, conflicts
rows="
j30 16 20000
j60 32 8000
j120 60 4000
mm_MMLIB50 54 5000
cpr_KSD30 48 5000
"

if [[ ! -e "$file" ]]; then
    {
        echo "# $(git describe --always --dirty 2>/dev/null || echo unknown), $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg)"
        echo "# bench/engine_settings.sh"
        echo "set,every,limit,setting,instances,settled,conflicts,bounds,seconds"
    } >"$file"
fi
while read -r set every conflicts; do
    [[ -n "$set" ]] || continue
    kept="$(grep -c "^$set,$every,$conflicts," "$file" || true)"
    "$program" "$data/$set" "$every" "$conflicts" "$kept" >>"$file" </dev/null
done <<<"$rows"
