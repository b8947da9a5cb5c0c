import unittest

from compare_results import compare
from results_file import Results

HEAD = "# abc, 2 cores\n# masar bench j30 --seconds 1\ninstance,status,objective,bound,critical_path,seconds,schedules,conflicts,seed\n"


def results(*lines):
    return Results(HEAD + "".join(f"{line},1,1,1\n" for line in lines)).instances


class Files(unittest.TestCase):
    def test_comments_and_the_row_are_read(self):
        made = Results(HEAD + "a,optimal,10,10,8,0.5,1,1,1\n# row {\"proven\": 1}\n")
        self.assertEqual((made.machine, made.command), ("abc, 2 cores", "masar bench j30 --seconds 1"))
        self.assertEqual(made.row, {"proven": 1})
        self.assertEqual(made.instances["a"]["objective"], 10)

    def test_a_run_that_was_cut_off_has_no_row(self):
        self.assertIsNone(Results(HEAD).row)


class Comparison(unittest.TestCase):
    def test_better_worse_and_newly_proven(self):
        a = results("a,feasible,100,90,80,2", "b,optimal,50,50,40,1", "c,unknown,,30,20,4", "d,feasible,10,9,9,1")
        b = results("a,optimal,95,95,80,1", "b,feasible,51,50,40,3", "c,feasible,40,30,20,4", "e,optimal,1,1,1,1")
        figures = compare(a, b)
        self.assertEqual(figures["instances"], 3)
        self.assertEqual((figures["only in A"], figures["only in B"]), (["d"], ["e"]))
        self.assertEqual((figures["better"], figures["worse"]), (["a"], ["b"]))
        self.assertEqual((figures["newly proven"], figures["no longer proven"]), (["a"], ["b"]))
        self.assertEqual((figures["newly found"], figures["no longer found"]), (["c"], []))
        self.assertEqual(figures["proven"], (1, 1))
        # (-5 % + 2 %) / 2
        self.assertAlmostEqual(figures["b_over_a"], -1.5)
        self.assertEqual(figures["seconds"], (7 / 3, 8 / 3))
        self.assertEqual(figures["contradictions"], [])

    def test_what_cannot_both_be_true(self):
        a = results("a,optimal,10,10,8,1", "b,infeasible,,,8,1", "c,feasible,10,9,8,1")
        b = results("a,feasible,9,8,8,1", "b,feasible,9,8,8,1", "c,feasible,11,10,8,1")
        self.assertEqual(compare(a, b)["contradictions"], ["a", "b"])


if __name__ == "__main__":
    unittest.main()
