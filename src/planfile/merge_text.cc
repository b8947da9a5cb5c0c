#include "planfile/merge_text.h"

#include <algorithm>
#include <vector>

namespace masar::planfile {
namespace {

using Lines = std::vector<std::string_view>;

/// Each with its end.
Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1);
        lines.push_back(text.substr(0, end + 1));
        text.remove_prefix(end + 1);
    }
    return lines;
}

/// Lines [begin, end) of the base become [new_begin, new_end) of the other text.
struct Hunk {
    std::size_t begin = 0, end = 0, new_begin = 0, new_end = 0;
};

/// Myers 1986, "An O(ND) Difference Algorithm and Its Variations", the greedy algorithm; when more than `most_edits` lines differ, what
/// lies between the equal ends counts as one hunk.
class LineDiff {
public:
    LineDiff(const Lines& base, const Lines& changed) : a_(base), b_(changed) {}

    std::vector<Hunk> run() {
        while (front_ < a_.size() && front_ < b_.size() && a_[front_] == b_[front_]) ++front_;
        n_ = a_.size() - front_, m_ = b_.size() - front_;
        while (n_ > 0 && m_ > 0 && a_[front_ + n_ - 1] == b_[front_ + m_ - 1]) --n_, --m_;
        if (n_ == 0 && m_ == 0) return {};
        if (n_ == 0 || m_ == 0 || !search()) return {{front_, front_ + n_, front_, front_ + m_}};
        return trace();
    }

private:
    static constexpr std::ptrdiff_t most_edits = 2000;
    using Row = std::vector<std::ptrdiff_t>;  ///< furthest x by diagonal, from -d to d

    [[nodiscard]] static bool goes_down(const Row& row, std::ptrdiff_t k, std::ptrdiff_t d) {
        return k == -d || (k != d && at(row, k - 1) < at(row, k + 1));
    }
    /// Of a row of d - 1 edits.
    [[nodiscard]] static std::ptrdiff_t at(const Row& row, std::ptrdiff_t k) {
        const std::ptrdiff_t middle = static_cast<std::ptrdiff_t>(row.size()) / 2;
        return k + middle < 0 || k + middle >= static_cast<std::ptrdiff_t>(row.size())
                   ? -1
                   : row[static_cast<std::size_t>(k + middle)];
    }

    bool search() {
        const auto n = static_cast<std::ptrdiff_t>(n_), m = static_cast<std::ptrdiff_t>(m_);
        for (std::ptrdiff_t d = 0; d <= std::min(n + m, most_edits); ++d) {
            Row row(static_cast<std::size_t>(2 * d + 1), -1);
            for (std::ptrdiff_t k = -d; k <= d; k += 2) {
                std::ptrdiff_t x = d == 0                          ? 0
                                   : goes_down(rows_.back(), k, d) ? at(rows_.back(), k + 1)
                                                                   : at(rows_.back(), k - 1) + 1;
                while (x < n && x - k < m && equal(x, x - k)) ++x;
                row[static_cast<std::size_t>(k + d)] = x;
                if (x >= n && x - k >= m) return rows_.push_back(std::move(row)), true;
            }
            rows_.push_back(std::move(row));
        }
        return false;
    }
    [[nodiscard]] bool equal(std::ptrdiff_t x, std::ptrdiff_t y) const {
        return a_[front_ + static_cast<std::size_t>(x)] == b_[front_ + static_cast<std::size_t>(y)];
    }

    std::vector<Hunk> trace() const {
        std::vector<Hunk> hunks;
        auto x = static_cast<std::ptrdiff_t>(n_), y = static_cast<std::ptrdiff_t>(m_);
        for (auto d = static_cast<std::ptrdiff_t>(rows_.size()) - 1; d > 0; --d) {
            const Row& before = rows_[static_cast<std::size_t>(d - 1)];
            const std::ptrdiff_t k = x - y;
            const bool down = goes_down(before, k, d);
            const std::ptrdiff_t from = down ? at(before, k + 1) : at(before, k - 1);
            const std::ptrdiff_t from_y = from - (down ? k + 1 : k - 1);
            // The edit leads from (from, from_y) one step down or right; what follows is equal.
            add(hunks, from, from_y, down);
            x = from, y = from_y;
        }
        std::ranges::reverse(hunks);
        return hunks;
    }
    void add(std::vector<Hunk>& hunks, std::ptrdiff_t x, std::ptrdiff_t y, bool down) const {
        const std::size_t begin = front_ + static_cast<std::size_t>(x),
                          new_begin = front_ + static_cast<std::size_t>(y);
        const std::size_t end = begin + (down ? 0 : 1), new_end = new_begin + (down ? 1 : 0);
        if (!hunks.empty() && hunks.back().begin == end && hunks.back().new_begin == new_end) {
            hunks.back().begin = begin, hunks.back().new_begin = new_begin;
            return;
        }
        hunks.push_back({begin, end, new_begin, new_end});
    }

    const Lines &a_, &b_;
    std::size_t front_ = 0, n_ = 0, m_ = 0;
    std::vector<Row> rows_;
};

bool same_change(const Hunk& a, const Lines& of_a, const Hunk& b, const Lines& of_b) {
    return a.begin == b.begin && a.end == b.end && a.new_end - a.new_begin == b.new_end - b.new_begin
           && std::equal(of_a.begin() + static_cast<std::ptrdiff_t>(a.new_begin),
                         of_a.begin() + static_cast<std::ptrdiff_t>(a.new_end),
                         of_b.begin() + static_cast<std::ptrdiff_t>(b.new_begin));
}

/// They touch the same lines, or insert at the same place.
bool collide(const Hunk& a, const Hunk& b) {
    if (a.begin == a.end && b.begin == b.end) return a.begin == b.begin;
    return a.begin < b.end && b.begin < a.end;
}

void append(std::string& out, const Lines& lines, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) out += lines[i];
}

}  // namespace

std::optional<std::string> merged_text(std::string_view base, std::string_view one, std::string_view other) {
    const Lines lines = lines_of(base), mine = lines_of(one), theirs = lines_of(other);
    const std::vector<Hunk> a = LineDiff(lines, mine).run(), b = LineDiff(lines, theirs).run();
    std::string out;
    std::size_t at = 0, i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size()) {
            if (same_change(a[i], mine, b[j], theirs)) {
                ++j;  // made by both: once is enough
                continue;
            }
            if (collide(a[i], b[j])) return std::nullopt;
        }
        const bool first =
            j == b.size()
            || (i < a.size() && (a[i].begin != b[j].begin ? a[i].begin < b[j].begin : a[i].end < b[j].end));
        const Hunk& hunk = first ? a[i++] : b[j++];
        append(out, lines, at, hunk.begin);
        append(out, first ? mine : theirs, hunk.new_begin, hunk.new_end);
        at = hunk.end;
    }
    append(out, lines, at, lines.size());
    return out;
}

}  // namespace masar::planfile
