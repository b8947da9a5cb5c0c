#!/usr/bin/env bash
# ranks.sh MASAR MPIRUN: two processes that share a simulation give the bytes of one, what is wrong is said once, and other verbs are
# not shared.
set -euo pipefail
masar="$1" mpirun="$2"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0" # MPI's own
export OMPI_MCA_btl_base_warn_component_unused=0 OMPI_MCA_btl_vader_single_copy_mechanism=none
shared() { "$mpirun" --allow-run-as-root --oversubscribe -n 2 "$masar" "$@"; }

plan=examples/civil-exercise
"$masar" schedule "$plan" --earliest -o "$work/schedule.json" >"$work/dates.txt" || true
"$masar" simulate "$plan" -i "$work/schedule.json" --samples 3000 -o "$work/one.run" --json >"$work/one.json"
shared simulate "$plan" -i "$work/schedule.json" --samples 3000 -o "$work/two.run" --json >"$work/two.json"
cmp "$work/one.run" "$work/two.run"
cmp "$work/one.json" "$work/two.json"

if shared simulate "$plan" -i "$work/schedule.json" --converge 0.01 2>"$work/said.txt"; then exit 1; fi
[[ "$(grep -c 'cannot stop early' "$work/said.txt")" == 1 ]]
if shared check "$plan" >"$work/said.txt" 2>&1; then exit 1; fi
grep -q "only 'simulate' is shared" "$work/said.txt"
