#pragma once
// A page of a plan for whoever asks: of the version that is worked on, as the asker may read it.
#include "app/workspace/workspace.h"

#include <optional>
#include <string>
#include <string_view>

namespace masar::app {

class Runs;

enum class Page : unsigned char {
    frame,
    roadmap,
    overview,
    events,
    due,
    loads,
    pool_day,
    money,
    money_lines,
    worklist,
    outcomes,
    risks,
    records,
    diagnostics,
    search
};

/// What an address asks for beside the page, as typed; empty = not said.
struct PageWords {
    std::string dates;  ///< planned (also when empty), earliest or baseline
    std::string side, year, days, currency, query;
    std::string fund, measure;  ///< of lines of money
    std::string pool, day;      ///< of a pool's day
};

struct PageQuestion {
    std::string_view plan;
    Page page = Page::frame;
    PageWords words;
    std::string dates_job = {};  ///< of the frame: the job that brings the plan's dates
    Runs* runs = nullptr;        ///< asked for what takes longer than somebody waits; null: the page goes without
};

/// JSON (report/views). Refuses a word that means nothing (wrong_field: its name).
[[nodiscard]] Outcome<std::string> plan_page(Workspace& workspace, const Actor& actor, const PageQuestion& question);

}  // namespace masar::app
