#!/usr/bin/env python3
"""A minimal conflict for each infeasible instance of the public sets, by `masar solve --json`; a line of CSV for each.

usage: bench/minimal_conflicts.py LIMITS [--keep FILE] SET…

LIMITS are the limits of each run, such as "--conflicts 100000" or "--seconds 60". The sets and their <set>_bounds.csv, which say what is
infeasible, are looked for in MASAR_DATA; MASAR is the program (build/release/masar). `minimal` = each member was dropped in turn and the
others then had a schedule; `verified` = a fresh search finds the members alone impossible. With --keep the lines are added to FILE, which
may have been cut off anywhere: instances that it has are left out. Exit code 1 when an instance that is infeasible is answered by a
schedule.
"""

import csv
import json
import os
import subprocess
import sys
from contextlib import nullcontext
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


def kept(file):
    """The instances of which the file has a line."""
    if not file or not file.exists():
        return set()
    rows = csv.reader(line for line in file.read_text(encoding="utf-8").splitlines(keepends=True) if line.endswith("\n"))
    return {(row[0], row[1]) for row in rows if len(row) > 2}


def mend_end(file):
    """A line that was being written when the power went is written again."""
    if file and file.exists():
        text = file.read_text(encoding="utf-8")
        file.write_text(text[:text.rfind("\n") + 1], encoding="utf-8")


def look_at_all(limits, names, out, done):
    """How many are answered by a schedule."""
    masar, data = Path(os.environ.get("MASAR", "build/release/masar")), Path(os.environ["MASAR_DATA"])
    print(f"# bench/minimal_conflicts.py '{limits}' {' '.join(names)}", file=out)
    if not done:
        print("set,instance,status,members,minimal,verified,seconds", file=out)
    wrong = 0
    for name in names:
        for path in infeasible(data, name):
            if (name, path.stem) in done:
                continue
            line = look_at(masar, path, limits.split())
            print(",".join(map(str, [name, path.stem, *line])), file=out, flush=True)
            wrong += line[0] in ("optimal", "feasible")
    return wrong


def main():
    words = sys.argv[1:]
    file = Path(words.pop(2)) if words[1:2] == ["--keep"] and len(words) > 2 else None
    limits, names = words[0] if words else "", words[2 if file else 1:]
    if not names or "MASAR_DATA" not in os.environ:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    mend_end(file)
    done = kept(file)
    with open(file, "a", encoding="utf-8") if file else nullcontext(sys.stdout) as out:
        return 1 if look_at_all(limits, names, out, done) else 0


if __name__ == "__main__":
    sys.exit(main())
