#include "report/untold_members.h"

#include "report/figures.h"

namespace masar::report {
namespace {

using base::Text;
using plan::ConflictMember;

constexpr std::size_t most_told = 10;

}  // namespace

UntoldMembers::UntoldMembers(const plan::Plan& plan, const plan::Conflict& conflict, const Reader& reader)
    : plan_(plan), conflict_(conflict), reader_(reader) {
    for (const ConflictMember& each : conflict_.members)
        if (reader_.reads(each)) open_.push_back(&each);
}

void UntoldMembers::tell(Text sentence, const Members& members) {
    told_.push_back({std::move(sentence), members.empty() ? base::Place{} : members.front()->place});
    std::erase_if(open_, [&](const ConflictMember* each) { return std::ranges::find(members, each) != members.end(); });
}

Taken UntoldMembers::taken_of(const ConflictMember& member) const {
    return taken_by(plan_, conflict_, member.activity, reader_);
}

Text UntoldMembers::id_of(const ConflictMember& member) const { return ltr(plan_.activities[member.activity.at()].id); }

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

}  // namespace masar::report
