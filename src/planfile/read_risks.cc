// Risks with their numbers and mitigation, branches, correlations.
#include "planfile/literal_date.h"
#include "planfile/literal_money.h"
#include "planfile/literal_risk.h"
#include "planfile/phrase.h"
#include "planfile/read_records.h"

#include <algorithm>

namespace masar::planfile {
namespace {

using base::Decimal;
using base::Text;

/// A probability as a number; a word rates and is no number.
std::optional<Decimal> number_of(const std::optional<Chance>& chance) {
    const Decimal* number = chance ? std::get_if<Decimal>(&*chance) : nullptr;
    return number ? std::optional(*number) : std::nullopt;
}

std::optional<plan::Cost> read_amounts(const Fields& fields) {
    const auto amounts = fields.literal("cost", &parse_cost);
    return amounts ? std::optional(plan::Cost{*amounts, fields.place("cost")}) : std::nullopt;
}

/// In a season a risk takes people away for elapsed days; without one it adds working days.
void check_unit(const Fields& fields, const plan::Delay& delay, bool seasonal) {
    if (delay.elapsed == seasonal) return;
    const auto shown = [&](std::string_view unit) {
        if (delay.days[0] == delay.days[2]) return fmt::format("{}{}", delay.days[1], unit);
        return fmt::format("{}/{}/{}{}", delay.days[0], delay.days[1], delay.days[2], unit);
    };
    fields.reader().report(
        code::unknown_unit, fields.place("days"),
        seasonal ? Text{"in a season, days of absence are elapsed days", "أيام الغياب في الموسم أيام متصلة"}
                 : Text{"days that a risk adds are working days", "الأيام التي تضيفها المخاطرة أيام عمل"},
        phrase("did you mean '{}'?", "هل تقصد «{}»؟", shown(seasonal ? "ed" : "wd")));
}

plan::RiskEffect read_effect(const Fields& fields, bool seasonal) {
    plan::RiskEffect effect;
    effect.factor = fields.literal_at("factor", &parse_factor);
    effect.days = fields.literal_at("days", &parse_delay);
    effect.cost = read_amounts(fields);
    if (effect.days) check_unit(fields, effect.days->value, seasonal);
    return effect;
}

/// A mitigation changes what the risk does; it cannot bring what the risk does not.
void check_same_effects(const Fields& own, const Fields& risk) {
    for (const std::string_view key : {"factor", "days", "cost"})
        if (own.has(key) && !risk.has(key))
            own.reader()
                .report(
                    code::risk_incomplete, own.key_place(key),
                    phrase("the mitigation states '{0}', the risk does not", "يذكر الإجراء «{0}» ولا تذكرها المخاطرة",
                           key),
                    phrase("add '{0}' to the risk, or leave it out here", "أضف «{0}» إلى المخاطرة أو احذفها هنا", key))
                .related.push_back({risk.reader().tree().key_place(risk.node()), {"the risk", "المخاطرة"}});
}

plan::Mitigation read_mitigation(const Fields& risk, NodeId node) {
    const FileReader& reader = risk.reader();
    const Fields fields(reader, node, Kind::mitigation);
    plan::Mitigation mitigation;
    mitigation.place = reader.tree().key_place(node);
    mitigation.effect = read_effect(fields, risk.has("season"));
    const auto chance = fields.literal("probability", &parse_chance);
    mitigation.probability = number_of(chance);
    if (chance && !mitigation.probability)
        reader.report(code::risk_incomplete, fields.place("probability"),
                      {"a mitigation needs a probability in numbers", "يحتاج إجراء التخفيف إلى احتمالية بالأرقام"},
                      {"write it like 10%", "اكتبها مثل 10%"});
    if (!fields.has("probability") && !fields.has("factor") && !fields.has("days") && !fields.has("cost"))
        fields.require("probability", {"or 'factor', 'days', 'cost': what it changes",
                                       "أو «factor» أو «days» أو «cost»: ما الذي يغيّره"});
    mitigation.costs = fields.literal_at("costs", &parse_money);
    mitigation.fund = fields.reference<plan::FundIndex>("fund");
    if (fields.has("costs") && !fields.has("fund")) fields.require("fund");
    mitigation.on = fields.literal("on", &parse_date);
    mitigation.planned = fields.flag("planned");
    check_same_effects(fields, risk);
    return mitigation;
}

/// A number without an effect and an effect without a number are both half of what a forecast needs.
void check_complete(const Fields& fields, const std::optional<Chance>& chance) {
    const bool word = chance && !number_of(chance);
    const bool effect = fields.has("factor") || fields.has("days") || fields.has("cost");
    const auto incomplete = [&](std::string_view at, Text message, Text hint) {
        fields.reader().report(code::risk_incomplete,
                               at.empty() ? fields.reader().tree().key_place(fields.node()) : fields.place(at),
                               std::move(message), std::move(hint));
    };
    if (effect && !fields.has("probability"))
        incomplete("", {"a risk with an effect needs a probability", "المخاطرة ذات الأثر تحتاج إلى احتمالية"},
                   {"add 'probability: 30%'", "أضف «probability: 30%»"});
    if (effect && word)
        incomplete("probability",
                   {"a word rates a risk; its effect needs a number", "الكلمة تقدّر المخاطرة، أما أثرها فيحتاج إلى رقم"},
                   {"write a percentage like 30%", "اكتب نسبة مثل 30%"});
    if (!effect && number_of(chance))
        incomplete(
            "probability",
            {"a risk with a probability in numbers needs an effect", "المخاطرة ذات الاحتمالية الرقمية تحتاج إلى أثر"},
            {"add 'factor', 'days' or 'cost'", "أضف «factor» أو «days» أو «cost»"});
    if (effect && !fields.has("touches")) fields.require("touches");
    if (fields.has("cost") && !fields.has("fund")) fields.require("fund");
    if (fields.has("mitigation") && !effect)
        incomplete("mitigation", {"there is no effect that it could mitigate", "لا يوجد أثر يُخفف"},
                   {"add 'factor', 'days' or 'cost' to the risk", "أضف «factor» أو «days» أو «cost» إلى المخاطرة"});
}

}  // namespace

plan::RiskRating read_rating(const Fields& fields) {
    return {fields.word("probability", plan::Likelihood::seldom), fields.word("severity", plan::Severity::negligible)};
}

void read_risk(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::risk);
    plan::Risk risk;
    read_common(fields, risk);
    const auto chance = fields.literal("probability", &parse_chance);
    risk.rating.severity = fields.word("severity", plan::Severity::negligible);
    const auto probability = number_of(chance);
    if (chance)
        risk.rating.probability = probability ? likelihood_of(*probability) : std::get<plan::Likelihood>(*chance);
    risk.touches = fields.references<plan::ActivityIndex>("touches");
    risk.risk_owner = fields.words("owner");
    for (const std::string_view other : {"days", "cost", "season"}) fields.exclude("factor", other);
    check_complete(fields, chance);
    plan::RiskQuantity quantity;
    quantity.effect = read_effect(fields, fields.has("season"));
    quantity.fund = fields.reference<plan::FundIndex>("fund");
    quantity.season = fields.reference<plan::PeriodIndex>("season");
    quantity.place = fields.place("probability");
    if (const NodeId node = fields.find("mitigation"); node != no_node)
        quantity.mitigation = read_mitigation(fields, node);
    if (probability && quantity.effect.any()) {
        quantity.probability = *probability;
        risk.quantity = std::move(quantity);
    }
    reader.plan().risks.push_back(std::move(risk));
}

