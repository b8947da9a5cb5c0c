#!/usr/bin/env python3
"""Kills a writing process again and again (SIGKILL, at random moments) and looks each time whether what it had confirmed is there.

    kill_rounds.py STORE_WRITER ADDRESS [--rounds 1000] [--seed 1]

ADDRESS is a file (SQLite) or postgresql://…; a new one is begun every 50 rounds where it is a file. Ends with 1 when a confirmed write
is lost, one in between is missing, or the database does not open.
"""
import argparse
import os
import random
import re
import signal
import subprocess
import sys
import time


def lines_until_killed(writer, address, wait):
    """Starts the writer, lets it confirm at least one write and `wait` seconds more, kills it; gives all its lines."""
    process = subprocess.Popen([writer, address], stdout=subprocess.PIPE)
    read = b""
    while b"ack " not in read:
        piece = os.read(process.stdout.fileno(), 65536)
        if not piece:
            return read.decode().splitlines()  # it ended by itself: its last line says why
        read += piece
    time.sleep(wait)  # the moment to die, not a wait for something
    process.send_signal(signal.SIGKILL)
    read += process.stdout.read()
    process.wait()
    return read.decode().splitlines()


def faults_of(lines, confirmed):
    """What is wrong with what the writer found at its start; `confirmed` (thread → number) goes on to what it confirmed since."""
    faults, kept = [], {}
    for line in lines:
        word, *rest = line.split(" ", 2)
        if word == "kept":
            thread, (count, last) = rest[0], map(int, rest[1].split())
            kept[thread] = last
            if count != last:
                faults.append(f"thread {thread}: {count} events, but the last is number {last}")
            if last < confirmed.get(thread, 0):
                faults.append(f"thread {thread}: {confirmed[thread]} were confirmed, {last} are kept")
        elif word == "ack":
            confirmed[rest[0]] = int(rest[1])
        else:
            faults.append(line)
    if len(kept) != 4:
        faults.append("it did not say what it found")
    for thread, last in kept.items():
        confirmed[thread] = max(confirmed.get(thread, 0), last)
    return faults


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("writer")
    options.add_argument("address")
    options.add_argument("--rounds", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    dice = random.Random(given.seed)
    socket = re.search(r"host=(/[^&]*)", given.address)
    if socket and not os.path.exists(socket.group(1)):
        print("left out: no PostgreSQL at " + socket.group(1))
        sys.exit(77)
    is_file = not given.address.startswith("postgres")
    confirmed, total, written, lost = {}, 0, 0, 0
    for number in range(given.rounds):
        if number % 50 == 0 and is_file:
            for end in ("", "-wal", "-shm"):
                if os.path.exists(given.address + end):
                    os.unlink(given.address + end)
            confirmed = {}
        before = sum(confirmed.values())
        faults = faults_of(lines_until_killed(given.writer, given.address, dice.uniform(0, 0.03)), confirmed)
        written += sum(confirmed.values()) - before
        total += 1
        for fault in faults:
            print(f"round {number}: {fault}")
        lost += bool(faults)
        if sys.stderr.isatty() and number % 20 == 19:
            print(f"\r{total} of {given.rounds} rounds, {written} writes confirmed, {lost} with a fault", end="", file=sys.stderr)
    print(f"{total} kills, {written} writes confirmed, {lost} rounds with a fault")
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
