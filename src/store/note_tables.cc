#include "store/cells.h"
#include "store/tables.h"

namespace masar::store {

List<NoteRow> NoteTable::of_record(std::int64_t plan, std::string_view section, std::string_view record) const {
    return where("plan = ?1 AND section = ?2 AND record = ?3 ORDER BY id",
                 {plan, std::string(section), std::string(record)});
}

List<NoteRow> NoteTable::since(const NoteQuestion& question) const {
    // Whose notes count is asked here and not afterwards: a limit must not be used up by what the reader does not read.
    return where(
        "plan = ?1 AND at > ?2 AND removed = 0 AND (?3 = '' OR ' ' || readers || ' ' LIKE '% ' || ?3 || ' %') "
        "AND (?4 = '' OR ' ' || readers || ' ' LIKE '% ' || ?4 || ' %') ORDER BY id DESC LIMIT ?5",
        {question.plan, to_number(question.after), question.reader, question.as_well, question.at_most});
}

List<NoteRow> NoteTable::of_plan(std::int64_t plan) const { return where("plan = ?1 ORDER BY id", {plan}); }

List<NoteStamp> NoteTable::stamps(std::int64_t plan) const {
    const auto rows = connection_->query(
        "SELECT section, record, readers, COUNT(*), MAX(changed) FROM notes WHERE plan = ?1 "
        "GROUP BY section, record, readers",
        {plan});
    if (!rows) return tl::unexpected(rows.error());
    std::vector<NoteStamp> stamps;
    for (const Cells& cells : *rows)
        stamps.push_back({std::get<std::string>(cells[0]), std::get<std::string>(cells[1]),
                          to_sides(std::get<std::string>(cells[2])), std::get<std::int64_t>(cells[3]),
                          std::get<std::int64_t>(cells[4])});
    return stamps;
}

base::Result<void> NoteTable::follow(std::int64_t plan, std::string_view section, std::string_view from,
                                     std::string_view to) {
    return connection_
        ->query("UPDATE notes SET record = ?4 WHERE plan = ?1 AND section = ?2 AND record = ?3",
                {plan, std::string(section), std::string(from), std::string(to)})
        .map([](const Rows&) {});
}

Found<NoticeMarkRow> NoticeMarkTable::of(std::int64_t account, std::int64_t plan, std::string_view side) const {
    return first_where("account = ?1 AND plan = ?2 AND side = ?3", {account, plan, std::string(side)});
}

List<DigestRow> DigestTable::wanted() const { return where("wanted = 1 ORDER BY account", {}); }

base::Result<void> DigestTable::remove(std::int64_t account) { return remove_where("account = ?1", {account}); }

}  // namespace masar::store
