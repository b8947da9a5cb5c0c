#!/usr/bin/env bash
# short_of_memory.sh MASAR: what masar does where memory runs out. The same questions under ever less of it (ulimit -v), from plenty down
# to what the program needs to begin at all. It may answer, also with the best so far, or say that memory ran out (exit code 5); it must
# never be killed, abort, call it an internal error, or stay silent. Exit code 77, skipped: a build with sanitizers, which reserve
# terabytes. Every question is bounded by counts.
set -euo pipefail
masar="$(readlink -f "$1")"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

begins_with() { (ulimit -v $(($1 * 1024)) && exec "$masar" --version) >/dev/null 2>&1; }
begins_with 4000 || exit 77

# Least megabytes with which it begins, within one.
least=1 enough=4000
while ((least + 1 < enough)); do
    middle=$(((least + enough) / 2))
    if begins_with "$middle"; then enough=$middle; else least=$middle; fi
done

"$masar" generate 2000 --seed 1 -o "$work/plan.yaml" >/dev/null
wrong=0

ask() { # MEGABYTES COMMAND…
    local megabytes=$1 code=0 said
    shift
    (ulimit -v $((megabytes * 1024)) && exec "$masar" "$@" --lang en) >"$work/said" 2>"$work/failed" || code=$?
    said="$(cat "$work/failed" "$work/said" | head -n 1 | cut -c 1-100)"
    echo "$((megabytes - enough)) MB more than it begins with, exit $code, $1: $said"
    case $code in
        0 | 3 | 4) [[ -s "$work/said" ]] || wrong=1 ;;
        5) [[ -n "$said" && "$said" != *internal* ]] || wrong=1 ;;
        127) ;; # the libraries themselves found no room
        *) wrong=1 ;;
    esac
}

for more in 100 25 12 6 2; do
    megabytes=$((enough + more))
    ask "$megabytes" check "$work/plan.yaml"
    ask "$megabytes" schedule "$work/plan.yaml" --schedules 10 --conflicts 100 --threads 4
    ask "$megabytes" simulate examples/civil-exercise --samples 500 --threads 4
    ask "$megabytes" explain examples/uae-us
done
exit "$wrong"
