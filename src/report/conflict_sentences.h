#pragma once
// A conflict in sentences: members of one kind are told together, as a planner would tell them.
#include "base/text.h"
#include "report/reader.h"

#include <optional>
#include <string_view>
#include <vector>

namespace masar::report {

/// Members that one sentence tells, with the place of the first.
struct ToldTogether {
    base::Text sentence;
    base::Place place;
};

/// What the reader may read, in sentences without a full stop; then one for all that is withheld.
[[nodiscard]] std::vector<ToldTogether> conflict_sentences(const plan::Plan& plan, const plan::Conflict& conflict,
                                                           const Reader& reader);

/// One member alone; what it needs is told as far as the conflict is about it.
[[nodiscard]] base::Text member_sentence(const plan::Plan& plan, const plan::Conflict& conflict, std::size_t member,
                                         const Reader& reader);
/// "2 limits held by the other side (references 1, 3)".
[[nodiscard]] base::Text withheld_sentence(const std::vector<int>& references, std::size_t sides);

/// Capacities, ceilings and stocks: what can be too little.
[[nodiscard]] bool is_limit(const plan::ConflictMember& member);
/// "2 limits", nominative in Arabic.
[[nodiscard]] base::Text limits_counted(std::int64_t count);
/// Heading of the record that states it: "activities"; none where that is no record of its own.
[[nodiscard]] std::optional<std::string_view> section_of(const plan::Plan& plan, const plan::ConflictMember& member);

/// Stable keywords of the JSON: "capacity", "window-end".
[[nodiscard]] std::string_view keyword(plan::MemberKind kind);

}  // namespace masar::report
