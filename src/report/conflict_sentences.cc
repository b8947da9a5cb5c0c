#include "report/conflict_sentences.h"

#include "base/plural.h"
#include "report/figures.h"
#include "report/member_words.h"
#include "report/sentence.h"
#include "report/told_activities.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace masar::report {
namespace {

using base::Text;
using plan::ConflictMember;
using plan::MemberKind;

constexpr base::Noun limits{"limit", "limits", "قيد واحد", "قيدان", "قيدين", "قيود", "قيداً", "قيد"};
constexpr base::Noun dependencies{"dependency", "dependencies", "اعتمادية واحدة", "اعتماديتان",
                                  "اعتماديتين", "اعتماديات",    "اعتمادية",       "اعتمادية"};

/// All of them when they are few; all are in the JSON.
constexpr std::size_t most_told = 10;

Text joined(const std::vector<Text>& items) {
    const std::size_t told = items.size() <= most_told + 2 ? items.size() : most_told;
    Text list;
    for (std::size_t i = 0; i < told; ++i) {
        if (!list.empty()) list = {list.en + ", ", list.ar + "، "};
        list = {list.en + items[i].en, list.ar + items[i].ar};
    }
    if (told == items.size()) return list;
    return fill({"{} and {} more", "{} و{} غيرها"}, list, ltr(std::to_string(items.size() - told)));
}

bool window(MemberKind kind) {
    return kind == MemberKind::starts_from || kind == MemberKind::finishes_by || kind == MemberKind::finishes_from;
}

/// Takes members that belong together off the list, in the order in which they are met.
class Telling {
public:
    Telling(const plan::Plan& plan, const plan::Conflict& conflict, const Reader& reader)
        : plan_(plan), conflict_(conflict), reader_(reader) {}

    std::vector<ToldTogether> tell() {
        for (const ConflictMember& each : conflict_.members)
            if (reader_.reads(each)) open_.push_back(&each);
        // What is wanted first, then what does not suffice, for what, and why that stands where it stands.
        for (const auto kind : {MemberKind::asked, MemberKind::gate}) tell_singly(kind);
        tell_limits();
        if (withheld_references(conflict_, reader_).empty()) tell_years();
        tell_activities();
        tell_windows();
        tell_links();
        tell_avoided();
        while (!open_.empty()) add(member_words(plan_, *open_.front()), {open_.front()});
        const std::vector<int> references = withheld_references(conflict_, reader_);
        if (!references.empty()) told_.push_back({withheld_sentence(references, plan_.sides.size()), {}});
        return std::move(told_);
    }

private:
    using Members = std::vector<const ConflictMember*>;

    template <class Test>
    [[nodiscard]] Members those(Test test) const {
        Members found;
        std::ranges::copy_if(open_, std::back_inserter(found), [&](const ConflictMember* each) { return test(*each); });
        return found;
    }

    void add(Text sentence, const Members& members) {
        told_.push_back({std::move(sentence), members.front()->place});
        std::erase_if(open_,
                      [&](const ConflictMember* each) { return std::ranges::find(members, each) != members.end(); });
    }

    void tell_singly(MemberKind kind) {
        for (const ConflictMember* each : those([kind](const ConflictMember& m) { return m.kind == kind; }))
            add(member_words(plan_, *each), {each});
    }

    void tell_limits() {
        for (const ConflictMember* each : those([](const ConflictMember& m) { return is_limit(m); })) {
            const Text words = member_words(plan_, *each);
            const Text crowd = each->kind == MemberKind::capacity ? crowd_of(*each) : Text{};
            add(crowd.empty() ? words
                              : fill({"{}; no two of these fit in at a time: {}", "{}؛ ولا يتسع لاثنين معاً من: {}"},
                                     words, crowd),
                {each});
        }
    }

    /// Those of which any two need more than the capacity.
    [[nodiscard]] Text crowd_of(const ConflictMember& capacity) const {
        std::vector<std::pair<std::int64_t, const ConflictMember*>> needs;
        for (const ConflictMember* each : open_) {
            if (each->kind != MemberKind::activity) continue;
            const plan::Activity& activity = plan_.activities[each->activity.at()];
            const int need = reader_.reads(activity, "needs") ? least_need(activity, capacity.record) : 0;
            if (need > 0) needs.emplace_back(need, each);
        }
        std::ranges::stable_sort(needs, std::ranges::greater{}, [](const auto& each) { return each.first; });
        std::size_t crowd = std::min<std::size_t>(needs.size(), 1);
        while (crowd < needs.size() && needs[crowd - 1].first + needs[crowd].first > capacity.amount) ++crowd;
        std::vector<Text> items;
        for (std::size_t i = 0; crowd > 1 && i < crowd; ++i)
            items.push_back(fill({"{} ({})", "{} ({})"}, id_of(*needs[i].second), ltr(grouped(needs[i].first))));
        return joined(items);
    }

