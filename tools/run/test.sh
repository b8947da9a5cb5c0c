source tools/run/web.sh

run_test() {
    local preset=debug
    case "${1:-}" in
        "") ;;
        fast) preset=fast ;;
        *) die "test: expected nothing or 'fast', not '$1'" ;;
    esac
    install_groups setup test
    build_web
    # MASAR_CMAKE_ARGS: what CI adds, e.g. -DMASAR_WERROR=ON.
    build_preset debug ${MASAR_CMAKE_ARGS:-}
    ctest_preset "$preset"
    say "Testing the pages"
    npm --prefix web test
}
