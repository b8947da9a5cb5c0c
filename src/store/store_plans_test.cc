// Plans, versions, events and contents, on every kind of database.
#include "base/sha256.h"
#include "store/store_case_test.h"

namespace masar::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class StorePlans : public StoreContract {
protected:
    std::int64_t event(std::int64_t plan, std::string record, Sides readers, std::int64_t batch = 1) {
        EventRow row;
        row.plan = plan;
        row.section = "activities";
        row.record = std::move(record);
        row.readers = std::move(readers);
        row.batch = batch;
        return *written([&](Tables& tables) { return tables.events.add(row); });
    }
    std::vector<std::pair<std::int64_t, std::string>> seen(const EventQuestion& question) {
        std::vector<std::pair<std::int64_t, std::string>> list;
        for (const SeenEvent& each : kept([&](const Tables& tables) { return tables.events.seen_by(question); }))
            list.emplace_back(each.position, each.event.record);
        return list;
    }
    std::size_t contents() {
        auto database = place->database();
        auto connection = database->connect();
        return (*connection)->query("SELECT hash FROM contents", {})->size();
    }
};

INSTANTIATE_TEST_SUITE_P(Every, StorePlans, testing::ValuesIn(kinds()), kind_name);

using Positions = std::vector<std::pair<std::int64_t, std::string>>;

TEST_P(StorePlans, CountsEventsForEachReaderWithoutGaps) {
    const auto id = plan("p");
    std::ignore = event(id, "A", {"uae", "us"});
    std::ignore = event(id, "B", {"uae"});
    std::ignore = event(id, "C", {"uae", "us"});
    EXPECT_EQ(seen({id, "uae"}), (Positions{{1, "A"}, {2, "B"}, {3, "C"}}));
    EXPECT_EQ(seen({id, "us"}), (Positions{{1, "A"}, {2, "C"}}));
    EXPECT_EQ(kept([&](const Tables& tables) { return tables.events.last_position(id, "us"); }), 2);
    EXPECT_EQ(kept([&](const Tables& tables) { return tables.events.last_position(id, "nobody"); }), 0);
}

TEST_P(StorePlans, TellsAReaderNothingOfOtherPlansOrOtherReaders) {
    const auto one = plan("one"), two = plan("two");
    std::ignore = event(one, "canary-7f3a", {"uae"});
    std::ignore = event(two, "B", {"us"});
    EXPECT_THAT(seen({one, "us"}), IsEmpty());
    EXPECT_EQ(seen({two, "us"}), (Positions{{1, "B"}}));
}

TEST_P(StorePlans, AnswersWhatWasSinceAndOfOneRecord) {
    const auto id = plan("p");
    for (const char* record : {"A", "B", "A"}) std::ignore = event(id, record, {"us"});
    EXPECT_EQ(seen({id, "us", 1}), (Positions{{2, "B"}, {3, "A"}}));
    EXPECT_EQ(seen({id, "us", 0, "activities", "A"}), (Positions{{1, "A"}, {3, "A"}}));
    EXPECT_EQ(seen({id, "us", 0, "gates", "A"}), Positions{});
    EXPECT_EQ(seen({id, "us", 0, "", "", 2}), (Positions{{1, "A"}, {2, "B"}}));
}

TEST_P(StorePlans, KeepsTheNewestRunsOfAPlanAndThoseNotYetDone) {
    const auto mine = plan("mine"), other = plan("other");
    for (const auto& [key, of, state] :
         std::vector<std::tuple<std::string, std::int64_t, std::string>>{{"1", mine, "running"},
                                                                         {"2", mine, "done"},
                                                                         {"3", other, "done"},
                                                                         {"4", mine, "failed"},
                                                                         {"5", mine, "done"}}) {
        RunRow run;
        run.key = key;
        run.plan = of;
        run.state = state;
        written([&](Tables& tables) { return tables.runs.add(run); });
    }
    written([&](Tables& tables) -> base::Result<int> {
        if (auto kept = tables.runs.keep_newest(mine, 1); !kept) return tl::unexpected(kept.error());
        return 0;
    });
    std::vector<std::string> left;
    const auto runs = store->read([](const Tables& tables) { return tables.runs.all(); });
    for (const RunRow& run : *runs) left.push_back(run.key);
    EXPECT_EQ(left, (std::vector<std::string>{"1", "3", "5"}));
}

