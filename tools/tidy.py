#!/usr/bin/env python3
"""Runs clang-tidy over the sources of a build folder, the recently changed ones first, until a time budget is spent.

usage: tidy.py BUILD_FOLDER [--minutes M] [--since COMMIT] [FILE…]
"""

import argparse
import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from source_text import ROOT

TIDY = "clang-tidy-19"
# Warnings that g++ knows and clang does not are no concern of tidy's.
ARGUMENTS = ["--quiet", "--extra-arg=-Wno-unknown-warning-option", "--extra-arg=-Wno-everything"]


def recently_changed(since):
    """Sources in the order of their last change, newest first; only those after `since` when it is given."""
    span = [f"{since}..HEAD"] if since else []
    log = subprocess.run(["git", "log", "--format=", "--name-only", *span, "--", "src"], cwd=ROOT, capture_output=True,
                         text=True, check=True).stdout
    return list(dict.fromkeys(log.split()))


def compiled_sources(build):
    """Paths (relative to the root) that the build folder knows how to compile, our own only."""
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    paths = {os.path.relpath(entry["file"], ROOT) for entry in entries}
    return {path for path in paths if path.startswith("src/")}


def tidy(build, path, deadline):
    """(path, None when there was no time, else the process)."""
    if time.monotonic() > deadline:
        return path, None
    return path, subprocess.run([TIDY, "-p", str(build), *ARGUMENTS, path], cwd=ROOT, capture_output=True, text=True,
                                check=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=Path)
    parser.add_argument("--minutes", type=float, default=8)
    parser.add_argument("--since", help="only files changed after this commit")
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()

    known = compiled_sources(options.build)
    chosen = [path for path in options.files or recently_changed(options.since) if path in known]
    deadline = time.monotonic() + 60 * options.minutes
    seen = wrong = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, done in pool.map(lambda path: tidy(options.build, path, deadline), chosen):
            seen += done is not None
            if done and done.returncode:
                wrong += 1
                print(done.stdout.strip(), done.stderr.strip() if not done.stdout.strip() else "", sep="\n")
    print(f"tidy: {seen} of {len(chosen)} files looked at ({len(known)} in all), {wrong} with findings")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
