#include "report/views/roadmap_view.h"

#include "report/sentence.h"
#include "report/start_sentence.h"
#include "report/views/view_json.h"

#include <array>
#include <map>

namespace masar::report {
namespace {

using base::JsonWriter;

constexpr std::array<std::string_view, 4> link_types{"FS", "SS", "FF", "SF"};
constexpr std::array<std::string_view, 4> statuses{"planned", "started", "finished", "cancelled"};

std::string lag_word(plan::Lag lag) { return std::to_string(lag.days) + (lag.elapsed ? "ed" : "wd"); }

/// Three amounts in one currency: of the mode, or of all shares together.
struct CostRange {
    std::array<std::int64_t, plan::estimates> minor{};
    base::Currency currency;
};

std::optional<CostRange> cost_of(const plan::Activity& activity, const plan::Mode& mode) {
    CostRange range;
    bool one_currency = true;
    const auto add = [&](const plan::Cost& cost) {
        one_currency = one_currency && (!range.currency.known() || range.currency == cost.amount[0].currency);
        range.currency = cost.amount[0].currency;
        for (std::size_t i = 0; i < plan::estimates; ++i) range.minor[i] += cost.amount[i].minor;
    };
    if (mode.cost) add(*mode.cost);
    for (const plan::Share& share : activity.shares)
        if (share.amount) add(*share.amount);
    return range.currency.known() && one_currency ? std::optional(range) : std::nullopt;
}

class Roadmap {
public:
    explicit Roadmap(const ViewSource& source) : source_(source), plan_(source.plan), reader_(source.reader) {
        if (!source.dates) return;
        for (const plan::ChargeLine& line : source.dates->charges) charged_[line.activity][line.fund] += line.minor;
        for (const plan::Spending& each : source.dates->spending)
            if (each.fund.known()) currencies_[each.fund] = each.currency;
    }

    std::string write() {
        json_.begin_object();
        write_heading(json_, source_);
        const plan::Timetable* dates = source_.dates;
        json_.key("status");
        dates ? json_.value(keyword(dates->status)) : json_.null();
        write_date(json_, "end", dates ? dates->end : std::nullopt);
        // Whether nothing better exists depends on everybody's limits.
        json_.key("proven");
        dates&& reader_.whole() ? json_.value(dates->status == plan::AnswerStatus::optimal) : json_.null();
        json_.key("activities").begin_array();
        for (std::size_t i = 0; i < plan_.activities.size(); ++i) write_activity(i);
        json_.end_array().key("violations").begin_array();
        if (dates)
            for (const plan::Violation& each : dates->violations) write_violation(each);
        return json_.end_array().end_object().take();
    }

private:
    void write_activity(std::size_t i) {
        const plan::Activity& activity = plan_.activities[i];
        json_.begin_object();
        write_identity(json_, source_, activity);
        write_place_in_plan(activity);
        write_dates(i, activity);
        write_state(i, activity);
        write_limits(activity);
        write_means(i, activity);
        write_baseline(i);
        write_why(i);
        json_.end_object();
    }

    template <class Records, class IndexType>
    void reference(std::string_view key, const plan::Activity& activity, const Records& records,
                   const plan::At<IndexType>& to) {
        write_released(json_, key, reader_.reads(activity, key),
                       [&] { to.value.known() ? json_.value(records[to.value.at()].id) : json_.null(); });
    }

    void write_place_in_plan(const plan::Activity& activity) {
        reference("line", activity, plan_.lines, activity.line);
        reference("phase", activity, plan_.phases, activity.phase);
        reference("type", activity, plan_.types, activity.type);
        reference("lead", activity, plan_.organisations, activity.lead);
        write_released(json_, "side", reader_.reads(activity, "lead"), [&] {
            const plan::SideIndex side = activity.lead.value.known()
                                             ? plan_.organisations[activity.lead.value.at()].side.value
                                             : plan::SideIndex{};
            side.known() ? json_.value(plan_.sides[side.at()].id) : json_.null();
        });
    }

    [[nodiscard]] const plan::Mode& mode_of(std::size_t i) const {
        const plan::Activity& activity = plan_.activities[i];
        const int mode = source_.dated(i) ? source_.dates->activities[i].mode : 0;
        return activity.modes[std::min(static_cast<std::size_t>(std::max(mode, 0)), activity.modes.size() - 1)];
    }

    void write_dates(std::size_t i, const plan::Activity& activity) {
        const bool dated = source_.dated(i);
        const plan::ActivityDates dates = dated ? source_.dates->activities[i] : plan::ActivityDates{};
        const auto when_dated = [&](calendar::Date day) { return dated ? std::optional(day) : std::nullopt; };
        write_date(json_, "start", when_dated(dates.start));
        write_date(json_, "finish", when_dated(dates.finish));
        write_hijri(json_, "start_hijri", when_dated(dates.start));
        write_hijri(json_, "finish_hijri", when_dated(dates.finish));
        const plan::Duration& duration = mode_of(i).duration.value;
        json_.field("days", duration.at(source_.dates ? source_.dates->estimate : plan::Estimate::likely));
        write_released(json_, "points", reader_.reads(activity, "duration") && reader_.reads(activity, "modes"), [&] {
            json_.begin_array();
            for (const int days : duration.working_days) json_.value(days);
            json_.end_array();
        });
        json_.field_or_null("float", dated ? std::optional(dates.total_float) : std::nullopt);
        json_.field("critical", dated && dates.critical);
        write_date(json_, "earliest_start", dated ? dates.earliest_start : std::nullopt);
    }

