source tools/run/web.sh

run_build() {
    install_groups setup
    build_web
    build_preset release
    echo "build/release/masar"
}
