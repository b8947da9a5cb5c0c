"""C++ text for the checks: the files of src/, and a view of one without its comments and strings."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SUFFIXES = (".h", ".cc")

# A raw string, a string, a character, or a comment; digit separators (1'000) start no character.
_TOKEN = re.compile(
    r'R"(?P<mark>[^()\s\\]{0,16})\(.*?\)(?P=mark)"'
    r'|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'"
    r"|//[^\n]*"
    r"|/\*.*?\*/",
    re.DOTALL,
)


def code_only(text, keep_strings=False):
    """The text with comments (and the inside of strings) blanked; every line keeps its number."""

    def blank(match):
        token = match.group(0)
        if token.startswith("/"):
            return re.sub(r"[^\n]", " ", token)
        if keep_strings and not token.startswith("R"):
            return token
        return '"' + re.sub(r"[^\n]", " ", token[1:-1]) + '"'

    return _TOKEN.sub(blank, text)


def source_files(root=ROOT):
    """Every C++ file under src/, sorted, as paths relative to the root."""
    return sorted(p.relative_to(root) for p in (root / "src").rglob("*") if p.suffix in SUFFIXES)


def room_of(path):
    """'base' for src/base/x.h; 'main' for a file directly in src/."""
    return path.parts[1] if len(path.parts) > 2 else "main"


def is_test(path):
    return path.stem.endswith(("_test", "_fuzz"))
