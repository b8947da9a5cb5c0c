#include "store/cells.h"
#include "store/tables.h"

namespace masar::store {

base::Result<std::int64_t> EventTable::add(EventRow event) {
    const Sides readers = event.readers;
    const std::int64_t plan = event.plan;
    const auto id = Table::add(std::move(event));
    if (!id) return id;
    for (const std::string& side : readers) {
        const auto placed = connection_->query(
            "INSERT INTO event_readers (plan, side, position, event) SELECT ?1, ?2, COALESCE(MAX(position), 0) + 1, ?3 "
            "FROM event_readers WHERE plan = ?1 AND side = ?2",
            {plan, side, *id});
        if (!placed) return tl::unexpected(placed.error());
    }
    return id;
}

List<SeenEvent> EventTable::seen_by(const EventQuestion& question) const {
    std::string columns;
    for (const std::string& name : column_names<EventRow>()) columns += ", events.\"" + name + '"';
    auto found = connection_->query(
        "SELECT event_readers.position" + columns
            + " FROM event_readers JOIN events ON events.id = event_readers.event "
              "WHERE event_readers.plan = ?1 AND event_readers.side = ?2 AND event_readers.position > ?3 "
              "AND (?4 = '' OR events.section = ?4) AND (?5 = '' OR events.record = ?5) "
              "ORDER BY event_readers.position LIMIT ?6",
        {question.plan, question.reader, question.after, question.section, question.record, question.at_most});
    if (!found) return tl::unexpected(found.error());
    std::vector<SeenEvent> seen;
    for (Cells& cells : *found) {
        const std::int64_t position = std::get<std::int64_t>(cells.front());
        cells.erase(cells.begin());
        auto event = row_of<EventRow>(cells);
        if (!event) return tl::unexpected(event.error());
        seen.push_back({position, *std::move(event)});
    }
    return seen;
}

base::Result<std::int64_t> EventTable::last_position(std::int64_t plan, std::string_view reader) const {
    const auto rows =
        connection_->query("SELECT COALESCE(MAX(position), 0) FROM event_readers WHERE plan = ?1 AND side = ?2",
                           {plan, std::string(reader)});
    if (!rows) return tl::unexpected(rows.error());
    return std::get<std::int64_t>(rows->front().front());
}

List<EventRow> EventTable::of_plan(std::int64_t plan, std::int64_t after_id, std::int64_t at_most) const {
    return where("plan = ?1 AND id > ?2 ORDER BY id LIMIT ?3", {plan, after_id, at_most});
}

List<EventRow> EventTable::of_batch(std::int64_t plan, std::int64_t batch) const {
    return where("plan = ?1 AND batch = ?2 ORDER BY id", {plan, batch});
}

List<EventRow> EventTable::since_batch(std::int64_t plan, std::int64_t batch) const {
    return where("plan = ?1 AND batch > ?2 ORDER BY id", {plan, batch});
}

}  // namespace masar::store
