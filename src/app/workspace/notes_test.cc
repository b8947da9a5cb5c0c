#include "app/workspace/notes.h"

#include "app/workspace/change_log.h"
#include "app/workspace/new_notes.h"
#include "app/workspace/roadmap_case_test.h"
#include "app/workspace/undo_edits.h"
#include "app/workspace/workspace_case_test.h"

namespace masar::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class NotesCase : public RoadmapCase {
protected:
    [[nodiscard]] RecordName on(std::string_view id) const { return {plan, "activities", id}; }
    std::int64_t writes(const Actor& actor, std::string_view id, std::string words, bool to_both,
                        std::int64_t reply_to = 0) {
        clock.pass(std::chrono::seconds(1));
        return good(write_note(workspace, actor, on(id), {std::move(words), to_both, reply_to}));
    }
    std::vector<std::string> read(const Actor& actor, std::string_view id = "course") {
        std::vector<std::string> texts;
        for (const NoteView& each : good(notes_of(workspace, actor, on(id))).notes) texts.push_back(each.text);
        return texts;
    }
    std::vector<std::string> logged(const Actor& actor) {
        std::vector<std::string> kinds;
        const auto log = good(change_log(workspace, actor, plan, {}));
        for (const LogEntry& each : log)
            if (each.kind.starts_with("note")) kinds.push_back(each.kind + " " + std::to_string(each.position));
        return kinds;
    }
};

TEST_F(NotesCase, OfOneSideAreUnknownToTheOther) {
    (void)writes(usa, "course", "ours one", false);
    EXPECT_EQ(writes(uae, "course", "to both", true), 1) << "numbers are counted among what one reads";
    EXPECT_EQ(writes(usa, "course", "ours two", false), 3);
    EXPECT_THAT(read(uae), ElementsAre("to both"));
    EXPECT_THAT(read(usa), ElementsAre("ours one", "to both", "ours two"));
    EXPECT_THAT(read(both), ElementsAre("ours one", "to both", "ours two"));
    EXPECT_THAT(logged(uae), ElementsAre("note 2"));  // after "the roadmap is begun"
    EXPECT_THAT(logged(usa), ElementsAre("note 2", "note 3", "note 4"));
    Actor looking = usa;
    looking.preview = "uae";
    EXPECT_THAT(read(looking), ElementsAre("to both"));
    EXPECT_FALSE(good(notes_of(workspace, looking, on("course"))).may_write);
}

TEST_F(NotesCase, OnARecordThatTheOtherSideDoesNotReadStayWithTheirSide) {
    EXPECT_EQ(writes(usa, "own", "of the rehearsal", true), 1);
    const RecordNotes notes = good(notes_of(workspace, usa, on("own")));
    EXPECT_FALSE(notes.may_share);
    EXPECT_FALSE(notes.notes.front().shared);
    for (const char* id : {"own", "nothing"}) {
        const Refusal refusal = refused(notes_of(workspace, uae, on(id)));
        EXPECT_EQ(refusal.why, Refusal::Why::not_found);
        EXPECT_EQ(refused(write_note(workspace, uae, on(id), {"x", false, 0})).message, refusal.message);
    }
}

TEST_F(NotesCase, BeginConversationsThatTellNoMoreThanTheirBeginning) {
    EXPECT_EQ(writes(uae, "course", "which hall?", true), 1);
    EXPECT_EQ(writes(usa, "course", "the small one", true, 1), 2);
    EXPECT_EQ(writes(usa, "course", "or none, between us", false, 2), 3);
    EXPECT_EQ(writes(usa, "course", "not theirs to read", true, 3), 4) << "no more read it than what it answers";
    EXPECT_EQ(writes(uae, "course", "fine", true, 2), 3);
    EXPECT_THAT(read(uae), ElementsAre("which hall?", "the small one", "fine"));
    const RecordNotes notes = good(notes_of(workspace, usa, on("course")));
    std::vector<std::int64_t> threads;
    for (const NoteView& each : notes.notes) threads.push_back(each.reply_to);
    EXPECT_THAT(threads, ElementsAre(0, 1, 1, 1, 1));
    EXPECT_FALSE(notes.notes[3].shared);
    EXPECT_EQ(refused(write_note(workspace, uae, on("course"), {"x", true, 4})).why, Refusal::Why::not_found);
}

