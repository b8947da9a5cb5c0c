#pragma once
// Each side's money by fund and fiscal year, and the lines that every figure is the sum of.
#include "report/views/view_source.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace masar::report {

/// In the order in which money goes its way; `planned` is what the dates make fall due.
enum class Measure : std::uint8_t { planned, allotted, committed, obligated, disbursed };
constexpr std::size_t measures = 5;
[[nodiscard]] std::string_view keyword(Measure measure);
[[nodiscard]] std::optional<Measure> measure_named(std::string_view word);

/// A fund, or a whole side.
struct AccountName {
    plan::SideIndex side;
    plan::FundIndex fund;  ///< unknown = all funds of the side
    auto operator<=>(const AccountName&) const = default;
};

/// One entry behind a figure.
struct AccountLine {
    Measure measure = Measure::planned;
    plan::FundIndex fund;
    plan::ActivityIndex activity;  ///< unknown = of no single activity
    int year = 0;                  ///< of the side's fiscal year
    calendar::Date on;
    std::int64_t minor = 0;                  ///< in the currency of the account
    const plan::Posting* posting = nullptr;  ///< where it is one
};

class AccountBook {
public:
    /// In `currency` where it is known, each line exchanged by itself, so that figures stay the sums of their lines; else in the currency
    /// in which each account is kept. Amounts for which the plan has no rate are left out.
    AccountBook(const ViewSource& source, base::Currency currency);

    [[nodiscard]] base::Currency currency_of(AccountName account) const;
    [[nodiscard]] const std::vector<AccountLine>& lines_of(AccountName account) const;
    [[nodiscard]] std::int64_t sum(AccountName account, int year, Measure measure) const;
    /// Whether any line has this measure, so that a gap is not taken for zero.
    [[nodiscard]] bool has(AccountName account, Measure measure) const;
    /// None = unlimited.
    [[nodiscard]] std::optional<std::int64_t> ceiling(AccountName account, int year) const;
    /// Years with a line or a ceiling, of the account or of its side.
    [[nodiscard]] std::vector<int> years_of(plan::SideIndex side) const;

private:
    struct Account {
        base::Currency own, shown;
        std::vector<AccountLine> lines;
        std::map<int, std::int64_t> ceilings;
        std::map<int, std::array<std::int64_t, measures>> sums;
        std::array<bool, measures> has{};
    };
    void open_accounts();
    void add_planned();
    void add_postings();
    void add_ceilings();
    void add(AccountName account, AccountLine line, base::Money money);

    const ViewSource& source_;
    base::Currency currency_;
    std::map<AccountName, Account> accounts_;
};

}  // namespace masar::report
