source tools/run/web.sh

# serve_demo MASAR FOLDER: starts the server and leaves it running; another port when 8080 is taken.
serve_demo() {
    local masar="$1" out="$2" port
    for port in 8080 0; do
        nohup "$masar" serve --port "$port" --data "$out/data" >"$out/serve.txt" 2>"$out/serve.log" </dev/null &
        local server=$!
        for _ in $(seq 100); do
            grep -q "Ctrl-C" "$out/serve.txt" && break 2
            kill -0 "$server" 2>/dev/null || break
            sleep 0.1
        done
    done
    grep -v "Ctrl-C" "$out/serve.txt" || { cat "$out/serve.log" "$out/serve.txt"; die "demo: the server did not start"; }
    echo "Stop it with:  kill $server"
}

# run_demo [--no-serve]
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
    if [[ "${1:-}" != --no-serve ]]; then
        LC_ALL=C.UTF-8 serve_demo "$masar" "$out"
    fi
}
