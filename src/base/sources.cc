#include "base/sources.h"

namespace masar::base {

std::uint16_t Sources::add(SourceFile file) {
    files_.push_back(std::move(file));
    starts_.emplace_back();
    return static_cast<std::uint16_t>(files_.size() - 1);
}

std::string_view Sources::name_of(const Place& place) const {
    return place.file < files_.size() ? std::string_view(files_[place.file].name) : std::string_view();
}

const std::vector<std::size_t>& Sources::line_starts(std::uint16_t index) const {
    std::vector<std::size_t>& starts = starts_[index];
    if (starts.empty()) {
        const std::string& text = files_[index].text;
        starts.push_back(0);
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] == '\n') starts.push_back(i + 1);
    }
    return starts;
}

std::string_view Sources::line_at(const Place& place) const {
    if (!place.known() || place.file >= files_.size()) return {};
    const std::vector<std::size_t>& starts = line_starts(place.file);
    if (place.line > starts.size()) return {};
    const std::string_view text = files_[place.file].text;
    const std::string_view rest = text.substr(starts[place.line - 1]);
    std::string_view line = rest.substr(0, rest.find('\n'));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

}  // namespace masar::base
