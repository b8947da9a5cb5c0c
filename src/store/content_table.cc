#include "base/sha256.h"
#include "store/fault.h"
#include "store/tables.h"

#include <algorithm>

namespace masar::store {
namespace {

constexpr std::int64_t deepest = 16;      // bases that a read may have to follow
constexpr std::size_t worth_while = 512;  // smaller texts are kept whole

struct Stored {
    std::string base;
    std::int64_t depth = 0, head = 0, tail = 0;
    std::string body;
};

base::Error missing(std::string_view hash) { return fault_error(Fault::damaged, "contents", hash); }

base::Result<std::optional<Stored>> stored(Connection& connection, std::string_view hash) {
    const auto rows =
        connection.query("SELECT base, depth, head, tail, body FROM contents WHERE hash = ?1", {std::string(hash)});
    if (!rows) return tl::unexpected(rows.error());
    if (rows->empty()) return std::optional<Stored>();
    const Cells& cells = rows->front();
    const auto* base = std::get_if<std::string>(&cells[0]);
    const auto* body = std::get_if<Bytes>(&cells[4]);
    const auto number = [&](std::size_t at) { return std::get_if<std::int64_t>(&cells[at]); };
    if (base == nullptr || body == nullptr || number(1) == nullptr || number(2) == nullptr || number(3) == nullptr)
        return tl::unexpected(missing(hash));
    return Stored{*base, *number(1), *number(2), *number(3), body->content};
}

/// Without looking whether it is what its name says. Goes down at most `deepest` bases, whatever is stored.
base::Result<std::string> assembled(Connection& connection, std::string_view hash) {
    std::vector<Stored> parts;
    std::string next(hash);
    do {
        auto part = stored(connection, next);
        if (!part) return tl::unexpected(part.error());
        if (!*part || parts.size() > deepest) return tl::unexpected(missing(hash));
        next = (*part)->base;
        parts.push_back(**std::move(part));
    } while (!next.empty());
    std::string content;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        const auto head = static_cast<std::size_t>(part->head), tail = static_cast<std::size_t>(part->tail);
        if (part->head < 0 || part->tail < 0 || head + tail > content.size()) return tl::unexpected(missing(hash));
        content = content.substr(0, head) + part->body + content.substr(content.size() - tail);
    }
    return content;
}

/// `content` as what differs from `like`; whole when that is not much shorter.
base::Result<Stored> packed(Connection& connection, std::string_view content, std::string_view like) {
    Stored whole{{}, 0, 0, 0, std::string(content)};
    if (like.empty() || content.size() < worth_while) return whole;
    const auto base = stored(connection, like);
    if (!base) return tl::unexpected(base.error());
    if (!*base || (*base)->depth >= deepest) return whole;
    const auto old = assembled(connection, like);
    if (!old) return tl::unexpected(old.error());
    const std::size_t shorter = std::min(content.size(), old->size());
    const auto head = static_cast<std::size_t>(
        std::mismatch(content.begin(), content.begin() + shorter, old->begin()).first - content.begin());
    std::size_t tail = 0;
    while (tail < shorter - head && content[content.size() - 1 - tail] == (*old)[old->size() - 1 - tail]) ++tail;
    if (2 * (content.size() - head - tail) > content.size()) return whole;
    return Stored{std::string(like), (*base)->depth + 1, static_cast<std::int64_t>(head),
                  static_cast<std::int64_t>(tail), std::string(content.substr(head, content.size() - head - tail))};
}

using Names = std::map<std::string, std::string>;  // path → content

base::Result<Names> list_of(Connection& connection, std::string_view list) {
    const auto rows = connection.query("SELECT path, content FROM file_lists WHERE list = ?1", {std::string(list)});
    if (!rows) return tl::unexpected(rows.error());
    Names names;
    for (const Cells& cells : *rows) names[std::get<std::string>(cells[0])] = std::get<std::string>(cells[1]);
    return names;
}

/// Lengths stand before texts, so that no path can pass for two.
std::string name_of(const Names& names) {
    std::string list;
    for (const auto& [path, hash] : names) list += std::to_string(path.size()) + ' ' + path + ' ' + hash + '\n';
    return base::sha256_hex(list);
}

List<std::string> texts_of(const base::Result<Rows>& rows) {
    if (!rows) return tl::unexpected(rows.error());
    std::vector<std::string> texts;
    for (const Cells& cells : *rows) texts.push_back(std::get<std::string>(cells.front()));
    return texts;
}

}  // namespace

base::Result<std::string> ContentTable::put(std::string_view content, std::string_view like) {
    std::string hash = base::sha256_hex(content);
    const auto there = connection_->query("SELECT 1 FROM contents WHERE hash = ?1", {hash});
    if (!there) return tl::unexpected(there.error());
    if (!there->empty()) return hash;
    const auto part = packed(*connection_, content, like);
    if (!part) return tl::unexpected(part.error());
    const auto added =
        connection_->query("INSERT INTO contents (hash, base, depth, head, tail, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                           {hash, part->base, part->depth, part->head, part->tail, Bytes{part->body}});
    if (!added) return tl::unexpected(added.error());
    return hash;
}

base::Result<std::string> ContentTable::get(std::string_view hash) const {
    auto content = assembled(*connection_, hash);
    if (content && base::sha256_hex(*content) != hash) return tl::unexpected(missing(hash));
    return content;
}

base::Result<std::string> ContentTable::put_files(const Files& files, std::string_view like) {
    const auto earlier = list_of(*connection_, like);
    if (!earlier) return tl::unexpected(earlier.error());
    Names named;
    for (const auto& [path, text] : files) {
        const auto base = earlier->find(path);
        auto hash = put(text, base == earlier->end() ? std::string_view() : std::string_view(base->second));
        if (!hash) return hash;
        named[path] = *std::move(hash);
    }
    std::string name = name_of(named);
    for (const auto& [path, hash] : named) {
        const auto added = connection_->query(
            "INSERT INTO file_lists (list, path, content) VALUES (?1, ?2, ?3) ON CONFLICT (list, path) DO NOTHING",
            {name, path, hash});
        if (!added) return tl::unexpected(added.error());
    }
    return name;
}

base::Result<ContentTable::Files> ContentTable::get_files(std::string_view hash) const {
    const auto named = list_of(*connection_, hash);
    if (!named) return tl::unexpected(named.error());
    if (name_of(*named) != hash) return tl::unexpected(missing(hash));
    Files files;
    for (const auto& [path, content] : *named) {
        auto text = get(content);
        if (!text) return tl::unexpected(text.error());
        files[path] = *std::move(text);
    }
    return files;
}

base::Result<bool> ContentTable::is_list(std::string_view name) const {
    return list_of(*connection_, name).map([&](const Names& names) { return name_of(names) == name; });
}

List<std::string> ContentTable::names_after(std::string_view name, std::int64_t at_most) const {
    return texts_of(connection_->query("SELECT hash FROM contents WHERE hash > ?1 ORDER BY hash LIMIT ?2",
                                       {std::string(name), at_most}));
}

List<std::string> ContentTable::lists_after(std::string_view name, std::int64_t at_most) const {
    return texts_of(connection_->query("SELECT DISTINCT list FROM file_lists WHERE list > ?1 ORDER BY list LIMIT ?2",
                                       {std::string(name), at_most}));
}

}  // namespace masar::store
