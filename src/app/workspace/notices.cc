#include "app/workspace/notices.h"

#include "app/workspace/change_log.h"
#include "app/workspace/new_notes.h"
#include "app/workspace/proposal_list.h"
#include "app/workspace/record_index.h"
#include "app/workspace/store_outcome.h"
#include "base/plural.h"
#include "report/figures.h"
#include "report/sentence.h"
#include "report/views/due_view.h"

#include <algorithm>
#include <array>
#include <map>

namespace masar::app {
namespace {

constexpr int days_ahead = 14;
constexpr std::size_t most_notes = 200;
constexpr std::int64_t most_changes = 500;
constexpr base::Noun change_noun{"change", "changes", "تغيير واحد", "تغييران", "تغييرين", "تغييرات", "تغييراً", "تغيير"};
constexpr base::Noun reply_noun{"reply", "replies", "رد واحد", "ردان", "ردين", "ردود", "رداً", "رد"};

using RecordKey = std::pair<std::string, std::string>;  // section and id

/// What is asked of the plan, once for all kinds of notices.
class Concerns {
public:
    Concerns(Workspace& workspace, const Actor& actor, const OpenPlan& open)
        : workspace_(workspace),
          actor_(actor),
          open_(open),
          seen_plan_(open.shown_to(actor)),
          plan_(seen_plan_->plan()),
          records_(plan_),
          today_(plan_.as_of ? plan_.as_of->value : std::chrono::floor<std::chrono::days>(workspace.clock.now())) {}

    [[nodiscard]] calendar::Date today() const { return today_; }

    Outcome<Notices> all() {
        if (auto read = read_mark(); !read) return tl::unexpected(read.error());
        if (auto told = add_proposals(); !told) return tl::unexpected(told.error());
        if (auto told = add_changes(); !told) return tl::unexpected(told.error());
        if (auto told = add_notes(); !told) return tl::unexpected(told.error());
        add_due();
        std::ranges::stable_sort(notices_.list, std::ranges::greater{}, &Notice::fresh);
        return std::move(notices_);
    }

private:
    Outcome<void> read_mark() {
        auto mark = told(workspace_.store.read([&](const store::Tables& kept) {
            return kept.notice_marks.of(actor_.account, open_.row.id, actor_.side);
        }));
        if (!mark) return tl::unexpected(mark.error());
        if (!*mark) return {};
        notices_.seen = after_ = (*mark)->at;
        seen_day_ = calendar::parse_iso((*mark)->day);
        return {};
    }

    /// Whether the record is the reader's side's: by its owner, or by who leads it.
    [[nodiscard]] bool is_mine(const RecordKey& key) const {
        if (actor_.whole) return true;
        const plan::Record* record = records_.find(key.first, key.second);
        if (record == nullptr) return false;
        return is_own_side(record->owner) || (key.first == "activities" && is_own_side(leading(key.second)));
    }
    [[nodiscard]] bool is_own_side(plan::SideIndex side) const {
        return side.known() && plan_.sides[side.at()].id == actor_.side;
    }
    [[nodiscard]] plan::SideIndex leading(std::string_view activity) const {
        const plan::Activity* found = plan::find(plan_.activities, activity);
        const bool led = found != nullptr && found->lead.value.known();
        return led ? plan_.organisations[found->lead.value.at()].side.value : plan::SideIndex{};
    }
    [[nodiscard]] base::Text name_of(const RecordKey& key) const {
        const plan::Record* record = records_.find(key.first, key.second);
        return record == nullptr ? report::ltr(key.second) : report::named(*record);
    }

    Outcome<void> add_proposals() {
        const auto lines = proposal_list(workspace_, actor_, open_.row.key);
        if (!lines) return tl::unexpected(lines.error());
        for (const report::WaitingDecision& each : waiting_for(actor_, *lines)) {
            const auto line =
                std::ranges::find(*lines, each.number, [](const ProposalLine& of) { return of.row.number; });
            add_proposal(NoticeKind::signature, line->row, line->row.at);
        }
        for (const ProposalLine& each : *lines) {
            const bool own = each.row.account == actor_.account && (actor_.whole || each.row.side == actor_.side);
            if (!own || each.row.decided <= after_) continue;
            if (each.row.state == "returned") add_proposal(NoticeKind::returned, each.row, each.row.decided);
            if (each.row.state == "objected") add_proposal(NoticeKind::objected, each.row, each.row.decided);
        }
        return {};
    }

    void add_proposal(NoticeKind kind, const store::ProposalRow& row, base::Moment at) {
        base::Text pattern{"Proposal {} waits for your signature: {}", "المقترح {} بانتظار توقيعك: {}"};
        if (kind == NoticeKind::returned) pattern = {"Proposal {} was returned: {}", "أُعيد المقترح {}: {}"};
        if (kind == NoticeKind::objected) pattern = {"Proposal {} met an objection: {}", "اعتُرض على المقترح {}: {}"};
        Notice notice{kind, at, {}, report::fill(pattern, report::ltr(std::to_string(row.number)), row.title)};
        notice.proposal = row.number;
        notice.fresh = at > after_;
        notices_.list.push_back(std::move(notice));
    }

