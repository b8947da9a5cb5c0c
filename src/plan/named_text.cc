#include "plan/named_text.h"

namespace masar::plan {

std::string fingerprint(std::string_view text) {
    std::uint32_t hash = 2166136261U;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (int shift = 28; shift >= 0; shift -= 4) out += digits[hash >> shift & 15];
    return out;
}

std::optional<base::Language> stale_language(const NamedText& text) {
    if (!text.reviews) return std::nullopt;
    const auto stale = [](const std::optional<Review>& review, std::string_view other) {
        return review && !review->of.empty() && review->of != fingerprint(other);
    };
    if (stale(text.reviews->ar, text.en)) return base::Language::ar;
    if (stale(text.reviews->en, text.ar)) return base::Language::en;
    return std::nullopt;
}

}  // namespace masar::plan
