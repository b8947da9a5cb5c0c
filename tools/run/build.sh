run_build() {
    install_groups setup
    build_preset release
    echo "build/release/masar"
}