    /// Where ceilings do not suffice: what can only be paid from one year, year by year, then what has a choice.
    void tell_years() {
        Members all =
            those([this](const ConflictMember& m) { return m.kind == MemberKind::activity && m.days && money_of(m); });
        std::ranges::reverse(all);  // what weighs most came last
        std::map<int, Members> bound;
        Members free;
        for (const ConflictMember* each : all) {
            const auto [first, last] = years_of(*each);
            if (first < last)
                free.push_back(each);
            else if (has_ceiling(first))
                bound[first].push_back(each);
        }
        for (const auto& [year, members] : bound) add(bound_words(year, members), members);
        if (free.empty()) return;
        std::vector<Text> items;
        for (const ConflictMember* each : free) {
            const auto [first, last] = years_of(*each);
            items.push_back(fill({"{} ({}, {})", "{} ({}، {})"}, id_of(*each), taken_of(*each).amounts,
                                 ltr(fiscal_year().label(first) + ".." + fiscal_year().label(last))));
        }
        add(fill({"The costs of {} may fall due in one year or another: {}",
                  "يمكن أن تُستحق تكاليف أنشطة ({}) في سنة أو في أخرى: {}"},
                 base::counted(base::noun::activity, std::ssize(free)), joined(items)),
            free);
    }

    [[nodiscard]] bool has_ceiling(int year) const {
        return std::ranges::any_of(conflict_.members, [year](const ConflictMember& m) {
            return m.year == year && (m.kind == MemberKind::side_ceiling || m.kind == MemberKind::fund_ceiling);
        });
    }
    [[nodiscard]] bool money_of(const ConflictMember& member) const {
        return taken_of(member).charged.currency.known();
    }
    [[nodiscard]] std::pair<int, int> years_of(const ConflictMember& charged) const {
        return {fiscal_year().year_of(charged.days->first), fiscal_year().year_of(charged.days->last)};
    }
    /// Of the side whose ceilings these are.
    [[nodiscard]] const calendar::FiscalYear& fiscal_year() const {
        const auto ceiling = std::ranges::find_if(conflict_.members, [](const ConflictMember& m) {
            return m.kind == MemberKind::side_ceiling || m.kind == MemberKind::fund_ceiling;
        });
        const std::int32_t side = ceiling->kind == MemberKind::side_ceiling
                                      ? ceiling->record
                                      : plan_.funds[static_cast<std::size_t>(ceiling->record)].side.value.value;
        return plan_.sides[static_cast<std::size_t>(side)].fiscal_year;
    }

    [[nodiscard]] Text bound_words(int year, const Members& members) const {
        std::vector<Text> items;
        base::Money sum{0, taken_of(*members.front()).charged.currency};
        for (const ConflictMember* each : members) {
            const Taken taken = taken_of(*each);
            sum.minor += taken.charged.minor;
            items.push_back(fill({"{} ({})", "{} ({})"}, id_of(*each), taken.amounts));
        }
        return fill({"The costs of {} can only fall due in {}, {} in all: {}",
                     "تكاليف أنشطة ({}) لا تُستحق إلا في {}، ومجموعها {}: {}"},
                    base::counted(base::noun::activity, std::ssize(members)), ltr(fiscal_year().label(year)),
                    ltr(money(sum.minor, sum.currency)), joined(items));
    }

public:
    [[nodiscard]] Text activity_words(const ConflictMember& member) const {
        const Taken taken = taken_by(plan_, conflict_, member.activity, reader_);
        const Text who = named(plan_.activities[member.activity.at()]);
        if (taken.amounts.empty()) return fill({"{} takes place", "يُنفَّذ النشاط {}"}, who);
        return taken.only_time ? fill({"{} takes {}", "يستغرق النشاط {} {}"}, who, taken.amounts)
                               : fill({"{} takes {}", "يحتاج النشاط {} إلى {}"}, who, taken.amounts);
    }

private:
    [[nodiscard]] Text id_of(const ConflictMember& member) const {
        return ltr(plan_.activities[member.activity.at()].id);
    }

    void tell_activities() {
        for (const bool only_time : {false, true}) {
            Members members = those([&](const ConflictMember& m) {
                return m.kind == MemberKind::activity && taken_of(m).only_time == only_time;
            });
            if (only_time)
                std::ranges::stable_sort(members, {}, [](const ConflictMember* m) { return m->activity; });
            else
                std::ranges::reverse(members);  // what weighs most came last
            if (members.size() == 1) add(activity_words(*members.front()), members);
            if (members.size() > 1) add(activities_words(members, only_time), members);
        }
    }

