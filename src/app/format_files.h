#pragma once
// `fmt`: the canonical text of every file of a plan.
#include "base/diagnostic.h"
#include "base/doors.h"
#include "base/sources.h"

#include <string>
#include <string_view>
#include <vector>

namespace masar::app {

struct FormattedFile {
    std::string path;  ///< to write it back
    std::string text;  ///< canonical
    bool changed = false;
};

struct FormattedFiles {
    std::vector<FormattedFile> files;  ///< those without syntax errors
    base::Diagnostics diagnostics;     ///< syntax errors
    base::Sources sources;             ///< for the diagnostics
};

[[nodiscard]] base::Result<FormattedFiles> format_files(const base::FileDoor& files, std::string_view path);

}  // namespace masar::app
