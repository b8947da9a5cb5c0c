#include "planfile/id_table.h"

#include "base/near_name.h"

#include <algorithm>

namespace masar::planfile {
namespace {

constexpr char folded(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

}  // namespace

std::size_t IdTable::FoldedHash::operator()(std::string_view id) const {
    std::size_t hash = 14695981039346656037U;  // FNV-1a
    for (const char c : id) hash = (hash ^ static_cast<unsigned char>(folded(c))) * 1099511628211U;
    return hash;
}

bool IdTable::FoldedEqual::operator()(std::string_view a, std::string_view b) const {
    return std::ranges::equal(a, b, [](char x, char y) { return folded(x) == folded(y); });
}

const IdTable::Entry* IdTable::declare(std::string_view id, base::Place place) {
    const auto index = static_cast<std::int32_t>(entries_.size());
    const auto [found, fresh] = by_id_.emplace(id, index);
    if (!fresh) return &entries_[static_cast<std::size_t>(found->second)];
    entries_.push_back({index, id, place});
    return nullptr;
}

const IdTable::Entry* IdTable::find(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &entries_[static_cast<std::size_t>(found->second)];
}

const IdTable::Entry* IdTable::nearest(std::string_view id) const {
    std::vector<std::string_view> ids;
    ids.reserve(entries_.size());
    for (const Entry& entry : entries_) ids.push_back(entry.id);
    const auto index = base::nearest_index(id, ids);
    return index ? &entries_[*index] : nullptr;
}

}  // namespace masar::planfile
