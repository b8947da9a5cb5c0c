#!/usr/bin/env python3
"""Checks sizes and names of the sources, and prints the figures that ARCHITECTURE.md aims at.

A file stops at 500 lines (look again at 300; *_table.* are data and exempt), a function at 70. Names are snake_case and
unique in src/; every file lives in its room's namespace. Exit code 1 if anything is wrong.
"""

import re
import statistics
import sys
from collections import defaultdict
from pathlib import Path

from source_text import ROOT, code_only, is_test, room_of, source_files

FILE_STOP, FILE_LOOK, FUNCTION_STOP, FUNCTION_FIGURE = 500, 300, 70, 80
NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*\.(h|cc)")
NAMESPACE = re.compile(r"\bnamespace\s+masar::(\w+)")
_STOP = re.compile(r"[;{}]|\b(public|private|protected)\s*:")
_INITIALIZER = re.compile(r"\s*(,[^{;]*)?\{")
_TYPE_HEAD = re.compile(r"\b(class|struct|union|enum)\b[^()]*$")
_NAMESPACE_HEAD = re.compile(r'\bnamespace\b[^()]*$|\bextern\s+"\s*"\s*$')


def _kind(head):
    """What the brace after this text opens, where functions can stand: 'scope', 'function' or 'value'."""
    head = re.sub(r"\btemplate\s*<.*?>(?=\s*(class|struct|union)\b)", " ", head, flags=re.DOTALL)
    if _NAMESPACE_HEAD.search(head) or _TYPE_HEAD.search(head):
        return "scope"
    plain = re.sub(r"\boperator\s*\S+\s*(?=\()", "operator", head)
    if "(" in plain and not re.search(r"[^=!<>]=[^=]", plain.split("(", 1)[0] + " "):
        return "function"
    return "value"


def _closing(code):
    """Where each opening brace closes; one that never does, at the end."""
    closing, opened = {}, []
    for match in re.finditer(r"[{}]", code):
        if match.group() == "{":
            opened.append(match.start())
        elif opened:
            closing[opened.pop()] = match.start()
    return closing | {at: len(code) for at in opened}


def functions(text):
    """(first line, lines, name) of every function with a body; a lambda belongs to the function around it."""
    code = re.sub(r"^[ \t]*#.*(\\\n.*)*$", "", code_only(text), flags=re.MULTILINE)
    closing, found, at, head_start = _closing(code), [], 0, 0
    while match := _STOP.search(code, at):
        at = match.end()
        head = code[head_start:match.start()]
        kind = _kind(head) if match.group() == "{" else "scope"
        head_start = at
        if kind == "scope":
            continue
        end = closing[match.start()]
        # `: a_{1}, b_{2} {`: after the braces of an initializer comes a comma or the body.
        while kind == "function" and (more := _INITIALIZER.match(code, end + 1)):
            end = closing[more.end() - 1]
        if kind == "function":
            first = code.count("\n", 0, match.start()) - head.lstrip().count("\n") + 1
            name = re.sub(r"\s+", " ", head.split("(")[0]).strip().split(" ")[-1]
            found.append((first, code.count("\n", 0, end) + 2 - first, name))
        at = head_start = end + 1
    return found


def file_breaches(path, text):
    """Sentences about one file on its own."""
    found, lines = [], text.count("\n")
    if not NAME.fullmatch(path.name):
        found.append(f"{path}:1: '{path.name}' is not snake_case")
    if lines > FILE_STOP and not path.stem.endswith("_table"):
        found.append(f"{path}:{lines}: {lines} lines, stop at {FILE_STOP}")
    for start, length, name in functions(text):
        if length > FUNCTION_STOP:
            found.append(f"{path}:{start}: {name} has {length} lines, stop at {FUNCTION_STOP}")
    return found + namespace_breaches(path, text)


def namespace_breaches(path, text):
    room, code = room_of(path), code_only(text)
    if path.suffix == ".h" and not re.match(r"\s*#pragma once\n", code):
        return [f"{path}:1: a header begins with #pragma once"]
    if room == "main" or path.stem.endswith("_fuzz"):
        return []
    named = set(NAMESPACE.findall(code))
    if named != {room}:
        return [f"{path}:1: declares {sorted(named) or 'no namespace'}, not masar::{room}"]
    return []


def duplicate_names(paths):
    """One idea, one name: x.h, x.cc and x_test.cc stand in one folder, and no other folder has an x."""
    folders = defaultdict(set)
    for path in paths:
        folders[re.sub(r"_(test|fuzz)$", "", path.stem)].add(str(path.parent))
    return [f"{sorted(where)[1]}/{stem}: also in {sorted(where)[0]}; file names are unique"
            for stem, where in sorted(folders.items()) if len(where) > 1]


def figures(texts):
    """The line of figures: median file, functions over 80 lines, tests left out."""
    own = {path: text for path, text in texts.items() if not is_test(path)}
    lengths = [length for text in own.values() for _, length, _ in functions(text)]
    if not own or not lengths:
        return "sizes: no sources yet"
    long_ones = sum(length > FUNCTION_FIGURE for length in lengths)
    return (f"sizes: {len(texts)} files, median {statistics.median(t.count(chr(10)) for t in own.values()):.0f} lines; "
            f"{len(lengths)} functions, median {statistics.median(lengths):.0f} lines, "
            f"{100 * long_ones / len(lengths):.1f} % over {FUNCTION_FIGURE}")


def main():
    texts = {path: (ROOT / path).read_text(encoding="utf-8") for path in source_files()}
    found = duplicate_names(texts)
    for path, text in texts.items():
        found += file_breaches(path, text)
        if FILE_LOOK < text.count("\n") <= FILE_STOP and not path.stem.endswith("_table"):
            print(f"{path}: {text.count(chr(10))} lines, look again (not a breach)")
    for path in sorted((ROOT / "tools").rglob("*")):
        if path.suffix in (".py", ".sh") and path.read_text(encoding="utf-8").count("\n") > FILE_STOP:
            found.append(f"{path.relative_to(ROOT)}: over {FILE_STOP} lines")
    print("\n".join(found + [figures(texts) + f"; {len(found)} breaches"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