TEST_P(StorePlans, KeepsVersionsAsATree) {
    const auto id = plan("p");
    VersionRow first;
    first.plan = id;
    first.cause = "import";
    const auto root = *written([&](Tables& tables) { return tables.versions.add(first); });
    VersionRow second = first;
    second.parent = root;
    second.what = {"moved", "نُقل"};
    second.batch = *written([&](Tables& tables) { return tables.versions.next_batch(id); });
    EXPECT_EQ(second.batch, 1);
    const auto left = *written([&](Tables& tables) { return tables.versions.add(second); });
    second.batch = *written([&](Tables& tables) { return tables.versions.next_batch(id); });
    EXPECT_EQ(second.batch, 2);
    const auto right = *written([&](Tables& tables) { return tables.versions.add(second); });
    std::vector<std::int64_t> order;
    for (const auto& each : kept([&](const Tables& tables) { return tables.versions.of_plan(id, 10); }))
        order.push_back(each.id);
    EXPECT_THAT(order, ElementsAre(right, left, root));
    EXPECT_EQ(kept([&](const Tables& tables) { return tables.versions.of_batch(id, 1); })->id, left);
}

TEST_P(StorePlans, NamesContentByItsHashAndKeepsItOnce) {
    const std::string text = "masar: 1\nname: مسار\n";
    const auto put = [&] { return *written([&](Tables& tables) { return tables.contents.put(text); }); };
    const std::string hash = put();
    EXPECT_EQ(hash, base::sha256_hex(text));
    EXPECT_EQ(put(), hash);
    EXPECT_EQ(kept([&](const Tables& tables) { return tables.contents.get(hash); }), text);
    EXPECT_FALSE(store->read([](const Tables& tables) { return tables.contents.get("00"); }));
}

TEST_P(StorePlans, KeepsEmptyContentAndEveryByte) {
    std::string bytes;
    for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
    for (const std::string& content : {std::string(), bytes}) {
        const auto hash = *written([&](Tables& tables) { return tables.contents.put(content); });
        EXPECT_EQ(kept([&](const Tables& tables) { return tables.contents.get(hash); }), content);
    }
}

