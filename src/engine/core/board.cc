#include "engine/core/board.h"

namespace masar::engine {

Board::Board(const Instance& instance)
    : instance_(instance), profile_(instance.free_capacity()), ledger_(instance), stock_(instance) {
    profile_.restore(instance.free_capacity());
}

void Board::reset() {
    profile_.restore(instance_.free_capacity());
    ledger_.reset();
    stock_.reset();
}

problem::Span Board::span_of(const Placement& placement) const {
    const Grid& grid = instance_.grid_of(placement.activity);
    const Stretch stretch{placement.index, instance_.terms(placement.activity, placement.mode).duration};
    return {grid.days[stretch.from], grid.end_of(stretch)};
}

void Board::place(const Placement& placement) {
    const ListedDays days{instance_.grid_of(placement.activity).days.data()};
    const ModeTerms& terms = instance_.terms(placement.activity, placement.mode);
    for (const Need& need : instance_.needs(terms)) profile_.take(need, days, {placement.index, terms.duration});
    ledger_.pay(mode_of(placement), span_of(placement));
    stock_.apply(mode_of(placement), span_of(placement));
}

void Board::remove(const Placement& placement) {
    const ListedDays days{instance_.grid_of(placement.activity).days.data()};
    const ModeTerms& terms = instance_.terms(placement.activity, placement.mode);
    for (const Need& need : instance_.needs(terms)) profile_.give(need, days, {placement.index, terms.duration});
    ledger_.refund(mode_of(placement), span_of(placement));
    stock_.undo(mode_of(placement), span_of(placement));
}

void Board::squeeze_in(const Placement& placement) {
    const Grid& grid = instance_.grid_of(placement.activity);
    const ModeTerms& terms = instance_.terms(placement.activity, placement.mode);
    for (std::int32_t i = placement.index; i < placement.index + terms.duration; ++i) {
        for (const Need& need : instance_.needs(terms)) profile_.take_available(need, grid.days[i]);
    }
    ledger_.pay(mode_of(placement), span_of(placement));
    stock_.apply(mode_of(placement), span_of(placement));
}

}  // namespace masar::engine
