#pragma once
// The cells of one row of a table as fields of a record, in the words of the plan file.
#include "app/import_table.h"
#include "app/record_names.h"

#include <optional>

namespace masar::app {

/// A field and the value its cell gives it.
struct ImportedField {
    std::string field;  ///< "name.en", "window", "needs"
    planfile::WrittenValue value;
    std::size_t column = 0;  ///< of the sheet
};

struct CellDoubt {
    std::size_t row = 0, column = 0;
    std::string value;
    exchange::CellFault fault;
};

/// A record that a reference asks for and somebody has agreed to make: an answer that begins with '+'.
struct WantedRecord {
    std::string section, id, name;
};

/// Reads rows one after the other; keeps what they share.
class CellReader {
public:
    CellReader(const plan::Plan& plan, const exchange::Sheet& sheet, const std::vector<ImportColumn>& columns,
               const ImportChoices& choices);

    struct Row {
        std::vector<ImportedField> fields;
        std::vector<CellDoubt> doubts;
        std::optional<calendar::Date> first, last;
    };
    [[nodiscard]] Row read(std::size_t row);
    [[nodiscard]] const std::vector<WantedRecord>& wanted() const { return wanted_; }

private:
    [[nodiscard]] exchange::Cell answered(std::size_t row, std::size_t column) const;
    void read_cell(const ImportColumn& column, const exchange::Cell& cell, Row& out);
    void add(Row& out, std::string_view field, planfile::WrittenValue value, std::size_t column) const;
    void doubt(Row& out, const ImportColumn& column, const exchange::Cell& cell, exchange::CellFault fault) const;
    void add_title(const ImportColumn& column, const exchange::Cell& cell, Row& out);
    void add_references(const ImportColumn& column, const exchange::Cell& cell, Row& out);
    void add_amounts(const ImportColumn& column, const exchange::Cell& cell, Row& out);
    void add_window(Row& out) const;
    /// The id that words mean; nothing, with a doubt, when there is none.
    [[nodiscard]] std::optional<std::string> resolve(const ImportColumn& column, const exchange::Cell& cell,
                                                     const std::string& words, Row& out);

    const plan::Plan& plan_;
    const exchange::Sheet& sheet_;
    const std::vector<ImportColumn>& columns_;
    const ImportChoices& choices_;
    std::map<std::pair<std::size_t, std::string>, std::string> answers_;  ///< by column and what the cell says
    std::map<std::string, std::vector<NamedRecord>, std::less<>> named_;  ///< by section
    std::vector<WantedRecord> wanted_;
    std::size_t row_ = 0, window_column_ = 0;
};

}  // namespace masar::app
