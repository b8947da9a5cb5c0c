source tools/run/web.sh

run_demo() {
    install_groups setup
    build_web
    build_preset release
    local masar=build/release/masar out=build/demo plan=examples/uae-us
    mkdir -p "$out"

    say "Checking $plan"
    "$masar" check "$plan" >"$out/check.txt"
    tail -n 3 "$out/check.txt"

    say "Scheduling it"
    "$masar" schedule "$plan" -o "$out/schedule.json" | head -n 6

    say "Writing the report"
    "$masar" report "$plan" -o "$out/report.html"

    cat <<TEXT

The report:    $PWD/$out/report.html   (open it in a browser; Arabic and English)
The schedule:  $PWD/$out/schedule.json
All warnings:  $PWD/$out/check.txt
TEXT
}
