// A tally as JSON and back. Rows of counts are written from their first count on; a gap of zeros stays in the row.
#include "base/json_writer.h"
#include "forecast/tally.h"

#include <fmt/format.h>
#include <boost/json.hpp>

#include <limits>
#include <optional>

namespace masar::forecast {
namespace {

namespace json = boost::json;
using base::JsonWriter;

constexpr std::string_view format_name = "masar-tally";
constexpr std::int64_t format_version = 2;

// --- writing ----------------------------------------------------------------------------------------------------------

void write(JsonWriter& out, std::int64_t value) { out.value(value); }
void write(JsonWriter& out, std::int32_t value) { out.value(std::int64_t{value}); }

template <class T>
void write(JsonWriter& out, const std::vector<T>& list);

void write(JsonWriter& out, const DayCounts& days) {
    out.begin_object().field("first", std::int64_t{days.first}).field("never", days.never).key("counts");
    write(out, days.counts);
    out.end_object();
}

void write(JsonWriter& out, const AmountCounts& amounts) {
    out.begin_object().field("low", amounts.low).field("width", amounts.width).field("sum", amounts.sum);
    out.field("least", amounts.least).field("most", amounts.most);
    out.field("limit", amounts.limit).field("breached", amounts.breached).key("counts");
    write(out, amounts.counts);
    out.end_object();
}

void write(JsonWriter& out, const ValueCounts& values) {
    out.begin_object().field("day", std::int64_t{values.day}).field("low", values.low).field("high", values.high);
    out.field("met", values.met).key("counts");
    write(out, values.counts);
    out.end_object();
}

void write(JsonWriter& out, const InputSums& sums) {
    write(out, std::vector<std::int64_t>{sums.low_count, sums.low_sum, sums.high_count, sums.high_sum});
}
void write(JsonWriter& out, const ActivitySums& sums) {
    write(out, std::vector<std::int64_t>{sums.critical, sums.duration, sums.duration_squares, sums.with_end});
}
void write(JsonWriter& out, const WorthSums& sums) {
    write(out, std::vector<std::int64_t>{sums.activity, sums.gate, sums.lost});
}
void write(JsonWriter& out, const SampleRange& range) { write(out, std::vector<std::int64_t>{range.from, range.to}); }

void write(JsonWriter& out, const MergeSums& merge) {
    out.begin_object().field("activity", std::int64_t{merge.activity}).key("links");
    write(out, merge.links);
    out.key("asked");
    write(out, merge.asked);
    out.field("latest", merge.latest).end_object();
}

template <class T>
void write(JsonWriter& out, const std::vector<T>& list) {
    out.begin_array();
    for (const T& each : list) write(out, each);
    out.end_array();
}

// Bit patterns and fingerprints use all 64 bits, which many readers of JSON cannot hold as a number.
void write(JsonWriter& out, const std::map<std::uint64_t, std::int64_t>& patterns) {
    out.begin_object();
    for (const auto& [bits, count] : patterns) out.field(fmt::format("{:x}", bits), count);
    out.end_object();
}

void write(JsonWriter& out, const std::map<std::pair<std::int32_t, std::int32_t>, std::int64_t>& cells) {
    out.begin_array();
    for (const auto& [cell, count] : cells) write(out, std::vector<std::int64_t>{cell.first, cell.second, count});
    out.end_array();
}

template <class T>
void member(JsonWriter& out, std::string_view name, const T& value) {
    out.key(name);
    write(out, value);
}

// --- reading ----------------------------------------------------------------------------------------------------------

/// Reads until something is not what to_json writes; then `wrong` names it and everything else is skipped.
class Reader {
public:
    std::optional<std::string> wrong;

