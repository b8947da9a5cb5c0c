#include "server/json_body.h"

#include "base/near_name.h"
#include "report/figures.h"

#include <boost/json/parse.hpp>

#include <algorithm>

namespace masar::server {
namespace {

using base::Text;
namespace json = boost::json;

/// Values are at most the brackets and commas outside of strings, and one.
std::size_t count_values(std::string_view text) {
    std::size_t count = 1;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (quoted && text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            quoted = !quoted;
        else if (!quoted && (text[i] == ',' || text[i] == '[' || text[i] == '{'))
            ++count;
    }
    return count;
}

Text said(std::string_view word) { return report::ltr(word); }

}  // namespace

Answer<json::value> read_json(std::string_view text, const ServerLimits& limits) {
    if (text.empty()) return json::value(json::object());
    if (count_values(text) > limits.json_values)
        return refuse(ProblemCode::bad_json, {"it has more than " + std::to_string(limits.json_values) + " values",
                                              "فيه أكثر من " + std::to_string(limits.json_values) + " قيمة"});
    json::parse_options options;
    options.max_depth = limits.json_depth;
    json::error_code error;
    json::value value = json::parse(text, error, {}, options);
    if (!error) return value;
    if (error == json::error::too_deep)
        return refuse(ProblemCode::bad_json,
                      {"it is nested deeper than " + std::to_string(limits.json_depth) + " levels",
                       "تداخله أعمق من " + std::to_string(limits.json_depth) + " مستوى"});
    return refuse(ProblemCode::bad_json, {"it cannot be read as JSON", "لا يمكن قراءته بصيغة JSON"});
}

JsonFields::JsonFields(const json::value& value, std::vector<std::string_view> known, std::string path)
    : object_(value.if_object()), path_(std::move(path)) {
    if (object_ == nullptr) {
        refuse("", {"expected an object", "المطلوب كائن"});
        return;
    }
    for (const auto& member : *object_) {
        const std::string_view name(member.key().data(), member.key().size());
        if (std::ranges::find(known, name) != known.end()) continue;
        refuse(name, {"there is no such field", "لا يوجد حقل بهذا الاسم"});
        if (const auto near = base::nearest(name, known))
            problem_->hint = report::fill({"did you mean '{}'?", "هل تقصد «{}»؟"}, said(*near));
        return;
    }
}

void JsonFields::refuse(std::string_view name, Text why) {
    if (problem_) return;
    std::string where = path_;
    if (!path_.empty() && !name.empty()) where += '.';
    where += name;
    problem_.emplace(Problem{ProblemCode::wrong_field, std::move(why), where});
}

const json::value* JsonFields::value(std::string_view name) const {
    return object_ == nullptr ? nullptr : object_->if_contains(json::string_view(name.data(), name.size()));
}

const json::value* JsonFields::needed(std::string_view name) {
    const json::value* found = value(name);
    if (found == nullptr || found->is_null()) {
        refuse(name, {"this field is missing", "هذا الحقل ناقص"});
        return nullptr;
    }
    return found;
}

std::string JsonFields::text(std::string_view name) {
    const json::value* found = needed(name);
    if (found == nullptr) return {};
    if (const json::string* text = found->if_string()) return {text->data(), text->size()};
    refuse(name, {"expected a text", "المطلوب نص"});
    return {};
}

std::optional<std::string> JsonFields::text_or_none(std::string_view name) {
    const json::value* found = value(name);
    if (found == nullptr || found->is_null()) return std::nullopt;
    return text(name);
}

std::int64_t JsonFields::whole_number(std::string_view name) {
    const json::value* found = needed(name);
    if (found == nullptr) return 0;
    json::error_code error;
    const auto number = found->to_number<std::int64_t>(error);
    if (!error) return number;
    refuse(name, {"expected a whole number", "المطلوب عدد صحيح"});
    return 0;
}

bool JsonFields::truth(std::string_view name, bool otherwise) {
    const json::value* found = value(name);
    if (found == nullptr || found->is_null()) return otherwise;
    if (const bool* truth = found->if_bool()) return *truth;
    refuse(name, {"expected true or false", "المطلوب true أو false"});
    return otherwise;
}

Text JsonFields::both(std::string_view name) {
    const json::value* found = needed(name);
    if (found == nullptr) return {};
    JsonFields languages(*found, {"en", "ar"}, path_.empty() ? std::string(name) : path_ + "." + std::string(name));
    Text both{languages.text("en"), languages.text("ar")};
    if (languages.wrong() && !problem_) problem_ = languages.problem_;
    return both;
}

std::vector<std::string> JsonFields::texts_or_none(std::string_view name) {
    const json::value* found = value(name);
    std::vector<std::string> texts;
    if (found == nullptr || found->is_null()) return texts;
    const json::array* list = found->if_array();
    if (list == nullptr) {
        refuse(name, {"expected a list", "المطلوب قائمة"});
        return texts;
    }
    for (const json::value& item : *list) {
        const json::string* text = item.if_string();
        if (text == nullptr) {
            refuse(name, {"expected a list of texts", "المطلوب قائمة نصوص"});
            return {};
        }
        texts.emplace_back(text->data(), text->size());
    }
    return texts;
}

}  // namespace masar::server
