#pragma once
// What tests of explanations read of an answer.
#include "app/explain_plan.h"
#include "report/conflict_sentences.h"
#include "report/reader.h"
#include "report/text_explanation.h"

#include <algorithm>
#include <string>
#include <vector>

namespace masar::app {

/// "capacity pool, activity a" of the first clash.
inline std::string members(const plan::Explanation& explanation) {
    std::string list;
    if (explanation.conflicts.empty()) return list;
    std::vector<std::string> each;
    for (const plan::ConflictMember& member : explanation.conflicts.front().members)
        each.push_back(std::to_string(static_cast<int>(member.kind)) + " " + member.id);
    std::ranges::sort(each);
    for (const std::string& line : each) list += (list.empty() ? "" : ", ") + line;
    return list;
}

inline const plan::Repair* repair(const plan::Explanation& explanation, plan::RepairKind kind) {
    for (const plan::Repair& each : explanation.conflicts.front().repairs)
        if (each.kind == kind) return &each;
    return nullptr;
}

/// All sentences, each on one line.
inline std::string told(const ExplainedPlan& result) {
    std::string text =
        report::explanation_text(result.plan, *result.explanation, report::Reader(result.plan), base::Language::en);
    for (std::size_t at = text.find("\n    "); at != std::string::npos; at = text.find("\n    "))
        text.replace(at, 5, " ");
    return text;
}

/// Sentences about the first clash.
inline std::size_t sentences(const ExplainedPlan& result) {
    return report::conflict_sentences(result.plan, result.explanation->conflicts.front(), report::Reader(result.plan))
        .size();
}

}  // namespace masar::app
