#include "planfile/released_text.h"

#include "plan/every_record.h"
#include "plan/readers.h"
#include "planfile/event_reader.h"
#include "planfile/format_plan.h"
#include "planfile/gather.h"
#include "planfile/held_fields.h"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>

namespace masar::planfile {
namespace {

bool same_id(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}

struct File {
    File(const base::SourceFile& source, std::uint16_t number)
        : name(source.name), folder(side_folder(source.name)), read(read_tree(source.text, number)) {
        omissions.left_out.resize(read.tree.size());
    }
    [[nodiscard]] const NodeTree& tree() const { return read.tree; }

    std::string name, folder;
    ReadTree read;
    Omissions omissions;
    bool foreign = false;  ///< in the folder of another side
};

/// A record of one of the files, by its entry.
struct Entry {
    File* file = nullptr;
    NodeId node = no_node;
    Kind kind = Kind::none;
    const plan::Record* record = nullptr;  ///< null: it was read as nothing, nobody knows whose it is
};

std::optional<Kind> kind_of_heading(std::string_view heading) {
    for (std::size_t i = 0; i < id_kinds; ++i)
        if (names(static_cast<Kind>(i)).heading == heading) return static_cast<Kind>(i);
    return std::nullopt;
}

std::string closing_line(const std::vector<std::string_view>& keys) {
    std::string line = "withheld: [";
    for (std::size_t i = 0; i < keys.size(); ++i) line.append(i == 0 ? "" : ", ").append(keys[i]);
    return line + "]";
}

class Releasing {
public:
    Releasing(const plan::Plan& plan, plan::SideIndex reader) : plan_(plan), reader_(reader) {
        for (std::size_t i = 0; i < plan.sources.size(); ++i) {
            const auto number = static_cast<std::uint16_t>(i);
            File& file = files_.emplace_back(plan.sources.file(number), number);
            file.foreign = !file.folder.empty() && !same_id(file.folder, plan.sides[reader.at()].id);
            file.omissions.comments = !file.foreign;
        }
    }

    std::vector<InputFile> run() {
        find_entries();
        for (Entry& each : entries_)
            if (!readable(each)) lose(each);
        while (hold_fields()) {
        }
        for (File& file : files_) hold_lists(file);
        std::vector<InputFile> written;
        for (File& file : files_)
            if (auto text = written_anew(file)) written.push_back({file.name, *std::move(text), file.folder});
        return written;
    }

private:
    void find_entries() {
        std::map<base::Place, const plan::Record*> by_place;
        plan::for_each_record(plan_,
                              [&](std::string_view, const plan::Record& each) { by_place.emplace(each.place, &each); });
        for (File& file : files_) {
            if (file.tree().empty()) continue;
            for (const NodeId section : file.tree().children(NodeTree::root())) {
                const auto kind = kind_of_heading(file.tree().key(section));
                if (!kind || file.tree()[section].kind != NodeKind::map) continue;
                for (const NodeId entry : file.tree().children(section)) {
                    const auto record = by_place.find(file.tree().key_place(entry));
                    entries_.push_back({&file, entry, *kind, record == by_place.end() ? nullptr : record->second});
                }
            }
        }
    }

    /// Sides are the frame in which everything else is read.
    [[nodiscard]] bool readable(const Entry& entry) const {
        if (entry.record == nullptr) return false;
        return entry.kind == Kind::side || plan::readers_of(plan_, *entry.record)[reader_.at()];
    }
    [[nodiscard]] bool readable(const Entry& entry, std::string_view field) const {
        return entry.kind == Kind::side || plan::readers_of(plan_, *entry.record, field)[reader_.at()];
    }

    void lose(Entry& entry) {
        entry.file->omissions.left_out[entry.node] = true;
        gone_.add(entry.kind, entry.file->tree().key(entry.node));
    }

    /// Whether a record was lost because it could not stand: others may refer to it.
    bool hold_fields() {
        bool lost = false;
        for (Entry& entry : entries_) {
            Omissions& omissions = entry.file->omissions;
            if (omissions.left_out[entry.node]) continue;
            const bool plain = entry.record->release_fields.empty() && entry.record->withheld.empty();
            if (plain && gone_.empty()) continue;
            const RecordText record{entry.file->tree(), entry.node, entry.kind,
                                    [&](std::string_view field) { return readable(entry, field); }};
            const HeldFields held = held_fields(record, gone_, omissions.left_out);
            if (held.whole) {
                lose(entry);
                lost = true;
            } else if (!held.keys.empty()) {
                omissions.closing[entry.node] = closing_line(held.keys);
            }
        }
        return lost;
    }

    void hold_lists(File& file) {
        if (file.tree().empty()) return;
        for (const NodeId section : file.tree().children(NodeTree::root())) {
            const std::string_view heading = file.tree().key(section);
            const bool of_side = heading == "ceilings" || heading == "correlations";
            if (!find_keyword(Kind::plan, heading) || (of_side && file.foreign))
                file.omissions.left_out[section] = true;
            else if (heading == "waivers")
                hold_items(file, section, Kind::waiver);
            else if (heading == "correlations")
                hold_items(file, section, Kind::correlation);
            leave_out_empty(file, section);
        }
    }

    void hold_items(File& file, NodeId section, Kind kind) {
        const bool list = file.tree()[section].kind == NodeKind::list;
        const auto hold = [&](NodeId item) {
            const RecordText text{file.tree(), item, kind, {}};
            if (held_whole(text, gone_, file.omissions.left_out)) file.omissions.left_out[item] = true;
        };
        if (!list) return hold(section);
        for (const NodeId item : file.tree().children(section)) hold(item);
    }

    /// A heading without records does not tell whether there were some.
    static void leave_out_empty(File& file, NodeId section) {
        if (file.tree()[section].kind == NodeKind::scalar) return;
        for (const NodeId entry : file.tree().children(section))
            if (!file.omissions.left_out[entry]) return;
        file.omissions.left_out[section] = true;
    }

    [[nodiscard]] static std::optional<std::string> written_anew(const File& file) {
        const Omissions& omissions = file.omissions;
        if (file.tree().empty() || !file.read.complete) return std::nullopt;
        bool any = false;
        for (const NodeId section : file.tree().children(NodeTree::root()))
            any = any || (!omissions.left_out[section] && !(file.foreign && file.tree().key(section) == "masar"));
        if (!any) return std::nullopt;
        const bool own = !file.folder.empty() && !file.foreign;
        const bool untouched =
            omissions.closing.empty() && std::ranges::find(omissions.left_out, true) == omissions.left_out.end();
        if (own && untouched) return std::string(file.tree().source());
        return formatted(file.tree(), omissions);
    }

    const plan::Plan& plan_;
    plan::SideIndex reader_;
    std::deque<File> files_;  ///< trees and entries refer to where they stand
    std::vector<Entry> entries_;
    GoneRecords gone_;
};

}  // namespace

std::vector<InputFile> released_text(const plan::Plan& plan, plan::SideIndex reader) {
    return Releasing(plan, reader).run();
}

}  // namespace masar::planfile
