#pragma once
// Rows of a table as records of a plan: which record a row is about, what it changes of it, and whether the plan then still reads.
#include "app/imported_cells.h"
#include "planfile/plan_text.h"

#include <set>

namespace masar::app {

class RowMatcher {
public:
    RowMatcher(const plan::Plan& plan, const planfile::PlanText& texts, const exchange::Sheet& sheet,
               const std::vector<ImportColumn>& columns);

    /// Adds the row and its edits, or its doubts.
    void take(std::size_t row, CellReader::Row read, ImportPreview& preview, std::vector<CellDoubt>& doubts);
    /// Records that the answers ask for, before what refers to them.
    void add_wanted(const std::vector<WantedRecord>& wanted, ImportPreview& preview) const;
    /// Reads the plan as it would be: what is wrong then and was not before is a doubt of the row it stands in.
    void check_result(const std::vector<planfile::InputFile>& plan, const base::Diagnostics& known,
                      const ImportPreview& preview, std::vector<CellDoubt>& doubts) const;

private:
    struct Identity {
        std::string id;
        const plan::Activity* activity = nullptr;  ///< of the plan; none = a new one
        std::optional<std::size_t> same_as;        ///< row that is about the same record
    };
    [[nodiscard]] Identity identify(std::size_t row, const CellReader::Row& read);
    [[nodiscard]] const plan::Activity* named(const std::string& en, const std::string& ar,
                                              std::optional<calendar::Date> first) const;
    [[nodiscard]] std::string unused_id(const std::string& name);
    void complete(CellReader::Row& read) const;
    void add_new(const std::string& id, CellReader::Row& read, ImportPreview& preview) const;
    std::vector<std::string> add_changes(const std::string& id, const CellReader::Row& read,
                                         ImportPreview& preview) const;

    const plan::Plan& plan_;
    const planfile::PlanText& texts_;
    const exchange::Sheet& sheet_;
    std::optional<std::size_t> id_column_;
    std::size_t first_column_ = 0;
    std::map<std::string, std::size_t> rows_by_id_;
    std::set<std::string> new_ids_;
};

}  // namespace masar::app
