#include "problem/format/read_instance.h"

#include "problem/brute_force.h"

#include <gtest/gtest.h>

namespace masar::problem {
namespace {

const std::string sm = R"(************************************************************************
jobs (incl. supersource/sink ):  4
horizon                       :  5
RESOURCES
  - renewable                 :  2   R
  - nonrenewable              :  0   N
  - doubly constrained        :  0   D
************************************************************************
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          2           2   3
   2        1          1           4
   3        1          1           4
   4        1          0
************************************************************************
REQUESTS/DURATIONS:
jobnr. mode duration  R 1  R 2
------------------------------------------------------------------------
  1      1     0       0    0
  2      1     2       3    0
  3      1     3       2    1
  4      1     0       0    0
************************************************************************
RESOURCEAVAILABILITIES:
  R 1  R 2
   4    1
************************************************************************
)";

const std::string mm = R"(jobs  (incl. supersource/sink ):	3
RESOURCES
- renewable                 : 1 R
- nonrenewable              : 1 N
- doubly constrained        : 0 D
PRECEDENCE RELATIONS:
jobnr.	#modes	#successors	successors
1	1	1	2
2	2	1	3
3	1	0
************************************************************************
REQUESTS/DURATIONS
jobnr.	mode	dur	R1	N1
------------------------------------------------------------------------
1	1	0	0	0
2	1	2	1	9
	2	4	1	3
3	1	0	0	0
************************************************************************

 RESOURCE AVAILABILITIES
	R 1	N 1
	1	5

************************************************************************
)";

const std::string patterson = "4 2\n 4 1\n 0 0 0 2 2 3\n 2 3 0 1 4\n 3 2 1 1\n 4\n 0 0 0 0\n";

const std::string progen_max =
    "2\t1\t0\t0\n"
    "0\t1\t2\t1\t2\t[0]\t[0]\n"
    "1\t1\t2\t2\t3\t[1]\t[3]\n"
    "2\t1\t2\t3\t1\t[2]\t[-4]\n"
    "3\t1\t0\n"
    "0\t1\t0\t0\n"
    "1\t1\t3\t2\n"
    "2\t1\t2\t2\n"
    "3\t1\t0\t0\n"
    "3\n";

const std::string reservoir = "4\t1\t1\n2\t1\n0\t0\t0\t5\t2\t2\t3\n2\t1\t3\t0\t1\t4\n3\t1\t0\t2\t1\t4\n0\t0\t0\t0\t0\n";

Problem read(Format format, const std::string& text) {
    auto problem = read_instance(format, text);
    EXPECT_TRUE(problem) << (problem ? "" : problem.error().message.en);
    return std::move(problem).value();
}

std::int64_t optimum(const Problem& problem) { return search_all(problem).objective.at(0); }

TEST(ReadInstance, PsplibSingleMode) {
    const Problem problem = read(Format::psplib_sm, sm);
    EXPECT_EQ(problem.size(), 4);
    EXPECT_EQ(problem.data().links.size(), 4u);
    EXPECT_EQ(problem.data().horizon, 5);
    EXPECT_EQ(problem.data().pools[1].steps[0].capacity, 1);
    EXPECT_EQ(problem.activity(2).modes[0].demands.size(), 2u);
    EXPECT_EQ(optimum(problem), 5);  // 3 + 2 units exceed 4, so one after the other
}

TEST(ReadInstance, PsplibSeveralModesAsMmlibWritesThem) {
    const Problem problem = read(Format::psplib_mm, mm);
    EXPECT_EQ(problem.activity(1).modes.size(), 2u);
    EXPECT_EQ(problem.data().budgets[0].limits, (std::vector<std::int64_t>{5}));
    EXPECT_EQ(optimum(problem), 4);  // the fast mode spends 9 of 5
}

TEST(ReadInstance, PattersonWhereverLinesEnd) {
    const Problem problem = read(Format::patterson, patterson);
    EXPECT_EQ(problem.size(), 4);
    EXPECT_EQ(problem.data().links.back().to, 3);
    EXPECT_EQ(optimum(problem), 5);
}

