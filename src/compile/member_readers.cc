#include "compile/member_readers.h"

#include "plan/readers.h"

namespace masar::compile {
namespace {

using plan::MemberKind;
using plan::Readers;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

/// The field of an activity that states it; the record as a whole where there is none.
std::string_view field_of(MemberKind kind) {
    switch (kind) {
        case MemberKind::starts_from:
        case MemberKind::finishes_from:
        case MemberKind::finishes_by: return "window";
        case MemberKind::follows: return "after";
        case MemberKind::avoids: return "avoid";
        case MemberKind::approval: return "approvals";
        case MemberKind::cost_limit: return "cost";
        default: return {};
    }
}

class ReadersOf {
public:
    explicit ReadersOf(const plan::Plan& plan) : plan_(plan), all_(plan.sides.size(), true) {}

    [[nodiscard]] Readers find(const plan::ConflictMember& member) {
        if (member.kind == MemberKind::asked) return all_;
        if (member.activity.known()) {
            narrow(plan_.activities[member.activity.at()], {});
            narrow(plan_.activities[member.activity.at()], field_of(member.kind));
        }
        if (member.record >= 0) narrow_by_record(member);
        for (const plan::RuleIndex rule : member.rules) narrow(plan_.rules[rule.at()], {});
        return all_;
    }

private:
    void narrow(const Readers& readers) {
        for (std::size_t side = 0; side < all_.size(); ++side) all_[side] = all_[side] && readers[side];
    }
    void narrow(const plan::Record& record, std::string_view field) {
        narrow(plan::readers_of(plan_, record));
        if (!field.empty()) narrow(plan::readers_of(plan_, record, field));
    }

    void narrow_by_record(const plan::ConflictMember& member) {
        const std::size_t record = at(member.record);
        switch (member.kind) {
            case MemberKind::follows: return narrow_by_predecessor(member);
            case MemberKind::avoids: return narrow(plan_.periods[record], {});
            case MemberKind::approval: return narrow(plan_.approvals[record], "steps");
            case MemberKind::notice: return narrow(plan_.rules[record], "notice");
            case MemberKind::cost_limit: return narrow(plan_.rules[record], "cost-limit");
            case MemberKind::fund_opens: return narrow(plan_.funds[record], "opens");
            case MemberKind::fund_closes: return narrow(plan_.funds[record], "closes");
            case MemberKind::capacity:
            case MemberKind::yearly_capacity: return narrow(plan_.resources[record], "capacity");
            case MemberKind::fund_ceiling: return narrow(plan_.funds[record], "ceiling");
            case MemberKind::side_ceiling: return narrow_by_file(member.place);
            case MemberKind::stock: return narrow(plan_.stocks[record], "initial");
            case MemberKind::choice: return narrow(plan_.choices[record], {});
            case MemberKind::gate: return narrow(plan_.gates[record], "by");
            default: return;
        }
    }

    void narrow_by_predecessor(const plan::ConflictMember& member) {
        const plan::ActivityIndex before =
            plan_.activities[member.activity.at()].after[at(member.record)].predecessor.value;
        if (before.known()) narrow(plan_.activities[before.at()], {});
    }

    /// Ceilings of a side are no record: who wrote them in a folder of its own, keeps them.
    void narrow_by_file(const base::Place& place) {
        const plan::SideIndex owner = owner_by_file(plan_, place);
        if (!owner.known()) return;
        for (std::size_t side = 0; side < all_.size(); ++side) all_[side] = all_[side] && side == owner.at();
    }

    const plan::Plan& plan_;
    Readers all_;
};

}  // namespace

plan::SideIndex owner_by_file(const plan::Plan& plan, const base::Place& place) {
    const std::string_view file = plan.sources.name_of(place);
    for (std::size_t side = 0; side < plan.sides.size(); ++side)
        if (file.starts_with("sides/" + plan.sides[side].id + "/")) return base::index_of<plan::SideIndex>(side);
    return {};
}

std::vector<plan::SideIndex> readers_of_member(const plan::Plan& plan, const plan::ConflictMember& member) {
    const Readers readers = ReadersOf(plan).find(member);
    std::vector<plan::SideIndex> sides;
    for (std::size_t side = 0; side < readers.size(); ++side)
        if (readers[side]) sides.push_back(base::index_of<plan::SideIndex>(side));
    return sides;
}

}  // namespace masar::compile
