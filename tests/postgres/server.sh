#!/usr/bin/env bash
# A PostgreSQL for tests: server.sh start|stop FOLDER. It listens at a socket inside FOLDER and nowhere else, holds nothing of worth, and
# is gone with FOLDER. Ends with 77 (ctest: skipped) where PostgreSQL is not installed.
set -euo pipefail
action="$1" folder="$2"
programs="$(find /usr/lib/postgresql/*/bin -maxdepth 0 2>/dev/null | sort -V | tail -1)"
[[ -n "$programs" ]] || {
    echo "no PostgreSQL here: its tests are left out (Debian package postgresql)"
    exit 77
}

# PostgreSQL refuses to run as root.
as_server() {
    if [[ $EUID -eq 0 ]]; then
        setpriv --reuid=postgres --regid=postgres --clear-groups "$@"
    else
        "$@"
    fi
}

stop() {
    [[ ! -d "$folder/data" ]] || as_server "$programs/pg_ctl" stop -D "$folder/data" -m immediate -w >/dev/null 2>&1 || true
    rm -rf "$folder"
}

start() {
    stop
    mkdir -p -m 700 "$folder"
    [[ $EUID -ne 0 ]] || chown postgres: "$folder"
    cd "$folder"
    as_server "$programs/initdb" -D "$folder/data" -U masar -A trust -E UTF8 --locale=C --no-sync >initdb.log 2>&1 \
        || { cat initdb.log; exit 1; }
    # Tests make and drop hundreds of schemas; nothing of it need outlive a power cut, but all of it the death of a process.
    local settings="-k '$folder' -c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=200"
    # Its three streams closed: who started it would wait for them.
    as_server "$programs/pg_ctl" start -D "$folder/data" -w -t 60 -l "$folder/server.log" -o "$settings" </dev/null >start.log 2>&1 \
        || { cat start.log server.log; exit 1; }
}

case "$action" in
    start) start ;;
    stop) stop ;;
    *) echo "server.sh: start or stop, not '$action'" >&2; exit 2 ;;
esac
