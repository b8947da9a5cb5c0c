#!/usr/bin/env python3
"""Runs the text tests in tests/scenarios: command lines with the output and the exit code that they must give.

    # a remark
    file wrong.yaml           a file made in an empty folder of the scenario's own (two spaces before each of its lines)
      masar: 1
    $ masar check wrong.yaml  a shell command; standard error is part of its output
    ...                       any number of lines
    [exit 1]                  not written for 0
    \\# words                 output that begins with '#'

Commands run in that folder; $ROOT is the repository. Where an output line holds '...', anything may stand there.

Of a Markdown document its ```console blocks are run, in a folder that has the repository's examples/ in it.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 120


def pattern_of(lines):
    """The expected output as one regular expression over whole lines."""
    parts = []
    for line in lines:
        if line == "...":
            parts.append(r"(?:[^\n]*\n)*?")
        else:
            parts.append(r"[^\n]*".join(re.escape(piece) for piece in line.split("...")) + r"\n")
    return re.compile("".join(parts) + r"\Z")


def steps_of(text):
    """('file', name, lines) and ('run', command, expected lines, exit code, line number) in order."""
    steps, current = [], None
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("$ "):
            current = ["run", line[2:], [], 0, number]
            steps.append(current)
        elif line.startswith("file "):
            current = ["file", line[5:].strip(), []]
            steps.append(current)
        elif current and current[0] == "file" and (line.startswith("  ") or not line):
            current[2].append(line[2:])
        elif line.startswith("# ") or line == "#":
            current = None
        elif current and (code := re.fullmatch(r"\[exit (\d+)\]", line)):
            current[3] = int(code.group(1))
            current = None
        elif current and current[0] == "run":
            current[2].append(line[1:] if line.startswith("\\#") else line)
        elif line:
            raise ValueError(f"line {number} belongs to nothing: {line}")
    return steps


def console_blocks(document):
    """The ```console blocks of a Markdown text, every other line empty, so that line numbers stay."""
    inside, lines = False, []
    for line in document.splitlines():
        fence = line.startswith("```")
        inside = line == "```console" if fence else inside
        lines.append(line if inside and not fence else "")
    return "\n".join(lines)


def run(command, folder, masar):
    environment = {"PATH": f"{folder}/.bin:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "ROOT": str(ROOT),
                   "HOME": str(folder), "TERM": "dumb"}
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"):
        if name in os.environ:
            environment[name] = os.environ[name]
    return subprocess.run(["bash", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=SECONDS, check=False)


def failures_of(path, masar):
    """What went otherwise than written, as texts."""
    folder = Path(tempfile.mkdtemp(prefix="masar-scenario-"))
    failures = []
    try:
        (folder / ".bin").mkdir()
        for program in (Path(masar), Path(masar).with_name("masar-verify")):
            if program.exists():
                (folder / ".bin" / program.name).symlink_to(program.resolve())
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".md":
            (folder / "examples").symlink_to(ROOT / "examples")
            text = console_blocks(text)
        for step in steps_of(text):
            if step[0] == "file":
                target = folder / step[1]
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text("\n".join(step[2]).rstrip("\n") + "\n", encoding="utf-8")
                continue
            _, command, expected, code, number = step
            while expected and not expected[-1]:
                expected.pop()
            done = run(command, folder, masar)
            output = done.stdout.decode("utf-8", "replace")
            shown = "".join(line.rstrip() + "\n" for line in output.splitlines())
            shown = shown.rstrip("\n") + "\n" if shown.strip() else ""
            if not pattern_of(expected).match(shown) or done.returncode != code:
                failures.append(f"{path.name}:{number}: $ {command}\nexpected [exit {code}]:\n" + "\n".join(expected)
                                + f"\ngot [exit {done.returncode}]:\n{shown}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return failures


def main():
    masar, paths = sys.argv[1], [Path(name) for name in sys.argv[2:]]
    failures = []
    for path in paths or sorted((ROOT / "tests" / "scenarios").glob("*.txt")):
        failures += failures_of(path, masar)
    print("\n\n".join(failures))
    print(f"scenarios: {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