TEST_F(NotesCase, AreWithdrawnByTheirWriterAndLeaveTheirPlace) {
    (void)writes(uae, "course", "said too much", true);
    (void)writes(usa, "course", "what do you mean", true, 1);
    EXPECT_EQ(refused(withdraw_note(workspace, usa, on("course"), 1)).why, Refusal::Why::not_allowed);
    good(withdraw_note(workspace, uae, on("course"), 1));
    good(withdraw_note(workspace, uae, on("course"), 1));
    EXPECT_THAT(read(usa), ElementsAre("", "what do you mean"));
    EXPECT_TRUE(good(notes_of(workspace, usa, on("course"))).notes.front().withdrawn);
    EXPECT_THAT(logged(usa), ElementsAre("note 2", "note 3", "note-withdrawn 4"));
    const auto rows = store->read([](const store::Tables& kept) { return kept.notes.all(); });
    for (const store::NoteRow& each : *rows) EXPECT_THAT(each.text, Not(HasSubstr("too much")));
}

TEST_F(NotesCase, AreResolvedAndReopenedByWhoeverReadsThem) {
    (void)writes(uae, "course", "which hall?", true);
    (void)writes(usa, "course", "the small one", true, 1);
    good(set_thread(workspace, usa, on("course"), 1, Thread::resolved));
    const auto resolved = good(notes_of(workspace, uae, on("course"))).notes.front().resolved;
    ASSERT_TRUE(resolved);
    EXPECT_EQ(resolved->side, "usa");
    EXPECT_EQ(refused(set_thread(workspace, uae, on("course"), 2, Thread::resolved)).why, Refusal::Why::conflict);
    good(set_thread(workspace, uae, on("course"), 1, Thread::open));
    EXPECT_FALSE(good(notes_of(workspace, uae, on("course"))).notes.front().resolved);
    EXPECT_THAT(logged(uae), ElementsAre("note 2", "note 3", "note-resolved 4", "note-reopened 5"));
}

TEST_F(NotesCase, AreTextsWithinLimits) {
    const auto why = [&](const std::string& text) {
        const Refusal refusal = refused(write_note(workspace, uae, on("course"), {text, true, 0}));
        EXPECT_EQ(refusal.why, Refusal::Why::wrong_field);
        EXPECT_EQ(refusal.field, "text");
        return refusal.message.en;
    };
    EXPECT_THAT(why(" \r\n\t "), HasSubstr("empty"));
    EXPECT_THAT(why(std::string(4001, 'x')), HasSubstr("too long"));
    EXPECT_THAT(why("bell \x07"), HasSubstr("control"));
    EXPECT_THAT(why("\xC2\x85"), HasSubstr("control"));
    EXPECT_THAT(why("\xff"), HasSubstr("UTF-8"));
    const std::string marked = why("SECRET//NOFORN\nthe rest");
    EXPECT_THAT(marked, HasSubstr("classification"));
    EXPECT_THAT(marked, Not(HasSubstr("NOFORN")));
    (void)writes(uae, "course", "  <b>bold</b>\r\nسطر ثانٍ \u200F ", true);
    std::string most;
    for (int i = 0; i < 4000; ++i) most += "م";
    (void)writes(uae, "course", most, true);
    EXPECT_EQ(read(usa).front(), "<b>bold</b>\nسطر ثانٍ \u200F");
}

TEST_F(NotesCase, AreWrittenForASide) {
    const Refusal refusal = refused(write_note(workspace, both, on("course"), {"x", true, 0}));
    EXPECT_EQ(refusal.why, Refusal::Why::not_allowed);
    EXPECT_EQ(refusal.field, "side");
    EXPECT_FALSE(good(notes_of(workspace, both, on("course"))).may_write);
}

TEST_F(NotesCase, ALimitIsMetByWhoUsedItUpAlone) {
    for (int count = 0; count < 500; ++count) (void)good(write_note(workspace, usa, on("course"), {"x", false, 0}));
    EXPECT_EQ(refused(write_note(workspace, usa, on("course"), {"x", false, 0})).why, Refusal::Why::too_large);
    EXPECT_EQ(writes(uae, "course", "first", true), 1);
}

