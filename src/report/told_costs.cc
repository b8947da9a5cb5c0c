#include "report/told_costs.h"

#include "base/plural.h"
#include "report/figures.h"
#include "report/member_words.h"

#include <map>

namespace masar::report {
namespace {

using base::Text;
using plan::ConflictMember;
using plan::MemberKind;
using Members = UntoldMembers::Members;

bool is_ceiling(const ConflictMember& member) {
    return member.kind == MemberKind::side_ceiling || member.kind == MemberKind::fund_ceiling;
}

/// Years, both included.
struct Years {
    int first = 0, last = 0;
};

bool lies_within(Years years, Years span) { return years.first >= span.first && years.last <= span.last; }

Text label(const calendar::FiscalYear& fiscal, Years years) {
    if (years.first == years.last) return ltr(fiscal.label(years.first));
    return ltr(fiscal.label(years.first) + ".." + fiscal.label(years.last));
}

/// Where all ceilings are one account's: which costs can fall due in which of its years.
class Telling {
public:
    explicit Telling(UntoldMembers& untold) : untold_(untold) {}

    void tell() {
        Members all = untold_.those([this](const ConflictMember& m) {
            return m.kind == MemberKind::activity && m.days && untold_.taken_of(m).charged.currency.known();
        });
        if (all.empty()) return;
        std::ranges::reverse(all);  // what weighs most came last
        std::map<int, Members> bound;
        Members free;
        if (const auto span = whole_span(); span && overfill(all, *span)) {
            const auto rest = std::ranges::stable_partition(
                all, [&](const ConflictMember* each) { return lies_within(years_of(*each), *span); });
            free.assign(rest.begin(), rest.end());
            all.erase(rest.begin(), rest.end());
            untold_.tell(bound_words(*span, all), all);
        } else {
            for (const ConflictMember* each : all) {
                const Years years = years_of(*each);
                const bool only_there = years.first == years.last && has_ceiling(years.first);
                (only_there ? bound[years.first] : free).push_back(each);
            }
        }
        tell_bound(bound);
        if (!free.empty()) untold_.tell(free_words(free), free);
    }

private:
    void tell_bound(const std::map<int, Members>& bound) {
        constexpr std::size_t few = 2;
        if (bound.size() <= few) {
            for (const auto& [year, members] : bound) untold_.tell(bound_words({year, year}, members), members);
            return;
        }
        Members all;
        for (const auto& [year, members] : bound) all.insert(all.end(), members.begin(), members.end());
        untold_.tell(many_bound_words(bound, all), all);
    }

    /// Year by year in one sentence.
    [[nodiscard]] Text many_bound_words(const std::map<int, Members>& bound, const Members& all) const {
        std::vector<Text> years, items;
        for (const auto& [year, members] : bound)
            years.push_back(fill({"{} in {}", "{} في {}"}, ltr(money_of(members)), label(fiscal_year(), {year, year})));
        for (const ConflictMember* each : all)
            items.push_back(fill({"{} ({})", "{} ({})"}, untold_.id_of(*each), untold_.taken_of(*each).amounts));
        return fill({"The costs of {} can fall due in one year only, {}: {}",
                     "تكاليف أنشطة ({}) لا تُستحق إلا في سنة بعينها، {}: {}"},
                    base::counted(base::noun::activity, std::ssize(all)), joined(years), joined(items));
    }

    /// Charged by all of them.
    [[nodiscard]] std::string money_of(const Members& members) const {
        base::Money sum{0, untold_.taken_of(*members.front()).charged.currency};
        for (const ConflictMember* each : members) sum.minor += untold_.taken_of(*each).charged.minor;
        return money(sum.minor, sum.currency);
    }

    /// Of several ceilings, when they are of years one after the other.
    [[nodiscard]] std::optional<Years> whole_span() const {
        std::vector<int> years;
        for (const ConflictMember& each : untold_.conflict().members)
            if (is_ceiling(each)) years.push_back(*each.year);
        std::ranges::sort(years);
        if (years.size() < 2 || years.back() - years.front() + 1 != std::ssize(years)) return std::nullopt;
        return Years{years.front(), years.back()};
    }

