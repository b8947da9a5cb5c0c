# Each target starts from tests/fuzz/<target>/ (kept) and adds to build/fuzz-corpus/<target>/ (not kept).
run_fuzz() {
    local seconds="${1:-30}"
    [[ "$seconds" =~ ^[0-9]+$ ]] || die "fuzz: expected seconds, not '$seconds'"
    install_groups setup fuzz
    build_preset fuzz
    local target failed=()
    for target in build/fuzz/fuzzers/*_fuzz; do
        [[ -x "$target" ]] || die "fuzz: there is no fuzz target yet"
        fuzz_one "$target" "$seconds" || failed+=("$(basename "$target")")
    done
    [[ ${#failed[@]} -eq 0 ]] || die "fuzz: ${failed[*]} found an input that fails (build/fuzz-failures/)"
}

fuzz_one() {
    local target="$1" seconds="$2" name
    name="$(basename "$target")"
    say "$name for $seconds s"
    mkdir -p "build/fuzz-corpus/$name" build/fuzz-failures
    local corpus=("build/fuzz-corpus/$name")
    [[ -d "tests/fuzz/$name" ]] && corpus+=("tests/fuzz/$name")
    local log="build/fuzz/$name.log" status=0
    "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0 \
        -artifact_prefix="build/fuzz-failures/$name-" "${corpus[@]}" >"$log" 2>&1 || status=$?
    grep -E 'number_of_executed_units|peak_rss' "$log" || true
    [[ $status -eq 0 ]] || tail -n 40 "$log"
    return $status
}
