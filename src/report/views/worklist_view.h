#pragma once
// My work: what waits, what is due, what changed, what is broken.
#include "report/views/overview_view.h"

#include <string>
#include <vector>

namespace masar::report {

struct Changed {
    std::string at;  ///< when, as the store keeps it
    base::Text sentence;
    std::string section, id;
};

struct NoteLine {
    std::string at, section, id, side, role;
    std::string text;  ///< its beginning
};

struct WorklistFacts {
    std::vector<WaitingDecision> waiting;  ///< for the reader
    std::vector<Changed> changed;          ///< since the reader last looked, latest first
    std::vector<NoteLine> notes;           ///< of others, since then, latest first
    calendar::Date today;                  ///< where the plan has no status date
};

/// {reader, dates, as_of, waiting[{number, title, signed[], waiting[]}], due{late[], d14[], d30[], d90[]} (due_view.h; each item once, in the
/// first list that holds it), changed[{at, sentence{en, ar}, section, id}], notes[{at, section, id, side, role, text}], conflicts[{kind, what, sentence{en, ar}}], starting[{id, name,
/// start, side}] (within 30 days)}
[[nodiscard]] std::string worklist_view(const ViewSource& source, const WorklistFacts& facts);

}  // namespace masar::report
