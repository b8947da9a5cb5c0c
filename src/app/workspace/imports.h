#pragma once
// Tables on their way into a roadmap: kept for the one who brought them until they are taken in or put away. Nothing is saved before.
#include "app/import_file.h"
#include "app/workspace/save_texts.h"

#include <boost/json/value.hpp>

#include <list>
#include <mutex>

namespace masar::app {

class Imports {
public:
    explicit Imports(std::size_t at_most = 64) : at_most_(at_most) {}

    struct Upload {
        std::int64_t id = 0;
        std::int64_t account = 0;  ///< whose it is; of a visitor the sandbox's plan, negative
        std::string plan, name;
        std::vector<exchange::Sheet> sheets;
        ImportChoices choices;
    };
    /// What the sheets are, with guesses for their columns.
    [[nodiscard]] Outcome<Upload> bring(const Actor& actor, std::string_view plan, std::string name,
                                        std::string_view bytes);
    /// {"sheet", "columns": {heading: field or ""}, "answers": {cell: value}, "dates": "day-first|month-first"}: added to what was said before.
    [[nodiscard]] Outcome<report::ToldImport> choose(Workspace& workspace, const Actor& actor, std::int64_t id,
                                                     const boost::json::value& choices);
    /// As one edit; refused while there are doubts.
    [[nodiscard]] Outcome<SavedTexts> accept(Workspace& workspace, const Actor& actor, std::int64_t id);
    [[nodiscard]] Outcome<void> put_away(const Actor& actor, std::int64_t id);

private:
    [[nodiscard]] Outcome<Upload> find(const Actor& actor, std::int64_t id);

    std::mutex mutex_;
    std::list<Upload> uploads_;  ///< newest first; the oldest one makes room
    std::int64_t last_ = 0;
    std::size_t at_most_;
};

/// {"id", "name", "sheets": [{"name", "rows", "columns": [{"heading", "guess", "samples"}]}], "fields": [{"field", "label"}]}
[[nodiscard]] std::string upload_json(const Imports::Upload& upload);

}  // namespace masar::app
