#include "store/store_case_test.h"

namespace masar::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

class Notes : public StoreContract {
protected:
    NoteRow note(std::string text, Sides readers, std::int64_t at) {
        NoteRow row;
        row.plan = roadmap;
        row.section = "activities";
        row.record = "course";
        row.text = std::move(text);
        row.readers = std::move(readers);
        row.at = row.changed = Moment(std::chrono::milliseconds(at));
        row.id = *written([&](Tables& tables) { return tables.notes.add(row); });
        return row;
    }
    std::vector<std::string> since(const NoteQuestion& question) {
        std::vector<std::string> texts;
        const auto rows = kept([&](const Tables& tables) { return tables.notes.since(question); });
        for (const NoteRow& each : rows) texts.push_back(each.text);
        return texts;
    }
    void SetUp() override {
        StoreContract::SetUp();
        if (store) roadmap = plan("p");
    }
    std::int64_t roadmap = 0;
};

INSTANTIATE_TEST_SUITE_P(Every, Notes, testing::ValuesIn(kinds()), kind_name);

TEST_P(Notes, AreFoundByWhoReadsThemLatestFirstAndTheLimitCountsNoOthers) {
    (void)note("old", {"uae", "us"}, 1);
    for (int count = 0; count < 5; ++count) (void)note("of us", {"us"}, 10 + count);
    (void)note("of uae", {"uae"}, 20);
    (void)note("both", {"uae", "us"}, 21);
    NoteRow withdrawn = note("said too much", {"uae", "us"}, 22);
    withdrawn.text.clear();
    withdrawn.removed = Moment(std::chrono::milliseconds(23));
    ASSERT_TRUE(store->write([&](Tables& tables) { return tables.notes.put(withdrawn); }));
    const Moment after(std::chrono::milliseconds(1));
    EXPECT_THAT(since({roadmap, "uae", "", after, 2}), ElementsAre("both", "of uae"));
    EXPECT_THAT(since({roadmap, "u", "", after, 9}), IsEmpty()) << "a part of a side's id is not the side";
    EXPECT_THAT(since({roadmap, "us", "uae", after, 9}), ElementsAre("both"));
    EXPECT_EQ(since({roadmap, "", "", after, 99}).size(), 7U);
}

TEST_P(Notes, AreCountedByRecordAndReadersAndFollowTheirRecord) {
    (void)note("one", {"uae"}, 1);
    (void)note("two", {"uae"}, 7);
    (void)note("three", {"uae", "us"}, 5);
    ASSERT_TRUE(
        store->write([&](Tables& tables) { return tables.notes.follow(roadmap, "activities", "course", "c2"); }));
    std::vector<std::pair<std::int64_t, std::int64_t>> stamps;
    const auto rows = kept([&](const Tables& tables) { return tables.notes.stamps(roadmap); });
    for (const NoteStamp& each : rows) {
        EXPECT_EQ(each.record, "c2");
        stamps.emplace_back(each.count, each.changed);
    }
    EXPECT_THAT(stamps, testing::UnorderedElementsAre(Pair(2, 7), Pair(1, 5)));
    EXPECT_THAT(kept([&](const Tables& tables) { return tables.notes.of_record(roadmap, "activities", "course"); }),
                IsEmpty());
}

TEST_P(Notes, HaveTheirMarksAndMessagesByAccount) {
    const DigestRow wanted{7, true, "ar", "2027-03-01", "sent", 1, Moment(std::chrono::milliseconds(5))};
    const NoticeMarkRow mark{7, roadmap, "us", Moment(std::chrono::milliseconds(6)), "2027-03-01"};
    ASSERT_TRUE(store->write([&](Tables& tables) -> base::Result<int> {
        std::ignore = tables.digests.put(wanted);
        std::ignore = tables.digests.put({8});
        std::ignore = tables.notice_marks.put(mark);
        return 0;
    }));
    EXPECT_THAT(kept([](const Tables& tables) { return tables.digests.wanted(); }), ElementsAre(wanted));
    EXPECT_EQ(kept([&](const Tables& tables) { return tables.notice_marks.of(7, roadmap, "us"); }), mark);
    EXPECT_FALSE(kept([&](const Tables& tables) { return tables.notice_marks.of(7, roadmap, "uae"); }));
    ASSERT_TRUE(store->write([](Tables& tables) { return tables.digests.remove(7); }));
    EXPECT_THAT(kept([](const Tables& tables) { return tables.digests.wanted(); }), IsEmpty());
}

}  // namespace
}  // namespace masar::store