void read_branch(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::branch);
    plan::Branch branch;
    read_common(fields, branch);
    fields.each_entry("ways", [&](NodeId node) {
        reader.check_id(node);
        const Fields own(reader, node, Kind::way);
        plan::Branch::Way way;
        way.id = reader.tree().key(node);
        way.place = reader.tree().key_place(node);
        way.name = own.text("name");
        way.owner = branch.owner;
        way.weight = own.literal_at("weight", &parse_number).value_or(plan::At<Decimal>{});
        if (own.has("weight") && way.weight.place.known() && way.weight.value <= Decimal{})
            reader.report(code::out_of_range, way.weight.place, {"a weight is above zero", "الوزن أكبر من الصفر"},
                          {"leave out a way that is never taken", "احذف المسار الذي لا يُسلك أبداً"});
        way.activities = own.references<plan::ActivityIndex>("activities");
        branch.ways.push_back(std::move(way));
    });
    if (fields.has("ways") && branch.ways.size() < 2)
        reader.report(code::out_of_range, fields.key_place("ways"),
                      {"a branch has two ways or more", "للتفرع مساران أو أكثر"},
                      {"add what happens otherwise, with its weight", "أضف ما يحدث خلاف ذلك مع وزنه"});
    reader.plan().branches.push_back(std::move(branch));
}

