#!/usr/bin/env python3
"""The measured tables of the documents, made from the files in bench/results; --check fails when one says something else.

usage: measured_tables.py [--check]
"""

import csv
import re
import sys
from collections import defaultdict
from pathlib import Path

from results_file import read

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "results"
PROVEN = ("optimal", "infeasible")
NOT_KEPT = "(Not kept yet: the command above writes it.)"


def percent(value):
    return "–" if value is None else f"{value:.2f}"


def figures_row(path):
    """One row of the table of figures; None for a file that is no finished row."""
    results = read(path)
    if results.row is None:
        return None
    row, lines = results.row, list(results.instances.values())
    proven = sum(line["status"] in PROVEN for line in lines)
    infeasible = sum(line["status"] == "infeasible" for line in lines)
    command = results.command.removeprefix("masar bench ")
    return (f"| `{command}` | {len(lines)}{' (sample)' if row['sampled'] else ''} | {proven} | {infeasible} "
            f"| {row['no_solution']} | {percent(row['gap_percent'])} | {percent(row['dev_cpm_percent'])} "
            f"| {row['seconds_mean']:.2f} | {len(row['contradictions'])} |")


def figures():
    rows = [figures_row(path) for path in sorted(RESULTS.glob("*.csv"), key=lambda path: path.name)
            if path.stem not in ("scale", "forecast_scale", "certificates", "cross_check", "engine_settings", "minimal_conflicts",
                                 "load")]
    head = ["| `masar bench` | instances | proven | of these infeasible | without a schedule | % over best known | "
            "% over critical path | seconds, mean | contradictions |", "|---|---|---|---|---|---|---|---|---|"]
    return head + [row for row in rows if row]


def lines_of(name):
    path = RESULTS / name
    if not path.exists():
        return []
    text = path.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in text if line and not line.startswith("#")))


def certificates():
    """Per set: how many were proven, how many of these proofs verified, and how large they are."""
    sets = defaultdict(list)
    for line in lines_of("certificates.csv"):
        sets[line["set"]].append(line)
    table = ["| set | tried | proven | verified | median lines | largest, MB | verifying, slowest, s |", "|---|---|---|---|---|---|---|"]
    for name, lines in sets.items():
        proofs = [line for line in lines if line["verdict"] != "unproven"]
        if not proofs:
            continue
        sizes = sorted(int(line["lines"]) for line in proofs)
        table.append(
            f"| {name} | {len(lines)} | {len(proofs)} | {sum(line['verdict'].startswith('verified') for line in proofs)} "
            f"| {sizes[len(sizes) // 2]} | {max(int(line['bytes']) for line in proofs) / 1e6:.2f} "
            f"| {max(float(line['verify_seconds']) for line in proofs):.2f} |")
    return table


def cross_check():
    table = ["| kind of constraint | problems | feasible | infeasible | settled | proofs verified | wrong |",
             "|---|---|---|---|---|---|---|"]
    for line in lines_of("cross_check.csv"):
        table.append("| " + " | ".join(line[key] for key in ("kind", "problems", "feasible", "infeasible", "settled",
                                                             "proofs_verified", "wrong")) + " |")
    return table


def settings():
    """Conflicts of each setting, set by set: beside them, how many of the instances were settled and the sum of the bounds."""
    sets, rows = [], defaultdict(dict)
    for line in lines_of("engine_settings.csv"):
        head = f"{line['set']}: {line['instances']} instances, {int(line['limit']):,} conflicts each"
        if head not in sets:
            sets.append(head)
        rows[line["setting"]][head] = f"{int(line['conflicts']):,} ({line['settled']}; {int(line['bounds']):,})"
    if not sets:
        return [NOT_KEPT]
    table = ["| setting | " + " | ".join(sets) + " |", "|---|" + "---|" * len(sets)]
    return table + [f"| {name} | " + " | ".join(cells.get(each, "–") for each in sets) + " |" for name, cells in rows.items()]


def conflicts():
    """Per set: of the infeasible instances, how many were proven so, and how many of their conflicts are minimal and verified."""
    sets = defaultdict(list)
    for line in lines_of("minimal_conflicts.csv"):
        sets[line["set"]].append(line)
    if not sets:
        return [NOT_KEPT]
    table = ["| set | infeasible | proven so | minimal and verified | members, median | members, most |", "|---|---|---|---|---|---|"]
    for name, lines in sets.items():
        sizes = sorted(int(line["members"]) for line in lines if line["members"]) or [0]
        table.append(f"| {name} | {len(lines)} | {sum(line['status'] == 'infeasible' for line in lines)} "
                     f"| {sum(line['minimal'] == '1' and line['verified'] == '1' for line in lines)} "
                     f"| {sizes[len(sizes) // 2]} | {sizes[-1]} |")
    return table


def speeds():
    """What bench/forecast.sh printed: a name, nanoseconds per activity and sample, a check value."""
    path = RESULTS / "forecast.txt"
    if not path.exists():
        return [NOT_KEPT]
    rows = re.findall(r"^(.+?)  +([\d.]+) ns\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    return ["| simulation | ns per activity and sample |", "|---|---|"] + [f"| {name} | {float(ns):.1f} |" for name, ns in rows]


DOCUMENTS = {
    "docs/engine.md": {"settings": settings, "conflicts": conflicts, "figures": figures, "certificates": certificates,
                       "cross-check": cross_check},
    "docs/forecast.md": {"speeds": speeds},
}


def renewed(name):
    """The text of a document with each table between its two marks made anew."""
    document = (ROOT / name).read_text(encoding="utf-8")
    for table, make in DOCUMENTS[name].items():
        begin, end = f"<!-- table: {table} -->", "<!-- end of table -->"
        pattern = re.compile(re.escape(begin) + r"\n.*?" + re.escape(end), re.DOTALL)
        document, found = pattern.subn(lambda _: "\n".join([begin, *make(), end]), document)  # noqa: B023
        if found != 1:
            raise SystemExit(f"{name}: the table '{table}' should be there once, but is {found} times")
    return document


def main():
    stale = [name for name in DOCUMENTS if renewed(name) != (ROOT / name).read_text(encoding="utf-8")]
    if "--check" in sys.argv[1:]:
        return 1 if stale else 0
    for name in stale:
        (ROOT / name).write_text(renewed(name), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
