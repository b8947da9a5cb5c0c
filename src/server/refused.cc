#include "server/refused.h"

namespace masar::server {
namespace {

ProblemCode code_of(app::Refusal::Why why) {
    using enum app::Refusal::Why;
    switch (why) {
        case not_found: return ProblemCode::not_found;
        case not_allowed: return ProblemCode::not_allowed;
        case conflict: return ProblemCode::conflict;
        case changed_meanwhile: return ProblemCode::changed_meanwhile;
        case wrong_field: return ProblemCode::wrong_field;
        case wrong_plan: return ProblemCode::wrong_plan;
        case not_signed_in: return ProblemCode::not_signed_in;
        case too_many: return ProblemCode::too_many;
        case too_large: return ProblemCode::too_large;
        case storage: return ProblemCode::storage;
        case lacking: return ProblemCode::lacking;
    }
    return ProblemCode::internal;
}

/// An apostrophe in the name itself ends nothing: a letter follows it.
std::size_t end_of_name(std::string_view sentence, std::size_t from, std::string_view close) {
    std::size_t end = sentence.find(close, from);
    while (end != std::string_view::npos && end + close.size() < sentence.size()
           && std::string_view(" ,:;.").find(sentence[end + close.size()]) == std::string_view::npos)
        end = sentence.find(close, end + close.size());
    return end;
}

/// Without where the database is, and what its driver says of it.
std::string without_inside(std::string_view sentence, std::string_view open, std::string_view close,
                           std::string_view stands_for_it) {
    const std::size_t begin = sentence.find(open);
    const std::size_t end = begin == std::string_view::npos ? begin : end_of_name(sentence, begin + open.size(), close);
    if (end == std::string_view::npos) return std::string(sentence);
    const std::string_view rest = sentence.substr(end + close.size());
    return std::string(sentence.substr(0, begin)).append(stands_for_it).append(rest.substr(0, rest.find(": ")));
}

void keep_to_ourselves(Problem& problem) {
    problem.inside = problem.detail.en;
    problem.detail = {without_inside(problem.detail.en, "'", "'", "the database"),
                      without_inside(problem.detail.ar, "«", "»", "قاعدة البيانات")};
}

}  // namespace

Problem problem_of(const app::Refusal& refusal) {
    Problem problem{code_of(refusal.why), refusal.message, refusal.field, refusal.hint};
    if (problem.code == ProblemCode::storage) keep_to_ourselves(problem);
    for (const app::PlanFault& fault : refusal.faults)
        problem.parts.push_back({fault.code, fault.section, fault.id, fault.field, fault.message, fault.hint});
    if (!refusal.current.empty()) problem.members.emplace_back("current", refusal.current);
    problem.retry_seconds = static_cast<int>(refusal.retry_seconds);
    return problem;
}

}  // namespace masar::server
