#include "report/conflict_sentences.h"

#include "base/plural.h"
#include "report/figures.h"
#include "report/member_words.h"
#include "report/sentence.h"
#include "report/told_costs.h"
#include "report/told_dates.h"

#include <algorithm>
#include <array>
#include <functional>

namespace masar::report {
namespace {

using base::Text;
using plan::ConflictMember;
using plan::MemberKind;

constexpr base::Noun limits{"limit", "limits", "قيد واحد", "قيدان", "قيدين", "قيود", "قيداً", "قيد"};
/// Takes members that belong together off the list, in the order in which they are met.
class Telling {
public:
    explicit Telling(UntoldMembers untold) : untold_(std::move(untold)) {}

    std::vector<ToldTogether> tell() {
        // What is wanted first, then what does not suffice, for what, and why that stands where it stands.
        for (const auto kind : {MemberKind::asked, MemberKind::gate})
            for (const ConflictMember* each : untold_.those_of(kind)) tell_singly(*each);
        tell_ceilings(untold_);
        tell_limits();
        tell_costs(untold_);
        tell_use();
        tell_activities();
        tell_windows(untold_);
        tell_links(untold_);
        tell_avoided(untold_);
        while (!untold_.all().empty()) tell_singly(*untold_.all().front());
        const plan::Plan& plan = untold_.plan();
        const std::vector<int> references = withheld_references(untold_.conflict(), untold_.reader());
        if (!references.empty()) untold_.tell(withheld_sentence(references, plan.sides.size()), {});
        return untold_.take();
    }

    [[nodiscard]] Text activity_words(const ConflictMember& member) const {
        const Taken taken = untold_.taken_of(member);
        const Text who = named(untold_.plan().activities[member.activity.at()]);
        if (taken.amounts.empty()) return fill({"{} takes place", "يُنفَّذ النشاط {}"}, who);
        return taken.only_time ? fill({"{} takes {}", "يستغرق النشاط {} {}"}, who, taken.amounts)
                               : fill({"{} takes {}", "يحتاج النشاط {} إلى {}"}, who, taken.amounts);
    }

private:
    using Members = UntoldMembers::Members;

    void tell_singly(const ConflictMember& member) { untold_.tell(member_words(untold_.plan(), member), {&member}); }

    void tell_limits() {
        for (const ConflictMember* each : untold_.those(is_limit)) {
            const Text words = member_words(untold_.plan(), *each);
            const Text crowd = each->kind == MemberKind::capacity ? crowd_of(*each) : Text{};
            untold_.tell(crowd.empty()
                             ? words
                             : fill({"{}; no two of these fit in at a time: {}", "{}؛ ولا يتسع لاثنين معاً من: {}"},
                                    words, crowd),
                         {each});
        }
    }

    /// Those of which any two need more than the capacity.
    [[nodiscard]] Text crowd_of(const ConflictMember& capacity) const {
        std::vector<std::pair<std::int64_t, const ConflictMember*>> needs;
        for (const ConflictMember* each : untold_.those_of(MemberKind::activity)) {
            const plan::Activity& activity = untold_.plan().activities[each->activity.at()];
            const int need = untold_.reader().reads(activity, "needs") ? least_need(activity, capacity.record) : 0;
            if (need > 0) needs.emplace_back(need, each);
        }
        std::ranges::stable_sort(needs, std::ranges::greater{}, [](const auto& each) { return each.first; });
        std::size_t crowd = std::min<std::size_t>(needs.size(), 1);
        while (crowd < needs.size() && needs[crowd - 1].first + needs[crowd].first > capacity.amount) ++crowd;
        std::vector<Text> items;
        for (std::size_t i = 0; crowd > 1 && i < crowd; ++i)
            items.push_back(
                fill({"{} ({})", "{} ({})"}, untold_.id_of(*needs[i].second), ltr(grouped(needs[i].first))));
        return joined(items);
    }

    /// What an overfilled capacity is used for.
    void tell_use() {
        Members users = untold_.those([](const ConflictMember& m) { return m.surely_used > 0; });
        const auto& all = untold_.conflict().members;
        const auto capacity = std::ranges::find_if(all, [](const ConflictMember& m) { return m.working_days > 0; });
        if (users.size() < 2 || capacity == all.end()) return;
        for (const ConflictMember* each : users)
            if (!untold_.reader().reads(untold_.plan().activities[each->activity.at()], "needs")) return;
        if (!withheld_references(untold_.conflict(), untold_.reader()).empty()) return;
        std::ranges::stable_sort(users, std::ranges::greater{}, &ConflictMember::surely_used);
        std::vector<Text> items;
        std::int64_t sum = 0;
        for (const ConflictMember* each : users) {
            sum += each->surely_used;
            items.push_back(fill({"{} ({})", "{} ({})"}, untold_.id_of(*each), ltr(grouped(each->surely_used))));
        }
        untold_.tell(
            fill({"{} has {} to give on those days; wherever they are put, these {} need {} of them: {}",
                  "يتيح المورد {} في تلك الأيام {}، وهذه الأنشطة ({}) تحتاج منها إلى {} أينما وُضعت: {}"},
                 named(untold_.plan().resources[static_cast<std::size_t>(capacity->record)]),
                 base::counted(base::noun::working_day, capacity->amount * capacity->working_days, base::Case::after),
                 base::counted(base::noun::activity, std::ssize(users)), ltr(grouped(sum)), joined(items)),
            users);
    }

    void tell_activities() {
        for (const bool only_time : {false, true}) {
            Members members = untold_.those([&](const ConflictMember& m) {
                return m.kind == MemberKind::activity && untold_.taken_of(m).only_time == only_time;
            });
            if (only_time)
                std::ranges::stable_sort(members, {}, [](const ConflictMember* m) { return m->activity; });
            else
                std::ranges::reverse(members);  // what weighs most came last
            if (members.size() == 1) untold_.tell(activity_words(*members.front()), members);
            if (members.size() > 1) untold_.tell(activities_words(members, only_time), members);
        }
    }

    [[nodiscard]] Text activities_words(const Members& members, bool only_time) const {
        const Text count = base::counted(base::noun::activity, std::ssize(members));
        std::vector<Text> items, plain;
        base::Money sum = untold_.taken_of(*members.front()).charged;
        bool same = true, summed = sum.currency.known();
        sum.minor = 0;
        for (const ConflictMember* each : members) {
            const Taken taken = untold_.taken_of(*each);
            same = same && taken == untold_.taken_of(*members.front());
            summed = summed && taken.charged.currency == sum.currency;
            sum.minor += taken.charged.minor;
            plain.push_back(untold_.id_of(*each));
            const Text amount = only_time ? ltr(grouped(taken.working_days)) : taken.amounts;
            items.push_back(amount.empty() ? untold_.id_of(*each)
                                           : fill({"{} ({})", "{} ({})"}, untold_.id_of(*each), amount));
        }
        const Text first = untold_.taken_of(*members.front()).amounts;
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

    UntoldMembers untold_;
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
    return Telling({plan, conflict, reader}).tell();
}

Text member_sentence(const plan::Plan& plan, const plan::Conflict& conflict, std::size_t member, const Reader& reader) {
    const ConflictMember& one = conflict.members[member];
    if (one.kind == MemberKind::activity) return Telling({plan, conflict, reader}).activity_words(one);
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
