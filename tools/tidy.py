#!/usr/bin/env python3
"""Runs clang-tidy over the sources of a build folder, the recently changed ones: a number of files, not a time,
so that the answer does not depend on the machine.

usage: tidy.py BUILD_FOLDER [--most N] [--since COMMIT] [FILE…]
"""

import argparse
import json
import os
import subprocess
import sys
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


def tidy(build, path):
    return subprocess.run([TIDY, "-p", str(build), *ARGUMENTS, path], cwd=ROOT, capture_output=True, text=True,
                          check=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=Path)
    parser.add_argument("--most", type=int, default=40, help="files at the most (default 40; 0: all)")
    parser.add_argument("--since", help="only files changed after this commit")
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()

    known = compiled_sources(options.build)
    chosen = [path for path in options.files or recently_changed(options.since) if path in known]
    chosen = chosen[:options.most] if options.most else chosen
    wrong = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for done in pool.map(lambda path: tidy(options.build, path), chosen):
            if done.returncode:
                wrong += 1
                print(done.stdout.strip(), done.stderr.strip() if not done.stdout.strip() else "", sep="\n")
    print(f"tidy: {len(chosen)} of {len(known)} files looked at, {wrong} with findings")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
