#!/usr/bin/env python3
"""The same simulation as bench/forecast_speed.cc with numpy: one array operation per activity over all samples."""

import sys
import time

try:
    import numpy as np
except ImportError:
    print("numpy: not installed (python3-numpy), skipped")
    sys.exit(0)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    samples = int(sys.argv[2]) if len(sys.argv) > 2 else 10000
    before = [[p for p in (i - 1 - (i * 7) % 20, i - 1 - (i * 13) % 37) if p >= 0] for i in range(n)]
    after = [[] for _ in range(n)]
    for i, links in enumerate(before):
        for p in links:
            after[p].append(i)
    planned = np.array([10 + (i * 11) % 40 for i in range(n)], dtype=float)
    best, mean = 1e300, 0.0
    for _ in range(2):
        began = time.process_time()
        random = np.random.default_rng(1)
        days = random.triangular(planned * 0.8, planned, planned * 1.5, size=(samples, n)).T.copy()
        start, end = np.zeros((n, samples)), np.zeros((n, samples))
        for i in range(n):
            for p in before[i]:
                np.maximum(start[i], end[p], out=start[i])
            np.add(start[i], days[i], out=end[i])
        finish = end.max(axis=0)
        late, critical = np.empty((n, samples)), np.zeros(n)
        for i in reversed(range(n)):
            late[i] = finish
            for q in after[i]:
                np.minimum(late[i], late[q], out=late[i])
            late[i] -= days[i]
            critical[i] = (late[i] <= start[i] + 1e-9).mean()
        best, mean = min(best, time.process_time() - began), finish.mean()
    print(f"{'numpy, network, criticality':<58} {best * 1e9 / samples / n:8.3f} ns   mean end {mean:.2f}")


main()
