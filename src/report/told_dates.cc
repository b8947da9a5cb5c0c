#include "report/told_dates.h"

#include "base/plural.h"
#include "report/figures.h"
#include "report/member_words.h"
#include "report/sentence.h"

namespace masar::report {
namespace {

using base::Text;
using plan::ConflictMember;
using plan::MemberKind;
using Members = UntoldMembers::Members;

constexpr base::Noun dependencies{"dependency", "dependencies", "اعتمادية واحدة", "اعتماديتان",
                                  "اعتماديتين", "اعتماديات",    "اعتمادية",       "اعتمادية"};

bool window(const ConflictMember& member) {
    return member.kind == MemberKind::starts_from || member.kind == MemberKind::finishes_by
           || member.kind == MemberKind::finishes_from;
}

/// "2028-01-01..2028-06-30", open where the conflict does not mind that end.
Text span_of(const Members& members) {
    std::string from, to;
    for (const ConflictMember* each : members)
        (each->kind == MemberKind::finishes_by ? to : from) = calendar::to_iso(*each->day);
    return ltr(from + ".." + to);
}

/// One list for each activity.
std::vector<Members> by_activity(const Members& all) {
    std::vector<Members> lists;
    for (const ConflictMember* each : all) {
        const auto same =
            std::ranges::find_if(lists, [&](const Members& m) { return m.front()->activity == each->activity; });
        same == lists.end() ? lists.push_back({each}) : same->push_back(each);
    }
    return lists;
}

/// The first of the chain on which this link lies.
const ConflictMember* chain_start(const plan::Plan& plan, const Members& links) {
    const ConflictMember* first = links.front();
    for (const ConflictMember* before = first; before != nullptr;) {
        first = before;
        before = nullptr;
        for (const ConflictMember* each : links)
            if (each != first && each->activity == predecessor_of(plan, *first)) before = each;
        if (before == links.front()) break;
    }
    return first;
}

/// "a → b → c" where plain links hang together.
std::vector<Text> chains(const UntoldMembers& untold, Members links) {
    const plan::Plan& plan = untold.plan();
    std::vector<Text> found;
    while (!links.empty()) {
        const ConflictMember* first = chain_start(plan, links);
        Text chain = ltr(plan.activities[predecessor_of(plan, *first).at()].id);
        for (const ConflictMember* next = first; next != nullptr;) {
            chain = fill({"{} → {}{}", "{} ← {}{}"}, chain, untold.id_of(*next), lag_words(plan, *next));
            std::erase(links, next);
            const auto after = std::ranges::find_if(
                links, [&](const ConflictMember* each) { return predecessor_of(plan, *each) == next->activity; });
            next = after == links.end() ? nullptr : *after;
        }
        found.push_back(std::move(chain));
    }
    return found;
}

Text counted_activities(std::size_t count) {
    return base::counted(base::noun::activity, static_cast<std::int64_t>(count));
}

}  // namespace

void tell_windows(UntoldMembers& untold) {
    const Members all = untold.those(window);
    const std::vector<Members> lists = by_activity(all);
    if (lists.size() == 1) {
        const Text who = named(untold.plan().activities[all.front()->activity.at()]);
        if (all.size() == 1) return untold.tell(member_words(untold.plan(), *all.front()), all);
        return untold.tell(fill({"{} must lie within {}", "يجب أن يقع النشاط {} ضمن {}"}, who, span_of(all)), all);
    }
    if (lists.empty()) return;
    std::vector<Text> items;
    for (const Members& each : lists)
        items.push_back(fill({"{} {}", "{} {}"}, untold.id_of(*each.front()), span_of(each)));
    untold.tell(fill({"Windows keep these {} where they are: {}", "النوافذ الزمنية تقيّد هذه الأنشطة ({}): {}"},
                     counted_activities(items.size()), joined(items)),
                all);
}

void tell_links(UntoldMembers& untold) {
    const Members all = untold.those_of(MemberKind::follows);
    if (all.size() < 2) return;  // one is told in full
    untold.tell(fill({"These {} hold: {}", "هذه الاعتماديات قائمة ({}): {}"},
                     base::counted(dependencies, static_cast<std::int64_t>(all.size())), joined(chains(untold, all))),
                all);
}

void tell_avoided(UntoldMembers& untold) {
    for (Members rest = untold.those_of(MemberKind::avoids); !rest.empty();) {
        const ConflictMember* first = rest.front();
        Members same;
        std::ranges::copy_if(rest, std::back_inserter(same), [&](const ConflictMember* each) {
            return each->record == first->record && each->rules == first->rules;
        });
        std::erase_if(rest, [&](const ConflictMember* m) { return std::ranges::find(same, m) != same.end(); });
        if (same.size() == 1 || first->record < 0) {
            for (const ConflictMember* each : same) untold.tell(member_words(untold.plan(), *each), {each});
            continue;
        }
        std::vector<Text> ids;
        for (const ConflictMember* each : same) ids.push_back(untold.id_of(*each));
        untold.tell(fill({"These {} may not fall into {}: {}", "هذه الأنشطة ({}) لا يجوز أن تقع في {}: {}"},
                         counted_activities(ids.size()),
                         named(untold.plan().periods[static_cast<std::size_t>(first->record)]), joined(ids)),
                    same);
    }
}

}  // namespace masar::report
