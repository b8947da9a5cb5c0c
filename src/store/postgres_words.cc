#include "store/postgres_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace masar::store {
namespace {

bool of_word(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

std::string_view in_postgres(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> types{
        {{"INTEGER", "BIGINT"}, {"BLOB", "BYTEA"}, {"TEXT", "TEXT COLLATE \"C\""}}};
    const auto* found = std::ranges::find(types, word, &std::pair<std::string_view, std::string_view>::first);
    return found == types.end() ? word : found->second;
}

}  // namespace

std::string postgres_question(std::string_view sql) {
    std::string out(sql);
    std::ranges::replace(out, '?', '$');
    return out;
}

std::string postgres_script(std::string_view sql) {
    std::string out;
    for (std::size_t at = 0; at < sql.size();) {
        std::size_t end = at;
        while (end < sql.size() && of_word(sql[end])) ++end;
        if (end == at)
            out += sql[end++];
        else
            out += in_postgres(sql.substr(at, end - at));
        at = end;
    }
    return out;
}

}  // namespace masar::store
