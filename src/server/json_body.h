#pragma once
// Bodies of requests: JSON within limits, and its members by name, with a problem that names the member when it is not as expected.
#include "server/http/problem_document.h"
#include "server/http/server_limits.h"

#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::server {

/// Refuses what is no JSON, nested deeper or made of more values than the limits say.
[[nodiscard]] Answer<boost::json::value> read_json(std::string_view text, const ServerLimits& limits);

/// The members of one object. A wrong one gives a problem of code wrong_field; the first problem is kept, and the value given then
/// is empty: ask for all, then look once.
class JsonFields {
public:
    /// Members besides `known` are refused, so that a slip of the pen is not taken for an empty field. `path` is put before names.
    JsonFields(const boost::json::value& value, std::vector<std::string_view> known, std::string path = "");

    [[nodiscard]] std::string text(std::string_view name);
    [[nodiscard]] std::optional<std::string> text_or_none(std::string_view name);
    [[nodiscard]] std::int64_t whole_number(std::string_view name);
    [[nodiscard]] bool truth(std::string_view name, bool otherwise);
    /// {"en": …, "ar": …}
    [[nodiscard]] base::Text both(std::string_view name);
    [[nodiscard]] std::vector<std::string> texts_or_none(std::string_view name);
    /// The member as it is; null when it is absent.
    [[nodiscard]] const boost::json::value* value(std::string_view name) const;

    void refuse(std::string_view name, base::Text why);
    [[nodiscard]] bool wrong() const { return problem_.has_value(); }
    [[nodiscard]] tl::unexpected<Problem> problem() const { return tl::unexpected<Problem>(*problem_); }

private:
    const boost::json::value* needed(std::string_view name);

    const boost::json::object* object_ = nullptr;
    std::string path_;
    std::optional<Problem> problem_;
};

}  // namespace masar::server