    void write_state(std::size_t i, const plan::Activity& activity) {
        json_.field("optional", activity.optional);
        json_.field("chosen", source_.dates ? source_.dated(i) : !activity.optional || activity.chosen);
        write_released(json_, "status", reader_.reads(activity, "status"),
                       [&] { json_.value(statuses[static_cast<std::size_t>(activity.progress.status)]); });
        json_.field_or_null("remaining", activity.progress.remaining_working_days);
    }

    void write_limits(const plan::Activity& activity) {
        write_released(json_, "window", reader_.reads(activity, "window") && reader_.reads(activity, "finishes"), [&] {
            if (!activity.window.first && !activity.window.last) {
                json_.null();
                return;
            }
            json_.begin_object();
            write_date(json_, "first", activity.window.first);
            write_date(json_, "last", activity.window.last);
            json_.end_object();
        });
        write_list(json_, "after", reader_.reads(activity, "after"), activity.after, [&](const plan::Dependency& link) {
            if (!link.predecessor.value.known()) return;
            json_.begin_object().field("id", plan_.activities[link.predecessor.value.at()].id);
            json_.field("type", link_types[static_cast<std::size_t>(link.type)]);
            json_.field_or_null("min", link.minimum.days != 0 ? std::optional(lag_word(link.minimum)) : std::nullopt);
            json_.field_or_null("max", link.maximum ? std::optional(lag_word(*link.maximum)) : std::nullopt);
            json_.end_object();
        });
        write_list(json_, "avoid", reader_.reads(activity, "avoid"), activity.avoid, [&](const auto& period) {
            if (period.value.known()) json_.value(plan_.periods[period.value.at()].id);
        });
    }

    void write_means(std::size_t i, const plan::Activity& activity) {
        const plan::Mode& mode = mode_of(i);
        const bool modes = reader_.reads(activity, "modes");
        write_list(json_, "needs", modes && reader_.reads(activity, "needs"), mode.needs, [&](const plan::Need& need) {
            json_.begin_object().field("id", plan_.resources[need.resource.value.at()].id);
            json_.field("units", need.units.value).end_object();
        });
        write_released(json_, "cost", modes && reader_.reads(activity, "cost"),
                       [&] { write_cost(cost_of(activity, mode)); });
        write_shares(i, modes && reader_.reads(activity, "cost") && reader_.reads(activity, "shares"));
        write_list(json_, "effects", reader_.reads(activity, "effects"), activity.effects,
                   [&](const plan::Effect& effect) {
                       json_.begin_object().field("id", plan_.indicators[effect.indicator.value.at()].id);
                       json_.field("change", effect.change.to_double()).end_object();
                   });
        write_released(json_, "place", modes && reader_.reads(activity, "place"), [&] {
            mode.venue.value.known() ? json_.value(plan_.venues[mode.venue.value.at()].id) : json_.null();
        });
    }

    void write_cost(const std::optional<CostRange>& cost) {
        if (!cost) {
            json_.null();
            return;
        }
        json_.begin_object().field("likely", cost->minor[1]).field("low", cost->minor[0]).field("high", cost->minor[2]);
        json_.field("currency", cost->currency.code()).end_object();
    }

    /// What falls to each fund, in the currency of its account.
    void write_shares(std::size_t i, bool all) {
        static const std::map<plan::FundIndex, std::int64_t> none;
        const auto found = charged_.find(base::index_of<plan::ActivityIndex>(i));
        write_list(json_, "shares", all, found == charged_.end() ? none : found->second, [&](const auto& share) {
            const plan::Fund& fund = plan_.funds[share.first.at()];
            json_.begin_object().field("fund", fund.id);
            write_reference(json_, "side", plan_.sides, fund.side.value);
            json_.field("minor", share.second).field("currency", currencies_[share.first].code()).end_object();
        });
    }

    void write_baseline(std::size_t i) {
        const auto days = i < source_.baseline.size() ? source_.baseline[i] : std::nullopt;
        write_date(json_, "baseline_start", days ? std::optional(days->first) : std::nullopt);
        write_date(json_, "baseline_finish", days ? std::optional(days->last) : std::nullopt);
    }

    void write_why(std::size_t i) {
        const auto activity = base::index_of<plan::ActivityIndex>(i);
        if (!source_.reasons || !source_.dated(i)) {
            json_.key("why").null().key("holds").begin_array().end_array();
            return;
        }
        const std::vector<plan::StartReason>& reasons = (*source_.reasons)[i];
        write_both(json_, "why", why_here(plan_, activity, reasons, reader_));
        json_.key("holds").begin_array();
        for (const plan::StartReason& each : reasons) {
            json_.begin_object().field("kind", keyword(each.kind));
            json_.field_or_null("section", text_or_none(std::string(reason_section(each.kind))));
            json_.field_or_null("id", text_or_none(reason_id(plan_, activity, each))).end_object();
        }
        json_.end_array();
    }

    void write_violation(const plan::Violation& violation) {
        json_.begin_object().field("kind", keyword(violation.kind)).field("what", violation.what);
        json_.field_or_null("other", text_or_none(violation.other)).field_or_null("year", violation.year);
        write_date(json_, "when", violation.when);
        json_.field("amount", violation.amount);
        json_.field_or_null("currency", text_or_none(std::string(violation.currency.code())));
        json_.key("periods").begin_array();
        for (const calendar::DatePeriod& days : violation.periods) write_period(json_, days);
        json_.end_array();
        write_both(json_, "sentence", sentence(violation, plan_));
        json_.end_object();
    }

    const ViewSource& source_;
    const plan::Plan& plan_;
    const Reader& reader_;
    std::map<plan::ActivityIndex, std::map<plan::FundIndex, std::int64_t>> charged_;
    std::map<plan::FundIndex, base::Currency> currencies_;
    JsonWriter json_{JsonWriter::Style::compact};
};

}  // namespace

std::string roadmap_view(const ViewSource& source) { return Roadmap(source).write(); }

}  // namespace masar::report