    void read(const json::value& from, std::int64_t& to) {
        if (const auto* number = from.if_int64())
            to = *number;
        else if (const auto* large = from.if_uint64(); large != nullptr && *large <= INT64_MAX)
            to = static_cast<std::int64_t>(*large);
        else
            refuse("a whole number");
    }
    void read(const json::value& from, std::int32_t& to) {
        std::int64_t wide = 0;
        read(from, wide);
        if (wide < INT32_MIN || wide > INT32_MAX) refuse("a smaller number");
        to = static_cast<std::int32_t>(wide);
    }
    void read(const json::value& from, double& to) {
        if (!from.is_number()) return refuse("a number");
        to = from.to_number<double>();
    }
    template <class T>
    void read(const json::value& from, std::vector<T>& to) {
        const auto* list = from.if_array();
        if (list == nullptr) return refuse("a list");
        for (const json::value& each : *list) read(each, to.emplace_back());
    }
    void read(const json::value& from, DayCounts& to) {
        member(from, "first", to.first);
        member(from, "never", to.never);
        member(from, "counts", to.counts);
    }
    void read(const json::value& from, AmountCounts& to) {
        member(from, "low", to.low);
        member(from, "width", to.width);
        member(from, "sum", to.sum);
        member(from, "least", to.least);
        member(from, "most", to.most);
        member(from, "limit", to.limit);
        member(from, "breached", to.breached);
        member(from, "counts", to.counts);
        if (to.width < 1 || (!to.counts.empty() && to.counts.size() != AmountCounts::bins)) refuse("4,096 bins");
    }
    void read(const json::value& from, ValueCounts& to) {
        member(from, "day", to.day);
        member(from, "low", to.low);
        member(from, "high", to.high);
        member(from, "met", to.met);
        member(from, "counts", to.counts);
        if (!to.counts.empty() && to.counts.size() != ValueCounts::bins) refuse("1,024 bins");
    }
    void read(const json::value& from, InputSums& to) {
        row(from, {&to.low_count, &to.low_sum, &to.high_count, &to.high_sum});
    }
    void read(const json::value& from, ActivitySums& to) {
        row(from, {&to.critical, &to.duration, &to.duration_squares, &to.with_end});
    }
    void read(const json::value& from, WorthSums& to) {
        std::int64_t activity = 0, gate = 0;
        row(from, {&activity, &gate, &to.lost});
        to.activity = static_cast<std::int32_t>(activity);
        to.gate = static_cast<std::int32_t>(gate);
    }
    void read(const json::value& from, SampleRange& to) { row(from, {&to.from, &to.to}); }
    void read(const json::value& from, MergeSums& to) {
        member(from, "activity", to.activity);
        member(from, "links", to.links);
        member(from, "asked", to.asked);
        member(from, "latest", to.latest);
    }
    void read(const json::value& from, std::map<std::uint64_t, std::int64_t>& to) {
        const auto* object = from.if_object();
        if (object == nullptr) return refuse("an object");
        for (const auto& [bits, count] : *object) read(count, to[hexadecimal(bits)]);
    }
    void read(const json::value& from, std::map<std::pair<std::int32_t, std::int32_t>, std::int64_t>& to) {
        std::vector<std::vector<std::int64_t>> rows;
        read(from, rows);
        for (const auto& cells : rows) {
            if (cells.size() != 3) return refuse("three numbers");
            to[{static_cast<std::int32_t>(cells[0]), static_cast<std::int32_t>(cells[1])}] = cells[2];
        }
    }
    void read(const json::value& from, std::array<DayCounts, Tally::sections>& to) {
        std::vector<DayCounts> list;
        read(from, list);
        if (list.size() != to.size()) return refuse("20 sections");
        std::move(list.begin(), list.end(), to.begin());
    }
    template <class T>
    void member(const json::value& from, std::string_view name, T& to) {
        const auto* object = from.if_object();
        const json::value* found = object == nullptr ? nullptr : object->if_contains(name);
        if (found == nullptr) return refuse(fmt::format("'{}'", name));
        if (!wrong) read(*found, to);
    }
    std::uint64_t hexadecimal(std::string_view digits) {
        std::uint64_t value = 0;
        for (const char digit : digits) {
            const int hex =
                digit >= '0' && digit <= '9' ? digit - '0' : (digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1);
            if (hex < 0 || value >> 60 != 0) refuse("a hexadecimal number");
            value = value << 4 | static_cast<unsigned>(hex & 15);
        }
        return value;
    }
    void refuse(std::string expected) {
        if (!wrong) wrong = std::move(expected);
    }

private:
    void row(const json::value& from, std::initializer_list<std::int64_t*> to) {
        std::vector<std::int64_t> cells;
        read(from, cells);
        if (cells.size() != to.size()) return refuse("a row of sums");
        std::size_t i = 0;
        for (std::int64_t* cell : to) *cell = cells[i++];
    }
};

/// The members of a tally, in the order of the file; `visit(name, member)`.
template <class AnyTally, class Visit>
void visit_members(AnyTally& tally, Visit visit) {
    visit("planned_samples", tally.planned_samples);
    visit("ranges", tally.ranges);
    visit("planned_end", tally.planned_end);
    visit("gate_due", tally.gate_due);
    visit("planned_duration", tally.planned_duration);
    visit("end", tally.end);
    visit("end_by_section", tally.end_by_section);
    visit("end_sum", tally.end_sum);
    visit("end_squares", tally.end_squares);
    visit("gates", tally.gates);
    visit("watched", tally.watched);
    visit("gate_dates", tally.gate_dates);
    visit("gate_passes", tally.gate_passes);
    visit("criteria_met", tally.criteria_met);
    visit("contradictory", tally.contradictory);
    visit("activities", tally.activities);
    visit("duration_inputs", tally.duration_inputs);
    visit("driver_inputs", tally.driver_inputs);
    visit("event_inputs", tally.event_inputs);
    visit("merges", tally.merges);
    visit("budgets", tally.budgets);
    visit("totals", tally.totals);
    visit("total_periods", tally.total_periods);
    visit("questions", tally.questions);
    visit("end_and_cost", tally.end_and_cost);
    visit("indicators", tally.indicators);
    visit("first_met", tally.first_met);
    visit("worth_samples", tally.worth_samples);
    visit("worth", tally.worth);
}

tl::unexpected<base::Error> no_tally(const std::string& expected) {
    return base::failure(
        base::Error::Kind::malformed,
        {fmt::format("this is not a part of a simulation as masar writes it: {} was expected", expected),
         fmt::format("هذا ليس جزءًا من محاكاة بالصيغة التي يكتبها مسار: كان المتوقع {}", expected)},
        {"give a file that 'masar simulate -o' wrote", "اذكر ملفًا كتبه الأمر 'masar simulate -o'"});
}

}  // namespace

std::string to_json(const Tally& tally) {
    JsonWriter out(JsonWriter::Style::compact);
    out.begin_object().field("format", format_name).field("version", format_version);
    out.field("fingerprint", fmt::format("{:x}", tally.fingerprint)).field("seed", fmt::format("{:x}", tally.seed));
    visit_members(tally, [&](std::string_view name, const auto& value) {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::array<DayCounts, Tally::sections>>)
            member(out, name, std::vector<DayCounts>(value.begin(), value.end()));
        else
            member(out, name, value);
    });
    out.end_object();
    return out.take() + "\n";
}

base::Result<Tally> tally_from_json(std::string_view text) {
    json::error_code error;
    const json::value root = json::parse(text, error);
    if (error) return no_tally("JSON");
    const auto* object = root.if_object();
    const json::value* format = object == nullptr ? nullptr : object->if_contains("format");
    if (format == nullptr || !format->is_string() || format->get_string() != format_name)
        return no_tally(R"("format": "masar-tally")");
    Reader reader;
    Tally tally;
    std::int64_t version = 0;
    reader.member(root, "version", version);
    if (version != format_version) reader.refuse(fmt::format("version {}", format_version));
    for (const auto& [name, into] : {std::pair{"fingerprint", &tally.fingerprint}, std::pair{"seed", &tally.seed}}) {
        const json::value* digits = object->if_contains(name);
        if (digits == nullptr || !digits->is_string())
            reader.refuse(fmt::format("'{}'", name));
        else
            *into = reader.hexadecimal(digits->get_string());
    }
    visit_members(tally, [&](std::string_view name, auto& value) { reader.member(root, name, value); });
    if (reader.wrong) return no_tally(*reader.wrong);
    return tally;
}

}  // namespace masar::forecast
