# With arguments: 'masar bench' as given, e.g. ./run bench path/to/j30 --schedules 1000
# Without: the scale benchmarks, one script each in bench/, which record into bench/results/.
run_bench() {
    install_groups setup
    build_preset release
    if [[ $# -gt 0 ]]; then
        build/release/masar bench "$@"
        return
    fi
    local script
    for script in bench/*.sh; do
        [[ -e "$script" ]] || die "bench: there is no benchmark in bench/"
        say "$script"
        bash "$script"
    done
}