    [[nodiscard]] Text activities_words(const Members& members, bool only_time) const {
        const Text count = base::counted(base::noun::activity, std::ssize(members));
        std::vector<Text> items, plain;
        base::Money sum = taken_of(*members.front()).charged;
        bool same = true, summed = sum.currency.known();
        sum.minor = 0;
        for (const ConflictMember* each : members) {
            const Taken taken = taken_of(*each);
            same = same && taken == taken_of(*members.front());
            summed = summed && taken.charged.currency == sum.currency;
            sum.minor += taken.charged.minor;
            plain.push_back(id_of(*each));
            const Text amount = only_time ? ltr(grouped(taken.working_days)) : taken.amounts;
            items.push_back(amount.empty() ? id_of(*each) : fill({"{} ({})", "{} ({})"}, id_of(*each), amount));
        }
        const Text first = taken_of(*members.front()).amounts;
        if (same && !first.empty())
            return only_time ? fill({"These {} take {} each: {}", "هذه الأنشطة ({}) يستغرق كل منها {}: {}"}, count,
                                    first, joined(plain))
                             : fill({"These {} take {} each: {}", "هذه الأنشطة ({}) يحتاج كل منها إلى {}: {}"}, count,
                                    first, joined(plain));
        if (only_time)
            return fill({"These {} take working days: {}", "هذه الأنشطة ({}) تستغرق أيام عمل: {}"}, count,
                        joined(items));
        if (summed)
            return fill({"These {} take {} in all: {}", "هذه الأنشطة ({}) تحتاج إلى {} في مجموعها: {}"}, count,
                        ltr(money(sum.minor, sum.currency)), joined(items));
        return fill({"These {} take: {}", "هذه الأنشطة ({}) تحتاج إلى: {}"}, count, joined(items));
    }

    [[nodiscard]] Taken taken_of(const ConflictMember& member) const {
        return taken_by(plan_, conflict_, member.activity, reader_);
    }

    /// "2028-01-01..2028-06-30", open where the conflict does not mind that end.
    [[nodiscard]] Text span_of(const Members& members) const {
        std::string from, to;
        for (const ConflictMember* each : members)
            (each->kind == MemberKind::finishes_by ? to : from) = calendar::to_iso(*each->day);
        return ltr(from + ".." + to);
    }

    void tell_windows() {
        const Members all = those([](const ConflictMember& m) { return window(m.kind); });
        std::vector<Members> by_activity;
        for (const ConflictMember* each : all) {
            const auto same = std::ranges::find_if(
                by_activity, [&](const Members& m) { return m.front()->activity == each->activity; });
            same == by_activity.end() ? by_activity.push_back({each}) : same->push_back(each);
        }
        if (by_activity.size() == 1) {
            const Text who = named(plan_.activities[all.front()->activity.at()]);
            if (all.size() == 1) return add(member_words(plan_, *all.front()), all);
            return add(fill({"{} must lie within {}", "يجب أن يقع النشاط {} ضمن {}"}, who, span_of(all)), all);
        }
        if (by_activity.empty()) return;
        std::vector<Text> items;
        for (const Members& each : by_activity)
            items.push_back(fill({"{} {}", "{} {}"}, id_of(*each.front()), span_of(each)));
        add(fill({"Windows keep these {} where they are: {}", "النوافذ الزمنية تقيّد هذه الأنشطة ({}): {}"},
                 base::counted(base::noun::activity, static_cast<std::int64_t>(items.size())), joined(items)),
            all);
    }

    void tell_links() {
        const Members all = those([](const ConflictMember& m) { return m.kind == MemberKind::follows; });
        if (all.size() < 2) return;  // one is told in full
        add(fill({"These {} hold: {}", "هذه الاعتماديات قائمة ({}): {}"},
                 base::counted(dependencies, static_cast<std::int64_t>(all.size())), joined(chains(all))),
            all);
    }

    /// "a → b → c" where plain links hang together.
    [[nodiscard]] std::vector<Text> chains(Members links) const {
        std::vector<Text> found;
        while (!links.empty()) {
            const ConflictMember* first = links.front();
            for (const ConflictMember* before = first; before != nullptr;) {
                first = before;
                before = nullptr;
                for (const ConflictMember* each : links)
                    if (each != first && each->activity == predecessor_of(plan_, *first)) before = each;
                if (before == links.front()) break;
            }
            Text chain = ltr(plan_.activities[predecessor_of(plan_, *first).at()].id);
            for (const ConflictMember* next = first; next != nullptr;) {
                const Text lag = lag_words(plan_, *next);
                chain = fill({"{} → {}{}", "{} ← {}{}"}, chain, id_of(*next), lag);
                std::erase(links, next);
                const auto after = std::ranges::find_if(
                    links, [&](const ConflictMember* each) { return predecessor_of(plan_, *each) == next->activity; });
                next = after == links.end() ? nullptr : *after;
            }
            found.push_back(std::move(chain));
        }
        return found;
    }