    /// One notice for each record.
    void add_record(NoticeKind kind, const RecordKey& key, const base::Text& sentence, base::Moment at) {
        auto [found, first] = places_.try_emplace({kind, key}, notices_.list.size());
        if (first) {
            notices_.list.push_back({kind, at, {}, sentence, key.first, key.second, 0, 0, true});
        }
        Notice& notice = notices_.list[found->second];
        ++notice.count;
        notice.at = std::max(notice.at, at);
        if (notice.kind == NoticeKind::changed && notice.count > 1)
            notice.sentence =
                report::fill({"{}: {}", "{}: {}"}, name_of(key), base::counted(change_noun, notice.count));
        if (notice.kind == NoticeKind::note)
            notice.sentence =
                report::fill({"{} on {}", "{} على {}"}, base::counted(base::noun::note, notice.count), name_of(key));
        if (notice.kind == NoticeKind::reply)
            notice.sentence = report::fill({"{} to your notes on {}", "{} على ملاحظاتك في {}"},
                                           base::counted(reply_noun, notice.count), name_of(key));
    }

    Outcome<void> add_changes() {
        const auto last = last_position(workspace_, actor_, open_.row.key);
        if (!last) return tl::unexpected(last.error());
        const auto log =
            change_log(workspace_, actor_, open_.row.key, {.after = std::max<std::int64_t>(0, *last - most_changes)});
        if (!log) return tl::unexpected(log.error());
        for (auto each = log->rbegin(); each != log->rend() && each->at > after_; ++each) {
            const RecordKey key(each->section, each->record);
            if (each->kind.starts_with("note") || each->side == actor_.side || !is_mine(key)) continue;
            if (!each->record.empty()) add_record(NoticeKind::changed, key, each->sentence, each->at);
        }
        return {};
    }

    Outcome<void> add_notes() {
        const auto rows = new_notes(workspace_, actor_, open_, after_, most_notes);
        if (!rows) return tl::unexpected(rows.error());
        for (const store::NoteRow& each : *rows) {
            const RecordKey key(each.section, each.record);
            const auto answers = answers_own(each);
            if (!answers) return tl::unexpected(answers.error());
            if (*answers)
                add_record(NoticeKind::reply, key, {}, each.at);
            else if (is_mine(key))
                add_record(NoticeKind::note, key, {}, each.at);
        }
        return {};
    }

    /// Whether it stands in a thread in which the reader has written.
    Outcome<bool> answers_own(const store::NoteRow& note) {
        if (note.reply_to == 0) return false;
        const auto known = threads_.find(note.reply_to);
        if (known != threads_.end()) return known->second;
        const auto rows = told(workspace_.store.read(
            [&](const store::Tables& kept) { return kept.notes.of_record(note.plan, note.section, note.record); }));
        if (!rows) return tl::unexpected(rows.error());
        const bool own = std::ranges::any_of(*rows, [&](const store::NoteRow& each) {
            const bool same = each.id == note.reply_to || each.reply_to == note.reply_to;
            return same && each.account == actor_.account && each.side == actor_.side;
        });
        threads_[note.reply_to] = own;
        return own;
    }

    [[nodiscard]] bool concerns(const report::DueItem& item) const {
        if (actor_.whole || item.section == "gates") return true;
        if (item.section == "funds") return is_mine({item.section, item.id});
        const plan::SideIndex lead = leading(item.id);
        return !lead.known() || is_own_side(lead);
    }

    void add_due() {
        if (!seen_plan_->timetable()) return;
        plan::SideIndex side;
        for (std::size_t i = 0; i < plan_.sides.size(); ++i)
            if (!actor_.whole && plan_.sides[i].id == actor_.side) side = base::index_of<plan::SideIndex>(i);
        const report::Reader reader(plan_, side);
        const report::ViewSource source{
            plan_, reader, report::DatesShown::planned, &*seen_plan_->timetable(), nullptr, nullptr, nullptr, {}};
        for (const report::DueItem& each : report::due_items(source, today_, days_ahead)) {
            if (!concerns(each)) continue;
            const bool late = each.state == report::ClockState::late;
            const bool fresh =
                !seen_day_ || each.by > *seen_day_ + std::chrono::days(days_ahead) || (late && each.by >= *seen_day_);
            if (each.state != report::ClockState::sent)
                notices_.list.push_back(
                    {NoticeKind::due, {}, each.by, each.sentence, each.section, each.id, 0, 1, fresh});
        }
    }

    Workspace& workspace_;
    const Actor& actor_;
    const OpenPlan& open_;
    const SnapshotPtr seen_plan_;
    const plan::Plan& plan_;
    const RecordIndex records_;
    const calendar::Date today_;
    base::Moment after_{};
    std::optional<calendar::Date> seen_day_;
    Notices notices_;
    std::map<std::pair<NoticeKind, RecordKey>, std::size_t> places_;
    std::map<std::int64_t, bool> threads_;
};

}  // namespace

std::string_view word_of(NoticeKind kind) {
    constexpr std::array<std::string_view, 7> words{"signature", "returned", "objected", "changed",
                                                    "note",      "reply",    "due"};
    return words[static_cast<std::size_t>(kind)];
}

std::int64_t Notices::fresh() const { return std::ranges::count(list, true, &Notice::fresh); }

Outcome<Notices> notices_of(Workspace& workspace, const Actor& actor, std::string_view plan) {
    const auto open = open_plan(workspace, actor, plan);
    if (!open) return tl::unexpected(open.error());
    if (!actor.preview.empty()) return Notices{};
    return Concerns(workspace, actor, *open).all();
}

Outcome<void> mark_notices(Workspace& workspace, const Actor& actor, std::string_view plan) {
    const auto open = open_plan(workspace, actor, plan);
    if (!open) return tl::unexpected(open.error());
    if (!actor.preview.empty()) return {};
    const std::string day = calendar::to_iso(Concerns(workspace, actor, *open).today());
    return told(workspace.store.write([&](store::Tables& kept) {
        return kept.notice_marks.put({actor.account, open->row.id, actor.side, workspace.clock.now(), day});
    }));
}

}  // namespace masar::app
