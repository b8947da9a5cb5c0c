"""The files that bench/tables.sh keeps: comments, a line per instance, and at the end the row of the table."""

import csv
import json
from pathlib import Path

NUMBERS = ("objective", "bound", "critical_path", "seconds", "schedules", "conflicts", "seed")


class Results:
    """One file: `machine`, `command`, `row` (None while it runs), and the instances by name."""

    def __init__(self, text):
        comments = [line[1:].strip() for line in text.splitlines() if line.startswith("#")]
        rows = [line[4:] for line in comments if line.startswith("row ")]
        self.row = json.loads(rows[-1]) if rows else None
        self.machine = comments[0] if comments else ""
        self.command = next((line for line in comments if line.startswith("masar ")), "")
        lines = [line for line in text.splitlines() if line and not line.startswith("#")]
        self.instances = {line["instance"]: _numbers(line) for line in csv.DictReader(lines)}


def _numbers(line):
    return {key: (float(value) if value else None) if key in NUMBERS else value for key, value in line.items()}


def read(path):
    return Results(Path(path).read_text(encoding="utf-8"))
