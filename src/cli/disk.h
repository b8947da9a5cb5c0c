#pragma once
// The real files (POSIX). Nothing is ever half written: new content goes into a file beside the old one, reaches the disk, and then
// takes its name.
#include "base/doors.h"

namespace masar::cli {

class Disk : public base::FileDoor {
public:
    [[nodiscard]] Entry look(std::string_view path) const override;
    [[nodiscard]] base::Result<std::string> read(std::string_view path, ReadLimit limit) const override;
    [[nodiscard]] base::Result<void> write_whole(std::string_view path, std::string_view content) override;
    [[nodiscard]] base::Result<std::vector<std::string>> list(std::string_view folder) const override;
    [[nodiscard]] base::Result<void> append(std::string_view path, std::string_view content) override;
};

}  // namespace masar::cli
