#pragma once
// The texts a plan was read from, kept so that a diagnostic can quote its line.
#include "base/place.h"

#include <string>
#include <string_view>
#include <vector>

namespace masar::base {

struct SourceFile {
    std::string name;  ///< as shown to people: relative to the plan folder, or the file name as given
    std::string text;
};

class Sources {
public:
    /// Returns the index to put into Place::file.
    std::uint16_t add(SourceFile file);

    [[nodiscard]] const SourceFile& file(std::uint16_t index) const { return files_[index]; }
    [[nodiscard]] std::size_t size() const { return files_.size(); }
    /// Name of the file of a place; empty when the place is not known.
    [[nodiscard]] std::string_view name_of(const Place& place) const;
    /// The whole line at a place without its line end; empty when the place is not known.
    [[nodiscard]] std::string_view line_at(const Place& place) const;

private:
    [[nodiscard]] const std::vector<std::size_t>& line_starts(std::uint16_t index) const;

    std::vector<SourceFile> files_;
    mutable std::vector<std::vector<std::size_t>> starts_;  ///< byte offset of each line, made when first asked for
};

}  // namespace masar::base
