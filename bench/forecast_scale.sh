#!/usr/bin/env bash
# How long whole forecasts take and how much memory they need: a generated roadmap of 10,000 activities with calendars, pools and costs,
# and fifty risk drivers over a hundred activities each, 10,000 samples on all cores (aim: under 5 s on two); and the example at ten
# thousand, a hundred thousand and a million samples, where the memory must not grow. Records into bench/results/forecast_scale.csv.
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/parts/opening.sh"

mkdir "$plans/roadmap"
"$masar" generate 10000 --seed 1 -o "$plans/roadmap/plan.yaml" >/dev/null
{
    echo "risks:"
    mapfile -t ids < <(grep -oP '^  \Ka-[0-9]{6}(?=:)' "$plans/roadmap/plan.yaml")
    for driver in {0..49}; do
        touched=()
        for k in {0..99}; do touched+=("${ids[(driver * 37 + k * 191) % ${#ids[@]}]}"); done
        (IFS=,; echo "  drv-$driver: {name: {en: Driver $driver, ar: عامل $driver}, probability: 30%, factor: 0.9/1.05/1.4," \
            "severity: moderate, owner: office, touches: [${touched[*]}]}")
    done
} >"$plans/roadmap/risks.yaml"
"$masar" schedule "$plans/roadmap" -o "$plans/roadmap.json" >/dev/null || true
"$masar" schedule examples/uae-us -o "$plans/example.json" >/dev/null || true

{
    head_line
    echo "seconds,peak_mb,exit,command"
    for threads in 1 "$(nproc)"; do
        tools/measure.py "$masar" simulate "$plans/roadmap" -i "$plans/roadmap.json" --samples 10000 --threads "$threads" --json
    done
    for samples in 10000 100000 1000000; do
        tools/measure.py "$masar" simulate examples/uae-us -i "$plans/example.json" --samples "$samples" --threads "$(nproc)" --json
    done
} | sed "s#$plans/##g" | tee bench/results/forecast_scale.csv