TEST(ReadInstance, ProgenMaxWithAMaximalLag) {
    const Problem problem = read(Format::progen_max, progen_max);
    EXPECT_EQ(problem.size(), 4);
    EXPECT_TRUE(problem.has_maximal_lags());
    EXPECT_EQ(problem.data().links.back().lag, -4);
    // 2 + 2 of 3 units: 2 after 1 (start 3), at most 4 later; end 5.
    EXPECT_EQ(optimum(problem), 5);
}

TEST(ReadInstance, ReservoirsIgnoreFirstAndLast) {
    const Problem problem = read(Format::reservoir, reservoir);
    EXPECT_EQ(problem.data().reservoirs[0].initial, 1);
    EXPECT_TRUE(problem.activity(0).modes[0].stock_changes.empty());
    EXPECT_EQ(problem.activity(1).modes[0].stock_changes[0].amount, -3);
    // Activity 1 takes 3 of 1 + 2 and so waits for the end of activity 2 on day 3.
    EXPECT_EQ(optimum(problem), 5);
}

TEST(ReadInstance, WindowsLineEndsAreTheSame) {
    std::string text;
    for (const char c : sm) text += c == '\n' ? "\r\n" : std::string(1, c);
    EXPECT_EQ(read(Format::psplib_sm, text).size(), 4);
}

struct Malformed {
    Format format;
    std::string find, put;  ///< first occurrence replaced; empty `find` = the whole text
    std::string sentence;   ///< how the message begins
};

const std::string& sample(Format format) {
    switch (format) {
        case Format::psplib_sm: return sm;
        case Format::psplib_mm: return mm;
        case Format::patterson: return patterson;
        case Format::progen_max: return progen_max;
        case Format::reservoir: return reservoir;
    }
    return sm;
}

std::string spoiled(const Malformed& c) {
    std::string text = sample(c.format);
    if (c.find.empty()) return c.put;
    const auto position = text.find(c.find);
    EXPECT_NE(position, std::string::npos) << c.find;
    return text.replace(position, c.find.size(), c.put);
}

