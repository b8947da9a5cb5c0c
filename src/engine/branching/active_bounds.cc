#include "engine/branching/active_bounds.h"

namespace masar::engine {
namespace {

/// Both polarities of one literal are one atom, written from the lower side.
Bound canonical(Bound bound) { return bound.side % 2 == 0 ? bound : bound.negated(); }

}  // namespace

std::int32_t ActiveBounds::atom_of(Bound bound) {
    const std::uint64_t key = static_cast<std::uint64_t>(static_cast<std::uint32_t>(bound.side)) << 32
                              | static_cast<std::uint32_t>(bound.value);
    const auto [place, added] = index_.try_emplace(key, static_cast<std::int32_t>(atoms_.size()));
    if (added) atoms_.push_back({bound, 0, -1});
    return place->second;
}

bool ActiveBounds::before(std::int32_t a, std::int32_t b) const {
    const Atom &x = atoms_[static_cast<std::size_t>(a)], &y = atoms_[static_cast<std::size_t>(b)];
    return x.activity != y.activity ? x.activity > y.activity : a < b;
}

void ActiveBounds::put(std::int32_t atom, std::int32_t position) {
    heap_[static_cast<std::size_t>(position)] = atom;
    atoms_[static_cast<std::size_t>(atom)].heap_position = position;
}

void ActiveBounds::sift_up(std::int32_t position) {
    const std::int32_t atom = heap_[static_cast<std::size_t>(position)];
    while (position > 0) {
        const std::int32_t parent = (position - 1) / 2;
        if (!before(atom, heap_[static_cast<std::size_t>(parent)])) break;
        put(heap_[static_cast<std::size_t>(parent)], position);
        position = parent;
    }
    put(atom, position);
}

void ActiveBounds::sift_down(std::int32_t position) {
    const std::int32_t atom = heap_[static_cast<std::size_t>(position)];
    const auto size = static_cast<std::int32_t>(heap_.size());
    for (std::int32_t child = 2 * position + 1; child < size; child = 2 * position + 1) {
        if (child + 1 < size
            && before(heap_[static_cast<std::size_t>(child) + 1], heap_[static_cast<std::size_t>(child)]))
            ++child;
        if (!before(heap_[static_cast<std::size_t>(child)], atom)) break;
        put(heap_[static_cast<std::size_t>(child)], position);
        position = child;
    }
    put(atom, position);
}

void ActiveBounds::push(std::int32_t atom) {
    heap_.push_back(atom);
    sift_up(static_cast<std::int32_t>(heap_.size()) - 1);
}

std::int32_t ActiveBounds::pop() {
    const std::int32_t top = heap_.front(), last = heap_.back();
    heap_.pop_back();
    atoms_[static_cast<std::size_t>(top)].heap_position = -1;
    if (!heap_.empty()) {
        put(last, 0);
        sift_down(0);
    }
    return top;
}

void ActiveBounds::bump(Bound bound) {
    const std::int32_t index = atom_of(canonical(bound));
    Atom& atom = atoms_[static_cast<std::size_t>(index)];
    atom.activity += step_;
    if (atom.heap_position >= 0) return sift_up(atom.heap_position);
    push(index);
}

void ActiveBounds::put_back_decided() {
    for (const std::int32_t atom : decided_)
        if (atoms_[static_cast<std::size_t>(atom)].heap_position < 0) push(atom);
    decided_.clear();
}

void ActiveBounds::solution(const std::vector<std::int32_t>& values) {
    best_ = values;
    put_back_decided();
}

void ActiveBounds::learn(const ClauseEngine& engine) {
    put_back_decided();
    for (const Bound bound : engine.involved()) {
        const auto known =
            index_.find(static_cast<std::uint64_t>(static_cast<std::uint32_t>(canonical(bound).side)) << 32
                        | static_cast<std::uint32_t>(canonical(bound).value));
        if (known != index_.end()) bump(bound);
    }
    for (const Bound bound : engine.learnt()) bump(bound);
    step_ /= 0.95;
    if (step_ < 1e100) return;
    for (Atom& atom : atoms_) atom.activity *= 1e-100;
    step_ *= 1e-100;
}

std::optional<Bound> ActiveBounds::choose(const Trail& trail) {
    while (!heap_.empty()) {
        const std::int32_t index = pop();
        decided_.push_back(index);
        const Bound bound = atoms_[static_cast<std::size_t>(index)].bound;
        if (trail.is_true(bound) || trail.is_false(bound)) continue;
        const auto variable = static_cast<std::size_t>(bound.side / 2);
        const bool as_written = variable < best_.size() && best_[variable] >= bound.value;
        return as_written ? bound : bound.negated();
    }
    return otherwise_.choose(trail);
}

}  // namespace masar::engine