TEST_P(StorePlans, GivesBackEachOfManyEditsOfOneText) {
    std::string text(20'000, 'x');
    std::vector<std::string> texts, hashes;
    for (int edit = 0; edit < 40; ++edit) {
        const auto at = static_cast<std::size_t>(edit * 397 % 19'000);
        text.replace(at, 3, std::to_string(edit) + "مسار");
        texts.push_back(text);
        const std::string like = hashes.empty() ? "" : hashes.back();
        hashes.push_back(*written([&](Tables& tables) { return tables.contents.put(text, like); }));
    }
    for (std::size_t at = 0; at < texts.size(); ++at)
        EXPECT_EQ(kept([&](const Tables& tables) { return tables.contents.get(hashes[at]); }), texts[at]);
}

TEST_P(StorePlans, KeepsOnlyWhatDiffersFromTheTextBefore) {
    const std::string before(100'000, 'x');
    std::string after = before;
    after.insert(50'000, "y");
    std::ignore = written([&](Tables& tables) -> base::Result<int> {
        return tables.contents.put(after, *tables.contents.put(before)).map([](const auto&) { return 0; });
    });
    if (!place->lasts()) return;
    auto database = place->database();
    auto connection = database->connect();
    const auto rows = (*connection)->query("SELECT body FROM contents WHERE hash = ?1", {base::sha256_hex(after)});
    EXPECT_EQ(std::get<Bytes>(rows->front().front()).content, "y");
}

TEST_P(StorePlans, KeepsAFolderUnderOneNameForEqualFiles) {
    const ContentTable::Files files{{"plan.yaml", "a"}, {"sides/uae/money.yaml", "b"}};
    const auto put = [&](const ContentTable::Files& each) {
        return *written([&](Tables& tables) { return tables.contents.put_files(each); });
    };
    const std::string name = put(files);
    EXPECT_EQ(put(files), name);
    EXPECT_NE(put({{"plan.yaml", "b"}, {"sides/uae/money.yaml", "a"}}), name);
    EXPECT_EQ(kept([&](const Tables& tables) { return tables.contents.get_files(name); }), files);
    EXPECT_FALSE(store->read([](const Tables& tables) { return tables.contents.get_files("00"); }));
}

TEST_P(StorePlans, SeesThatAStoredTextOrListWasAltered) {
    if (!place->lasts()) GTEST_SKIP() << "reaches into the file";
    const auto name = *written([&](Tables& tables) {
        return tables.contents.put_files({{"a", "text"}, {"b", "other"}});
    });
    const auto get = [&] { return store->read([&](const Tables& tables) { return tables.contents.get_files(name); }); };
    const auto intrude = [&](std::string_view sql) { EXPECT_TRUE((*place->database()->connect())->script(sql)); };
    ASSERT_TRUE(get());
    intrude("UPDATE file_lists SET path = 'c' WHERE path = 'a'");
    EXPECT_FALSE(get());
    intrude("UPDATE file_lists SET path = 'a' WHERE path = 'c'");
    ASSERT_TRUE(get());
    intrude("UPDATE contents SET body = CAST('texT' AS BLOB) WHERE body = CAST('text' AS BLOB)");
    EXPECT_FALSE(get());
}

TEST_P(StorePlans, TakesAwayASandboxWithAllThatIsItsOwn) {
    if (!place->lasts()) GTEST_SKIP() << "looks into the file";
    const auto make = [&](const std::string& key, bool sandbox, const std::string& text) {
        const auto id = plan(key, sandbox);
        VersionRow version;
        version.plan = id;
        std::ignore = written([&](Tables& tables) -> base::Result<std::int64_t> {
            const auto first = tables.contents.put_files({{"plan.yaml", text}, {"shared.yaml", "shared"}});
            version.files = *tables.contents.put_files({{"plan.yaml", text + "."}, {"shared.yaml", "shared"}}, *first);
            version.dates = *tables.contents.put("dates of " + key);
            return tables.versions.add(version);
        });
        std::ignore = event(id, "A", {"uae"});
        return id;
    };
    const auto sandbox = make("s", true, std::string(2000, 's')), own = make("o", false, std::string(2000, 'o'));
    EXPECT_EQ(contents(), 7U);  // two texts and dates of each, and what they share
    const Moment now(std::chrono::milliseconds(1));
    EXPECT_EQ(*written([&](Tables& tables) { return tables.plans.remove_expired(now); }), 1);
    EXPECT_EQ(contents(), 4U);
    EXPECT_FALSE(kept([&](const Tables& tables) { return tables.plans.find(sandbox); }));
    EXPECT_THAT(seen({sandbox, "uae"}), IsEmpty());
    const auto version = kept([&](const Tables& tables) { return tables.versions.of_plan(own, 1); }).front();
    EXPECT_EQ(kept([&](const Tables& tables) { return tables.contents.get_files(version.files); }).size(), 2U);
}

TEST_P(StorePlans, CountsDecisionsAndListsThemInOrder) {
    const auto id = plan("p");
    for (std::int64_t number = 1; number <= 3; ++number)
        std::ignore = written([&](Tables& tables) {
            return tables.decisions.add({id, number, {"uae", "us"}, "{}", "", std::to_string(number)});
        });
    EXPECT_EQ(kept([&](const Tables& tables) { return tables.decisions.counted(id); }), 3);
    EXPECT_EQ(kept([&](const Tables& tables) { return tables.decisions.last(id); })->hash, "3");
    EXPECT_EQ(kept([&](const Tables& tables) { return tables.decisions.after(id, 1, 1); }).front().number, 2);
    EXPECT_FALSE(store->write([&](Tables& tables) { return tables.decisions.add({id, 3, {}, "{}", "", ""}); }));
    EXPECT_EQ(kept([&](const Tables& tables) { return tables.decisions.counted(id); }), 3);
}

}  // namespace
}  // namespace masar::store
