"""The documents say what the scripts do."""

import json
import re
import unittest

from check_layers import ALLOWED
from measured_tables import DOCUMENTS, renewed
from source_text import ROOT


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


class Architecture(unittest.TestCase):
    def test_its_table_of_rooms_is_the_one_that_is_checked(self):
        rows = re.findall(r"^\| \*?`(\w+)`\*? \| .* \| ([^|]*) \|$", text_of("ARCHITECTURE.md"), re.MULTILINE)
        table = {room: set(re.findall(r"\w+", uses)) for room, uses in rows if room in ALLOWED}
        self.assertEqual(table, ALLOWED)

    def test_rooms_in_italics_are_those_not_there_yet(self):
        later = set(re.findall(r"^\| \*`(\w+)`\*", text_of("ARCHITECTURE.md"), re.MULTILINE))
        self.assertEqual({room for room in later if (ROOT / "src" / room).is_dir()}, set())

    def test_it_gives_a_reason_for_every_package(self):
        lines = [line.split() for line in text_of("tools/debian-packages.txt").splitlines()]
        packages = [words[0] for words in lines if words and words[0] != "#"]
        document = text_of("ARCHITECTURE.md")
        self.assertEqual([name for name in packages if f"`{name}`" not in document], [])

    def test_cmake_adds_the_rooms_in_the_order_of_the_path(self):
        rooms = re.search(r"set\(rooms\s+([^)]*)\)", text_of("src/CMakeLists.txt")).group(1).split()
        self.assertEqual(rooms, [room for room in ALLOWED if room != "main"])


class Readme(unittest.TestCase):
    def test_the_two_commands_are_on_the_first_screen(self):
        first_screen = "\n".join(text_of("README.md").splitlines()[:24])
        self.assertIn("./run demo", first_screen)
        self.assertIn("./run test", first_screen)

    def test_its_plan_is_the_shipped_one(self):
        self.assertIn("```yaml\n" + text_of("examples/first/plan.yaml") + "```", text_of("README.md"))

    def test_its_links_lead_somewhere(self):
        for name in ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md"):
            for target in re.findall(r"\]\((?!https?:)([^)#]+)", text_of(name)):
                self.assertTrue((ROOT / target).exists(), f"{name}: {target}")


class NamedTests(unittest.TestCase):
    """`Suite.Test`, `Suite` or `Suite.Begin…` in a table of the documents is a test that there is."""

    def test_each_is_there(self):
        sources = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "src").rglob("*_test.cc")))
        tests = {f"{suite}.{name}" for suite, name in re.findall(r"^(?:TEST(?:_[FP])?|RC_GTEST_PROP)\((\w+),\s*(\w+)[,)]", sources, re.MULTILINE)}
        for path in sorted((ROOT / "tests").rglob("*_test.py")):
            text = path.read_text(encoding="utf-8")
            for suite, body in re.findall(r"^class (\w+)\(unittest\.TestCase\):\n(.*?)(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL):
                tests |= {f"{suite}.{name}" for name in re.findall(r"^    def (test_\w+)", body, re.MULTILINE)}
        known = tests | {test.split(".")[0] for test in tests}
        for document in ("docs/security.md", "docs/server.md"):
            cells = [line.split("|")[-2] for line in text_of(document).splitlines() if line.startswith("| ")]
            named = [name for cell in cells for name in re.findall(r"`([A-Z]\w*(?:\.\w+…?)?)`", cell)]
            self.assertGreater(len(named), 10)
            missing = [name for name in named if name not in known
                       and not (name.endswith("…") and any(test.startswith(name[:-1]) for test in tests))]
            self.assertEqual(missing, [], document)


class MeasuredTables(unittest.TestCase):
    def test_are_those_of_the_result_files(self):
        for name in DOCUMENTS:
            self.assertEqual(renewed(name), text_of(name), "run tools/measured_tables.py")


class Presets(unittest.TestCase):
    def test_thread_sanitizer_builds_every_room_with_parallel_tests(self):
        presets = json.loads(text_of("CMakePresets.json"))["buildPresets"]
        built = next(preset["targets"] for preset in presets if preset["name"] == "tsan")
        named = re.compile(r"TEST(_F|_P)?\(\w*(Parallel|Threads)|TEST(_F|_P)?\(\w+, \w*(Parallel|Threads)")
        parallel = {f"{path.relative_to(ROOT / 'src').parts[0]}_test" for path in (ROOT / "src").rglob("*_test.cc")
                    if named.search(path.read_text(encoding="utf-8"))}
        self.assertEqual(parallel - set(built), set())


if __name__ == "__main__":
    unittest.main()
