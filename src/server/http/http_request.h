#pragma once
// A request as the handlers see it: already checked, its path normalised, its body whole.
#include "base/text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace masar::server {

enum class Method : unsigned char { get, head, post, put, patch, del, options, other };

[[nodiscard]] Method method_of(std::string_view word);
[[nodiscard]] std::string_view word_of(Method method);
/// GET, HEAD and OPTIONS change nothing (RFC 9110, 9.2.1).
[[nodiscard]] bool is_safe(Method method);

/// Names and values in the order sent; names compare without case.
class FieldList {
public:
    void add(std::string name, std::string value) { fields_.emplace_back(std::move(name), std::move(value)); }
    /// The value of the first field of this name; empty when there is none.
    [[nodiscard]] std::string_view get(std::string_view name) const;
    [[nodiscard]] std::size_t count(std::string_view name) const;
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const { return fields_; }

private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

/// Upper and lower case are one letter in names of fields, methods' tokens and media types.
[[nodiscard]] bool same_word(std::string_view a, std::string_view b);

struct HttpRequest {
    Method method = Method::get;
    std::string path;                                        ///< decoded and normalised: "/api/v1/plans/3"
    std::vector<std::pair<std::string, std::string>> query;  ///< decoded, in the order sent
    std::string target;                                      ///< as sent; a key of caches, never logged
    FieldList fields;
    std::string body;
    std::string peer;  ///< the address at the other end, without its port
    bool encrypted = false;
    base::Language language = base::Language::en;  ///< of ?lang=, else of Accept-Language

    [[nodiscard]] std::optional<std::string_view> parameter(std::string_view name) const;
    /// The value of one cookie; empty when it was not sent.
    [[nodiscard]] std::string_view cookie(std::string_view name) const;
};

}  // namespace masar::server