TEST_F(NotesCase, StayWithTheirRecordUnderAnotherIdAndBack) {
    (void)writes(usa, "own", "of the rehearsal", false);
    Change renamed;
    renamed.edit.kind = planfile::EditKind::rename;
    renamed.edit.section = "activities";
    renamed.edit.id = "own";
    renamed.edit.new_id = "usa-rehearsal";
    ASSERT_TRUE(change_plan(workspace, usa, plan, {{renamed}, ""}));
    EXPECT_THAT(read(usa, "usa-rehearsal"), ElementsAre("of the rehearsal"));
    ASSERT_TRUE(undo_edit(workspace, usa, plan));
    EXPECT_THAT(read(usa, "own"), ElementsAre("of the rehearsal"));
}

TEST_F(NotesCase, DoNotKeepAnEditFromBeingTakenBack) {
    ASSERT_TRUE(change_plan(workspace, uae, plan, {{set("course", "notes", "bring maps")}, ""}));
    (void)writes(usa, "course", "which maps?", true);
    EXPECT_TRUE(undo_edit(workspace, uae, plan));
}

TEST_F(NotesCase, AreNewToOthersUntilTheyHaveLooked) {
    (void)writes(uae, "course", "old", true);
    const base::Moment looked = clock.now();
    (void)writes(uae, "course", "which hall?", true);
    (void)writes(uae, "charter", "ours", false);
    const auto open = good(open_plan(workspace, usa, plan));
    const auto rows = good(new_notes(workspace, usa, open, looked, 20));
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.front().text, "which hall?");
    EXPECT_THAT(good(new_notes(workspace, uae, open, looked, 20)), IsEmpty()) << "one's own are not new";
}

TEST_F(NotesCase, GoAlongWithASandboxThatIsKept) {
    const auto copy = good(copy_of(workspace, both, plan));
    const auto sandbox = good(begin_sandbox(workspace, copy, clock.now() + std::chrono::hours(24)));
    Actor visitor{0, "usa", all_roles(), {}, true, sandbox.id, false, ""};
    const RecordName course{sandbox.key, "activities", "course"};
    ASSERT_EQ(good(write_note(workspace, visitor, course, {"which hall?", true, 0})), 1);
    ASSERT_EQ(good(write_note(workspace, visitor, course, {"ours", false, 1})), 2);
    visitor.side = "uae";
    ASSERT_EQ(good(write_note(workspace, visitor, course, {"the large one", true, 1})), 2);
    visitor.side.clear(), visitor.whole = true;
    const auto kept = good(keep_sandbox(workspace, visitor, usa, sandbox.key));
    const auto notes = good(notes_of(workspace, usa, {kept.key, "activities", "course"})).notes;
    ASSERT_EQ(notes.size(), 3U);
    EXPECT_EQ(notes[1].text, "ours");
    EXPECT_EQ(notes[2].reply_to, 1);
    EXPECT_TRUE(notes[0].own) << "what was said for the owner's side is the owner's";
    EXPECT_FALSE(notes[2].own);
    EXPECT_EQ(good(notes_of(workspace, uae, {kept.key, "activities", "course"})).notes.size(), 2U);
}

using NamesCase = TwoSides;

TEST_F(NamesCase, OfWritersAreForTheirSideAndGoWhenTheyAreErased) {
    (void)person("uae", "maryam", {Role::planner});
    (void)person("uae", "omar", {Role::planner});
    (void)person("us", "john", {Role::planner});
    Snapshots snapshots;
    Workspace workspace{*store, clock, snapshots};
    const std::string text =
        "masar: 1\ntitle: {en: A, ar: أ}\nstart: 2027-01-04\nsides: {uae: {calendar: w, currency: AED}, us: {calendar: w, "
        "currency: USD}}\ncalendars: {w: {works: [mon]}}\nactivities: {a: {duration: 1wd, calendar: w}}\n";
    const auto plan = good(take_in_roadmap(workspace, actor("maryam"), {{{"plan.yaml", text}}, {}}));
    const RecordName record{plan.key, "activities", "a"};
    (void)good(write_note(workspace, actor("maryam"), record, {"hello", true, 0}));
    const auto name_for = [&](const std::string& login) {
        return good(notes_of(workspace, actor(login), record)).notes.front().by;
    };
    EXPECT_EQ(name_for("omar"), "Name of maryam");
    EXPECT_EQ(name_for("john"), "");
    const Actor by = ruler("uae");
    good(erase_account({*store, by, clock.now()}, actor("maryam").account));
    const NoteView note = good(notes_of(workspace, actor("omar"), record)).notes.front();
    EXPECT_EQ(note.by, "");
    EXPECT_EQ(note.text, "hello") << "what was said to both sides stays said";
}

}  // namespace
}  // namespace masar::app
