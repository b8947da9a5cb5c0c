#include "server/http/http_request.h"

#include <algorithm>
#include <array>

namespace masar::server {
namespace {

struct MethodWord {
    Method method;
    std::string_view word;
};
constexpr std::array<MethodWord, 7> method_words{{{Method::get, "GET"},
                                                  {Method::head, "HEAD"},
                                                  {Method::post, "POST"},
                                                  {Method::put, "PUT"},
                                                  {Method::patch, "PATCH"},
                                                  {Method::del, "DELETE"},
                                                  {Method::options, "OPTIONS"}}};

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

}  // namespace

Method method_of(std::string_view word) {
    const auto found = std::ranges::find(method_words, word, &MethodWord::word);
    return found == method_words.end() ? Method::other : found->method;
}

std::string_view word_of(Method method) {
    const auto found = std::ranges::find(method_words, method, &MethodWord::method);
    return found == method_words.end() ? "OTHER" : found->word;
}

bool is_safe(Method method) { return method == Method::get || method == Method::head || method == Method::options; }

bool same_word(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view FieldList::get(std::string_view name) const {
    const auto found = std::ranges::find_if(fields_, [&](const auto& each) { return same_word(each.first, name); });
    return found == fields_.end() ? std::string_view{} : found->second;
}

std::size_t FieldList::count(std::string_view name) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(fields_, [&](const auto& each) { return same_word(each.first, name); }));
}

std::optional<std::string_view> HttpRequest::parameter(std::string_view name) const {
    const auto found = std::ranges::find(query, name, &std::pair<std::string, std::string>::first);
    if (found == query.end()) return std::nullopt;
    return found->second;
}

std::string_view HttpRequest::cookie(std::string_view name) const {
    std::string_view rest = fields.get("Cookie");
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        const std::string_view pair = trimmed(rest.substr(0, end));
        const std::size_t equals = pair.find('=');
        if (equals != std::string_view::npos && pair.substr(0, equals) == name) return pair.substr(equals + 1);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
}

}  // namespace masar::server
