#include "planfile/literal_date.h"
#include "planfile/literal_duration.h"
#include "planfile/literal_link.h"
#include "planfile/literal_money.h"
#include "planfile/phrase.h"
#include "planfile/read_records.h"

#include <algorithm>
#include <initializer_list>

namespace masar::planfile {
namespace {

plan::Cost cost_of(const std::array<base::Money, 3>& amounts, base::Place place) { return {amounts, place}; }

std::vector<plan::StockUse> read_stock_uses(const Fields& fields, std::string_view key) {
    std::vector<plan::StockUse> uses;
    fields.each_entry(key, [&](NodeId entry) {
        const auto stock = fields.reader().key_reference<plan::StockIndex>(entry, Kind::stock);
        const auto amount = fields.reader().literal(entry, &parse_count);
        if (stock.value.known() && amount) uses.push_back({stock, *amount});
    });
    return uses;
}

/// `possible: {10wd: 30%, 20wd: 70%}`
std::vector<plan::PossibleDuration> read_possible(const Fields& fields) {
    std::vector<plan::PossibleDuration> possible;
    base::Decimal sum;
    bool all_read = true;
    fields.each_entry("possible", [&](NodeId entry) {
        const auto days = fields.reader().literal_key(entry, &parse_remaining);
        const auto part = fields.reader().literal(entry, &parse_percent);
        all_read = all_read && days && part;
        if (!days || !part) return;
        sum = sum + *part;
        if (part->billionths > 0) possible.push_back({*days, *part});
    });
    if (fields.has("possible") && all_read && sum != base::Decimal::of(1))
        fields.reader().report(code::shares_do_not_sum, fields.place("possible"),
                               phrase("the chances sum to {} %, not 100 %", "مجموع النسب {}% وليس 100%",
                                      base::to_string(base::Decimal{sum.billionths * 100})));
    return possible;
}

/// What a mode has, whether it stands in `modes` or in the activity itself.
void read_doing(const Fields& fields, plan::Mode& mode) {
    const FileReader& reader = fields.reader();
    mode.duration = fields.literal_at("duration", &parse_duration).value_or(plan::At<plan::Duration>{});
    mode.possible = read_possible(fields);
    mode.venue = fields.reference<plan::VenueIndex>("place");
    fields.each_entry("needs", [&](NodeId entry) {
        const auto resource = reader.key_reference<plan::ResourceIndex>(entry, Kind::resource);
        const auto units = reader.literal(entry, &parse_count);
        if (resource.value.known() && units)
            mode.needs.push_back({resource, {static_cast<int>(*units), reader.tree().place(entry)}});
    });
    mode.takes = read_stock_uses(fields, "takes");
    mode.gives = read_stock_uses(fields, "gives");
    const NodeId cost = fields.find("cost");
    if (cost == no_node || reader.tree()[cost].kind == NodeKind::map) return;
    if (const auto amounts = reader.literal(cost, &parse_cost))
        mode.cost = cost_of(*amounts, reader.tree().place(cost));
}

/// Maps of costs by fund belong to the activity: its shares are the same in all modes.
void refuse_cost_map(const Fields& mode) {
    const NodeId cost = mode.find("cost");
    if (cost == no_node || mode.reader().tree()[cost].kind != NodeKind::map) return;
    mode.reader().report(code::wrong_shape, mode.place("cost"),
                         {"a mode's cost is one amount", "تكلفة طريقة التنفيذ مبلغ واحد"},
                         {"write the amount here and the parts in the activity's 'shares'",
                          "اكتب المبلغ هنا والحصص في «shares» للنشاط"});
}

void read_modes(const Fields& fields, plan::Activity& activity) {
    const FileReader& reader = fields.reader();
    for (const std::string_view own : {"duration", "possible", "needs", "cost", "place", "takes", "gives"})
        fields.exclude("modes", own);
    fields.each_entry("modes", [&](NodeId entry) {
        reader.check_id(entry);
        const Fields own(reader, entry, Kind::mode);
        plan::Mode mode;
        mode.id = reader.tree().key(entry);
        mode.place = reader.tree().key_place(entry);
        mode.name = own.text("name");
        mode.owner = activity.owner;
        if (!own.has("duration")) own.require("duration");
        refuse_cost_map(own);
        read_doing(own, mode);
        activity.modes.push_back(std::move(mode));
    });
    if (!activity.modes.empty()) return;
    if (!fields.has("modes") && !fields.has("duration") && !fields.held_back("modes"))
        fields.require("duration", {"or 'modes'", "أو «modes»"});
    plan::Mode mode;
    mode.place = activity.place;
    mode.owner = activity.owner;
    read_doing(fields, mode);
    activity.modes.push_back(std::move(mode));
}

/// `cost: {fund: 120k USD}`
void read_cost_by_fund(const Fields& fields, plan::Activity& activity) {
    const FileReader& reader = fields.reader();
    const NodeId cost = fields.find("cost");
    if (cost == no_node || reader.tree()[cost].kind != NodeKind::map) return;
    fields.exclude("cost", "shares");
    reader.each_entry(cost, [&](NodeId entry) {
        const auto fund = reader.key_reference<plan::FundIndex>(entry, Kind::fund);
        const auto amounts = reader.literal(entry, &parse_cost);
        if (fund.value.known() && amounts)
            activity.shares.push_back(
                {fund, {}, cost_of(*amounts, reader.tree().place(entry)), reader.tree().place(entry)});
    });
}

void read_shares(const Fields& fields, plan::Activity& activity) {
    const FileReader& reader = fields.reader();
    read_cost_by_fund(fields, activity);
    if (!activity.shares.empty()) return;
    base::Decimal sum;
    bool all_read = true;
    fields.each_entry("shares", [&](NodeId entry) {
        const auto fund = reader.key_reference<plan::FundIndex>(entry, Kind::fund);
        const auto part = reader.literal(entry, &parse_percent);
        all_read = all_read && part;
        if (part) sum = sum + *part;
        if (fund.value.known() && part)
            activity.shares.push_back({fund, *part, std::nullopt, reader.tree().place(entry)});
    });
    if (fields.has("shares") && all_read && sum != base::Decimal::of(1))
        reader.report(code::shares_do_not_sum, fields.place("shares"),
                      phrase("the shares sum to {} %, not 100 %", "مجموع الحصص {}% وليس 100%",
                             base::to_string(base::Decimal{sum.billionths * 100})));
}

void read_payments(const Fields& fields, plan::Activity& activity) {
    const FileReader& reader = fields.reader();
    base::Decimal sum;
    bool all_read = true;
    fields.each_item("payments", [&](NodeId item) {
        const Fields own(reader, item, Kind::payment);
        const auto part = own.literal("part", &parse_percent);
        const NodeId at = own.find("at");
        const auto moment = at == no_node ? std::nullopt : reader.literal(at, &parse_moment);
        all_read = all_read && part && moment;
        if (!part || !moment) return;
        sum = sum + *part;
        plan::Payment payment{*part, {}, moment->at_finish, reader.tree().place(item)};
        if (!moment->activity.empty()) {
            const base::Place place = reader.place_of(moment->activity, reader.tree().place(at));
            payment.activity = {plan::ActivityIndex{reader.reading().resolve(Kind::activity, moment->activity, place)},
                                place};
        }
        activity.payments.push_back(payment);
    });
    if (fields.has("payments") && all_read && sum != base::Decimal::of(1))
        reader.report(code::shares_do_not_sum, fields.place("payments"),
                      phrase("the payments sum to {} %, not 100 %", "مجموع الدفعات {}% وليس 100%",
                             base::to_string(base::Decimal{sum.billionths * 100})));
}

void read_dependencies(const Fields& fields, plan::Activity& activity) {
    const FileReader& reader = fields.reader();
    Reading& reading = reader.reading();
    fields.each_item("after", [&](NodeId item) {
        const auto literal = reader.literal(item, &parse_dependency);
        if (!literal) return;
        plan::Dependency link;
        link.place = reader.tree().place(item);
        link.type = literal->type;
        link.minimum = literal->minimum;
        link.maximum = literal->maximum;
        const base::Place id_place = reader.place_of(literal->predecessor, link.place);
        link.predecessor = {plan::ActivityIndex{reading.resolve(Kind::activity, literal->predecessor, id_place)},
                            id_place};
        if (!literal->calendar.empty()) {
            const base::Place place = reader.place_of(literal->calendar, link.place);
            link.calendar = {plan::CalendarIndex{reading.resolve(Kind::calendar, literal->calendar, place)}, place};
        }
        const bool reversed =
            link.maximum && link.maximum->elapsed == link.minimum.elapsed && link.maximum->days < link.minimum.days;
        if (reversed)
            reader.report(code::out_of_range, link.place,
                          {"the greatest lag is smaller than the smallest", "أقصى فاصل أصغر من أدنى فاصل"});
        for (const plan::Dependency& earlier : activity.after)
            if (earlier.predecessor.value == link.predecessor.value && earlier.type == link.type
                && link.predecessor.value.known())
                reader
                    .report(code::repeated_reference, id_place,
                            phrase("'{}' is named twice", "«{}» مذكور مرتين", literal->predecessor),
                            {"once is enough", "تكفي مرة واحدة"})
                    .related.push_back({earlier.predecessor.place, {"first here", "ورد أول مرة هنا"}});
        activity.after.push_back(link);
    });
}

void read_window(const Fields& fields, plan::Activity& activity) {
    const FileReader& reader = fields.reader();
    if (const auto window = fields.literal("window", &parse_open_period)) {
        activity.window.first = window->first;
        activity.window.last = window->last;
        activity.window.place = fields.place("window");
    }
    const auto finishes = fields.literal("finishes", &parse_open_period);
    if (!finishes) return;
    if (!activity.window.place.known()) activity.window.place = fields.place("finishes");
    activity.window.finish_first = finishes->first;
    if (finishes->last)
        activity.window.last = std::min(activity.window.last.value_or(*finishes->last), *finishes->last);
    const auto begins = std::max(activity.window.first, activity.window.finish_first);
    if (begins && activity.window.last && *activity.window.last < *begins)
        reader.report(code::dates_reversed, fields.place("finishes"),
                      {"'finishes' lies outside the window", "الفترة «finishes» خارج النافذة"});
}

}  // namespace

void read_activity(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::activity);
    plan::Activity activity;
    read_common(fields, activity);
    activity.line = fields.reference<plan::LineIndex>("line");
    activity.phase = fields.reference<plan::PhaseIndex>("phase");
    activity.type = fields.reference<plan::TypeIndex>("type");
    activity.lead = fields.reference<plan::OrganisationIndex>("lead");
    activity.partners = fields.references<plan::OrganisationIndex>("partners");
    activity.produces = fields.references<plan::OutputIndex>("produces");
    activity.calendar = fields.reference<plan::CalendarIndex>("calendar");
    read_modes(fields, activity);
    read_dependencies(fields, activity);
    read_window(fields, activity);
    activity.avoid = fields.references<plan::PeriodIndex>("avoid");
    read_shares(fields, activity);
    read_payments(fields, activity);
    activity.approvals = fields.references<plan::ApprovalIndex>("approvals");
    activity.request_after = fields.literal_at("request-after", &parse_date);
    fields.each_entry("effects", [&](NodeId effect) {
        const auto indicator = reader.key_reference<plan::IndicatorIndex>(effect, Kind::indicator);
        const auto change = reader.literal(effect, &parse_number);
        if (indicator.value.known() && change)
            activity.effects.push_back({indicator, *change, reader.tree().place(effect)});
    });
    activity.optional = fields.flag("optional");
    activity.chosen = fields.flag("chosen");
    activity.value = fields.count("value", 0);
    if (const NodeId risk = fields.find("risk"); risk != no_node)
        activity.risk = read_rating(Fields(reader, risk, Kind::risk_rating));
    if (fields.has("estimate")) activity.estimate = fields.word("estimate", plan::EstimateForm::pert);
    activity.done_when = fields.text("done-when");
    activity.notes = fields.words("notes");
    activity.progress = read_progress(fields);
    reader.plan().activities.push_back(std::move(activity));
}

