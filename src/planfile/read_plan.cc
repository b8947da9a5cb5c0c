#include "planfile/read_plan.h"

#include "plan/marking.h"
#include "planfile/event_reader.h"
#include "planfile/phrase.h"
#include "planfile/read_frame.h"
#include "planfile/read_records.h"
#include "planfile/validate.h"

#include <algorithm>
#include <array>
#include <deque>
#include <set>
#include <utility>

namespace masar::planfile {
namespace {

struct KindReader {
    Kind kind;
    RecordReader read;
};

/// Sides first: years and money are read by their side's fiscal year; funds before activities.
constexpr std::array kind_readers{
    KindReader{Kind::side, &read_side},
    KindReader{Kind::organisation, &read_organisation},
    KindReader{Kind::place, &read_place},
    KindReader{Kind::activity_type, &read_activity_type},
    KindReader{Kind::calendar, &read_calendar},
    KindReader{Kind::period, &read_period},
    KindReader{Kind::commitment, &read_commitment},
    KindReader{Kind::line, &read_line},
    KindReader{Kind::objective, &read_objective},
    KindReader{Kind::outcome, &read_outcome},
    KindReader{Kind::output, &read_output},
    KindReader{Kind::phase, &read_phase},
    KindReader{Kind::gate, &read_gate},
    KindReader{Kind::resource, &read_resource},
    KindReader{Kind::stock, &read_stock},
    KindReader{Kind::fund, &read_fund},
    KindReader{Kind::posting, &read_posting},
    KindReader{Kind::approval, &read_approval},
    KindReader{Kind::rule, &read_rule},
    KindReader{Kind::indicator, &read_indicator},
    KindReader{Kind::risk, &read_risk},
    KindReader{Kind::branch, &read_branch},
    KindReader{Kind::activity, &read_activity},
    KindReader{Kind::choice, &read_choice},
    KindReader{Kind::history, &read_history},
    KindReader{Kind::lesson, &read_lesson},
};
static_assert(kind_readers.size() == id_kinds);

/// One file with its tree; `reader` refers to `tree`, so it stays where it is made.
struct OpenFile {
    OpenFile(Reading& reading, ReadTree read) : tree(std::move(read.tree)), reader(reading, tree) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    NodeTree tree;
    FileReader reader;
    std::string folder_side;  ///< as the folder is called
};

/// Preferences always count; where the aims do not say how much, after everything else.
void aim_at_preferences(plan::Plan& plan) {
    const bool any =
        std::ranges::any_of(plan.rules, [](const plan::Rule& rule) { return rule.force == plan::Force::preference; });
    const auto last = plan::ObjectiveOrder::preferences;
    if (any && std::ranges::find(plan.aims, last) == plan.aims.end()) plan.aims.push_back(last);
}

class PlanReader {
public:
    ReadResult run(std::vector<InputFile> inputs) {
        open(std::move(inputs));
        for (const KindReader& each : kind_readers)
            for (OpenFile& file : files_) declare(file, each.kind);
        for (OpenFile& file : files_) find_side(file);
        read_frame(reading_, frame_files());
        for (const KindReader& each : kind_readers)
            for (OpenFile& file : files_) read_records(file, names(each.kind).heading, each.read);
        for (OpenFile& file : files_) read_lists(file);
        aim_at_preferences(reading_.plan);
        for (const OpenFile& file : files_) refuse_marked_comments(file);
        validate(reading_);
        withhold_lines();
        base::sort_by_place(reading_.diagnostics);
        return {std::move(reading_.plan), std::move(reading_.diagnostics)};
    }

private:
    /// All texts are in place before the first tree refers to one.
    void open(std::vector<InputFile> inputs) {
        constexpr std::size_t most_files = base::Place::no_file - 1;
        if (inputs.size() > most_files) inputs.resize(most_files);
        for (InputFile& input : inputs) reading_.plan.sources.add({input.name, std::move(input.text)});
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            const auto number = static_cast<std::uint16_t>(i);
            ReadTree read = read_tree(reading_.plan.sources.file(number).text, number);
            reading_.partial = reading_.partial || !read.complete;
            std::ranges::move(read.diagnostics, std::back_inserter(reading_.diagnostics));
            files_.emplace_back(reading_, std::move(read)).folder_side = std::move(inputs[i].side);
        }
    }

