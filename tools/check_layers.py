#!/usr/bin/env python3
"""Checks that includes go one way only, and that only the outer rooms touch the outside world.

The table is the one in ARCHITECTURE.md. Prints file:line: sentence for each breach; exit code 1 if there is any.
"""

import re
import sys
from pathlib import Path

from source_text import ROOT, code_only, is_test, room_of, source_files

ALLOWED = {
    "base": "",
    "calendar": "base",
    "plan": "base calendar",
    "planfile": "base calendar plan",
    "problem": "base",
    "compile": "base calendar plan problem",
    "lint": "base calendar plan problem compile",
    "engine": "base problem",
    "verify": "base calendar plan planfile problem compile",
    "forecast": "base calendar plan problem",
    "assess": "base calendar plan",
    "report": "base calendar plan problem forecast assess",
    "paper": "base calendar report",
    "exchange": "base calendar plan",
    "store": "base plan",
    "app": "base calendar plan planfile problem compile lint engine forecast assess report paper exchange store",
    "server": "base app report",
    "cli": "base app report server",
    "main": "base cli verify",
}
ALLOWED = {room: set(uses.split()) for room, uses in ALLOWED.items()}
PATH = list(ALLOWED)  # dicts keep their order: this is the path of the data

# Tests of later rooms may write their plan as text.
TEST_EXTRAS = {"base", "planfile"}
# The verifier shares nothing with the engine, but its tests need proofs to check.
ROOM_TEST_EXTRAS = {"verify": {"engine", "app"}}

# Inside engine each layer may include itself and those before it; solve.* stands in the room's own folder.
ENGINE_LAYERS = ["core", "constraints", "branching", "search", "solve"]
ENGINE_DOORS = {"engine/solve.h", "engine/explain.h", "engine/certify.h"}

TERMINAL = {"cli", "server", "main"}
OUTSIDE = {"cli", "server", "main", "store"}
_FORBIDDEN = [
    # pattern, rooms that may, whether tests may, what to do instead
    (r"\bstd::(cout|cerr|clog|cin)\b|\b(std::)?f?printf\s*\(|\bfmt::print\s*\(|\bf?puts\s*\(|\bputchar\s*\(", TERMINAL,
     False, "only cli and server write to the terminal"),
    (r"\bstd::[io]?fstream\b|\bfopen\s*\(|\bstd::filesystem::(exists|create|remove|rename|copy|directory|recursive"
     r"|file_size|is_|last_write|current_path|temp)\w*", OUTSIDE, True, "files are reached through base/doors.h"),
    (r"\b(system|steady|high_resolution)_clock::now\b|\bgettimeofday\b|\bclock_gettime\b|\bstd::time\s*\(", OUTSIDE,
     False, "time is read through base/doors.h"),
    (r"\bsleep_(for|until)\b|\b(std::)?signal\s*\(|\bsigaction\b|\bstd::(quick_)?exit\s*\(", OUTSIDE,
     False, "the outside world is reached through base/doors.h"),
    # Tests ask where the public benchmark sets are (MASAR_DATA).
    (r"\b(std::)?getenv\b", OUTSIDE, True, "the outside world is reached through base/doors.h"),
    (r"#\s*include\s*<random>|\bstd::\w+_distribution\b|\bstd::mt19937|\brandom_device\b|\bs?rand\s*\(", set(), False,
     "random numbers come from base/random_stream.h, the same on every machine"),
]
FORBIDDEN = [(re.compile(pattern), *rest) for pattern, *rest in _FORBIDDEN]
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.MULTILINE)


def engine_layer(path_in_src):
    """The layer of 'engine/search/x.h' (search) or 'engine/solve.h' (solve); None for a folder that is no layer."""
    parts = Path(path_in_src).parts
    layer = parts[1] if len(parts) > 2 else "solve"
    return layer if layer in ENGINE_LAYERS else None


def include_breach(path, included):
    """The sentence about one include of one file, or None when it is allowed."""
    room, target = room_of(path), Path(included).parts[0]
    if len(Path(included).parts) < 2 or target not in ALLOWED:
        return f'"{included}" is not written from the src/ root'
    if target == "engine" and room == "engine":
        mine, theirs = engine_layer(path.relative_to("src")), engine_layer(included)
        if mine and theirs and ENGINE_LAYERS.index(theirs) > ENGINE_LAYERS.index(mine):
            return f"engine/{mine} may not include engine/{theirs}"
        return None
    if target == room:
        return None
    extras = TEST_EXTRAS if is_test(path) and PATH.index(room) > PATH.index("planfile") else set()
    extras = extras | (ROOM_TEST_EXTRAS.get(room, set()) if is_test(path) else set())
    if target not in ALLOWED[room] | extras:
        return f"{room} may not include {target} (it may: {', '.join(sorted(ALLOWED[room])) or 'nothing'})"
    if target == "engine" and included not in ENGINE_DOORS:
        return f"of engine, other rooms may include {' and '.join(sorted(ENGINE_DOORS))} only"
    return None


def breaches(path, text):
    """(line, sentence) for everything wrong in one file; path is relative to the root, e.g. src/base/x.h."""
    room = room_of(path)
    if room not in ALLOWED:
        return [(1, f"'{room}' is not a room of the table")]
    found = []
    if room == "engine" and engine_layer(path.relative_to("src")) is None:
        found.append((1, f"'{path.parts[2]}' is not a layer of engine ({', '.join(ENGINE_LAYERS)})"))

    for match in INCLUDE.finditer(code_only(text, keep_strings=True)):
        sentence = include_breach(path, match.group(1))
        if sentence:
            found.append((text.count("\n", 0, match.start()) + 1, sentence))

    code = code_only(text)
    for pattern, rooms, tests_may, sentence in FORBIDDEN:
        if room in rooms or (tests_may and is_test(path)):
            continue
        for match in pattern.finditer(code):
            found.append((code.count("\n", 0, match.start()) + 1, f"{match.group(0).strip()}: {sentence}"))
    return sorted(found)


def main():
    count, files = 0, source_files()
    for path in files:
        for line, sentence in breaches(path, (ROOT / path).read_text(encoding="utf-8")):
            print(f"{path}:{line}: {sentence}")
            count += 1
    print(f"layers: {len(files)} files, {count} breaches")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
