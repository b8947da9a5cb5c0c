#include "app/workspace/text_pane.h"

#include "app/check_plan.h"
#include "app/workspace/make_room.h"
#include "base/sha256.h"
#include "planfile/format_plan.h"
#include "report/figures.h"

#include <algorithm>

namespace masar::app {
namespace {

constexpr std::size_t longest_path = 120;

std::string side_of(std::string_view path) {
    constexpr std::string_view folder = "sides/";
    if (!path.starts_with(folder)) return {};
    path.remove_prefix(folder.size());
    return std::string(path.substr(0, path.find('/')));
}

/// "plan.yaml", "cyber.yaml", "sides/uae/money.yaml"
bool is_plan_path(std::string_view path) {
    if (path.size() > longest_path || !path.ends_with(".yaml")) return false;
    const auto allowed = [](char c) {
        return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '-' || c == '_'
               || c == '.';
    };
    std::string_view rest = path;
    const std::string side = side_of(path);
    if (!side.empty()) rest.remove_prefix(std::string_view("sides/").size() + side.size() + 1);
    return std::ranges::all_of(rest, allowed) && std::ranges::all_of(side, allowed) && !rest.starts_with('.')
           && side.find('.') == std::string::npos;
}

/// The text with everything that the reader sees of it is laid out anew; where that is all there is, nothing is withheld.
bool sees_all_of(const OpenPlan& open, const Actor& actor, const std::string& path) {
    if (actor.whole) return true;
    const SnapshotPtr seen = open.shown_to(actor);
    if (!seen->files().contains(path)) return false;
    const std::string& shown = seen->files().at(path);
    for (std::size_t i = 0; i < open.whole->text().size(); ++i) {
        if (open.whole->text().file(i).name != path) continue;
        const planfile::NodeTree& tree = open.whole->text().tree(i);
        return shown == tree.source() || (!tree.empty() && shown == planfile::formatted(tree));
    }
    return false;
}

FileView view_of(const OpenPlan& open, const Actor& actor, const std::string& path) {
    const std::string side = side_of(path);
    FileView view{path, false, {}};
    if (!side.empty() && side != actor.side && !actor.whole)
        view.reason = report::fill({"the file is of side '{}'", "الملف للجانب «{}»"}, report::ltr(side));
    else if (!sees_all_of(open, actor, path))
        view.reason = {"parts of the file are not released to you", "لم يُفرج لك عن أجزاء من الملف"};
    else if (editing_role(actor).empty())
        view.reason = {"your role does not edit", "دورك لا يتيح التحرير"};
    else
        view.editable = true;
    return view;
}

/// Of a file that may be edited as a whole: the text itself; else the copy.
const std::string& text_of(const OpenPlan& open, const SnapshotPtr& seen, const FileView& view) {
    return view.editable ? open.whole->files().at(view.path) : seen->files().at(view.path);
}

tl::unexpected<Refusal> no_file(const std::string& path) {
    return refuse(Refusal::Why::not_found,
                  report::fill({"there is no file '{}'", "لا يوجد ملف «{}»"}, report::ltr(path)));
}

Outcome<FileText> file_text(const OpenPlan& open, const Actor& actor, const std::string& path) {
    const SnapshotPtr seen = open.shown_to(actor);
    if (!seen->files().contains(path)) return no_file(path);
    FileText file{view_of(open, actor, path), {}, {}};
    file.text = text_of(open, seen, file.file);
    file.etag = base::sha256_hex(path + "\n" + file.text);
    return file;
}

std::optional<Refusal> refused(const OpenPlan& open, const Actor& actor, const NewFileText& text) {
    if (!is_plan_path(text.path))
        return Refusal{Refusal::Why::wrong_field,
                       {"this is no name of a plan file", "ليس هذا اسماً لملف خطة"},
                       {"letters, digits and hyphens, ending in .yaml",
                        "أحرف لاتينية وأرقام وشرطات تنتهي بـ ‎.yaml"},
                       "path",
                       {},
                       {}};
    if (!open.shown_to(actor)->files().contains(text.path)) {
        const std::string side = side_of(text.path);
        if (side.empty() || side == actor.side || actor.whole) return std::nullopt;
        return no_file(text.path).value();
    }
    auto now = file_text(open, actor, text.path);
    if (!now) return now.error();
    if (!now->file.editable) return Refusal{Refusal::Why::not_allowed, now->file.reason, {}, {}, {}, {}};
    if (text.if_match.empty() || text.if_match == now->etag) return std::nullopt;
    return Refusal{Refusal::Why::changed_meanwhile,
                   {"the file was changed by somebody else meanwhile", "غيّر شخص آخر الملف في هذه الأثناء"},
                   {"look at both versions, then decide", "قارن بين النسختين ثم قرر"},
                   {},
                   {},
                   now->text};
}

/// A file of which the author reads nothing gives way to theirs, so that no answer tells that it is there: its owner finds it under another
/// name, and nothing that it says is changed by that.
void give_way(PlanFiles& files, const PlanFiles& seen, const std::string& path) {
    const auto there = files.find(path);
    if (there == files.end() || seen.contains(path)) return;
    const std::string stem = path.substr(0, path.rfind('.'));
    int number = 2;
    while (files.contains(stem + "-" + std::to_string(number) + ".yaml")) ++number;
    files[stem + "-" + std::to_string(number) + ".yaml"] = there->second;
}

}  // namespace

Outcome<std::vector<FileView>> list_files(Workspace& workspace, const Actor& actor, std::string_view plan) {
    const auto open = open_plan(workspace, actor, plan);
    if (!open) return tl::unexpected(open.error());
    std::vector<FileView> files;
    const SnapshotPtr shown = open->shown_to(actor);
    for (const auto& [path, text] : shown->files()) files.push_back(view_of(*open, actor, path));
    return files;
}

Outcome<FileText> read_file(Workspace& workspace, const Actor& actor, std::string_view plan, const std::string& path) {
    const auto open = open_plan(workspace, actor, plan);
    if (!open) return tl::unexpected(open.error());
    return file_text(*open, actor, path);
}

Outcome<SavedTexts> save_file(Workspace& workspace, const Actor& actor, std::string_view plan,
                              const NewFileText& text) {
    return on_latest(workspace, actor, plan, [&](const OpenPlan& open) -> Outcome<std::optional<SavedTexts>> {
        if (auto refusal = refused(open, actor, text)) return tl::unexpected(*std::move(refusal));
        PlanFiles wanted = open.shown_to(actor)->files(), files = open.whole->files();
        give_way(files, wanted, text.path);
        wanted[text.path] = text.text;
        const auto room = make_room(workspace, actor, open, *Snapshot::make(std::move(wanted), {}));
        if (!room) return tl::unexpected(room.error());
        if (*room) return std::optional<SavedTexts>();
        files[text.path] = text.text;
        return save_texts(workspace, actor, open, {std::move(files), "text", 0, {}, {}});
    });
}

Outcome<CheckedTexts> check_texts(Workspace& workspace, const Actor& actor, std::string_view plan,
                                  const PlanFiles& instead) {
    const auto open = open_plan(workspace, actor, plan);
    if (!open) return tl::unexpected(open.error());
    PlanFiles files = open->shown_to(actor)->files();
    for (const auto& [path, text] : instead) files[path] = text;
    const VersionDoor door = door_of(files, {});
    auto checked = check_plan(door.files, VersionDoor::plan_path);
    if (!checked) return tl::unexpected(refusal_of(checked.error()));
    return CheckedTexts{std::move(checked->plan), std::move(checked->diagnostics)};
}

}  // namespace masar::app
