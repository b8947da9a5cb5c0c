#include "exchange/csv.h"

#include "base/utf8.h"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>

namespace masar::exchange {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool looks_like_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

/// "-12.5" begins like a formula and is none.
bool is_number(std::string_view text) {
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
    return !text.empty()
           && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; });
}

char separator_of(std::string_view bytes) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    char best = ',';
    for (const char each : {';', '\t'})
        if (std::ranges::count(line, each) > std::ranges::count(line, best)) best = each;
    return best;
}

class CsvReader {
public:
    CsvReader(const SheetLimits& limits, char separator) : limits_(limits) {
        csv_init(&parser_, 0);
        csv_set_delim(&parser_, static_cast<unsigned char>(separator));
    }
    ~CsvReader() { csv_free(&parser_); }
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;

    bool read(std::string_view bytes) {
        const auto field = [](void* text, std::size_t size, void* self) {
            static_cast<CsvReader*>(self)->add(std::string_view(static_cast<const char*>(text), size));
        };
        const auto row = [](int, void* self) { static_cast<CsvReader*>(self)->end_row(); };
        if (csv_parse(&parser_, bytes.data(), bytes.size(), field, row, this) != bytes.size()) return false;
        return csv_fini(&parser_, field, row, this) == 0;
    }

    [[nodiscard]] bool too_large() const { return too_large_; }
    std::vector<std::vector<Cell>> take() { return std::move(rows_); }

private:
    void add(std::string_view text) {
        if (row_.size() >= limits_.columns || text.size() > limits_.cell_bytes) too_large_ = true;
        if (too_large_) return;
        if (text.size() > 1 && text.front() == '\'' && looks_like_formula(text.substr(1))) text.remove_prefix(1);
        row_.push_back(Cell::of(std::string(text)));
    }
    void end_row() {
        if (rows_.size() >= limits_.rows) too_large_ = true;
        while (!row_.empty() && row_.back().empty()) row_.pop_back();
        if (!too_large_) rows_.push_back(std::move(row_));
        row_.clear();
    }

    const SheetLimits& limits_;
    csv_parser parser_{};
    std::vector<std::vector<Cell>> rows_;
    std::vector<Cell> row_;
    bool too_large_ = false;
};

base::Text too_large() {
    return {"the table has more rows, columns or text in a cell than can be taken in",
            "في الجدول من الصفوف أو الأعمدة أو النصوص أكثر مما يمكن استيراده"};
}

std::string quoted(std::string_view text) {
    const bool plain = text.find_first_of("\",\r\n") == std::string_view::npos;
    if (plain) return std::string(text);
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

}  // namespace

base::Result<Sheet> read_csv(std::string_view bytes, const SheetLimits& limits) {
    using Kind = base::Error::Kind;
    if (bytes.size() > limits.file_bytes) return base::failure(Kind::limit, too_large());
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    if (const auto wrong = base::first_invalid_utf8(bytes)) {
        const auto line = std::ranges::count(bytes.substr(0, *wrong), '\n') + 1;
        return base::failure(
            Kind::malformed,
            {fmt::format("line {} is not UTF-8", line), fmt::format("السطر {} ليس بترميز UTF-8", line)},
            {"save the table as 'CSV UTF-8', or as an Excel workbook", "احفظ الجدول بصيغة «CSV UTF-8» أو مصنف Excel"});
    }
    CsvReader reader(limits, separator_of(bytes));
    if (!reader.read(bytes))
        return base::failure(Kind::malformed, {"the table cannot be read as comma-separated values",
                                               "تعذرت قراءة الجدول بصيغة القيم المفصولة بفواصل"});
    if (reader.too_large()) return base::failure(Kind::limit, too_large());
    return Sheet{"", reader.take()};
}

std::string write_csv(const Sheet& sheet) {
    std::string out(byte_order_mark);
    for (const auto& row : sheet.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += ',';
            const std::string& text = row[i].text;
            const bool guarded = row[i].kind == Cell::Kind::text && looks_like_formula(text) && !is_number(text);
            out += quoted(guarded ? "'" + text : text);
        }
        out += "\r\n";
    }
    return out;
}

}  // namespace masar::exchange
