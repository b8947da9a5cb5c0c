#include "app/running_facts.h"

#include "app/record_names.h"
#include "base/near_name.h"
#include "planfile/record_text.h"
#include "report/figures.h"

#include <algorithm>
#include <array>

namespace masar::app {
namespace {

using planfile::EditKind;
using planfile::NodeKind;
using planfile::PlanEdit;
using planfile::WrittenValue;

struct KindWord {
    FactKind kind;
    std::string_view word;
};
constexpr std::array kind_words{
    KindWord{FactKind::planned, "planned"},        KindWord{FactKind::started, "started"},
    KindWord{FactKind::finished, "finished"},      KindWord{FactKind::postponed, "postponed"},
    KindWord{FactKind::cancelled, "cancelled"},    KindWord{FactKind::requested, "requested"},
    KindWord{FactKind::notified, "notified"},      KindWord{FactKind::observed, "observed"},
    KindWord{FactKind::allotted, "allotted"},      KindWord{FactKind::committed, "committed"},
    KindWord{FactKind::obligated, "obligated"},    KindWord{FactKind::disbursed, "disbursed"},
    KindWord{FactKind::status_date, "status-date"}};

tl::unexpected<base::Error> refused(base::Text message, base::Text hint = {}) {
    return base::failure(base::Error::Kind::usage, std::move(message), std::move(hint));
}

tl::unexpected<base::Error> unknown(std::string_view section, std::string_view id, const plan::Plan& plan) {
    std::vector<std::string_view> ids;
    for (const NamedRecord& each : named_records(plan, section)) ids.push_back(each.id);
    const auto near = base::nearest(id, ids);
    return refused(
        report::fill({"there is no '{}' among the {}", "لا يوجد «{}» ضمن {}"}, report::ltr(id), report::ltr(section)),
        near ? report::fill({"did you mean '{}'?", "هل تقصد «{}»؟"}, report::ltr(*near)) : base::Text{});
}

/// One fact of one activity, indicator or fund; collects its edits.
class FactWriter {
public:
    FactWriter(const Fact& fact, const plan::Plan& plan, const planfile::PlanText& text)
        : fact_(fact), plan_(plan), text_(text) {}

    base::Result<std::vector<PlanEdit>> write() {
        const base::Result<void> done = write_kind();
        if (!done) return tl::unexpected(done.error());
        return std::move(edits_);
    }

private:
    base::Result<void> write_kind() {
        switch (fact_.kind) {
            case FactKind::planned: return of_activity([this](const auto& each) { return plan_again(each); });
            case FactKind::started: return of_activity([this](const auto& each) { return start(each); });
            case FactKind::finished: return of_activity([this](const auto& each) { return finish(each); });
            case FactKind::postponed: return of_activity([this](const auto& each) { return postpone(each); });
            case FactKind::cancelled: return of_activity([this](const auto& each) { return cancel(each); });
            case FactKind::requested:
                return of_activity([this](const auto&) { return send("requested", "approvals"); });
            case FactKind::notified: return of_activity([this](const auto&) { return send("notified", "rules"); });
            case FactKind::observed: return observe();
            case FactKind::allotted:
            case FactKind::committed:
            case FactKind::obligated:
            case FactKind::disbursed: return post();
            case FactKind::status_date:
                if (auto needed = need(fact_.on, "on"); !needed) return needed;
                edits_.push_back({.kind = EditKind::set,
                                  .section = "plan",
                                  .field = "as-of",
                                  .value = planfile::written_text(fact_.on)});
                return {};
        }
        return {};
    }

    template <class Use>
    base::Result<void> of_activity(Use use) {
        const plan::Activity* activity = plan::find(plan_.activities, fact_.record);
        if (activity == nullptr) return unknown("activities", fact_.record, plan_);
        return use(*activity);
    }

    static base::Result<void> need(const std::string& value, std::string_view field) {
        if (!value.empty()) return {};
        return refused(report::fill({"'{}' is missing", "ينقص «{}»"}, report::ltr(field)));
    }

