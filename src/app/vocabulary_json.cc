#include "app/vocabulary_json.h"

#include "base/json_writer.h"
#include "planfile/keyword.h"

#include <iterator>

namespace masar::app {
namespace {

using planfile::Kind;

// In the order of the enumerations.
constexpr std::string_view kind_words[] = {
    "side",         "organisation",  "place",   "activity-type", "calendar",    "period",   "commitment", "line",
    "objective",    "outcome",       "output",  "phase",         "gate",        "resource", "stock",      "fund",
    "posting",      "approval",      "rule",    "indicator",     "risk",        "branch",   "activity",   "choice",
    "history",      "lesson",        "rate",    "waiver",        "correlation", "plan",     "holiday",    "listed-days",
    "office-hours", "approval-step", "payment", "postponement",  "observation", "document", "mode",       "risk-rating",
    "mitigation",   "way",           "text",    "review"};
constexpr std::string_view form_words[] = {
    "text",        "words",  "flag",      "whole",      "number",   "percent", "date",       "period",
    "open-period", "days",   "duration",  "remaining",  "lead",     "delay",   "factor",     "chance",
    "months",      "hours",  "money",     "cost",       "currency", "month",   "weekday",    "year",
    "target",      "word",   "version",   "every",      "hijri",    "year-of", "dependency", "criterion",
    "baseline",    "moment", "reference", "any-record", "record"};
constexpr std::string_view arrangement_words[] = {"one", "list", "map", "lists", "table"};

static_assert(std::size(kind_words) == planfile::all_kinds);
static_assert(std::size(form_words) == static_cast<std::size_t>(planfile::Form::record) + 1);
static_assert(std::size(arrangement_words) == static_cast<std::size_t>(planfile::Arrangement::table) + 1);

template <class Enum>
std::size_t at(Enum value) {
    return static_cast<std::size_t>(value);
}

void write_kind(base::JsonWriter& json, std::string_view key, Kind kind) {
    json.key(key);
    kind == Kind::none ? json.null() : json.value(kind_words[at(kind)]);
}

void write_label(base::JsonWriter& json, std::string_view en, std::string_view ar) {
    json.key("label").begin_object().field("en", en).field("ar", ar).end_object();
}

void write_keyword(base::JsonWriter& json, const planfile::Keyword& keyword) {
    json.begin_object().field("name", keyword.name).field("form", form_words[at(keyword.form)]);
    json.field("arrangement", arrangement_words[at(keyword.arrangement)]);
    write_kind(json, "kind", keyword.kind);
    json.field("presence", keyword.presence == planfile::Presence::required ? "required" : "optional");
    json.field("key_form", form_words[at(keyword.key_form)]);
    write_kind(json, "key_kind", keyword.key_kind);
    json.key("options").begin_array();
    for (std::size_t begin = 0; begin < keyword.options.size();) {
        const auto end = std::min(keyword.options.find('|', begin), keyword.options.size());
        json.value(keyword.options.substr(begin, end - begin));
        begin = end + 1;
    }
    json.end_array();
    write_label(json, keyword.en, keyword.ar);
    json.end_object();
}

}  // namespace

std::string vocabulary_json() {
    base::JsonWriter json(base::JsonWriter::Style::compact);
    json.begin_object().key("kinds").begin_array();
    for (std::size_t i = 0; i < planfile::all_kinds; ++i) {
        const auto kind = static_cast<Kind>(i);
        const planfile::KindNames& names = planfile::names(kind);
        json.begin_object().field("kind", kind_words[i]).key("section");
        names.heading.empty() ? json.null() : json.value(names.heading);
        write_label(json, names.en, names.ar);
        json.key("keywords").begin_array();
        for (const planfile::Keyword& each : planfile::keywords(kind)) write_keyword(json, each);
        json.end_array().end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace masar::app