void read_choice(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::choice);
    plan::ChoiceGroup choice;
    read_common(fields, choice);
    fields.exclude("exactly", "at-most");
    fields.exclude("exactly", "when");
    fields.exclude("at-most", "when");
    if (fields.has("when")) {
        choice.kind = plan::ChoiceGroup::Kind::implies;
        if (!fields.has("then")) fields.require("then");
        const auto first = fields.reference<plan::ActivityIndex>("when");
        if (first.value.known()) choice.members.push_back(first);
        for (const auto& each : fields.references<plan::ActivityIndex>("then")) choice.members.push_back(each);
    } else {
        const std::string_view limit = fields.has("at-most") ? "at-most" : "exactly";
        if (!fields.has(limit))
            fields.require(limit, {"or 'at-most', or 'when' and 'then'", "أو «at-most» أو «when» و«then»"});
        if (!fields.has("of")) fields.require("of");
        choice.kind = fields.has("at-most") ? plan::ChoiceGroup::Kind::at_most : plan::ChoiceGroup::Kind::exactly;
        choice.count = static_cast<int>(fields.count(limit, 1));
        choice.members = fields.references<plan::ActivityIndex>("of");
        int options = 0;
        fields.each_item("of", [&](NodeId) { ++options; });
        if (fields.has(limit) && choice.kind == plan::ChoiceGroup::Kind::exactly && choice.count > options
            && options > 0)
            reader.report(code::out_of_range, fields.place(limit),
                          {"more than there are options", "أكثر من عدد الخيارات"});
    }
    reader.plan().choices.push_back(std::move(choice));
}

}  // namespace masar::planfile
