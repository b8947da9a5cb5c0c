#include "app/workspace/decision_file.h"

#include "app/workspace/canonical_json.h"
#include "app/workspace/decision_log.h"
#include "exchange/csv.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>

namespace masar::app {
namespace {

namespace json = boost::json;

constexpr std::string_view format = "masar-decisions-1";
constexpr std::array<std::string_view, 11> columns{"number", "at",     "kind",    "proposal", "title", "side",
                                                   "role",   "deputy", "comment", "terms",    "voided"};

/// As people read it: texts without quotes, both languages of a title, lists with spaces.
std::string cell_text(const json::value& value) {
    if (const auto* text = value.if_string()) return std::string(*text);
    if (const auto* list = value.if_array()) {
        std::string all;
        for (const json::value& each : *list) all += (all.empty() ? "" : " ") + cell_text(each);
        return all;
    }
    if (const auto* both = value.if_object(); both != nullptr && both->contains("en") && both->contains("ar"))
        return cell_text(both->at("en")) + " / " + cell_text(both->at("ar"));
    return json::serialize(value);
}

std::vector<exchange::Cell> row_of(const std::vector<std::string>& texts) {
    std::vector<exchange::Cell> row;
    for (const std::string& each : texts) row.push_back(exchange::Cell::of(each));
    return row;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::optional<json::object> object_in(std::string_view line) {
    boost::system::error_code failed;
    json::value value = json::parse(line, failed);
    if (failed || !value.is_object() || canonical_json(value) != line) return std::nullopt;
    return std::move(value.get_object());
}

std::string text_at(const json::object& object, std::string_view key) {
    const json::value* found = object.if_contains(key);
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
}

/// Whether the line is the entry of this number, chained to the one before.
bool follows(const json::object& line, std::int64_t number, const std::string& previous) {
    const json::value* entry = line.if_contains("entry");
    if (entry == nullptr || !entry->is_object()) return false;
    const json::value* own = entry->get_object().if_contains("number");
    return own != nullptr && *own == json::value(number) && text_at(line, "previous") == previous
           && text_at(line, "hash") == decision_hash(previous, canonical_json(*entry));
}

}  // namespace

std::string decisions_csv(const std::vector<SeenDecision>& decisions) {
    exchange::Sheet sheet;
    std::vector<std::string> heading(columns.begin(), columns.end());
    heading.insert(heading.end(), {"hash", "previous"});
    sheet.rows.push_back(row_of(heading));
    for (const SeenDecision& each : decisions) {
        std::vector<std::string> texts;
        for (const std::string_view column : columns) {
            const json::value* value = each.entry.if_contains(column);
            texts.push_back(value == nullptr ? std::string() : cell_text(*value));
        }
        texts.insert(texts.end(), {each.hash, each.previous});
        sheet.rows.push_back(row_of(texts));
    }
    return exchange::write_csv(sheet);
}

std::string decisions_file(std::string_view plan, const std::vector<SeenDecision>& decisions) {
    const std::string last = decisions.empty() ? std::string() : decisions.back().hash;
    std::string text = canonical_json(
        json::object{{"decisions", decisions.size()}, {"format", format}, {"hash", last}, {"plan", plan}});
    for (const SeenDecision& each : decisions)
        text += "\n"
                + canonical_json(json::object{{"entry", each.entry}, {"hash", each.hash}, {"previous", each.previous}});
    return text + "\n";
}

base::Result<report::StoreCheck> check_decisions_file(std::string_view text) {
    const std::vector<std::string_view> lines = lines_of(text);
    const auto heading = lines.empty() ? std::nullopt : object_in(lines.front());
    if (!heading || text_at(*heading, "format") != format)
        return base::failure(base::Error::Kind::malformed,
                             {"this is no decision log of masar", "هذا ليس سجل قرارات من «مسار»"},
                             {"download it again", "نزّله من جديد"});
    report::StoreCheck check;
    report::StoreCheck::Chain chain{text_at(*heading, "plan"), 0, {}};
    std::optional<BrokenDecision::What> wrong;
    for (std::size_t i = 1; i < lines.size() && !wrong; ++i) {
        const auto line = object_in(lines[i]);
        if (!line || !follows(*line, chain.decisions + 1, chain.hash)) {
            wrong = BrokenDecision::What::altered;
            continue;
        }
        ++chain.decisions;
        chain.hash = text_at(*line, "hash");
    }
    const bool all = heading->contains("decisions") && heading->at("decisions") == json::value(chain.decisions)
                     && text_at(*heading, "hash") == chain.hash;
    if (!wrong && !all) wrong = BrokenDecision::What::missing;
    if (wrong)
        check.faults.push_back(
            {*wrong == BrokenDecision::What::missing ? "missing" : "altered",
             chain.plan,
             chain.decisions + 1,
             sentence_of({*wrong, chain.plan, chain.decisions + 1}),
             {"download it again, and compare with the other side's", "نزّله من جديد وقارنه بنسخة الجانب الآخر"}});
    if (chain.decisions > 0) check.chains.push_back(std::move(chain));
    return check;
}

}  // namespace masar::app
