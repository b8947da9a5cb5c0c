#!/usr/bin/env python3
"""How many authenticated reads a second `masar serve` answers over TLS on loopback, and how long they take, alone and under strain.

usage: load.py MASAR [--seconds 8] [--only ROW…]

Client (h2load, one thread) and server share the machine. Lines of CSV: what is read, under which strain, the pace asked for (0: as fast as
50 connections go), answers a second, times in ms, processor seconds of the server and of h2load for each second. Ends with 1 when a target
is missed on this machine.
"""
import argparse
import json
import os
import resource
import sys
import tempfile

from load_clients import LoginFlood, Person, Server, SlowClients, Streams, percentile, read_with_h2load

COLUMNS = "reads,strain,pace,per_second,failed,p50_ms,p99_ms,max_ms,kilobytes_each,server_cpu,client_cpu,remark"


class Bench:
    def __init__(self, server, options):
        self.server, self.seconds, self.only, self.missed = server, options.seconds, options.only, []
        self.ruler = Person.administrator(server, "uae")
        self.person = self.ruler.colleague("planner@uae", ["planner", "lead"])
        self.plan = json.loads(self.person.ask("GET", "/api/v1/plans")[1])["plans"][0]["id"]
        at = f"/api/v1/plans/{self.plan}"
        self.reads = {
            "record": [f"{at}/records/activities/gov-{i:03}" for i in range(1, 9)],
            "frame": [at],
            "roadmap": [f"{at}/roadmap"],
            "pages": [at, f"{at}/due", f"{at}/worklist", f"{at}/events", f"{at}/loads", f"{at}/money", f"{at}/risks", f"{at}/outcomes", "/api/v1/plans",
                      f"{at}/records/activities", f"{at}/records/activities/gov-001", f"{at}/diagnostics"],
        }
        self.read_all_once()

    def read_all_once(self):
        """What a version needs once (its forecast, its loads) is no part of what is measured."""
        for paths in self.reads.values():
            for path in paths:
                status, text = self.person.ask("GET", path)
                assert status == 200, (path, status, text[:200])

    def row(self, reads, strain="none", pace=0, remark="", *, etag=False, target=None, share=1.0):
        name = reads + ("-304" if etag else "")
        if self.only and f"{name}/{strain}" not in self.only and name not in self.only and strain not in self.only:
            return
        etags = [self.etag(path) for path in self.reads[reads]] if etag else None
        before = self.server.cpu_seconds()
        done = read_with_h2load(self.person, self.reads[reads], connections=50, seconds=self.seconds, per_second=pace, etags=etags)
        server = (self.server.cpu_seconds() - before) / done["took"]
        times = done["times"] or [float("inf")]
        good = done["statuses"].get("304" if etag else "200", 0)
        rate = good / done["seconds"]
        failed = len(done["times"]) - good
        p99 = percentile(times, 0.99)
        print(f"{name},{strain},{pace},{rate:.0f},{failed},{percentile(times, 0.5):.2f},{p99:.2f},{times[-1]:.1f},"
              f"{done['bytes'] / max(1, len(times)) / 1000:.1f},{server:.2f},{done['cpu'] / done['took']:.2f},{remark() if callable(remark) else remark}", flush=True)
        if target and (p99 > target or failed or rate < share * pace * 0.97):
            self.missed.append(f"{name} under {strain}: {rate:.0f}/s, p99 {p99:.2f} ms, {failed} failed")

    def etag(self, path):
        connection = self.person.connection
        connection.request("GET", path, None, {"Host": "localhost", "Cookie": self.person.cookie()})
        answer = connection.getresponse()
        answer.read()
        return answer.headers["ETag"]

    def alone(self):
        for reads in ("record", "frame", "roadmap", "pages"):
            self.row(reads)
        self.row("roadmap", etag=True)
        self.row("record", pace=10_000, target=10)
        self.row("roadmap", pace=10_000, etag=True, target=10)

    def with_streams(self):
        streams = Streams(self.person, self.plan, 1000)
        open_before = self.server.figure("masar_streams")
        self.row("record", "1000 streams", 10_000, lambda: f"{self.server.figure('masar_streams')} streams open", target=10)
        change = {"changes": [{"op": "set", "section": "activities", "id": "gov-001", "field": "notes", "value": "read by a thousand"}]}
        assert self.person.ask("POST", f"/api/v1/plans/{self.plan}/changes", change)[0] == 200
        told = streams.told(b"event: changed")
        print(f"# {open_before} streams were open before, {told} of them were told of a change afterwards", flush=True)
        if told < 1000:
            self.missed.append(f"only {told} streams were told")
        streams.close()
        self.read_all_once()

    def with_slow_clients(self):
        slow = SlowClients(self.server, 5000)
        self.row("record", "5000 slow", 10_000, lambda: f"{self.server.figure('masar_connections_let_go')} let go", target=50)
        slow.close()

    def with_flood(self):
        flood = LoginFlood(self.server, 200)
        self.row("record", "login flood", 5_000, lambda: "sign-ins " + " ".join(f"{k}:{v}" for k, v in sorted(flood.counts.items())), target=50)
        self.row("pages", "login flood", 500, target=50)
        flood.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("masar")
    parser.add_argument("--seconds", type=int, default=8)
    parser.add_argument("--only", nargs="*")
    options = parser.parse_args()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 8192), hard))
    print(f"# bench/load.py, {os.cpu_count()} cores shared by client and server, load {os.getloadavg()[0]:.1f} when it began")
    print(COLUMNS, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        server = Server(options.masar, folder)
        try:
            bench = Bench(server, options)
            bench.alone()
            bench.with_streams()
            bench.with_slow_clients()
            bench.with_flood()
        finally:
            server.process.terminate()
            server.process.wait(60)
    for each in bench.missed:
        print("# missed: " + each)
    return 1 if bench.missed else 0


if __name__ == "__main__":
    sys.exit(main())