    void tell_avoided() {
        for (Members rest = those([](const ConflictMember& m) { return m.kind == MemberKind::avoids; });
             !rest.empty();) {
            const ConflictMember* first = rest.front();
            Members same;
            std::ranges::copy_if(rest, std::back_inserter(same), [&](const ConflictMember* each) {
                return each->record == first->record && each->rules == first->rules;
            });
            std::erase_if(rest, [&](const ConflictMember* m) { return std::ranges::find(same, m) != same.end(); });
            if (same.size() == 1 || first->record < 0) {
                for (const ConflictMember* each : same) add(member_words(plan_, *each), {each});
                continue;
            }
            std::vector<Text> ids;
            for (const ConflictMember* each : same) ids.push_back(id_of(*each));
            add(fill({"These {} may not fall into {}: {}", "هذه الأنشطة ({}) لا يجوز أن تقع في {}: {}"},
                     base::counted(base::noun::activity, static_cast<std::int64_t>(ids.size())),
                     named(plan_.periods[static_cast<std::size_t>(first->record)]), joined(ids)),
                same);
        }
    }

    const plan::Plan& plan_;
    const plan::Conflict& conflict_;
    const Reader& reader_;
    Members open_;
    std::vector<ToldTogether> told_;
};

constexpr std::array<std::string_view, 20> keywords{"activity",
                                                    "window-start",
                                                    "window-finish-from",
                                                    "window-end",
                                                    "dependency",
                                                    "avoid",
                                                    "approval",
                                                    "notice",
                                                    "cost-limit",
                                                    "as-of",
                                                    "fund-opens",
                                                    "fund-closes",
                                                    "capacity",
                                                    "yearly-capacity",
                                                    "fund-ceiling",
                                                    "ceiling",
                                                    "stock",
                                                    "choice",
                                                    "gate",
                                                    "asked"};

}  // namespace

std::vector<ToldTogether> conflict_sentences(const plan::Plan& plan, const plan::Conflict& conflict,
                                             const Reader& reader) {
    return Telling(plan, conflict, reader).tell();
}

Text member_sentence(const plan::Plan& plan, const plan::Conflict& conflict, std::size_t member, const Reader& reader) {
    const ConflictMember& one = conflict.members[member];
    if (one.kind == MemberKind::activity) return Telling(plan, conflict, reader).activity_words(one);
    return member_words(plan, one);
}

Text withheld_sentence(const std::vector<int>& references, std::size_t sides) {
    std::vector<Text> numbers;
    for (const int each : references) numbers.push_back(ltr(std::to_string(each)));
    const Text who = sides > 2 ? Text{"another side", "جانب آخر"} : Text{"the other side", "الجانب الآخر"};
    if (references.size() == 1)
        return fill({"A limit held by {} (reference {})", "قيد لدى {} (المرجع {})"}, who, numbers.front());
    return fill({"{} held by {} (references {})", "{} لدى {} (المراجع {})"},
                base::counted(limits, static_cast<std::int64_t>(references.size())), who, joined(numbers));
}

bool is_limit(const ConflictMember& member) {
    return member.kind == MemberKind::capacity || member.kind == MemberKind::yearly_capacity
           || member.kind == MemberKind::fund_ceiling || member.kind == MemberKind::side_ceiling
           || member.kind == MemberKind::stock;
}

Text limits_counted(std::int64_t count) { return base::counted(limits, count); }

std::optional<std::string_view> section_of(const plan::Plan& plan, const ConflictMember& member) {
    switch (member.kind) {
        case MemberKind::fund_opens:
        case MemberKind::fund_closes:
        case MemberKind::fund_ceiling: return "funds";
        case MemberKind::capacity:
        case MemberKind::yearly_capacity: return "resources";
        case MemberKind::stock: return "stocks";
        case MemberKind::choice: return "choices";
        case MemberKind::side_ceiling: return "sides";
        case MemberKind::as_of: return std::nullopt;
        case MemberKind::gate: return "gates";
        case MemberKind::asked:
            if (member.record >= 0) return "gates";
            break;
        default: break;
    }
    // What an activity may not do is stated by itself or by a rule.
    if (member.activity.known() && plan.activities[member.activity.at()].id == member.id) return "activities";
    if (plan::find(plan.rules, member.id) != nullptr) return "rules";
    if (plan::find(plan.approvals, member.id) != nullptr) return "approvals";
    return std::nullopt;
}

std::string_view keyword(MemberKind kind) { return keywords[static_cast<std::size_t>(kind)]; }

}  // namespace masar::report
