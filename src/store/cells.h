#pragma once
// Between rows and cells, by the `columns` of each row.
#include "store/database.h"
#include "store/fault.h"
#include "store/rows.h"

#include <optional>
#include <string>
#include <vector>

namespace masar::store {

[[nodiscard]] inline std::int64_t to_number(Moment moment) { return moment.time_since_epoch().count(); }
[[nodiscard]] inline Moment to_moment(std::int64_t number) { return Moment(std::chrono::milliseconds(number)); }
/// "uae us"; ids of sides have no spaces.
[[nodiscard]] std::string to_words(const Sides& sides);
[[nodiscard]] Sides to_sides(std::string_view words);

class CellWriter {
public:
    void operator()(std::string_view /*name*/, std::int64_t number) { values_.emplace_back(number); }
    void operator()(std::string_view /*name*/, bool truth) { values_.emplace_back(std::int64_t{truth}); }
    void operator()(std::string_view /*name*/, Moment moment) { values_.emplace_back(to_number(moment)); }
    void operator()(std::string_view /*name*/, const std::string& text) { values_.emplace_back(text); }
    void operator()(std::string_view /*name*/, const Sides& sides) { values_.emplace_back(to_words(sides)); }
    void operator()(std::string_view /*name*/, const std::optional<std::string>& text) {
        values_.push_back(text ? Value(*text) : Value());
    }
    [[nodiscard]] Values take() { return std::move(values_); }

private:
    Values values_;
};

/// Cells that are not of the kind expected are counted as damage.
class CellReader {
public:
    explicit CellReader(const Cells& cells) : cells_(cells) {}

    void operator()(std::string_view /*name*/, std::int64_t& number) { number = next<std::int64_t>(); }
    void operator()(std::string_view /*name*/, bool& truth) { truth = next<std::int64_t>() != 0; }
    void operator()(std::string_view /*name*/, Moment& moment) { moment = to_moment(next<std::int64_t>()); }
    void operator()(std::string_view /*name*/, std::string& text) { text = next<std::string>(); }
    void operator()(std::string_view /*name*/, Sides& sides) { sides = to_sides(next<std::string>()); }
    void operator()(std::string_view name, std::optional<std::string>& text) {
        text.reset();
        if (at_ < cells_.size() && std::holds_alternative<std::monostate>(cells_[at_]))
            ++at_;
        else
            (*this)(name, text.emplace());
    }
    [[nodiscard]] bool damaged() const { return damaged_ || at_ != cells_.size(); }

private:
    template <class T>
    T next() {
        const T* value = at_ < cells_.size() ? std::get_if<T>(&cells_[at_]) : nullptr;
        ++at_;
        if (value == nullptr) damaged_ = true;
        return value == nullptr ? T{} : *value;
    }

    const Cells& cells_;
    std::size_t at_ = 0;
    bool damaged_ = false;
};

template <class R>
[[nodiscard]] std::vector<std::string> column_names() {
    std::vector<std::string> names;
    R row;
    R::columns(row, [&](std::string_view name, const auto& /*member*/) { names.emplace_back(name); });
    return names;
}

template <class R>
[[nodiscard]] Values values_of(const R& row) {
    CellWriter writer;
    R::columns(row, writer);
    return writer.take();
}

template <class R>
[[nodiscard]] base::Result<R> row_of(const Cells& cells) {
    R row;
    CellReader reader(cells);
    R::columns(row, reader);
    if (reader.damaged()) return tl::unexpected(fault_error(Fault::damaged, R::table));
    return row;
}

template <class R>
[[nodiscard]] base::Result<std::vector<R>> rows_of(const base::Result<Rows>& found) {
    if (!found) return tl::unexpected(found.error());
    std::vector<R> rows;
    rows.reserve(found->size());
    for (const Cells& cells : *found) {
        auto row = row_of<R>(cells);
        if (!row) return tl::unexpected(row.error());
        rows.push_back(*std::move(row));
    }
    return rows;
}

}  // namespace masar::store
