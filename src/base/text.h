#pragma once
// A text in both languages of the partnership. Neither is a translation "of" the other: both are written together.
#include <string>
#include <string_view>

namespace masar::base {

enum class Language : unsigned char { en, ar };

struct Text {
    std::string en;
    std::string ar;

    bool operator==(const Text&) const = default;

    /// The text in `language`; the other language when that one is empty, so that a reader is never shown nothing.
    [[nodiscard]] const std::string& in(Language language) const {
        const std::string& wanted = language == Language::ar ? ar : en;
        const std::string& other = language == Language::ar ? en : ar;
        return wanted.empty() ? other : wanted;
    }
    [[nodiscard]] bool empty() const { return en.empty() && ar.empty(); }
};

[[nodiscard]] constexpr std::string_view code(Language language) { return language == Language::ar ? "ar" : "en"; }

}  // namespace masar::base
