// Writes without end, and says of each write that it is on the disk: for tests/faults/kill_rounds.py, which kills it.
//
//   store_writer ADDRESS
//
// Lines of standard output: "kept THREAD COUNT LAST" for what is there when it starts, then "ack THREAD NUMBER" for each write confirmed.
// Each thread writes 1, 2, 3, … as events of its own; COUNT and LAST differ only when one in between was lost.
#include "store/open_database.h"
#include "store/store.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <thread>

namespace {

namespace store = masar::store;
constexpr int threads = 4;

std::string name_of(int thread) { return fmt::format("writer-{}", thread); }

/// One line with one call: it is whole or not there, whenever the process ends.
void say(const std::string& line) {
    if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size())) std::_Exit(3);
}

std::int64_t number_of(const store::EventRow& event) {
    std::int64_t number = 0;
    const std::string& text = event.new_value.value_or("");
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::int64_t last_kept(const store::Store& kept, std::int64_t plan, int thread) {
    std::int64_t count = 0, last = 0;
    const auto events =
        kept.read([&](const store::Tables& tables) { return tables.events.of_plan(plan, 0, 1'000'000'000); });
    if (!events) std::_Exit(4);
    for (const store::EventRow& event : *events)
        if (event.record == name_of(thread)) ++count, last = std::max(last, number_of(event));
    say(fmt::format("kept {} {} {}\n", thread, count, last));
    return last;
}

void write_on(store::Store& kept, std::int64_t plan, int thread, std::int64_t last) {
    store::EventRow event;
    event.plan = plan;
    event.section = "activities";
    event.record = name_of(thread);
    event.readers = {"uae", "usa"};
    while (true) {
        event.new_value = std::to_string(++last);
        // A text of its own with each event, as an edit has: two tables in one transaction.
        const auto written = kept.write([&](store::Tables& tables) -> masar::base::Result<std::int64_t> {
            if (auto put = tables.contents.put(fmt::format("text {} of {}", last, thread)); !put)
                return tl::unexpected(put.error());
            return tables.events.add(event);
        });
        if (!written) {
            say(fmt::format("refused {} {}\n", thread, written.error().message.en));
            return;
        }
        say(fmt::format("ack {} {}\n", thread, last));
    }
}

masar::base::Result<std::int64_t> the_plan(store::Store& kept) {
    return kept.write([](store::Tables& tables) -> masar::base::Result<std::int64_t> {
        const auto found = tables.plans.by_key("faults");
        if (!found) return tl::unexpected(found.error());
        if (*found) return (**found).id;
        store::PlanRow plan;
        plan.key = "faults";
        return tables.plans.add(plan);
    });
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) return 2;
    auto database = store::open_database(words[1]);
    auto kept = database ? store::Store::open(*std::move(database)) : tl::unexpected(database.error());
    const auto plan = kept ? the_plan(**kept) : tl::unexpected(kept.error());
    if (!plan) {
        say("cannot open: " + plan.error().message.en + "\n");
        return 1;
    }
    std::array<std::int64_t, threads> last{};
    for (int thread = 0; thread < threads; ++thread)
        last[static_cast<std::size_t>(thread)] = last_kept(**kept, *plan, thread);
    std::vector<std::thread> writers;
    for (int thread = 0; thread < threads; ++thread)
        writers.emplace_back([&, thread] { write_on(**kept, *plan, thread, last[static_cast<std::size_t>(thread)]); });
    for (std::thread& each : writers) each.join();
    return 1;  // only when a write was refused
}
