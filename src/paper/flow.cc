#include "paper/flow.h"

namespace masar::paper {
namespace {

struct Queued {
    const Block* block = nullptr;
    const Piece* piece = nullptr;
    bool first = false;  ///< of its block
};

std::vector<Queued> queue_of(const std::vector<Block>& blocks) {
    std::vector<Queued> queue;
    for (const Block& block : blocks)
        for (std::size_t i = 0; i < block.pieces.size(); ++i) queue.push_back({&block, &block.pieces[i], i == 0});
    return queue;
}

class Flow {
public:
    Flow(const std::vector<Block>& blocks, PageBody body) : queue_(queue_of(blocks)), body_(body), y_(body.top) {}

    std::vector<Placed> run() {
        for (std::size_t i = 0; i < queue_.size(); ++i) {
            if (y_ > body_.top && !bound_to_last_ && y_ + room_wanted(i) > body_.bottom) turn_page(queue_[i]);
            put(queue_[i]);
        }
        return std::move(placed_);
    }

private:
    [[nodiscard]] double space(const Queued& each) const { return each.first ? each.block->space_before : 0; }

    /// Of a piece and those that it wants to stay with; as much as a page holds at most.
    [[nodiscard]] double room_wanted(std::size_t i) const {
        double room = space(queue_[i]) + queue_[i].piece->height;
        while (queue_[i].piece->keep_with_next && ++i < queue_.size())
            room += space(queue_[i]) + queue_[i].piece->height;
        return room;
    }

    void turn_page(const Queued& next) {
        ++page_;
        y_ = body_.top;
        if (next.first) return;
        for (const Piece& each : next.block->heading) {
            placed_.push_back({page_, y_, &each});
            y_ += each.height;
        }
    }

    void put(const Queued& each) {
        if (y_ > body_.top) y_ += space(each);
        // Pieces that are bound together but do not fit on one page are parted after all.
        if (y_ > body_.top && y_ + each.piece->height > body_.bottom) turn_page(each);
        const bool named = each.first && !each.block->outline.empty();
        placed_.push_back({page_, y_, each.piece, named ? &each.block->outline : nullptr});
        y_ += each.piece->height;
        bound_to_last_ = each.piece->keep_with_next;
    }

    std::vector<Queued> queue_;
    PageBody body_;
    double y_;
    std::size_t page_ = 0;
    bool bound_to_last_ = false;
    std::vector<Placed> placed_;
};

}  // namespace

std::vector<Placed> placed(const std::vector<Block>& blocks, PageBody body) { return Flow(blocks, body).run(); }

}  // namespace masar::paper
