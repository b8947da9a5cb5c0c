import unittest
from pathlib import Path

from check_sizes import duplicate_names, file_breaches, functions


def measured(text):
    return [(name, length) for _, length, name in functions(text)]


class Functions(unittest.TestCase):
    def test_free_and_member(self):
        text = "namespace a::b {\nint f(int x) {\n    return x;\n}\nclass C {\npublic:\n    int g() const { return 1; }\n};\n}\n"
        self.assertEqual(measured(text), [("f", 3), ("g", 1)])

    def test_the_first_line_is_the_signature(self):
        self.assertEqual(functions("\n\nint f(int a,\n      int b)\n{\n}\n"), [(3, 4, "f")])

    def test_initializers_with_braces(self):
        self.assertEqual(measured("C::C(int x)\n    : a_{x},\n      b_{x} {\n    go();\n}\nint g() {\n}\n"),
                         [("C::C", 5), ("g", 2)])

    def test_initializers_with_parentheses(self):
        self.assertEqual(measured("C::C(int x) : a_(x), b_(x) {\n}\n"), [("C::C", 2)])

    def test_a_lambda_counts_with_its_function(self):
        self.assertEqual(measured("void f() {\n    auto g = [](int x) {\n        return x;\n    };\n}\n"), [("f", 5)])

    def test_a_value_is_no_function(self):
        self.assertEqual(measured("constexpr int t[] = {\n    f(1),\n    2\n};\nint x{3};\nauto y = make({1});\n"), [])

    def test_templates_requires_and_operators(self):
        text = ("template <class T>\nstruct S {\n    bool operator()(T x) const {\n        return x;\n    }\n"
                "    auto operator<=>(const S&) const = default;\n};\n"
                "template <typename T> requires std::integral<T>\nT f(T x) {\n    return x;\n}\n")
        self.assertEqual([length for _, length in measured(text)], [3, 4])

    def test_default_arguments_before_the_body(self):
        self.assertEqual(measured("int f(int a = 1) {\n}\n"), [("f", 2)])

    def test_a_test_macro_is_a_function(self):
        self.assertEqual(measured("TEST(Suite, Name) {\n    EXPECT_EQ(1, 1);\n}\n"), [("TEST", 3)])

    def test_braces_in_strings_and_comments(self):
        self.assertEqual(measured("void f() {\n    g(\"{\"); // {\n    char c = '{';\n}\nvoid h() {\n}\n"), [("f", 4), ("h", 2)])

    def test_raw_strings(self):
        self.assertEqual(measured('void f() {\n    g(R"({{{)");\n}\n'), [("f", 3)])


class Files(unittest.TestCase):
    def body(self, lines):
        return "#pragma once\nnamespace masar::base {\n" + "int x;\n" * lines + "}\n"

    def test_the_stop_is_500_lines(self):
        self.assertEqual(file_breaches(Path("src/base/x.h"), self.body(497)), [])
        self.assertEqual(len(file_breaches(Path("src/base/x.h"), self.body(498))), 1)
        self.assertEqual(file_breaches(Path("src/base/x_table.h"), self.body(2000)), [])

    def test_the_stop_of_a_function_is_70_lines(self):
        text = "namespace masar::base {\nvoid f() {\n" + "g();\n" * 69 + "}\n}\n"
        self.assertEqual(file_breaches(Path("src/base/x.cc"), text),
                         ["src/base/x.cc:2: f has 71 lines, stop at 70"])

    def test_names(self):
        self.assertEqual(len(file_breaches(Path("src/base/MyFile.cc"), "namespace masar::base {\n}\n")), 1)
        self.assertEqual(duplicate_names([Path("src/a/x.h"), Path("src/a/x.cc"), Path("src/a/x_test.cc")]), [])
        self.assertEqual(len(duplicate_names([Path("src/a/x.h"), Path("src/b/x.cc")])), 1)

    def test_a_room_is_a_namespace(self):
        self.assertEqual(len(file_breaches(Path("src/base/x.cc"), "namespace masar::plan {\n}\n")), 1)
        self.assertEqual(len(file_breaches(Path("src/base/x.cc"), "int x;\n")), 1)
        self.assertEqual(file_breaches(Path("src/main.cc"), "int x;\n"), [])
        self.assertEqual(file_breaches(Path("src/engine/core/x.cc"), "namespace masar::engine::core {\n}\n"), [])

    def test_a_header_guards_itself(self):
        self.assertEqual(len(file_breaches(Path("src/base/x.h"), "namespace masar::base {\n}\n")), 1)
        self.assertEqual(file_breaches(Path("src/base/x.h"), "// why\n#pragma once\nnamespace masar::base {\n}\n"), [])


if __name__ == "__main__":
    unittest.main()
