#!/usr/bin/env python3
"""Kills `masar serve` again and again (SIGKILL, at random moments) while people edit over HTTP, and looks each time what it kept.

    kill_serve.py MASAR [POSTGRES_FOLDER] [--rounds 1000] [--seed 1]

Four people write 1, 2, 3, … into a record of their own; what was answered with 200 was confirmed. After each kill the server is started
anew: it must open, hold all that was confirmed and each event before it, know the people's sessions, and say of each job that was asked
that it is done, goes on or was broken off. With POSTGRES_FOLDER, that of a server's socket, everything is kept in PostgreSQL instead of
SQLite. Ends with 1 when anything is missing.
"""
import argparse
import http.client
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from real_server import Browser, Server, colleague, first_administrator, plan_of

PLAN = Path(__file__).parent.parent / "attacks" / "plan.yaml"
RECORDS = ("course", "exercise", "other", "past")
ENDED = {"done", "failed", "cancelled"}


class Rounds:
    """One database and what was confirmed of it."""

    def __init__(self, masar, place, verify):
        self.masar, self.place, self.verify = masar, place, verify
        self.confirmed = dict.fromkeys(RECORDS, 0)
        self.positions, self.jobs, self.faults = 0, {}, []
        server = Server("--plan", str(PLAN), data=place)
        person = colleague(first_administrator(server, "uae"), "planner@uae", ["planner", "lead"])
        self.plan, self.cookies, self.csrf = plan_of(person), person.cookies, person.csrf
        server.stop()

    def person(self, server):
        browser = Browser(server)
        browser.cookies, browser.csrf = dict(self.cookies), self.csrf
        return browser

    def write(self, server, record):
        """Until the server is gone."""
        browser, number = self.person(server), self.confirmed[record] + 1
        while True:
            try:
                answer = browser.ask("PATCH", f"/api/v1/plans/{self.plan}/records/activities/{record}", {"notes": str(number)})
            except (OSError, http.client.HTTPException):
                return
            if answer.status == 409:
                continue  # the others were faster, several times over: asked to try again
            if answer.status != 200:
                self.faults.append(f"{record} {number}: {answer.status} {answer.text[:200]}")
                return
            self.confirmed[record] = number
            number += 1

    def ask_job(self, server):
        try:
            answer = self.person(server).post(f"/api/v1/plans/{self.plan}/jobs", {"kind": "schedule", "schedules": 200})
        except (OSError, http.client.HTTPException):
            return
        if answer.status == 202:
            self.jobs[answer.json["id"]] = None
        else:
            self.faults.append(f"job: {answer.status} {answer.text[:200]}")

    def write_and_kill(self, wait):
        server = Server(data=self.place)
        self.look(server)
        before = sum(self.confirmed.values())
        threads = [threading.Thread(target=self.write, args=(server, record)) for record in RECORDS]
        threads.append(threading.Thread(target=self.ask_job, args=(server,)))
        for thread in threads:
            thread.start()
        while sum(self.confirmed.values()) < before + len(RECORDS) and any(thread.is_alive() for thread in threads) and not self.faults:
            time.sleep(0.001)  # some writes are confirmed
        time.sleep(wait)  # the moment to die, not a wait for something
        server.kill()
        for thread in threads:
            thread.join()

    def look(self, server):
        """What was confirmed is there, and all before it; what it has goes on from there."""
        browser = self.person(server)
        answer = browser.get(f"/api/v1/plans/{self.plan}/log?since={self.positions}")
        if answer.status != 200:
            self.faults.append(f"after a kill: {answer.status} {answer.text[:200]}")
            return
        kept = {record: [] for record in RECORDS}
        for entry in answer.json["entries"]:
            self.positions = max(self.positions, entry["position"])
            if entry["field"] == "notes":
                kept[entry["record"]].append((int(entry["old"] or 0), int(entry["new"])))
        for record in RECORDS:
            value = int(browser.get(f"/api/v1/plans/{self.plan}/records/activities/{record}").json["fields"].get("notes", 0))
            if value < self.confirmed[record]:
                self.faults.append(f"{record}: {self.confirmed[record]} was confirmed, {value} is kept")
            if kept[record] and kept[record][-1][1] != value:
                self.faults.append(f"{record}: it says {value}, its last event {kept[record][-1][1]}")
            if any(new != old + 1 for old, new in kept[record]) or any(a[1] != b[0] for a, b in zip(kept[record], kept[record][1:])):
                self.faults.append(f"{record}: an event is missing")
            self.confirmed[record] = value
        for job in [job for job, state in self.jobs.items() if state not in ENDED]:
            told = browser.get(f"/api/v1/jobs/{job}")
            self.jobs[job] = told.json["state"] if told.status == 200 else None
            if told.status != 200 or (self.jobs[job] == "failed" and not told.json["problem"]):
                self.faults.append(f"job {job}: {told.status} {told.text[:200]}")

    def end(self):
        server = Server(data=self.place)
        self.look(server)
        log = server.stop()
        if '"error"' in log:
            self.faults.append("the log has an error: " + log[-500:])
        checked = subprocess.run([self.masar, "verify", self.verify], capture_output=True, text=True, check=False)
        if checked.returncode != 0:
            self.faults.append("masar verify: " + checked.stdout + checked.stderr)


def places(folder, postgres):
    """Ever new (place to keep everything, the same for `masar verify`)."""
    number = 0
    while True:
        number += 1
        if postgres:
            name = f"killed_{os.getpid()}_{number}"
            subprocess.run(["psql", "-q", "-h", postgres, "-U", "masar", "-d", "postgres", "-c", f"CREATE DATABASE {name}"], check=True)
            address = f"postgresql:///{name}?user=masar&host={postgres}"
            yield address, address
            subprocess.run(["psql", "-q", "-h", postgres, "-U", "masar", "-d", "postgres", "-c", f"DROP DATABASE {name} WITH (FORCE)"], check=True)
        else:
            yield f"{folder}/{number}", f"{folder}/{number}/masar.sqlite"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("masar")
    parser.add_argument("postgres", nargs="?")
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    os.environ["MASAR"] = given.masar
    if given.postgres and not os.path.exists(given.postgres):
        print("left out: no PostgreSQL at " + given.postgres)
        sys.exit(77)
    dice, done, confirmed, bad, states = random.Random(given.seed), 0, 0, 0, {}
    with tempfile.TemporaryDirectory() as folder:
        for place, verify in places(folder, given.postgres):
            rounds = Rounds(given.masar, place, verify)
            for _ in range(min(100, given.rounds - done)):
                rounds.write_and_kill(dice.uniform(0, 0.15))
                done += 1
                if sys.stderr.isatty():
                    print(f"\r{done} of {given.rounds} rounds", end="", file=sys.stderr)
                if rounds.faults:
                    break
            rounds.end()
            confirmed += sum(rounds.confirmed.values())
            for state in rounds.jobs.values():
                states[state] = states.get(state, 0) + 1
            for fault in rounds.faults:
                print(f"by round {done}: {fault}")
            bad += bool(rounds.faults)
            if done >= given.rounds or bad:
                break
    told = ", ".join(f"{count} {state}" for state, count in sorted(states.items(), key=str))
    print(f"{done} kills, {confirmed} edits kept, jobs: {told}; {bad} with a fault")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
