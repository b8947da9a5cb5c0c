#!/usr/bin/env python3
"""Proofs of public instances, written by `masar solve --proof` and checked by `masar-verify`; a line of CSV for each.

usage: bench/certificates.py COUNT SET…

Takes COUNT instances of each set, evenly spread over its natural order. MASAR_DATA names the folder of the sets, MASAR the program
(build/release/masar; masar-verify stands beside it), MASAR_CONFLICTS the limit of the search (20,000). Exit code 1 when a proof is rejected.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def natural(path):
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", path.name)]


def timed(*command):
    start = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done, time.monotonic() - start


def look_at(masar, path, proof):
    """(verdict, lines, bytes, seconds to solve and prove, seconds to verify) of one instance."""
    limit = os.environ.get("MASAR_CONFLICTS", "20000")
    solved, prove_seconds = timed(masar, "solve", path, "--conflicts", limit, "--proof", proof)
    if solved.returncode not in (0, 4):
        return "unproven", "", "", prove_seconds, 0
    checked, verify_seconds = timed(masar.with_name("masar-verify"), path, proof)
    words = checked.stdout.split()
    verdict = " ".join(words[:2]).lower() if checked.returncode == 0 else f"rejected: {checked.stdout.strip()}"
    text = Path(proof).read_bytes()
    return verdict, text.count(b"\n"), len(text), prove_seconds, verify_seconds


def main():
    if len(sys.argv) < 3 or "MASAR_DATA" not in os.environ:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    masar = Path(os.environ.get("MASAR", "build/release/masar"))
    count, wrong = int(sys.argv[1]), 0
    print(f"# bench/certificates.py {' '.join(sys.argv[1:])}")
    print("set,instance,verdict,lines,bytes,prove_seconds,verify_seconds")
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[2:]:
            files = sorted((Path(os.environ["MASAR_DATA"]) / name).iterdir(), key=natural)
            for k in range(min(count, len(files))):
                path = files[k * len(files) // min(count, len(files))]
                verdict, lines, size, prove, verify = look_at(masar, path, Path(folder) / "proof")
                print(f"{name},{path.stem},{verdict},{lines},{size},{prove:.2f},{verify:.2f}", flush=True)
                wrong += verdict.startswith("rejected")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
