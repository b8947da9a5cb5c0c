# The pages of web/, which the server carries inside itself.

# need_node: Node 18 or newer with npm. What is there is used; otherwise Debian's packages are installed.
need_node() {
    local major
    major="$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/')" || true
    if [[ "${major:-0}" -lt 18 ]] || ! command -v npm >/dev/null; then
        install_groups web
    fi
}

# build_web: web/dist. Costs milliseconds when nothing changed.
build_web() {
    need_node
    local modules=web/node_modules
    if [[ ! -e "$modules/.package-lock.json" || web/package-lock.json -nt "$modules/.package-lock.json" ]]; then
        say "Installing the packages that the pages are built with"
        npm --prefix web ci --no-audit --no-fund
    fi
    [[ ! -e web/dist/index.html || -n "$(find web -newer web/dist/index.html -type f -not -path "$modules/*" -not -path 'web/dist/*' -print -quit)" ]] || return 0
    say "Building the pages"
    npm --prefix web run build
}

# run_web [test|journeys]: builds the pages, tests them, or walks through them in a browser.
run_web() {
    build_web
    case "${1:-}" in
        "") echo "web/dist" ;;
        test) npm --prefix web test ;;
        journeys)
            install_groups setup browse
            build_preset release
            npm --prefix web run journeys
            ;;
        *) die "web: expected nothing, 'test' or 'journeys', not '$1'" ;;
    esac
}
