import unittest
from pathlib import Path

from check_layers import breaches


def sentences(path, text):
    return [sentence for _, sentence in breaches(Path(path), text)]


class Includes(unittest.TestCase):
    def test_to_the_left_is_allowed(self):
        self.assertEqual(sentences("src/plan/x.h", '#include "base/place.h"\n#include "plan/y.h"\n#include <map>\n'), [])

    def test_to_the_right_is_not(self):
        found = breaches(Path("src/calendar/x.cc"), '#include "base/text.h"\n#include "plan/plan.h"\n')
        self.assertEqual(found, [(2, "calendar may not include plan (it may: base)")])

    def test_the_engine_has_no_dates_and_no_names(self):
        self.assertEqual(len(sentences("src/engine/core/x.h", '#include "plan/plan.h"\n#include "calendar/c.h"\n')), 2)

    def test_every_include_starts_at_the_root(self):
        self.assertEqual(sentences("src/base/x.h", '#include "place.h"\n'), ['"place.h" is not written from the src/ root'])

    def test_an_include_in_a_comment_is_none(self):
        self.assertEqual(sentences("src/base/x.h", '// #include "plan/plan.h"\n/*\n#include "app/a.h"\n*/\n'), [])

    def test_a_test_may_write_its_plan_as_text(self):
        self.assertEqual(sentences("src/compile/x_test.cc", '#include "planfile/load.h"\n'), [])
        self.assertEqual(len(sentences("src/compile/x.cc", '#include "planfile/load.h"\n')), 1)
        self.assertEqual(len(sentences("src/plan/x_test.cc", '#include "planfile/load.h"\n')), 1)

    def test_main_chooses_between_two_rooms(self):
        self.assertEqual(sentences("src/main.cc", '#include "cli/terminal.h"\n'), [])
        self.assertEqual(len(sentences("src/main.cc", '#include "app/check.h"\n')), 1)

    def test_an_unknown_room(self):
        self.assertEqual(sentences("src/utils/x.h", ""), ["'utils' is not a room of the table"])


class Engine(unittest.TestCase):
    def test_its_layers_go_one_way(self):
        self.assertEqual(sentences("src/engine/search/x.h", '#include "engine/core/y.h"\n'), [])
        self.assertEqual(sentences("src/engine/core/x.h", '#include "engine/search/y.h"\n'),
                         ["engine/core may not include engine/search"])

    def test_solve_stands_on_top(self):
        self.assertEqual(sentences("src/engine/solve.cc", '#include "engine/search/y.h"\n'), [])
        self.assertEqual(len(sentences("src/engine/search/y.cc", '#include "engine/solve.h"\n')), 1)

    def test_others_see_one_header(self):
        self.assertEqual(sentences("src/app/x.cc", '#include "engine/solve.h"\n'), [])
        self.assertEqual(len(sentences("src/app/x.cc", '#include "engine/core/y.h"\n')), 1)

    def test_an_unknown_layer(self):
        self.assertEqual(len(sentences("src/engine/misc/x.h", "")), 1)


class OutsideWorld(unittest.TestCase):
    def test_only_the_outer_rooms_print(self):
        for call in ("std::cout << 1;", "printf(x);", "std::fprintf(f, x);", "fmt::print(x);", "puts(x);"):
            self.assertEqual(len(sentences("src/app/x.cc", call)), 1, call)
            self.assertEqual(sentences("src/cli/x.cc", call), [], call)

    def test_formatting_into_memory_is_fine(self):
        self.assertEqual(sentences("src/base/x.cc", "std::snprintf(b, n, f); fmt::format(f); // std::cout\n"), [])

    def test_words_in_strings_do_not_count(self):
        self.assertEqual(sentences("src/base/x.cc", 'auto a = "printf("; auto b = R"(std::cout)";'), [])

    def test_tests_may_read_files_but_no_clock(self):
        self.assertEqual(sentences("src/plan/x_test.cc", "std::ifstream in(p);"), [])
        self.assertEqual(len(sentences("src/plan/x_test.cc", "std::chrono::steady_clock::now()")), 1)

    def test_random_numbers_are_our_own(self):
        self.assertEqual(len(sentences("src/cli/x.cc", "#include <random>\n")), 1)


if __name__ == "__main__":
    unittest.main()
