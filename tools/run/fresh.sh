# A clean Debian 12, made by debootstrap in a temporary folder, in which a clean clone of the last commit runs the
# README's two commands, or the ones given (./run fresh .ci/run). The host's apt and npm settings are copied at run
# time, so that it works behind a mirror. MASAR_CCACHE names a compiler cache that it may use; without it everything is compiled.
run_fresh() {
    install_groups fresh
    local root
    root="$(mktemp -d "${TMPDIR:-/tmp}/masar-fresh.XXXXXX")"
    # The mounts live in a namespace of their own and are gone before this folder is removed.
    trap "as_root rm -rf --one-file-system '$root'" EXIT
    say "A clean Debian 12 in $root"
    as_root debootstrap --variant=minbase --include=ca-certificates bookworm "$root" $(debian_mirror) \
        >"$root.log" 2>&1 || { tail -n 20 "$root.log"; die "fresh: debootstrap failed ($root.log)"; }
    rm -f "$root.log"
    copy_host_settings "$root"
    as_root git clone -q --no-hardlinks "file://$PWD" "$root/root/masar"

    local command failed=()
    [[ $# -gt 0 ]] || set -- "./run demo --no-serve" "./run test"
    for command in "$@"; do
        timed_in_chroot "$root" "$command" || failed+=("$command")
    done
    [[ ${#failed[@]} -eq 0 ]] || die "fresh: failed: ${failed[*]}"
    say "fresh: passed on a clean Debian 12: $*"
}

# The first Debian mirror that the host uses; nothing leaves the choice to debootstrap.
debian_mirror() {
    local found
    found="$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources} 2>/dev/null \
        | grep -v '^ *#' | grep -oE 'https?://[^ ]*/debian/?( |$)' | head -n 1 | tr -d ' ')" || true
    echo "$found"
}

# copy_host_settings ROOT: apt's and npm's settings, name servers, and certificates that the host trusts.
copy_host_settings() {
    local root="$1" path
    local paths=(/etc/apt/apt.conf.d /etc/apt/auth.conf.d /etc/apt/trusted.gpg.d /etc/apt/keyrings
        /usr/share/keyrings /usr/local/share/ca-certificates /etc/ssl/certs/ca-certificates.crt
        /etc/resolv.conf /etc/npmrc /usr/etc/npmrc)
    [[ -n "${NODE_EXTRA_CA_CERTS:-}" ]] && paths+=("$NODE_EXTRA_CA_CERTS")
    # Sources of another release would make another system of it.
    grep -q 'VERSION_CODENAME=bookworm' /etc/os-release \
        && paths+=(/etc/apt/sources.list /etc/apt/sources.list.d /etc/apt/preferences.d)
    for path in "${paths[@]}"; do
        [[ -e "$path" ]] || continue
        as_root mkdir -p "$root$(dirname "$path")"
        as_root cp -rL "$path" "$root$(dirname "$path")/"
    done
    [[ -e "$HOME/.npmrc" ]] && as_root cp "$HOME/.npmrc" "$root/root/.npmrc"
    return 0
}

# timed_in_chroot ROOT COMMAND: runs it in the clone, with a clean environment but the host's proxies.
timed_in_chroot() {
    local root="$1" command="$2" start=$SECONDS status=0
    say "In the clean system: $command"
    local keep=() name
    for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY NODE_EXTRA_CA_CERTS \
        $(compgen -e npm_config_ || true) $(compgen -e NPM_CONFIG_ || true); do
        [[ -n "${!name:-}" ]] && keep+=("$name=${!name}")
    done
    # /proc and /dev where the kernel lets us; most of it works without.
    local mounts='mount -t proc proc "$1/proc" 2>/dev/null || echo "fresh: no /proc here";
        mount --rbind /dev "$1/dev" 2>/dev/null || echo "fresh: no /dev here"
        [[ -z "${MASAR_CCACHE:-}" ]] || { mkdir -p "$1/root/.cache/ccache"; mount --bind "$MASAR_CCACHE" "$1/root/.cache/ccache"; }'
    as_root unshare --mount --propagation private bash -c "$mounts
        shift; exec chroot \"\$@\"" _ "$root" "$root" /usr/bin/env -i HOME=/root LANG=C.UTF-8 TERM="${TERM:-dumb}" \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "${keep[@]}" \
        bash -c "cd /root/masar && $command" || status=$?
    echo "fresh: '$command' ended with $status after $((SECONDS - start)) s"
    return $status
}
