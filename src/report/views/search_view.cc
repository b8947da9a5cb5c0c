#include "report/views/search_view.h"

#include "base/arabic.h"
#include "plan/every_record.h"
#include "report/views/view_json.h"

#include <algorithm>

namespace masar::report {
namespace {

using base::JsonWriter;

constexpr std::size_t most_results = 50;
constexpr std::size_t longest_query = 200;

/// Smaller is better.
enum class Rank : std::uint8_t { same_id, begins, in_id, in_name, in_text };

struct Hit {
    Rank rank = Rank::in_text;
    std::string_view section;
    const plan::Record* record = nullptr;
    std::string_view field;
    base::Text text;
};

class Search {
public:
    Search(const ViewSource& source, std::string_view query)
        : source_(source), whole_(base::normalised_for_search(query.substr(0, longest_query))) {
        for (std::size_t at = 0; at < whole_.size();) {
            const std::size_t end = std::min(whole_.find(' ', at), whole_.size());
            words_.push_back(whole_.substr(at, end - at));
            at = end + 1;
        }
    }

    std::vector<Hit> run() {
        if (words_.empty()) return {};
        plan::for_each_record(source_.plan,
                              [&](std::string_view section, const auto& record) { look_at(section, record); });
        std::ranges::stable_sort(hits_, {}, &Hit::rank);
        return std::move(hits_);
    }

private:
    [[nodiscard]] bool holds(const std::string& text) const {
        return std::ranges::all_of(words_,
                                   [&](const std::string& word) { return text.find(word) != std::string::npos; });
    }

    template <class RecordType>
    void look_at(std::string_view section, const RecordType& record) {
        const std::string id = base::normalised_for_search(record.id);
        const bool named = source_.reader.reads(record, "name");
        const std::string en = named ? base::normalised_for_search(record.name.en) : std::string();
        const std::string ar = named ? base::normalised_for_search(record.name.ar) : std::string();
        if (id == whole_) return add(Rank::same_id, section, record, "id", record.name);
        if (id.starts_with(whole_)) return add(Rank::begins, section, record, "id", record.name);
        if (en.starts_with(whole_) || ar.starts_with(whole_))
            return add(Rank::begins, section, record, "name", record.name);
        if (holds(id)) return add(Rank::in_id, section, record, "id", record.name);
        if (holds(en) || holds(ar)) return add(Rank::in_name, section, record, "name", record.name);
        look_at_texts(section, record);
    }

    void look_at_texts(std::string_view section, const plan::Activity& activity) {
        if (look_in(section, activity, "done-when", activity.done_when)) return;
        (void)look_in(section, activity, "notes", {activity.notes, activity.notes});
    }
    void look_at_texts(std::string_view section, const plan::Indicator& indicator) {
        (void)look_in(section, indicator, "measure", {indicator.measure, indicator.measure});
    }
    void look_at_texts(std::string_view section, const plan::Fund& fund) {
        (void)look_in(section, fund, "authority", {fund.authority, fund.authority});
    }
    void look_at_texts(std::string_view section, const plan::Record& record) {
        (void)look_in(section, record, "source", {record.source, record.source});
    }
    bool look_in(std::string_view section, const plan::Record& record, std::string_view field, const base::Text& text) {
        if (text.empty() || !source_.reader.reads(record, field)) return false;
        if (!holds(base::normalised_for_search(text.en)) && !holds(base::normalised_for_search(text.ar))) return false;
        add(Rank::in_text, section, record, field, text);
        return true;
    }

    void add(Rank rank, std::string_view section, const plan::Record& record, std::string_view field,
             const base::Text& text) {
        hits_.push_back({rank, section, &record, field, text});
    }

    const ViewSource& source_;
    std::string whole_;
    std::vector<std::string> words_;
    std::vector<Hit> hits_;
};

}  // namespace

std::string search_view(const ViewSource& source, std::string_view query) {
    const std::vector<Hit> hits = Search(source, query).run();
    JsonWriter json(JsonWriter::Style::compact);
    json.begin_object();
    write_reference(json, "reader", source.plan.sides, source.reader.side());
    json.field("query", query).field("total", static_cast<std::int64_t>(hits.size())).key("results").begin_array();
    for (std::size_t i = 0; i < std::min(most_results, hits.size()); ++i) {
        json.begin_object().field("section", hits[i].section);
        write_identity(json, source, *hits[i].record);
        json.field("field", hits[i].field);
        write_text(
            json, "text",
            hits[i].field == "id" && !source.reader.reads(*hits[i].record, "name") ? base::Text{} : hits[i].text);
        json.end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace masar::report
