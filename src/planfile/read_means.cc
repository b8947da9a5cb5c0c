#include "planfile/literal_date.h"
#include "planfile/literal_duration.h"
#include "planfile/literal_link.h"
#include "planfile/literal_money.h"
#include "planfile/phrase.h"
#include "planfile/read_records.h"

namespace masar::planfile {

std::optional<int> read_year_key(const FileReader& reader, NodeId entry, plan::SideIndex side) {
    const auto literal = reader.literal_key(entry, &parse_year);
    if (!literal) return std::nullopt;
    if (side.known() && side.at() < reader.plan().sides.size()) {
        const calendar::FiscalYear& fiscal = reader.plan().sides[side.at()].fiscal_year;
        if ((fiscal.first_month != 1) != literal->fiscal)
            reader.report(code::year_style, reader.tree().key_place(entry),
                          phrase("the fiscal year of '{}' is not written like this",
                                 "لا تُكتب السنة المالية للجانب «{}» هكذا", reader.plan().sides[side.at()].id),
                          phrase("did you mean '{}'?", "هل تقصد «{}»؟", fiscal.label(literal->year)));
    }
    return literal->year;
}

std::vector<plan::Ceiling> read_year_amounts(const FileReader& reader, NodeId map, plan::SideIndex side) {
    std::vector<plan::Ceiling> ceilings;
    reader.each_entry(map, [&](NodeId entry) {
        const auto year = read_year_key(reader, entry, side);
        const auto amount = reader.literal(entry, &parse_money);
        if (year && amount) ceilings.push_back({*year, *amount, reader.tree().place(entry)});
    });
    return ceilings;
}

void read_resource(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::resource);
    plan::Resource resource;
    read_common(fields, resource);
    resource.owners = fields.references<plan::SideIndex>("owner");
    if (resource.owners.size() == 1 && !resource.owner.known()) resource.owner = resource.owners.front().value;
    resource.capacity = {static_cast<int>(fields.count("capacity", 0)), fields.place("capacity")};
    resource.unit = fields.words("unit");
    if (const NodeId per = fields.find("per"); per != no_node)
        if (const auto id = reader.literal(per, &parse_year_of))
            resource.per_year_of = {
                plan::SideIndex{reader.reading().resolve(Kind::side, *id, reader.place_of(*id, fields.place("per")))},
                fields.place("per")};
    fields.each_entry("reductions", [&](NodeId reduction) {
        const auto days = reader.literal_key(reduction, &parse_period);
        const auto capacity = reader.literal(reduction, &parse_count);
        if (days && capacity)
            resource.reductions.push_back({*days, static_cast<int>(*capacity), reader.tree().key_place(reduction)});
    });
    reader.plan().resources.push_back(std::move(resource));
}

void read_stock(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::stock);
    plan::Stock stock;
    read_common(fields, stock);
    stock.initial = {fields.count("initial", 0), fields.place("initial")};
    stock.minimum = fields.count("minimum", 0);
    stock.maximum = fields.literal("maximum", &parse_count);
    reader.plan().stocks.push_back(std::move(stock));
}

void read_fund(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::fund);
    plan::Fund fund;
    read_common(fields, fund);
    fund.side = fields.reference<plan::SideIndex>("owner");
    if (!fund.owner.known()) fund.owner = fund.side.value;
    fund.charge = fields.word("charge", plan::ChargeRule::at_start);
    fund.authority = fields.words("authority");
    fund.opens = fields.literal("opens", &parse_date);
    fund.closes = fields.literal("closes", &parse_date);
    if (const NodeId ceiling = fields.find("ceiling"); ceiling != no_node)
        fund.ceilings = read_year_amounts(reader, ceiling, fund.side.value);
    reader.plan().funds.push_back(std::move(fund));
}

void read_ceilings(const FileReader& reader, NodeId entry) {
    plan::SideCeilings ceilings;
    ceilings.side = reader.key_reference<plan::SideIndex>(entry, Kind::side);
    ceilings.ceilings = read_year_amounts(reader, entry, ceilings.side.value);
    reader.plan().ceilings.push_back(std::move(ceilings));
}

void read_approval(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::approval);
    plan::Approval approval;
    read_common(fields, approval);
    fields.each_item("steps", [&](NodeId item) {
        const Fields step(reader, item, Kind::approval_step);
        approval.steps.push_back({step.text("name"), step.literal("lead", &parse_lead).value_or(plan::LeadTime{}),
                                  reader.tree().place(item)});
    });
    reader.plan().approvals.push_back(std::move(approval));
}

namespace {

void read_weight(const Fields& fields, plan::Rule& rule) {
    rule.weight = fields.count("weight", 1);
    if (rule.force == plan::Force::preference || !fields.has("weight")) return;
    fields.reader().report(
        code::fields_exclude_each_other, fields.key_place("weight"),
        {"only a preference has a weight: law and policy are not given up at a price",
         "للتفضيل وحده وزن: لا يُتخلى عن القانون والسياسة بثمن"},
        {"leave 'weight' out, or write 'force: preference'", "احذف «weight» أو اكتب «force: preference»"});
}

}  // namespace

void read_rule(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::rule);
    plan::Rule rule;
    read_common(fields, rule);
    rule.force = fields.word("force", plan::Force::policy);
    read_weight(fields, rule);
    if (const auto effective = fields.literal("effective", &parse_open_period))
        rule.effective = calendar::DatePeriod{effective->first.value_or(calendar::date_of(1900, 1, 1)),
                                              effective->last.value_or(calendar::date_of(2200, 12, 31))};
    rule.types = fields.references<plan::TypeIndex>("types");
    rule.venues = fields.references<plan::VenueIndex>("places");
    rule.funds = fields.references<plan::FundIndex>("funds");
    rule.not_during = fields.references<plan::PeriodIndex>("not-during");
    rule.notice_before_start = fields.literal("notice", &parse_lead);
    rule.counts_from = fields.text("counts-from");
    rule.cost_limit = fields.literal("cost-limit", &parse_money);
    reader.plan().rules.push_back(std::move(rule));
}

void read_waiver(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::waiver);
    plan::Waiver waiver;
    waiver.rule = fields.reference<plan::RuleIndex>("rule");
    waiver.activity = fields.reference<plan::ActivityIndex>("activity");
    waiver.role = fields.words("role");
    waiver.reason = fields.text("reason");
    waiver.until = fields.literal("until", &parse_date);
    waiver.place = reader.tree().place(entry);
    reader.plan().waivers.push_back(std::move(waiver));
}

}  // namespace masar::planfile
