# With arguments: 'masar bench' as given, e.g. ./run bench path/to/j30 --schedules 1000
# cross-check [COUNT]: the engine against exhaustive search on so many small random problems (10,000).
# tables [ROW…]: the rows of the table in docs/engine.md (the public sets in MASAR_DATA; hours).
# forecast [ACTIVITIES SAMPLES]: nanoseconds per activity and sample, against plain C++ and numpy.
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
        [[ "$script" != bench/tables.sh ]] || continue # hours, and the public sets
        say "$script"
        bash "$script"
    done
}
