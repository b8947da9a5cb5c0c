#!/usr/bin/env python3
"""Compares two result files of `masar bench`, instance by instance: what B does better or worse than A.

usage: compare_results.py A B

Exit code 1 if they contradict each other: a schedule of one below a bound of the other, or infeasible against a schedule.
"""

import sys

from results_file import read

PROVEN = ("optimal", "infeasible")


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else None


def contradiction(a, b):
    """Whether what one file says of an instance cannot be true together with the other."""
    for one, other in ((a, b), (b, a)):
        if one["status"] == "infeasible" and other["objective"] is not None:
            return True
        if None not in (one["objective"], other["bound"]) and one["objective"] < other["bound"]:
            return True
    return False


def compare(a, b):
    """Figures over the instances that both files hold; `b_over_a` is the mean of 100·(B - A)/A of the objectives."""
    names = [name for name in a if name in b]
    pairs = [(name, a[name], b[name]) for name in names]
    both = [(name, x["objective"], y["objective"]) for name, x, y in pairs
            if None not in (x["objective"], y["objective"])]
    return {
        "instances": len(names),
        "only in A": [name for name in a if name not in b],
        "only in B": [name for name in b if name not in a],
        "better": [name for name, x, y in both if y < x],
        "worse": [name for name, x, y in both if y > x],
        "newly found": [name for name, x, y in pairs if x["objective"] is None and y["objective"] is not None],
        "no longer found": [name for name, x, y in pairs if x["objective"] is not None and y["objective"] is None],
        "newly proven": [name for name, x, y in pairs if x["status"] not in PROVEN and y["status"] in PROVEN],
        "no longer proven": [name for name, x, y in pairs if x["status"] in PROVEN and y["status"] not in PROVEN],
        "contradictions": [name for name, x, y in pairs if contradiction(x, y)],
        "proven": tuple(sum(line["status"] in PROVEN for _, *lines in pairs for line in [lines[k]]) for k in (0, 1)),
        "b_over_a": mean(100 * (y - x) / x for _, x, y in both if x > 0),
        "seconds": tuple(mean(lines[k]["seconds"] for _, *lines in pairs) for k in (0, 1)),
    }


def show(figures):
    for key, value in figures.items():
        if isinstance(value, list):
            some = " ".join(value[:8]) + (" …" if len(value) > 8 else "")
            print(f"{key}: {len(value)}" + (f" ({some})" if value else ""))
    first, second = figures["proven"]
    print(f"instances in both: {figures['instances']}; proven: {first} in A, {second} in B")
    if figures["b_over_a"] is not None:
        print(f"objective of B over A, mean: {figures['b_over_a']:+.3f} %")
    if None not in figures["seconds"]:
        print("seconds, mean: {:.3f} in A, {:.3f} in B".format(*figures["seconds"]))


def main():
    if len(sys.argv) != 3:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    a, b = read(sys.argv[1]), read(sys.argv[2])
    for name, results in (("A", a), ("B", b)):
        print(f"{name}: {results.command or '?'} | {results.machine or '?'}")
    figures = compare(a.instances, b.instances)
    show(figures)
    return 1 if figures["contradictions"] else 0


if __name__ == "__main__":
    sys.exit(main())