const Malformed malformed[] = {
    {Format::psplib_sm, "", "", "line 1: no line with 'jobs'"},
    {Format::psplib_sm, ":  4\n", ":  four\n", "line 2: 'four' is not a whole number"},
    {Format::psplib_sm, ":  4\n", ":\n", "line 2: the numbers end where jobs"},
    {Format::psplib_sm, ":  4\n", ":  4000\n", "line 2: jobs is 4000, but must lie between"},
    {Format::psplib_sm, "0   D", "1   D", "line 7: doubly constrained is 1"},
    {Format::psplib_sm, "           2   3\n", "           2\n", "line 11: the numbers end where a successor"},
    {Format::psplib_sm, "           2   3\n", "           2   3   4\n", "line 11: '4' is more than this row"},
    {Format::psplib_sm, "           2   3\n", "           2   5\n", "line 11: a successor is 5"},
    {Format::psplib_sm, "           2   3\n", "           1   3\n", "line 11: an activity is its own successor"},
    {Format::psplib_sm, "   3        1          1           4\n", "", "line 13: the number of the activity is 4"},
    {Format::psplib_sm, "   3        1          1 ", "   3        2          1 ", "line 13: the number of modes is 2"},
    {Format::psplib_sm, "   4        1          0", "   4        1          1   1",
     "activities wait for each other in a circle"},
    {Format::psplib_sm, "  2      1     2       3    0", "  2      1     2       3",
     "line 20: the numbers end where a demand"},
    {Format::psplib_sm, "  2      1     2       3    0", "  2      1    -2       3    0", "line 20: a duration is -2"},
    {Format::psplib_sm, "  2      1     2       3    0", "  2      1     2     3.5    0",
     "line 20: '3.5' is not a whole"},
    {Format::psplib_sm, "REQUESTS", "REQUEST", "line 15: no line with 'REQUESTS' follows"},
    {Format::psplib_sm, "   4    1\n", "   4\n", "line 26: the numbers end where a capacity"},
    {Format::psplib_sm, "   4    1\n", "   4    99999999999\n", "line 26: a capacity is 99999999999"},
    {Format::psplib_sm, "   4    1\n", "   4    99999999999999999999\n", "line 26: '99999999999999999999' is not"},
    {Format::psplib_mm, "\t2\t4\t1\t3\n", "\t3\t4\t1\t3\n", "line 17: the number of the mode is 3"},
    {Format::psplib_mm, "\t2\t4\t1\t3\n", "", "line 17: the number of the mode is 3"},
    {Format::psplib_mm, "\t1\t5\n", "\t1\t5\t7\n", "line 23: '7' is more than this row"},
    {Format::patterson, "", "", "line 1: the numbers end where the number of activities"},
    {Format::patterson, "", "0 0", "line 1: the number of activities is 0"},
    {Format::patterson, "", "999999999 1\n", "line 1: the number of activities is 999999999"},
    {Format::patterson, "2 3 0 1 4", "2 x 0 1 4", "line 4: 'x' is not a whole number"},
    {Format::patterson, "2 3 0 1 4", "2 3 0 1 2", "line 4: an activity is its own successor"},
    {Format::patterson, " 0 0 0 0\n", " 0 0 0\n", "line 7: the numbers end where the number of successors"},
    {Format::patterson, " 0 0 0 0\n", " 0 0 0 0\n 1\n", "line 8: '1' follows after the end"},
    {Format::progen_max, "2\t1\t0\t0\n", "2\t1\t1\t0\n", "line 1: the number of non-renewable or doubly"},
    {Format::progen_max, "[-4]", "-4", "line 4: '-4' is not a number in brackets"},
    {Format::progen_max, "[-4]", "[]", "line 4: '[]' is not a number in brackets"},
    {Format::progen_max, "\t[-4]", "", "line 4: the numbers end where a time lag"},
    {Format::progen_max, "[-4]", "[-4]\t[1]", "line 4: '[1]' is more than this row"},
    {Format::progen_max, "1\t1\t3\t2\n", "1\t2\t3\t2\n", "line 7: the number of the mode is 2"},
    {Format::progen_max, "3\t1\t0\t0\n3\n", "3\t1\t0\t0\n", "line 9: the numbers end where a capacity"},
    {Format::reservoir, "2\t1\t3\t0\t1\t4", "2\t1\t-3\t0\t1\t4", "line 4: an amount taken at the start is -3"},
    {Format::reservoir, "0\t0\t0\t0\t0\n", "0\t0\t0\n", "line 6: the numbers end where an amount given"},
};

TEST(ReadInstance, RefusesTheMalformedWithLineAndReason) {
    for (const Malformed& c : malformed) {
        const auto problem = read_instance(c.format, spoiled(c));
        ASSERT_FALSE(problem) << c.sentence;
        EXPECT_TRUE(problem.error().message.en.starts_with(c.sentence)) << problem.error().message.en << "\n"
                                                                        << c.sentence;
        EXPECT_FALSE(problem.error().message.ar.empty());
    }
}

TEST(ReadInstance, ShowsForeignBytesAsQuestionMarks) {
    const auto problem = read_instance(Format::patterson, "3 \x1b[31m\xff");
    ASSERT_FALSE(problem);
    EXPECT_EQ(problem.error().message.en, "line 1: '?[31m?' is not a whole number (the number of resources)");
}

TEST(DetectFormat, ByExtensionAndFirstLine) {
    EXPECT_EQ(detect_format("j301_1.sm", ""), Format::psplib_sm);
    EXPECT_EQ(detect_format("a/J50.MM", ""), Format::psplib_mm);
    EXPECT_EQ(detect_format("PSP1.SCH", ""), Format::progen_max);
    EXPECT_EQ(detect_format("pat1.rcp", patterson), Format::patterson);
    EXPECT_EQ(detect_format("ConsProd.rcp", reservoir), Format::reservoir);
    EXPECT_EQ(detect_format("pat1.rcp", "1 2 3 4").error().kind, base::Error::Kind::malformed);
    EXPECT_EQ(detect_format("plan.yaml", "").error().kind, base::Error::Kind::usage);
    EXPECT_EQ(detect_format("plan", "").error().kind, base::Error::Kind::usage);
}

}  // namespace
}  // namespace masar::problem