namespace {

class CorrelationReader {
public:
    explicit CorrelationReader(const Fields& fields) : fields_(fields), reader_(fields.reader()) {}

    plan::Correlation run() {
        correlation_.place = reader_.tree().place(fields_.node());
        correlation_.name = fields_.text("name");
        correlation_.kind = fields_.word("measure", plan::CorrelationKind::pearson);
        fields_.exclude("coefficient", "matrix");
        fields_.exclude("of", "matrix");
        if (fields_.has("matrix"))
            read_matrix();
        else
            read_group();
        return std::move(correlation_);
    }

private:
    void read_group() {
        correlation_.members = fields_.references<plan::ActivityIndex>("of");
        correlation_.coefficient = fields_.literal_at("coefficient", &parse_number);
        if (correlation_.coefficient) check_range(correlation_.coefficient->value, correlation_.coefficient->place);
        if (!fields_.has("of")) fields_.require("of", {"or 'matrix'", "أو «matrix»"});
        if (!fields_.has("coefficient")) fields_.require("coefficient", {"or 'matrix'", "أو «matrix»"});
        int named = 0;
        fields_.each_item("of", [&](NodeId) { ++named; });
        if (fields_.has("of") && named < 2)
            reader_.report(code::out_of_range, fields_.place("of"),
                           {"it takes two activities to move together", "يلزم نشاطان على الأقل ليرتبطا"});
    }

    void read_matrix() {
        fields_.each_entry("matrix", [&](NodeId row) {
            const auto first = reader_.key_reference<plan::ActivityIndex>(row, Kind::activity);
            reader_.each_entry(row, [&](NodeId node) {
                const auto second = reader_.key_reference<plan::ActivityIndex>(node, Kind::activity);
                const auto value = reader_.literal(node, &parse_number);
                if (!first.value.known() || !second.value.known() || !value) return;
                const base::Place place = reader_.tree().place(node);
                if (check_range(*value, place)) add({position_of(first), position_of(second), *value, place});
            });
        });
    }

    void add(const plan::Correlation::Cell& cell) {
        if (cell.row == cell.column) {
            reader_.report(code::stated_twice, cell.place,
                           {"what an activity has with itself is 1 and not stated", "ارتباط النشاط بنفسه 1 ولا يُكتب"},
                           {"take this entry away", "احذف هذا السطر"});
            return;
        }
        const auto same = std::ranges::find_if(correlation_.cells, [&](const auto& each) {
            return std::minmax(each.row, each.column) == std::minmax(cell.row, cell.column);
        });
        if (same == correlation_.cells.end()) return correlation_.cells.push_back(cell);
        reader_
            .report(code::stated_twice, cell.place, {"this pair is stated twice", "هذا الزوج مذكور مرتين"},
                    {"state each pair once", "اذكر كل زوج مرة واحدة"})
            .related.push_back({same->place, {"first here", "ورد أول مرة هنا"}});
    }

    std::size_t position_of(const plan::At<plan::ActivityIndex>& activity) {
        auto& members = correlation_.members;
        const auto found =
            std::ranges::find_if(members, [&](const auto& each) { return each.value == activity.value; });
        if (found != members.end()) return static_cast<std::size_t>(found - members.begin());
        members.push_back(activity);
        return members.size() - 1;
    }

    bool check_range(Decimal value, base::Place place) const {
        if (value >= Decimal::of(-1) && value <= Decimal::of(1)) return true;
        reader_.report(
            code::out_of_range, place,
            phrase("a coefficient of {} is not between -1 and 1", "المعامل {} ليس بين -1 و1", base::to_string(value)));
        return false;
    }

    const Fields& fields_;
    const FileReader& reader_;
    plan::Correlation correlation_;
};

}  // namespace

void read_correlation(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::correlation);
    reader.plan().correlations.push_back(CorrelationReader(fields).run());
}

}  // namespace masar::planfile
