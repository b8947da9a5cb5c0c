#pragma once
// `import`: a table of events taken into a plan.
#include "app/import_table.h"
#include "base/doors.h"
#include "report/told_import.h"

namespace masar::app {

struct ImportedFile {
    report::ToldImport told;
    base::Diagnostics diagnostics;  ///< of the plan before: with errors in it nothing is taken in
    base::Sources sources;
    std::vector<planfile::InputFile> files;  ///< the plan's texts as they would be; empty while there are doubts
};
[[nodiscard]] base::Result<ImportedFile> import_file(const base::FileDoor& files, std::string_view table,
                                                     std::string_view plan, const ImportChoices& choices);

[[nodiscard]] report::ToldImport told(const ImportPreview& preview, const exchange::Sheet& sheet);

/// Writes the texts that differ from those on disk.
[[nodiscard]] base::Result<void> write_plan(base::FileDoor& files, std::string_view plan,
                                            const std::vector<planfile::InputFile>& texts);

}  // namespace masar::app
