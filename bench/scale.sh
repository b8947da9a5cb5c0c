#!/usr/bin/env bash
# How time and memory grow with the roadmap: generated plans of 1,000, 10,000 and 100,000 activities, checked and scheduled.
# Records into bench/results/scale.csv. Aim: 10,000 in 3 s, 100,000 in 40 s and 1 GB, growth at most 15-fold.
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/parts/opening.sh"

{
    head_line
    echo "seconds,peak_mb,exit,command"
    for activities in 1000 10000 100000; do
        plan="$plans/$activities.yaml"
        "$masar" generate "$activities" --seed 1 -o "$plan" >/dev/null
        tools/measure.py "$masar" check "$plan"
        tools/measure.py "$masar" schedule "$plan" --json
    done
} | sed "s#$plans/##g" | tee bench/results/scale.csv
