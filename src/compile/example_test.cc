// The example roadmap against what is known of it: earliest dates, overloads, ceilings, costs per fiscal year (golden MASAR-1).
#include "compile/compile_plan.h"
#include "compile/timetable_of.h"
#include "planfile/example_files_test.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace masar::compile {
namespace {

using calendar::to_iso;
using plan::ViolationKind;

std::string content(const std::string& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

const plan::Plan& example() {
    static const plan::Plan plan = planfile::read_plan(planfile::example_files()).plan;
    return plan;
}

plan::Timetable earliest(const CompileOptions& options = {}) {
    const CompileResult result = compile_plan(example(), options);
    return earliest_timetable(example(), result.compiled.value());
}

std::string lower(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

TEST(Example, StartsAndFinishesAsTheReferenceSays) {
    std::map<std::string, std::string> wanted, found;
    std::istringstream rows(content("tests/data/reference_schedule.csv"));
    std::string row, id, start, finish;
    for (std::getline(rows, row); std::getline(rows, row);) {
        std::istringstream cells(row);
        std::getline(cells, id, ',');
        std::getline(cells, start, ',');
        std::getline(cells, finish, ',');
        wanted[lower(id)] = start + ".." + finish;
    }
    ASSERT_EQ(wanted.size(), 117u);
    const plan::Timetable timetable = earliest();
    for (std::size_t i = 0; i < timetable.activities.size(); ++i)
        if (timetable.activities[i].chosen)
            found[example().activities[i].id] =
                to_iso(timetable.activities[i].start) + ".." + to_iso(timetable.activities[i].finish);
    EXPECT_EQ(found, wanted);
    EXPECT_EQ(to_iso(timetable.end.value()), "2031-07-15");
}

TEST(Example, OverloadsEightPoolsAndTwoCeilings) {
    std::set<std::string> found;
    for (const plan::Violation& each : earliest().violations) {
        const std::string year = each.year ? " " + std::to_string(*each.year) : "";
        EXPECT_TRUE(each.kind == ViolationKind::resource || each.kind == ViolationKind::ceiling) << each.what;
        EXPECT_TRUE(found.insert(each.what + year).second) << each.what << " said twice";
        EXPECT_TRUE(each.place.known());
        if (each.kind == ViolationKind::ceiling) {
            EXPECT_EQ(each.amount, each.year == 2026 ? 10'350'000 : 15'750'000);
        }
    }
    EXPECT_EQ(found, (std::set<std::string>{"plan", "legal", "interp", "assess", "exctl", "venue", "instr", "rdeval",
                                            "uae 2026", "uae 2028"}));
}

TEST(Example, CostsAsKnownPerFiscalYear) {
    std::map<std::string, double> found;
    for (const plan::Spending& each : earliest().spending)
        if (!each.fund.known() && each.minor > 0)
            found[example().sides[each.side.at()].id + " " + std::to_string(each.year)] =
                static_cast<double>(each.minor) / 100'000;
    EXPECT_EQ(found, (std::map<std::string, double>{{"usa 2027", 1342.0},
                                                    {"usa 2028", 2988.5},
                                                    {"usa 2029", 3024.5},
                                                    {"usa 2030", 1336.0},
                                                    {"usa 2031", 1175.0},
                                                    {"uae 2026", 263.5},
                                                    {"uae 2027", 1593.5},
                                                    {"uae 2028", 3157.5},
                                                    {"uae 2029", 2664.5},
                                                    {"uae 2030", 1560.0},
                                                    {"uae 2031", 730.0}}));
}

TEST(Example, MissesOneWindowAtPessimisticDurations) {
    bool missed = false;
    for (const plan::Violation& each : earliest({.estimate = plan::Estimate::pessimistic}).violations)
        missed = missed || (each.kind == ViolationKind::window && each.what == "gov-008");
    EXPECT_TRUE(missed);
}

TEST(Example, HasGatesInTime) {
    for (const plan::GateOutcome& gate : earliest().gates) {
        EXPECT_TRUE(gate.date);
        EXPECT_EQ(gate.late_days, 0);
    }
}

}  // namespace
}  // namespace masar::compile
