#!/usr/bin/env python3
"""A minimal conflict for each infeasible instance of the public sets, by `masar solve --json`; a line of CSV for each.

usage: bench/minimal_conflicts.py LIMITS SET…

LIMITS are the limits of each run, such as "--conflicts 100000" or "--seconds 60". The sets and their <set>_bounds.csv, which say what is
infeasible, are looked for in MASAR_DATA; MASAR is the program (build/release/masar). `minimal` = each member was dropped in turn and the
others then had a schedule; `verified` = a fresh search finds the members alone impossible. Exit code 1 when an instance that is infeasible
is answered by a schedule.
"""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path


def infeasible(data, name):
    with open(data / f"{name}_bounds.csv", encoding="utf-8") as file:
        names = {line["instance"] for line in csv.DictReader(file) if line["optimal"] == "infeasible"}
    return sorted((path for path in (data / name).iterdir() if path.stem in names), key=lambda path: path.name)


def look_at(masar, path, limits):
    done = subprocess.run([masar, "solve", path, *limits, "--json"], capture_output=True, text=True, check=False)
    answer = json.loads(done.stdout)
    return [answer["status"], len(answer["conflict"] or []) or "", int(bool(answer["minimal"])), int(bool(answer["verified"])),
            f"{answer['seconds']:.2f}"]


def main():
    if len(sys.argv) < 3 or "MASAR_DATA" not in os.environ:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    masar, data = Path(os.environ.get("MASAR", "build/release/masar")), Path(os.environ["MASAR_DATA"])
    wrong = 0
    print(f"# bench/minimal_conflicts.py '{sys.argv[1]}' {' '.join(sys.argv[2:])}")
    print("set,instance,status,members,minimal,verified,seconds")
    for name in sys.argv[2:]:
        for path in infeasible(data, name):
            line = look_at(masar, path, sys.argv[1].split())
            print(",".join(map(str, [name, path.stem, *line])), flush=True)
            wrong += line[0] in ("optimal", "feasible")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
