#pragma once
// For tests: reads a plan's files, compiles it when it holds, and lints it.
#include "compile/compile_plan.h"
#include "lint/lint_plan.h"
#include "planfile/example_files_test.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace masar::lint {

inline std::string text_of(const std::filesystem::path& path) {
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

/// plan.yaml first, then the others by name: as the plan file's format says.
inline std::vector<planfile::InputFile> files_of(const std::filesystem::path& folder) {
    return planfile::files_below(folder);
}

struct Linted {
    planfile::ReadResult read;
    base::Diagnostics found;  ///< by the lints only

    [[nodiscard]] const base::Diagnostic* find(std::string_view lint) const {
        for (const base::Diagnostic& each : found)
            if (each.lint == lint) return &each;
        return nullptr;
    }
};

inline Linted lint_files(std::vector<planfile::InputFile> files) {
    Linted out{planfile::read_plan(std::move(files)), {}};
    if (base::has_errors(out.read.diagnostics)) {
        out.found = lint(out.read.plan, nullptr);
        return out;
    }
    const auto compiled = compile::compile_plan(out.read.plan, {});
    out.found = lint(out.read.plan, compiled.compiled ? &*compiled.compiled : nullptr);
    return out;
}

}  // namespace masar::lint
