#pragma once
// The files of a plan as texts with their trees: where each record and each field stands.
#include "planfile/event_reader.h"
#include "planfile/read_plan.h"
#include "planfile/tree_value.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace masar::planfile {

struct RecordSpot {
    std::size_t file = 0;
    TreeValue value;
};

class PlanText {
public:
    explicit PlanText(std::vector<InputFile> files);

    [[nodiscard]] std::size_t size() const { return files_.size(); }
    [[nodiscard]] const InputFile& file(std::size_t index) const { return files_[index]->input; }
    [[nodiscard]] const NodeTree& tree(std::size_t index) const { return files_[index]->read.tree; }
    [[nodiscard]] std::vector<const NodeTree*> trees() const;
    /// The first file that ends in a syntax error.
    [[nodiscard]] std::optional<std::size_t> broken() const;

    void set_text(std::size_t file, std::string text);
    void set_name(std::size_t file, std::string name, std::string side);
    std::size_t add_file(InputFile file);
    [[nodiscard]] std::vector<InputFile> texts() const;

    /// The value of a top-level key in one file; it does not exist where the file lacks it.
    [[nodiscard]] TreeValue heading(std::size_t file, std::string_view section) const;
    /// A record by its id; one without an id by what it is about ("texas-season drp-007", the second equal one "… (2)"). Without an id
    /// the value of the whole heading, in the first file that has it.
    [[nodiscard]] std::optional<RecordSpot> find(std::string_view section, std::string_view id) const;
    /// Every record of a section in the order of the files, with the name it is known by.
    [[nodiscard]] std::vector<std::pair<std::string, RecordSpot>> records(std::string_view section) const;

private:
    struct File {
        File(InputFile of, std::size_t index)
            : input(std::move(of)), read(read_tree(input.text, static_cast<std::uint16_t>(index))) {}
        InputFile input;
        ReadTree read;  ///< of input.text, so that both stay together
    };
    using Spots = std::unordered_map<std::string, RecordSpot>;  ///< by folded id

    [[nodiscard]] const Spots& spots(std::string_view section) const;

    std::vector<std::unique_ptr<File>> files_;
    mutable std::mutex spots_mutex_;  ///< a plan that is only read may be read by several threads
    mutable std::map<std::string, Spots, std::less<>> spots_;  ///< of the sections asked for so far
};

/// Whether records of this section stand in a list, without ids.
[[nodiscard]] bool is_list_section(std::string_view section);
/// "needs.planners" as its parts; a point beside a point is part of a key: "reductions.2027-07-01..2027-08-31".
[[nodiscard]] std::vector<std::string> field_path(std::string_view field);

}  // namespace masar::planfile
