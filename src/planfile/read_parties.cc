#include "planfile/literal_calendar.h"
#include "planfile/literal_date.h"
#include "planfile/literal_money.h"
#include "planfile/phrase.h"
#include "planfile/read_documents.h"
#include "planfile/read_records.h"

namespace masar::planfile {

namespace {

/// A field that the record's kind does not have is a complaint; so is one that says who may read it.
void read_field_releases(const Fields& fields, plan::Record& record) {
    fields.each_entry("release-fields", [&](NodeId entry) {
        plan::FieldRelease field{std::string(fields.reader().tree().key(entry)), {true, {}}, {}};
        field.place = fields.reader().tree().key_place(entry);
        if (!fields.names_field(field.field, field.place)) return;
        fields.reader().each_item(entry, [&](NodeId item) {
            const auto side = fields.reader().reference<plan::SideIndex>(item, Kind::side);
            if (side.value.known()) field.release.sides.push_back(side.value);
        });
        record.release_fields.push_back(std::move(field));
    });
}

/// In a copy made for one side. A field that the kind does not have is a complaint here too.
void read_withheld(const Fields& fields, plan::Record& record) {
    fields.each_item("withheld", [&](NodeId item) {
        const auto field = fields.reader().scalar(item);
        if (field && fields.names_field(*field, fields.reader().tree().place(item)))
            record.withheld.emplace_back(*field);
    });
}

}  // namespace

void read_common(const Fields& fields, plan::Record& record) {
    const FileReader& reader = fields.reader();
    record.id = reader.tree().key(fields.node());
    record.place = reader.tree().key_place(fields.node());
    record.name = fields.text("name");
    record.owner = reader.side;
    record.illustrative = fields.flag("illustrative");
    record.source = fields.words("source");
    read_field_releases(fields, record);
    read_withheld(fields, record);
    check_documents(fields);
    if (!fields.has("release")) return;
    record.release.stated = true;
    for (const auto& side : fields.references<plan::SideIndex>("release")) record.release.sides.push_back(side.value);
}

void read_side(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::side);
    plan::Side side;
    read_common(fields, side);
    side.calendar = fields.reference<plan::CalendarIndex>("calendar");
    side.fiscal_year.first_month = fields.literal("fiscal-year", &parse_month).value_or(1);
    side.currency = fields.literal("currency", &parse_currency).value_or(base::Currency{});
    reader.plan().sides.push_back(std::move(side));
}

void read_organisation(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::organisation);
    plan::Organisation organisation;
    read_common(fields, organisation);
    organisation.side = fields.reference<plan::SideIndex>("side");
    if (!organisation.owner.known()) organisation.owner = organisation.side.value;
    reader.plan().organisations.push_back(std::move(organisation));
}

void read_place(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::place);
    plan::Venue venue;
    read_common(fields, venue);
    venue.side = fields.reference<plan::SideIndex>("side");
    reader.plan().venues.push_back(std::move(venue));
}

void read_activity_type(const FileReader& reader, NodeId entry) {
    plan::ActivityType type;
    read_common(Fields(reader, entry, Kind::activity_type), type);
    reader.plan().types.push_back(std::move(type));
}

void read_rate(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::rate);
    plan::ExchangeRate rate;
    rate.from = fields.literal("from", &parse_currency).value_or(base::Currency{});
    rate.to = fields.literal("to", &parse_currency).value_or(base::Currency{});
    rate.rate = fields.literal("rate", &parse_number).value_or(base::Decimal{});
    if (fields.has("rate") && rate.rate.billionths <= 0)
        reader.report(code::out_of_range, fields.place("rate"), {"a rate is above zero", "سعر الصرف أكبر من الصفر"});
    rate.first_day = fields.literal("first-day", &parse_date);
    rate.source = fields.words("source");
    rate.place = reader.tree().place(entry);
    // A rate that cannot divide is no rate.
    if (rate.rate.billionths > 0) reader.plan().rates.push_back(std::move(rate));
}

}  // namespace masar::planfile
