# With arguments: 'masar bench' as given, e.g. ./run bench path/to/j30 --schedules 1000
# cross-check [COUNT]: the engine against exhaustive search on so many small random problems (10,000).
# tables [ROW…]: the rows of the table in docs/engine.md (the public sets in MASAR_DATA; hours).
# forecast [ACTIVITIES SAMPLES]: nanoseconds per activity and sample, against plain C++ and numpy.
# load [SECONDS]: reads over TLS alone and under strain, into bench/results/load.csv.
# kills [ROUNDS]: kill -9 of a serving program under edits (1,000) on SQLite, and on PostgreSQL where it is installed.
# gantt [--activities N …], first-paint: the pages in Chromium: frames a second, the answer to a drag, the first useful paint.
# Without: the scale benchmarks, one script each in bench/, which record into bench/results/.
run_bench() {
    install_groups setup
    build_preset release
    if [[ "${1:-}" == cross-check ]]; then
        cmake --build build/release --target cross_check
        mkdir -p bench/results
        build/release/cross_check "${2:-10000}" | tee bench/results/cross_check.csv
        return
    fi
    if [[ "${1:-}" == load ]]; then
        install_groups bench
        mkdir -p bench/results
        python3 -B bench/load.py build/release/masar --seconds "${2:-8}" | tee bench/results/load.csv
        return
    fi
    if [[ "${1:-}" == kills ]]; then
        run_kills "${2:-1000}"
        return
    fi
    if [[ "${1:-}" == gantt || "${1:-}" == first-paint ]]; then
        install_groups browse
        local measured="bench/${1//-/_}.mjs"
        shift
        node "$measured" "$@"
        return
    fi
    if [[ "${1:-}" == tables ]]; then
        shift
        bash bench/tables.sh "$@"
        return
    fi
    if [[ "${1:-}" == forecast ]]; then
        shift
        install_groups bench
        bash bench/forecast.sh "$@"
        return
    fi
    if [[ $# -gt 0 ]]; then
        build/release/masar bench "$@"
        return
    fi
    local script
    for script in bench/*.sh; do
        [[ "$script" != bench/tables.sh ]] || continue # hours
        [[ "$script" != bench/engine_settings.sh || -n "${MASAR_DATA:-}" ]] || continue # asks for the public sets
        say "$script"
        bash "$script"
    done
}

run_kills() {
    local folder=/tmp/masar-kills-$$ code=0
    python3 -B tests/faults/kill_serve.py build/release/masar --rounds "$1" || code=1
    install_groups test
    tests/postgres/server.sh start "$folder"
    python3 -B tests/faults/kill_serve.py build/release/masar "$folder" --rounds "$1" || code=1
    tests/postgres/server.sh stop "$folder"
    return "$code"
}
