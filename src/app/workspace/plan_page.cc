#include "app/workspace/plan_page.h"

#include "app/dates_on_plan.h"
#include "app/plan_pages.h"
#include "app/workspace/change_log.h"
#include "app/workspace/decision_log.h"
#include "app/workspace/new_notes.h"
#include "app/workspace/page_help.h"
#include "app/workspace/proposal_list.h"
#include "app/workspace/save_texts.h"
#include "app/workspace/undo_edits.h"
#include "app/workspace/wrong_word.h"
#include "base/version.h"

#include <charconv>

namespace masar::app {
namespace {

/// What was read for one question; the pages refer into it.
struct Reading {
    OpenPlan open;
    SnapshotPtr seen;
    std::optional<store::VersionRow> baseline_row;
    SnapshotPtr baseline;
    std::optional<plan::Timetable> baseline_dates;  ///< on the plan as seen
    std::string dates_job;
    plan::SideIndex reader;
};

struct PagesRead {
    const PlanPages& pages;
    const Reading& reading;
};

plan::SideIndex side_named(const plan::Plan& plan, std::string_view id) {
    for (std::size_t i = 0; i < plan.sides.size(); ++i)
        if (plan.sides[i].id == id) return base::index_of<plan::SideIndex>(i);
    return {};
}

std::string_view reader_of(const Actor& actor) {
    if (!actor.preview.empty()) return actor.preview;
    return actor.whole ? std::string_view{} : actor.side;
}

/// The dates that both sides approved last, put on the plan as it is seen now.
Outcome<void> read_baseline(Workspace& workspace, const Actor& actor, Reading& reading) {
    if (reading.open.row.baseline == 0) return {};
    auto row = from_store(
        workspace.store.read([&](const store::Tables& kept) { return kept.versions.find(reading.open.row.baseline); }));
    if (!row) return tl::unexpected(row.error());
    if (!*row) return {};
    auto whole = snapshot_of(workspace, **row);
    if (!whole) return tl::unexpected(whole.error());
    reading.baseline_row = **row;
    reading.baseline = shown_to(actor, *whole);
    const auto& dates = reading.baseline->timetable();
    if (dates && reading.seen->loaded().compiled)
        reading.baseline_dates = timetable_with(
            reading.seen->loaded(), dates_for(reading.seen->plan(), dates_by_id(reading.baseline->plan(), *dates)));
    return {};
}

template <class T>
const T* pointer(const std::optional<T>& value) {
    return value ? &*value : nullptr;
}

Outcome<report::DatesShown> dates_shown(std::string_view word) {
    using enum report::DatesShown;
    if (word.empty() || word == "planned") return planned;
    if (word == "earliest") return earliest;
    if (word == "baseline") return baseline;
    return wrong_word("dates");
}

Outcome<std::optional<int>> number_in(std::string_view word, const char* field) {
    if (word.empty()) return std::optional<int>();
    int number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size() || number < 0 || number > 9999)
        return wrong_word(field);
    return std::optional(number);
}

Outcome<std::string> frame(Workspace& workspace, const Actor& actor, const PlanPages& pages, const Reading& reading) {
    report::FrameFacts facts;
    facts.id = reading.open.row.key;
    facts.dates_job = reading.dates_job;
    facts.hash = reading.seen->state_hash();
    facts.dates_state = word_of(dates_state(reading.open.head));
    if (reading.baseline_row) facts.baseline = {reading.baseline->state_hash(), utc_text(reading.baseline_row->at)};
    facts.head_equals_baseline = reading.baseline && reading.baseline->hash() == reading.seen->hash()
                                 && same_days(reading.baseline->timetable(), reading.seen->timetable());
    const auto undo = undo_state(workspace, actor, reading.open.row.key);
    if (undo) {
        facts.undo = undo->undo;
        facts.redo = undo->redo;
    }
    return pages.frame(facts);
}

template <class IndexType, class RecordType>
IndexType index_named(const std::vector<RecordType>& records, std::string_view id) {
    const RecordType* found = plan::find(records, id);
    return found == nullptr ? IndexType{} : base::index_of<IndexType>(static_cast<std::size_t>(found - records.data()));
}

/// The list behind one figure of money.
Outcome<std::string> lines(const PlanPages& pages, const PageQuestion& question, const Reading& reading) {
    const PageWords& words = question.words;
    const plan::Plan& plan = reading.seen->plan();
    report::LinesAsked asked;
    asked.account = {side_named(plan, words.side), index_named<plan::FundIndex>(plan.funds, words.fund)};
    if (!asked.account.side.known()) return wrong_word("side");
    if (!words.fund.empty() && !asked.account.fund.known()) return wrong_word("fund");
    const auto year = number_in(words.year, "year");
    if (!year) return tl::unexpected(year.error());
    asked.year = *year;
    const auto measure = words.measure.empty() ? report::Measure::planned : report::measure_named(words.measure);
    if (!measure) return wrong_word("measure");
    asked.measure = *measure;
    asked.currency = base::Currency::of(words.currency);
    const auto shown = dates_shown(words.dates);
    if (!shown) return tl::unexpected(shown.error());
    return pages.money_lines(*shown, asked);
}

Outcome<std::string> pool_day(const PlanPages& pages, const PageQuestion& question, const Reading& reading) {
    const auto pool = index_named<plan::ResourceIndex>(reading.seen->plan().resources, question.words.pool);
    if (!pool.known()) return refuse(Refusal::Why::not_found, {"there is no such pool", "لا يوجد هذا المورد"});
    const auto day = calendar::parse_iso(question.words.day);
    if (!day) return wrong_word("day");
    const auto shown = dates_shown(question.words.dates);
    if (!shown) return tl::unexpected(shown.error());
    return pages.pool_day(*shown, pool, *day);
}

/// What waits, what is due, and what was changed since the reader looked last, latest first.
Outcome<std::string> worklist(Workspace& workspace, const Actor& actor, const PlanPages& pages,
                              const Reading& reading) {
    constexpr std::int64_t shown_changes = 20;
    report::WorklistFacts facts;
    facts.today = std::chrono::floor<std::chrono::days>(workspace.clock.now());
    const auto last = last_position(workspace, actor, reading.open.row.key);
    if (!last) return tl::unexpected(last.error());
    const auto log =
        change_log(workspace, actor, reading.open.row.key, {.after = std::max<std::int64_t>(0, *last - shown_changes)});
    if (!log) return tl::unexpected(log.error());
    const auto seen = seen_until(workspace, actor, reading.open.row.key);
    if (!seen) return tl::unexpected(seen.error());
    for (auto each = log->rbegin(); each != log->rend() && each->at > *seen; ++each)
        if (!each->kind.starts_with("note"))
            facts.changed.push_back({utc_text(each->at), each->sentence, each->section, each->record});
    const auto notes = new_notes(workspace, actor, reading.open, *seen, static_cast<std::size_t>(shown_changes));
    if (!notes) return tl::unexpected(notes.error());
    for (const store::NoteRow& each : *notes)
        facts.notes.push_back(
            {utc_text(each.at), each.section, each.record, each.side, each.role, beginning_of(each.text)});
    const auto proposals = proposal_list(workspace, actor, reading.open.row.key);
    if (!proposals) return tl::unexpected(proposals.error());
    facts.waiting = waiting_for(actor, *proposals);
    return pages.worklist(report::DatesShown::planned, facts);
}

Outcome<std::string> overview(Workspace& workspace, const Actor& actor, const PageQuestion& question,
                              const PagesRead& read) {
    const auto& [pages, reading] = read;
    const auto shown = dates_shown(question.words.dates);
    if (!shown) return tl::unexpected(shown.error());
    const auto proposals = proposal_list(workspace, actor, question.plan);
    if (!proposals) return tl::unexpected(proposals.error());
    PageHelp help;
    if (question.runs != nullptr) help = page_help(*question.runs, workspace, actor, {reading.open, *shown});
    report::OverviewFacts facts;
    facts.hash = reading.seen->state_hash();
    facts.version = base::version;
    facts.help = std::move(help.list);
    facts.help_job = std::move(help.job);
    facts.decisions = open_decisions(*proposals);
    return pages.overview(*shown, facts);
}

Outcome<std::string> page_of(const PlanPages& pages, const PageQuestion& question, const Reading& reading,
                             calendar::Date today) {
    const PageWords& words = question.words;
    const auto shown = dates_shown(words.dates);
    if (!shown) return tl::unexpected(shown.error());
    const auto year = number_in(words.year, "year"), days = number_in(words.days, "days");
    if (!year) return tl::unexpected(year.error());
    if (!days) return tl::unexpected(days.error());
    const plan::SideIndex side = side_named(reading.seen->plan(), words.side);
    if (!words.side.empty() && !side.known()) return wrong_word("side");
    switch (question.page) {
        case Page::roadmap: return pages.roadmap(*shown);
        case Page::events: return pages.events(*shown, {side, *year, today});
        case Page::due: return pages.due(*shown, today, days->value_or(30));
        case Page::loads: return pages.loads(*shown);
        case Page::money: return pages.money(*shown, base::Currency::of(words.currency));
        case Page::outcomes: return pages.outcomes(*shown);
        case Page::risks: return pages.risks(*shown);
        case Page::records: return pages.records();
        case Page::search: return pages.search(words.query);
        case Page::money_lines: return lines(pages, question, reading);
        case Page::pool_day: return pool_day(pages, question, reading);
        case Page::frame:
        case Page::overview:
        case Page::worklist:
        case Page::diagnostics: break;
    }
    return pages.diagnostics();
}

}  // namespace

Outcome<std::string> plan_page(Workspace& workspace, const Actor& actor, const PageQuestion& question) {
    auto open = open_plan(workspace, actor, question.plan);
    if (!open) return tl::unexpected(open.error());
    Reading reading{*std::move(open), {}, {}, {}, {}, {}};
    reading.seen = reading.open.shown_to(actor);
    reading.reader = side_named(reading.seen->plan(), reader_of(actor));
    if (auto read = read_baseline(workspace, actor, reading); !read) return tl::unexpected(read.error());
    const Snapshot& seen = *reading.seen;
    const PlanPages pages({seen.loaded(),
                           reading.reader,
                           {pointer(seen.timetable()), pointer(seen.forecast())},
                           {pointer(seen.earliest()), nullptr},
                           {pointer(reading.baseline_dates), nullptr}});
    reading.dates_job = question.dates_job;
    if (question.page == Page::frame) return frame(workspace, actor, pages, reading);
    if (question.page == Page::worklist) return worklist(workspace, actor, pages, reading);
    if (question.page == Page::overview) return overview(workspace, actor, question, {pages, reading});
    return page_of(pages, question, reading, std::chrono::floor<std::chrono::days>(workspace.clock.now()));
}

}  // namespace masar::app
