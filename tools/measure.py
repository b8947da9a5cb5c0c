#!/usr/bin/env python3
"""Runs a command, its output thrown away, and prints one line of CSV: seconds, peak megabytes, exit code, command.

usage: measure.py COMMAND…
"""

import os
import resource
import shlex
import subprocess
import sys
import time


def main():
    start = time.monotonic()
    code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=False).returncode
    seconds = time.monotonic() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f'{seconds:.2f},{peak:.0f},{code},"{shlex.join(sys.argv[1:])}"', flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main() if len(sys.argv) > 1 else os.EX_USAGE)
