#pragma once
// The members of a conflict that a reader may read and no sentence has told yet: what tells of costs, activities and dates takes from here.
#include "report/conflict_sentences.h"
#include "report/told_activities.h"

#include <algorithm>
#include <iterator>

namespace masar::report {

class UntoldMembers {
public:
    using Members = std::vector<const plan::ConflictMember*>;

    UntoldMembers(const plan::Plan& plan, const plan::Conflict& conflict, const Reader& reader);

    /// In the order in which they are met.
    template <class Test>
    [[nodiscard]] Members those(Test test) const {
        Members found;
        std::ranges::copy_if(open_, std::back_inserter(found),
                             [&](const plan::ConflictMember* each) { return test(*each); });
        return found;
    }
    [[nodiscard]] Members those_of(plan::MemberKind kind) const {
        return those([kind](const plan::ConflictMember& each) { return each.kind == kind; });
    }
    [[nodiscard]] const Members& all() const { return open_; }

    /// They are told by this sentence; none = it stands by itself.
    void tell(base::Text sentence, const Members& members);
    [[nodiscard]] std::vector<ToldTogether> take() { return std::move(told_); }

    [[nodiscard]] const plan::Plan& plan() const { return plan_; }
    [[nodiscard]] const plan::Conflict& conflict() const { return conflict_; }
    [[nodiscard]] const Reader& reader() const { return reader_; }
    /// Of a member about an activity.
    [[nodiscard]] Taken taken_of(const plan::ConflictMember& member) const;
    [[nodiscard]] base::Text id_of(const plan::ConflictMember& member) const;

private:
    const plan::Plan& plan_;
    const plan::Conflict& conflict_;
    const Reader& reader_;
    Members open_;
    std::vector<ToldTogether> told_;
};

/// Separated by commas: all of them when they are few, else the first ones and how many more. All are in the JSON.
[[nodiscard]] base::Text joined(const std::vector<base::Text>& items);

}  // namespace masar::report