    void set(std::string_view field, std::string value) { set(field, planfile::written_text(std::move(value))); }
    void set(std::string_view field, WrittenValue value) {
        edits_.push_back({.kind = EditKind::set,
                          .section = "activities",
                          .id = fact_.record,
                          .field = std::string(field),
                          .value = std::move(value)});
    }
    void unset(std::string_view field) {
        const auto record = planfile::record_text(text_, "activities", fact_.record);
        if (record && record->fields.find(field) != nullptr)
            edits_.push_back(
                {.kind = EditKind::unset, .section = "activities", .id = fact_.record, .field = std::string(field)});
    }
    void unset_all(std::initializer_list<std::string_view> fields) {
        for (const std::string_view each : fields) unset(each);
    }

    base::Result<void> plan_again(const plan::Activity&) {
        unset_all({"status", "started", "finished", "remaining", "why", "criterion-met"});
        return {};
    }

    base::Result<void> start(const plan::Activity&) {
        if (auto needed = need(fact_.on, "on"); !needed) return needed;
        set("status", "started");
        set("started", fact_.on);
        unset_all({"finished", "why"});
        if (!fact_.remaining.empty()) set("remaining", fact_.remaining);
        return {};
    }

    base::Result<void> finish(const plan::Activity& activity) {
        if (auto needed = need(fact_.on, "on"); !needed) return needed;
        if (!activity.progress.started && fact_.from.empty())
            return refused(
                report::fill({"it is not said when {} started", "لم يُذكر متى بدأ {}"}, report::ltr(activity.id)),
                {"give the day it started as 'from'", "اذكر يوم البدء في «from»"});
        const auto from = fact_.from.empty() ? activity.progress.started : calendar::parse_iso(fact_.from);
        const auto on = calendar::parse_iso(fact_.on);
        if (from && on && *on < *from)
            return refused(
                report::fill({"{} finished before it started", "انتهى {} قبل أن يبدأ"}, report::ltr(activity.id)),
                report::fill({"it started on {}", "بدأ في {}"}, report::ltr(calendar::to_iso(*from))));
        set("status", "finished");
        if (!fact_.from.empty()) set("started", fact_.from);
        set("finished", fact_.on);
        unset_all({"remaining", "why"});
        if (fact_.criterion_met) set("criterion-met", *fact_.criterion_met ? "true" : "false");
        return {};
    }

    /// What has been decided before stays on record.
    base::Result<void> postpone(const plan::Activity& activity) {
        if (auto needed = need(fact_.to, "to"); !needed) return needed;
        if (activity.progress.status != plan::Status::planned)
            return refused(
                report::fill({"{} is not planned any more, so it cannot be postponed", "لم يعد {} مخططاً فلا يؤجَّل"},
                             report::ltr(activity.id)));
        WrittenValue entry;
        entry.kind = NodeKind::map;
        put(entry, "to", fact_.to);
        put(entry, "on", fact_.on);
        put_text(entry, "why", fact_.why);
        set("postponed", appended("activities", "postponed", std::move(entry)));
        return {};
    }

    base::Result<void> cancel(const plan::Activity&) {
        if (fact_.why.empty()) return need("", "why");
        set("status", "cancelled");
        WrittenValue why;
        why.kind = NodeKind::map;
        put(why, "en", fact_.why.en);
        put(why, "ar", fact_.why.ar);
        set("why", std::move(why));
        unset_all({"remaining", "finished", "started"});
        return {};
    }

    base::Result<void> send(std::string_view field, std::string_view section) {
        if (auto needed = need(fact_.on, "on"); !needed) return needed;
        if (auto needed = need(fact_.under, "under"); !needed) return needed;
        const bool known = section == "rules" ? plan::find(plan_.rules, fact_.under) != nullptr
                                              : plan::find(plan_.approvals, fact_.under) != nullptr;
        if (!known) return unknown(section, fact_.under, plan_);
        set(std::string(field) + "." + fact_.under, fact_.on);
        return {};
    }

