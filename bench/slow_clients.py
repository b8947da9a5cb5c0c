#!/usr/bin/env python3
"""Clients that never finish a request (slow-loris), and how long others wait meanwhile. Loopback only, bounded in count and time.

usage: slow_clients.py MASAR [--clients 5000] [--seconds 20]

Starts `MASAR serve` on a free port, opens the clients, and asks /healthz on new connections all the while. Prints one line of CSV:
clients, of those let go, requests, failed, median ms, p99 ms. Exit code 1 when any request failed.
"""

import argparse
import json
import re
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request


def open_slow(port, count):
    """Connections that have sent a part of a head."""
    clients = []
    for _ in range(count):
        client = socket.create_connection(("127.0.0.1", port), timeout=5)
        client.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
        clients.append(client)
    return clients


def ask(port):
    """Milliseconds for one request on a new connection; None when it was not answered."""
    began = time.perf_counter()
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
            answer.read()
    except OSError:
        return None
    return (time.perf_counter() - began) * 1000


def drip(clients):
    """One more byte from each that is still there."""
    for client in clients:
        try:
            client.send(b"x", socket.MSG_DONTWAIT)
        except OSError:
            pass


def measure(port, options):
    clients = open_slow(port, options.clients)
    times, until = [], time.monotonic() + options.seconds
    while time.monotonic() < until:
        for _ in range(20):
            times.append(ask(port))
        drip(clients)
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
        let_go = re.search(r"^masar_connections_let_go (\d+)", answer.read().decode(), re.MULTILINE).group(1)
    for client in clients:
        client.close()
    answered = [each for each in times if each is not None]
    failed = len(times) - len(answered)
    p99 = statistics.quantiles(answered, n=100)[98]
    print("clients,let_go,requests,failed,median_ms,p99_ms")
    print(f"{options.clients},{let_go},{len(times)},{failed},{statistics.median(answered):.1f},{p99:.1f}")
    return 1 if failed else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("masar")
    parser.add_argument("--clients", type=int, default=5000)
    parser.add_argument("--seconds", type=float, default=20)
    options = parser.parse_args()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, options.clients + 256), hard))
    with tempfile.TemporaryDirectory() as data:
        command = [options.masar, "serve", "--port", "0", "--json", "--rate", "0", "--data", data]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            port = int(re.search(r":(\d+)/", json.loads(server.stdout.readline())["address"]).group(1))
            return measure(port, options)
        finally:
            server.terminate()
            server.wait(30)


if __name__ == "__main__":
    sys.exit(main())
