#include "planfile/fields.h"

#include "base/near_name.h"
#include "base/utf8.h"
#include "plan/refused_field.h"
#include "planfile/phrase.h"

#include <algorithm>
#include <cassert>

namespace masar::planfile {

Fields::Fields(const FileReader& reader, NodeId map, Kind kind) : reader_(reader), map_(map), kind_(kind) {
    const NodeTree& tree = reader.tree();
    if (tree[map].kind != NodeKind::map) {
        reader.report_no_map(map);
        return;
    }
    for (const NodeId child : tree.children(map)) {
        if (tree[child].duplicate) continue;
        if (find_keyword(kind, tree.key(child)))
            found_.emplace_back(tree.key(child), child);
        else if (const auto meant = report_unknown(tree.key(child), tree.key_place(child)))
            misspelt_.push_back(*meant);
    }
    if (kind == Kind::plan) return;  // what the plan requires may stand in another of its files
    for (const Keyword& each : keywords(kind))
        if (each.presence == Presence::required && !has(each.name)) require(each.name);
}

NodeId Fields::find(std::string_view key) const {
    for (const auto& [name, node] : found_)
        if (name == key) return node;
    return no_node;
}

const Keyword& Fields::keyword(std::string_view key) const {
    const Keyword* keyword = find_keyword(kind_, key);
    assert(keyword && "a reader asks for a key that the vocabulary lacks");
    return *keyword;
}

base::Place Fields::place(std::string_view key) const {
    const NodeId node = find(key);
    return node == no_node ? base::Place{} : reader_.tree().place(node);
}

base::Place Fields::key_place(std::string_view key) const {
    const NodeId node = find(key);
    return node == no_node ? base::Place{} : reader_.tree().key_place(node);
}

std::string Fields::words(std::string_view key) const {
    const NodeId node = find(key);
    return node == no_node ? std::string() : reader_.words(node);
}

plan::NamedText Fields::text(std::string_view key) const {
    const NodeId node = find(key);
    return node == no_node ? plan::NamedText() : reader_.text(node);
}

bool Fields::flag(std::string_view key) const { return literal(key, &parse_flag).value_or(false); }

std::int64_t Fields::count(std::string_view key, std::int64_t otherwise) const {
    return literal(key, &parse_count).value_or(otherwise);
}

std::optional<std::size_t> Fields::word_position(std::string_view key) const {
    const NodeId node = find(key);
    const auto text = node == no_node ? std::nullopt : reader_.scalar(node);
    if (!text) return std::nullopt;
    return reader_.value_or_report(parse_word(*text, keyword(key).options), reader_.tree().place(node));
}

bool Fields::held_back(std::string_view key) const {
    bool found = false;
    each_item("withheld", [&](NodeId item) { found = found || reader_.tree().text(item) == key; });
    return found;
}

bool Fields::names_field(std::string_view name, base::Place place) const {
    if (find_keyword(kind_, name)) return true;
    report_unknown(name, place);
    return false;
}

std::optional<std::string_view> Fields::report_unknown(std::string_view key, base::Place place) const {
    switch (plan::refused_field(key)) {
        case plan::RefusedField::coordinates:
            reader_
                .report(code::coordinates_refused, place, {"a plan holds no coordinates", "لا تتضمن الخطة إحداثيات"},
                        {"name a place of `places` instead", "اذكر مكاناً من `places` بدلاً منها"})
                .withheld = true;
            return std::nullopt;
        case plan::RefusedField::personal:
            reader_
                .report(code::personal_data_refused, place,
                        {"a plan holds no personal data", "لا تتضمن الخطة بيانات شخصية"},
                        {"name a role or an office instead", "اذكر دوراً أو مكتباً بدلاً منها"})
                .withheld = true;
            return std::nullopt;
        default: break;
    }
    if (base::first_bidi_control(key)) {
        reader_.report(code::bidi_control, place, {"an invisible direction mark in a key", "محرف اتجاه خفي في مفتاح"},
                       {"type the key anew", "أعد كتابة المفتاح"});
        return std::nullopt;
    }
    std::vector<std::string_view> known;
    for (const Keyword& each : keywords(kind_)) known.push_back(each.name);
    const auto near = base::nearest(key, known);
    reader_.report(code::unknown_key, place,
                   phrase("unknown key '{0}' of {1}", "المفتاح «{0}» غير معروف في {2}", shortened(key), names(kind_).en,
                          names(kind_).ar),
                   near ? phrase("did you mean '{}'?", "هل تقصد «{}»؟", *near) : base::Text{});
    return near;
}

void Fields::report_repetition(NodeId item, base::Place earlier) const {
    auto& diagnostic =
        reader_.report(code::repeated_reference, reader_.tree().place(item),
                       phrase("'{}' is named twice", "«{}» مذكور مرتين", shortened(reader_.tree().text(item))),
                       {"once is enough", "تكفي مرة واحدة"});
    diagnostic.related.push_back({earlier, {"first here", "ورد أول مرة هنا"}});
}

void Fields::exclude(std::string_view first, std::string_view second) const {
    if (!has(first) || !has(second)) return;
    auto& diagnostic =
        reader_.report(code::fields_exclude_each_other, key_place(second),
                       phrase("'{}' and '{}' exclude each other", "«{}» و«{}» لا يجتمعان", first, second),
                       {"keep one of the two", "أبقِ واحداً منهما"});
    diagnostic.related.push_back({key_place(first), phrase("'{}' is here", "«{}» هنا", first)});
}

void Fields::require(std::string_view key, base::Text hint) const {
    const NodeTree& tree = reader_.tree();
    if (reader_.cut_off(map_) || tree[map_].kind != NodeKind::map) return;
    if (std::ranges::find(misspelt_, key) != misspelt_.end() || held_back(key)) return;
    reader_.report(code::missing_field, tree[map_].has_key ? tree.key_place(map_) : tree.place(map_),
                   phrase("'{0}' is missing in {1}", "ينقص «{0}» في {2}", key, names(kind_).en, names(kind_).ar),
                   std::move(hint));
}

}  // namespace masar::planfile