    /// Ids of all files are known before the first reference is read.
    void declare(OpenFile& file, Kind kind) {
        const NodeId heading = heading_of(file, names(kind).heading);
        if (heading == no_node || file.tree[heading].kind != NodeKind::map) return;
        for (const NodeId entry : file.tree.children(heading)) {
            if (file.tree[entry].duplicate) continue;
            file.reader.check_id(entry);
            const IdTable::Entry* earlier =
                reading_.ids(kind).declare(file.tree.key(entry), file.tree.key_place(entry));
            if (!earlier) continue;
            file.tree.edit(entry).duplicate = true;
            reading_
                .report(code::duplicate_id, file.tree.key_place(entry),
                        phrase("{0} '{2}' is defined twice", "{1} «{2}» معرّف مرتين", names(kind).en, names(kind).ar,
                               shortened(file.tree.key(entry))),
                        phrase("first defined at {}", "عُرّف أول مرة في {}", reading_.shown(earlier->place)))
                .related.push_back({earlier->place, {"first defined here", "عُرّف أول مرة هنا"}});
        }
    }

    void find_side(OpenFile& file) {
        if (file.folder_side.empty()) return;
        const auto number = static_cast<std::uint16_t>(file.tree.index().place(0, 0).file);
        file.reader.side = plan::SideIndex{reading_.resolve(Kind::side, file.folder_side, {1, 1, 1, number})};
    }

    std::vector<FrameFile> frame_files() const {
        std::vector<FrameFile> frames;
        for (const OpenFile& file : files_)
            if (!file.tree.empty()) frames.push_back({&file.reader, !file.folder_side.empty()});
        return frames;
    }

    static NodeId heading_of(const OpenFile& file, std::string_view heading) {
        return file.tree.empty() ? no_node : file.tree.find(NodeTree::root(), heading);
    }

    static void read_records(const OpenFile& file, std::string_view heading, RecordReader read) {
        const NodeId map = heading_of(file, heading);
        if (map != no_node) file.reader.each_entry(map, [&](NodeId entry) { read(file.reader, entry); });
    }
    /// What has no ids: it adds up over the files.
    static void read_lists(const OpenFile& file) {
        read_records(file, "ceilings", &read_ceilings);
        read_list(file, "rates", &read_rate);
        read_list(file, "waivers", &read_waiver);
        read_list(file, "correlations", &read_correlation);
    }
    static void read_list(const OpenFile& file, std::string_view heading, RecordReader read) {
        const NodeId list = heading_of(file, heading);
        if (list != no_node) file.reader.each_item(list, [&](NodeId item) { read(file.reader, item); });
    }

    /// Comments are no field, but they travel with the file.
    void refuse_marked_comments(const OpenFile& file) {
        const std::string_view source = file.tree.source();
        NodeId before = 0;  // the last value that begins before the '#'
        for (auto at = source.find('#'); at != std::string_view::npos; at = source.find('#', at + 1)) {
            if (at > 0 && source[at - 1] != ' ' && source[at - 1] != '\n') continue;
            while (before + 1 < file.tree.size() && file.tree[before + 1].value_begin <= at) ++before;
            const bool in_text =
                !file.tree.empty() && file.tree[before].kind == NodeKind::scalar && at < file.tree[before].value_end;
            if (in_text) continue;
            const auto end = std::min(source.find('\n', at), source.size());
            if (plan::has_classification_marking(source.substr(at + 1, end - at - 1)))
                file.reader.refuse_marking(file.tree.index().place(at, end));
            at = end - 1;
        }
    }

    /// A line with something refused is quoted by no diagnostic at all.
    void withhold_lines() {
        std::set<std::pair<std::uint16_t, std::uint32_t>> lines;
        for (const base::Diagnostic& each : reading_.diagnostics)
            if (each.withheld) lines.emplace(each.place.file, each.place.line);
        if (lines.empty()) return;
        for (base::Diagnostic& each : reading_.diagnostics)
            each.withheld = lines.contains({each.place.file, each.place.line});
    }

    Reading reading_;
    std::deque<OpenFile> files_;
};

}  // namespace

ReadResult read_plan(std::vector<InputFile> files) { return PlanReader().run(std::move(files)); }

}  // namespace masar::planfile
