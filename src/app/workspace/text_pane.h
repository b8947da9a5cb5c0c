#pragma once
// The plan as text, for those who would rather type: with the same diagnostics as `check`, and saved as one edit.
#include "app/workspace/save_texts.h"

namespace masar::app {

struct FileView {
    std::string path;
    bool editable = false;
    base::Text reason;  ///< why not
};

/// The files that the actor may read, as they read them.
[[nodiscard]] Outcome<std::vector<FileView>> list_files(Workspace& workspace, const Actor& actor,
                                                        std::string_view plan);

struct FileText {
    FileView file;
    std::string text;
    std::string etag;
};
[[nodiscard]] Outcome<FileText> read_file(Workspace& workspace, const Actor& actor, std::string_view plan,
                                          const std::string& path);

struct NewFileText {
    std::string path, text;
    std::string if_match;  ///< of what was read; empty for a file that is new
};
/// A file is saved when the actor reads all that stands in it, and may make every change that the text makes.
[[nodiscard]] Outcome<SavedTexts> save_file(Workspace& workspace, const Actor& actor, std::string_view plan,
                                            const NewFileText& text);

/// What `check` says of the plan as the actor reads it, with these files instead of its own; nothing is saved.
struct CheckedTexts {
    plan::Plan plan;
    base::Diagnostics diagnostics;
};
[[nodiscard]] Outcome<CheckedTexts> check_texts(Workspace& workspace, const Actor& actor, std::string_view plan,
                                                const PlanFiles& instead);

}  // namespace masar::app
