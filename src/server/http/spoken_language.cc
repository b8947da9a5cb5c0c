#include "server/http/spoken_language.h"

#include "server/http/http_request.h"

#include <algorithm>
#include <charconv>

namespace masar::server {
namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// Thousandths; a weight that cannot be read counts as none.
int weight_of(std::string_view parameters) {
    const std::size_t at = parameters.find("q=");
    if (at == std::string_view::npos) return 1000;
    const std::string_view number = parameters.substr(at + 2);
    double weight = 0;
    std::from_chars(number.data(), number.data() + number.size(), weight);
    return static_cast<int>(std::clamp(weight, 0.0, 1.0) * 1000);
}

struct Weights {
    int en = 0, ar = 0;
};

void weigh(std::string_view item, Weights& weights) {
    const std::size_t mark = std::min(item.find(';'), item.size());
    const std::string_view tag = trimmed(item.substr(0, mark));
    const std::string_view language = tag.substr(0, tag.find('-'));
    const int weight = weight_of(item.substr(mark));
    if (same_word(language, "en")) weights.en = std::max(weights.en, weight);
    if (same_word(language, "ar")) weights.ar = std::max(weights.ar, weight);
}

}  // namespace

base::Language spoken_language(std::string_view wanted, std::string_view accepted) {
    if (wanted == "ar") return base::Language::ar;
    if (wanted == "en") return base::Language::en;
    Weights weights;
    int place = 0;  // of equals, the one named first
    while (!accepted.empty() && place < 32) {
        const std::size_t comma = std::min(accepted.find(','), accepted.size());
        Weights item;
        weigh(accepted.substr(0, comma), item);
        if (item.en > 0) weights.en = std::max(weights.en, item.en * 32 - place);
        if (item.ar > 0) weights.ar = std::max(weights.ar, item.ar * 32 - place);
        accepted.remove_prefix(std::min(comma + 1, accepted.size()));
        ++place;
    }
    return weights.ar > weights.en ? base::Language::ar : base::Language::en;
}

bool is_local_name(std::string_view host) {
    if (host.starts_with('[')) return true;
    host = host.substr(0, host.find(':'));
    const bool number = std::ranges::all_of(host, [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
    return number || same_word(host, "localhost");
}

}  // namespace masar::server
