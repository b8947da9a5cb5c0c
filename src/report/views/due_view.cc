#include "report/views/due_view.h"

#include "calendar/date_words.h"
#include "plan/every_record.h"
#include "report/figures.h"
#include "report/sentence.h"
#include "report/views/view_json.h"

#include <algorithm>
#include <array>

namespace masar::report {
namespace {

using base::JsonWriter;

constexpr std::array<std::string_view, 4> kinds{"approval", "notice", "gate", "fund-closes"};

bool begun(const plan::Activity& activity) { return activity.progress.status != plan::Status::planned; }

class DueItems {
public:
    DueItems(const ViewSource& source, calendar::Date today, int days)
        : source_(source), plan_(source.plan), today_(today), last_(today + std::chrono::days(days)) {}

    std::vector<DueItem> list() {
        for (const plan::NoticeDue& each : source_.dates->notices) add(each);
        for (const plan::Gate& gate : plan_.gates)
            if (within(gate.due.value))
                items_.push_back(
                    {DueKind::gate,
                     gate.due.value,
                     gate.id,
                     "gates",
                     {},
                     {},
                     fill({"{} is due on {}", "موعد {} في {}"}, named(gate), calendar::in_words(gate.due.value)),
                     ClockState::not_started});
        for (const plan::Fund& fund : plan_.funds)
            if (fund.closes && within(*fund.closes))
                items_.push_back({DueKind::fund_closes,
                                  *fund.closes,
                                  fund.id,
                                  "funds",
                                  {},
                                  {},
                                  fill({"{} closes for new obligations on {}", "يُغلق {} أمام الالتزامات الجديدة في {}"},
                                       named(fund), calendar::in_words(*fund.closes)),
                                  ClockState::not_started});
        std::ranges::stable_sort(items_, {}, &DueItem::by);
        return std::move(items_);
    }

private:
    [[nodiscard]] bool within(calendar::Date day) const { return today_ <= day && day <= last_; }

    void add(const plan::NoticeDue& notice) {
        const plan::Activity& activity = plan_.activities[notice.activity.at()];
        const ClockState state = state_of(plan_, notice, today_);
        if (begun(activity) || (state == ClockState::late ? false : !within(notice.request_by))) return;
        const bool approval = notice.approval.known();
        if (approval && !source_.reader.reads(plan_.approvals[notice.approval.at()], "steps")) return;
        items_.push_back({approval ? DueKind::approval : DueKind::notice, notice.request_by, activity.id, "activities",
                          approval ? plan_.approvals[notice.approval.at()].id : plan_.rules[notice.rule.at()].id,
                          notice.activity, sentence(notice, plan_), state});
    }

    const ViewSource& source_;
    const plan::Plan& plan_;
    calendar::Date today_, last_;
    std::vector<DueItem> items_;
};

}  // namespace

std::string_view keyword(DueKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

std::vector<DueItem> due_items(const ViewSource& source, calendar::Date today, int days) {
    return DueItems(source, today, days).list();
}

void write_due(JsonWriter& json, const ViewSource& source, const DueItem& item) {
    json.begin_object().field("kind", keyword(item.kind)).field("section", item.section).field("id", item.id);
    json.field_or_null("activity", item.activity.known() ? std::optional(item.id) : std::nullopt);
    if (const plan::Record* record = plan::find_record(source.plan, item.section, item.id))
        write_name(json, source, *record);
    write_date(json, "by", item.by);
    write_hijri(json, "hijri", item.by);
    json.field_or_null("under", text_or_none(item.under));
    write_both(json, "sentence", item.sentence);
    json.field("state", keyword(item.state)).end_object();
}

std::string due_view(const ViewSource& source, calendar::Date today, int days) {
    JsonWriter json(JsonWriter::Style::compact);
    json.begin_object();
    write_heading(json, source);
    write_date(json, "as_of", today);
    json.field("days", days).key("items").begin_array();
    if (source.dates)
        for (const DueItem& each : due_items(source, today, days)) write_due(json, source, each);
    return json.end_array().end_object().take();
}

}  // namespace masar::report