    /// Whether the costs that can fall due in these years only are more than their ceilings.
    [[nodiscard]] bool overfill(const Members& costs, Years span) const {
        std::int64_t more = 0;
        const base::Currency currency = untold_.taken_of(*costs.front()).charged.currency;
        for (const ConflictMember* each : costs) {
            if (!lies_within(years_of(*each), span)) continue;
            const base::Money charged = untold_.taken_of(*each).charged;
            if (charged.currency != currency) return false;
            more += charged.minor;
        }
        for (const ConflictMember& each : untold_.conflict().members) {
            if (!is_ceiling(each)) continue;
            if (each.currency != currency) return false;
            more -= each.amount;
        }
        return more > 0;
    }

    [[nodiscard]] bool has_ceiling(int year) const {
        return std::ranges::any_of(untold_.conflict().members,
                                   [year](const ConflictMember& m) { return m.year == year && is_ceiling(m); });
    }
    [[nodiscard]] Years years_of(const ConflictMember& charged) const {
        return {fiscal_year().year_of(charged.days->first), fiscal_year().year_of(charged.days->last)};
    }
    /// Of the side whose ceilings these are.
    [[nodiscard]] const calendar::FiscalYear& fiscal_year() const {
        const plan::Plan& plan = untold_.plan();
        const auto ceiling = std::ranges::find_if(untold_.conflict().members, is_ceiling);
        return plan.sides[account_of(plan, *ceiling).side.at()].fiscal_year;
    }

    [[nodiscard]] Text bound_words(Years years, const Members& members) const {
        std::vector<Text> items;
        for (const ConflictMember* each : members)
            items.push_back(fill({"{} ({})", "{} ({})"}, untold_.id_of(*each), untold_.taken_of(*each).amounts));
        return fill({"The costs of {} can only fall due in {}, {} in all: {}",
                     "تكاليف أنشطة ({}) لا تُستحق إلا في {}، ومجموعها {}: {}"},
                    base::counted(base::noun::activity, std::ssize(members)), label(fiscal_year(), years),
                    ltr(money_of(members)), joined(items));
    }

    [[nodiscard]] Text free_words(const Members& members) const {
        std::vector<Text> items;
        for (const ConflictMember* each : members)
            items.push_back(fill({"{} ({}, {})", "{} ({}، {})"}, untold_.id_of(*each), untold_.taken_of(*each).amounts,
                                 label(fiscal_year(), years_of(*each))));
        return fill(
            {"The costs of {} may fall due in these years: {}", "قد تُستحق تكاليف أنشطة ({}) في السنوات المبيّنة: {}"},
            base::counted(base::noun::activity, std::ssize(members)), joined(items));
    }

    UntoldMembers& untold_;
};

/// "The ceilings of X are 300 USD in all: 2027 (100 USD), 2028 (200 USD)".
Text ceilings_words(const plan::Plan& plan, const Members& ceilings) {
    const Account account = account_of(plan, *ceilings.front());
    std::vector<Text> items;
    std::int64_t sum = 0;
    for (const ConflictMember* each : ceilings) {
        sum += each->amount;
        items.push_back(fill({"{} ({})", "{} ({})"}, ltr(plan.sides[account.side.at()].fiscal_year.label(*each->year)),
                             ltr(money(each->amount, each->currency))));
    }
    return fill({"The ceilings of {} are {} in all: {}", "مجموع سقوف {} هو {}: {}"}, account.name,
                ltr(money(sum, ceilings.front()->currency)), joined(items));
}

}  // namespace

void tell_ceilings(UntoldMembers& untold) {
    for (Members rest = untold.those(is_ceiling); !rest.empty();) {
        Members same;
        const ConflictMember first = *rest.front();
        std::ranges::copy_if(rest, std::back_inserter(same), [&](const ConflictMember* each) {
            return each->kind == first.kind && each->record == first.record && each->currency == first.currency;
        });
        std::erase_if(rest, [&](const ConflictMember* m) { return std::ranges::find(same, m) != same.end(); });
        std::ranges::sort(same, {}, [](const ConflictMember* each) { return each->year; });
        if (same.size() > 1) untold.tell(ceilings_words(untold.plan(), same), same);
    }
}

void tell_costs(UntoldMembers& untold) {
    if (!withheld_references(untold.conflict(), untold.reader()).empty()) return;
    Telling(untold).tell();
}

}  // namespace masar::report
