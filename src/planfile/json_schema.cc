#include "planfile/json_schema.h"

#include "base/json_writer.h"
#include "planfile/keyword.h"
#include "planfile/literal_schema.h"

#include <algorithm>
#include <vector>

namespace masar::planfile {
namespace {

std::string definition_name(Kind kind) {
    std::string name(names(kind).en);
    for (char& c : name)
        if (c == ' ') c = '-';
    return name;
}

std::string reference_to(std::string_view definition) { return "#/$defs/" + std::string(definition); }

std::string both(std::string_view en, std::string_view ar) { return std::string(en).append(" — ").append(ar); }

class SchemaWriter {
public:
    std::string run() {
        json_.begin_object();
        json_.field("$schema", "https://json-schema.org/draft/2020-12/schema");
        json_.field("title", "Masar plan file — ملف خطة مسار");
        json_.field("description",
                    "One file of a plan. A folder's files add up: what a plan requires may stand in another of them. — "
                    "ملف واحد من "
                    "الخطة. ملفات المجلد يكمل بعضها بعضاً، فقد يرد ما تشترطه الخطة في ملف آخر منها.");
        write_map(Kind::plan);
        json_.key("$defs").begin_object();
        for (const LiteralSchema& literal : literal_schemas()) write_literal(literal);
        write_text();
        write_cost();
        for (std::size_t i = 0; i < all_kinds; ++i)
            if (const Kind kind = static_cast<Kind>(i); kind != Kind::plan) write_definition(kind);
        return json_.end_object().end_object().take() + "\n";
    }

private:
    void write_definition(Kind kind) {
        json_.key(kind == Kind::text ? "both-languages" : definition_name(kind)).begin_object();
        json_.field("description", both(names(kind).en, names(kind).ar));
        write_map(kind);
        json_.end_object();
    }

    /// A closed map: its keys and no others.
    void write_map(Kind kind) {
        json_.field("type", "object").field("additionalProperties", false);
        std::vector<std::string_view> required;
        json_.key("properties").begin_object();
        for (const Keyword& keyword : keywords(kind)) {
            if (keyword.presence == Presence::required) required.push_back(keyword.name);
            json_.key(keyword.name).begin_object().field("description", both(keyword.en, keyword.ar));
            write_arranged(keyword, keyword.arrangement);
            json_.end_object();
        }
        json_.end_object();
        if (required.empty() || kind == Kind::plan) return;
        json_.key("required").begin_array();
        for (const std::string_view name : required) json_.value(name);
        json_.end_array();
    }

    void write_arranged(const Keyword& keyword, Arrangement arrangement) {
        switch (arrangement) {
            case Arrangement::one: return write_value(keyword);
            case Arrangement::list: return write_list(keyword);
            case Arrangement::map: return write_entries(key_definition(keyword.key_form), keyword, Arrangement::one);
            case Arrangement::lists: return write_entries(key_definition(keyword.key_form), keyword, Arrangement::list);
            case Arrangement::table: return write_entries("id", keyword, Arrangement::map);
        }
    }

    /// A list, or a single value for a list of one.
    void write_list(const Keyword& keyword) {
        json_.key("anyOf").begin_array().begin_object();
        write_value(keyword);
        json_.end_object().begin_object().field("type", "array").key("items").begin_object();
        write_value(keyword);
        json_.end_object().end_object().end_array();
    }

    void write_entries(std::string_view keys, const Keyword& keyword, Arrangement below) {
        json_.field("type", "object")
            .key("propertyNames")
            .begin_object()
            .field("$ref", reference_to(keys))
            .end_object();
        json_.key("additionalProperties").begin_object();
        write_arranged(keyword, below);
        json_.end_object();
    }

    static std::string_view key_definition(Form form) { return form == Form::words ? "id" : schema_of(form).name; }

    void write_value(const Keyword& keyword) {
        if (keyword.form == Form::word) return write_options(keyword.options);
        const bool record = keyword.form == Form::record;
        json_.field("$ref", reference_to(record ? definition_name(keyword.kind) : definition_of(keyword.form)));
    }

    void write_options(std::string_view options) {
        json_.key("enum").begin_array();
        for (std::size_t begin = 0; begin <= options.size();) {
            const std::size_t bar = std::min(options.find('|', begin), options.size());
            json_.value(options.substr(begin, bar - begin));
            begin = bar + 1;
        }
        json_.end_array();
    }

    static std::string definition_of(Form form) {
        if (form == Form::text) return "text";
        if (form == Form::cost) return "cost";
        return std::string(schema_of(form).name);
    }

    void write_literal(const LiteralSchema& literal) {
        json_.key(literal.name).begin_object().field("description", both(literal.en, literal.ar));
        json_.key("type");
        if (literal.also.empty()) {
            json_.value("string");
        } else {
            json_.begin_array().value("string");
            for (const std::string_view type : literal.also) json_.value(type);
            json_.end_array();
        }
        if (!literal.pattern.empty()) json_.field("pattern", literal.pattern);
        json_.end_object();
    }

    void write_text() {
        json_.key("text").begin_object();
        json_.field(
            "description",
            "A text in both languages, or in one: its letters say which — نص باللغتين، أو بإحداهما وتدل عليها حروفه");
        json_.key("anyOf").begin_array();
        json_.begin_object().field("$ref", reference_to("words")).end_object();
        json_.begin_object().field("$ref", reference_to("both-languages")).end_object();
        json_.end_array().end_object();
    }

    void write_cost() {
        json_.key("cost").begin_object();
        json_.field("description", "30/50/90k USD, or such an amount for each fund — مبلغ، أو مبلغ لكل مصدر تمويل");
        json_.key("anyOf").begin_array();
        json_.begin_object().field("$ref", reference_to("amounts")).end_object();
        json_.begin_object().field("type", "object");
        json_.key("propertyNames").begin_object().field("$ref", reference_to("id")).end_object();
        json_.key("additionalProperties").begin_object().field("$ref", reference_to("amounts")).end_object();
        json_.end_object().end_array().end_object();
    }

    base::JsonWriter json_;
};

}  // namespace

std::string json_schema() { return SchemaWriter().run(); }

}  // namespace masar::planfile
