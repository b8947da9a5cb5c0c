#include "app/workspace/plan_table.h"

#include "app/page_table.h"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <array>

namespace masar::app {
namespace {

constexpr std::array<std::pair<std::string_view, Page>, 10> pages{{{"roadmap", Page::roadmap},
                                                                   {"events", Page::events},
                                                                   {"due", Page::due},
                                                                   {"loads", Page::loads},
                                                                   {"money", Page::money},
                                                                   {"lines", Page::money_lines},
                                                                   {"overview", Page::overview},
                                                                   {"outcomes", Page::outcomes},
                                                                   {"risks", Page::risks},
                                                                   {"records", Page::records}}};

Page page_named(std::string_view name) {
    const auto found = std::ranges::find(pages, name, &std::pair<std::string_view, Page>::first);
    return found == pages.end() ? Page::diagnostics : found->second;
}

}  // namespace

Outcome<exchange::SheetLook> plan_table(Workspace& workspace, const Actor& actor, const TableAsked& asked) {
    const auto open = open_plan(workspace, actor, asked.plan);
    if (!open) return tl::unexpected(open.error());
    const PageTable* table = page_table(asked.table);
    if (table == nullptr) return refuse(Refusal::Why::not_found, {"there is no such table", "لا يوجد هذا الجدول"});
    const auto answer =
        plan_page(workspace, actor, {.plan = asked.plan, .page = page_named(table->page), .words = asked.words});
    if (!answer) return tl::unexpected(answer.error());
    return sheet_of(*table, boost::json::parse(*answer), open->shown_to(actor)->plan(), asked.language);
}

}  // namespace masar::app
