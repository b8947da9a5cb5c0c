#include "cli/progress_line.h"
#include "report/display_width.h"

#include <gtest/gtest.h>

namespace masar::cli {
namespace {

class FakeClock : public base::ClockDoor {
public:
    [[nodiscard]] double seconds() const override { return now; }
    [[nodiscard]] std::chrono::sys_days today() const override { return {}; }
    double now = 0;
};

constexpr base::ProgressState half{"schedules", 2500, 5000, 1749, 1739};

TEST(ProgressWords, TellRateAndRemainingTime) {
    EXPECT_EQ(progress_words(half, 5, base::Language::en),
              "schedules 2,500 of 5,000 · best 1,749 · bound 1,739 · gap 0.6 % · 500/s · 50 %");
    EXPECT_EQ(progress_words({"conflicts", 2500, 5000, -1, -1}, 5, base::Language::en),
              "conflicts 2,500 of 5,000 · 500/s · 5 s left · 50 %");
    EXPECT_EQ(progress_words({"samples", 7, 0, -1, -1}, 0, base::Language::en), "samples 7");
}

TEST(ProgressWords, FitTheTerminalInBothLanguages) {
    const base::ProgressState large{"schedules", 1'234'567'890, 9'876'543'210, 1'000'000'000, 999'999'999};
    for (const auto language : {base::Language::en, base::Language::ar})
        EXPECT_LT(report::display_width(progress_words(large, 7, language)), 80);
    EXPECT_NE(progress_words(half, 5, base::Language::ar).find("الجداول"), std::string::npos);
}

TEST(ProgressLine, OverwritesItselfAtMostTenTimesASecondAndIsClearedAtTheEnd) {
    FakeClock clock;
    std::string shown;
    {
        ProgressLine line(clock, base::Language::en, [&](std::string_view text) { shown += text; });
        line.report(half);
        clock.now = 0.05;
        line.report(half);  // too soon
        clock.now = 0.2;
        line.report({"schedules", 5000, 5000, -1, -1});
    }
    EXPECT_EQ(shown,
              "\r\033[Kschedules 2,500 of 5,000 · best 1,749 · bound 1,739 · gap 0.6 % · 50 %"
              "\r\033[Kschedules 5,000 of 5,000 · 25,000/s · 100 %"
              "\r\033[K");
}

TEST(ProgressLine, IsSilentWithoutATerminal) {
    FakeClock clock;
    ProgressLine line(clock, base::Language::en, nullptr);
    line.report(half);
}

}  // namespace
}  // namespace masar::cli