    base::Result<void> observe() {
        if (plan::find(plan_.indicators, fact_.record) == nullptr) return unknown("indicators", fact_.record, plan_);
        for (const auto& [value, field] : {std::pair(&fact_.on, "on"), std::pair(&fact_.value, "value")})
            if (auto needed = need(*value, field); !needed) return needed;
        WrittenValue entry;
        entry.kind = NodeKind::map;
        put(entry, "on", fact_.on);
        put(entry, "value", fact_.value);
        put(entry, "state", fact_.state);
        put(entry, "source", fact_.source);
        edits_.push_back({.kind = EditKind::set,
                          .section = "indicators",
                          .id = fact_.record,
                          .field = "observations",
                          .value = appended("indicators", "observations", std::move(entry))});
        return {};
    }

    base::Result<void> post() {
        const plan::Fund* fund = plan::find(plan_.funds, fact_.record);
        if (fund == nullptr) return unknown("funds", fact_.record, plan_);
        if (!fact_.activity.empty() && plan::find(plan_.activities, fact_.activity) == nullptr)
            return unknown("activities", fact_.activity, plan_);
        for (const auto& [value, field] : {std::pair(&fact_.on, "on"), std::pair(&fact_.amount, "amount")})
            if (auto needed = need(*value, field); !needed) return needed;
        PlanEdit edit{.kind = EditKind::add, .section = "postings", .id = next_posting()};
        edit.value.kind = NodeKind::map;
        put(edit.value, "fund", fund->id);
        put(edit.value, "kind", std::string(keyword(fact_.kind)));
        put(edit.value, "on", fact_.on);
        put(edit.value, "amount", fact_.amount);
        put(edit.value, "reversal", fact_.reversal ? "true" : "");
        put(edit.value, "activity", fact_.activity);
        put(edit.value, "reference", fact_.reference);
        // What a side does with its money stands in its own folder when it has one.
        const auto fund_text = planfile::record_text(text_, "funds", fund->id);
        if (fund_text) edit.side = fund_text->side;
        edits_.push_back(std::move(edit));
        return {};
    }

    [[nodiscard]] std::string next_posting() const {
        for (std::size_t number = plan_.postings.size() + 1;; ++number)
            if (std::string id = "pst-" + std::to_string(number); plan::find(plan_.postings, id) == nullptr) return id;
    }

    static void put(WrittenValue& map, std::string_view key, const std::string& text) {
        if (text.empty()) return;
        WrittenValue entry = planfile::written_text(text);
        entry.key = key;
        map.entries.push_back(std::move(entry));
    }
    static void put_text(WrittenValue& map, std::string_view key, const base::Text& text) {
        if (text.empty()) return;
        WrittenValue entry;
        entry.key = key;
        entry.kind = NodeKind::map;
        put(entry, "en", text.en);
        put(entry, "ar", text.ar);
        map.entries.push_back(std::move(entry));
    }

    /// The list as it stands with one more entry; a single value counts as a list of one.
    [[nodiscard]] WrittenValue appended(std::string_view section, std::string_view field, WrittenValue entry) const {
        WrittenValue list;
        list.kind = NodeKind::list;
        if (const auto record = planfile::record_text(text_, section, fact_.record))
            if (const WrittenValue* now = record->fields.find(field))
                list.entries = now->kind == NodeKind::list ? now->entries : std::vector{*now};
        for (WrittenValue& each : list.entries) each.key.clear();
        list.entries.push_back(std::move(entry));
        return list;
    }

    const Fact& fact_;
    const plan::Plan& plan_;
    const planfile::PlanText& text_;
    std::vector<PlanEdit> edits_;
};

}  // namespace

std::string_view keyword(FactKind kind) { return std::ranges::find(kind_words, kind, &KindWord::kind)->word; }

std::optional<FactKind> fact_kind(std::string_view word) {
    const auto found = std::ranges::find(kind_words, word, &KindWord::word);
    return found == kind_words.end() ? std::nullopt : std::optional(found->kind);
}

base::Result<std::vector<PlanEdit>> edits_of(const Fact& fact, const plan::Plan& plan, const planfile::PlanText& text) {
    return FactWriter(fact, plan, text).write();
}

}  // namespace masar::app
