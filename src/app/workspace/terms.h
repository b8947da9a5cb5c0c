#pragma once
// The terms of a proposal: exactly what is shown and signed, in both languages at once, made of what every side may read.
#include "app/workspace/snapshot.h"
#include "plan/difference.h"
#include "store/rows.h"

#include <vector>

namespace masar::app {

struct TermsOf {
    const store::PlanRow& plan;
    std::int64_t number = 0;  ///< of the proposal
    base::Text title;
    std::string note;
    SnapshotPtr before;  ///< the baseline as all sides read it; null = nothing was approved yet
    SnapshotPtr after;   ///< the proposed version as all sides read it
};

struct TermsLine {
    base::Text sentence;
    std::string section, id;                                    ///< the record that it leads to
    plan::DifferenceKind kind = plan::DifferenceKind::changed;  ///< of the whole record: of its fields it is a change
};

/// What changes, record by record; then which dates move.
struct TermsLines {
    std::vector<TermsLine> differences, dates;
};
[[nodiscard]] TermsLines terms_lines(const TermsOf& of);

/// Canonical JSON (RFC 8785): keys in order, no spaces. What is signed is the SHA-256 of these bytes.
[[nodiscard]] std::string terms_text(const TermsOf& of);

/// Texts that cannot be approved: stale against the other language, not yet reviewed where a review is recorded, or missing in one
/// language; and errors of the plan. Each as a sentence.
[[nodiscard]] std::vector<base::Text> unsignable(const Snapshot& version);

}  // namespace masar::app
