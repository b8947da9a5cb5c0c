#include "app/verify_store.h"

#include "app/workspace/decision_log.h"
#include "base/number_format.h"
#include "store/fault.h"
#include "store/open_database.h"
#include "store/schema.h"

#include <fmt/format.h>

namespace masar::app {
namespace {

using report::StoreCheck;

constexpr std::int64_t piece = 256;

base::Text altered_text(std::string_view name) {
    return {fmt::format("the text {} was altered", name),
            fmt::format("غُيِّر النص {} بعد حفظه", base::left_to_right(name))};
}

base::Text altered_list(std::string_view name) {
    return {fmt::format("the list of files {} was altered", name),
            fmt::format("غُيِّرت قائمة الملفات {} بعد حفظها", base::left_to_right(name))};
}

/// Goes through names in pieces; a name that `check` refuses is a fault. Gives how many were looked at.
template <class Next, class Check>
base::Result<std::int64_t> first_altered(Next next, Check check, std::optional<std::string>& altered) {
    std::int64_t count = 0;
    for (std::string last;;) {
        const auto names = next(last);
        if (!names) return tl::unexpected(names.error());
        for (const std::string& name : *names) {
            if (!check(name)) {
                altered = name;
                return count;
            }
            ++count;
            last = name;
        }
        if (static_cast<std::int64_t>(names->size()) < piece) return count;
    }
}

base::Result<void> check_texts(const store::Tables& kept, StoreCheck& check) {
    std::optional<std::string> text, list;
    const auto texts =
        first_altered([&](const std::string& last) { return kept.contents.names_after(last, piece); },
                      [&](const std::string& name) { return kept.contents.get(name).has_value(); }, text);
    if (!texts) return tl::unexpected(texts.error());
    check.texts = *texts;
    const auto lists =
        first_altered([&](const std::string& last) { return kept.contents.lists_after(last, piece); },
                      [&](const std::string& name) { return kept.contents.is_list(name).value_or(false); }, list);
    if (!lists) return tl::unexpected(lists.error());
    if (text) check.faults.push_back({"text", {}, 0, altered_text(*text), {}});
    if (list) check.faults.push_back({"text", {}, 0, altered_list(*list), {}});
    return {};
}

std::string_view word_of(BrokenDecision::What what) {
    switch (what) {
        case BrokenDecision::What::missing: return "missing";
        case BrokenDecision::What::unreadable: return "unreadable";
        default: return "altered";
    }
}

base::Result<void> check_decisions(const store::Tables& kept, StoreCheck& check) {
    const auto decisions = verify_decisions(kept);
    if (!decisions) return tl::unexpected(decisions.error());
    for (const DecisionChain& each : decisions->chains) check.chains.push_back({each.plan, each.decisions, each.hash});
    if (decisions->broken) {
        const BrokenDecision& broken = *decisions->broken;
        check.faults.push_back(
            {std::string(word_of(broken.what)),
             broken.plan,
             broken.number,
             sentence_of(broken),
             {"ask the other side for its record of this decision, and go back to a copy of the database",
              "اطلب من الجانب الآخر سجله لهذا القرار، وارجع إلى نسخة من قاعدة البيانات"}});
    }
    return {};
}

}  // namespace

base::Result<report::StoreCheck> verify_store(const std::string& address) {
    const auto database = store::open_database(address, store::Missing::refuse);
    if (!database) return tl::unexpected(database.error());
    const auto connection = (*database)->connect();
    if (!connection) return tl::unexpected(connection.error());
    const auto version = store::schema_version(**connection, (*database)->name());
    if (!version) return tl::unexpected(version.error());
    if (*version > static_cast<std::int64_t>(store::migrations().size()))
        return tl::unexpected(store::fault_error(store::Fault::newer, address, std::to_string(*version)));
    if (*version == 0) return tl::unexpected(store::fault_error(store::Fault::foreign, address));

    StoreCheck check;
    check.database = (*database)->name();
    if (const auto whole = (*database)->check(); !whole)
        check.faults.push_back({"damaged", {}, 0, whole.error().message, whole.error().hint});
    if (auto begun = (*connection)->begin(store::Intent::read); !begun) return tl::unexpected(begun.error());
    const store::Tables kept(**connection);
    // Of a damaged file as much is said as can be read.
    for (auto part : {check_decisions, check_texts})
        if (const auto done = part(kept, check); !done && check.faults.empty())
            check.faults.push_back({"damaged", {}, 0, done.error().message, done.error().hint});
    (*connection)->rollback();
    return check;
}

}  // namespace masar::app
