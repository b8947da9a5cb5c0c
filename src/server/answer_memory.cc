#include "server/answer_memory.h"

#include <algorithm>

namespace masar::server {
namespace {

std::size_t size_of(const std::string& question, const HttpResponse& answer) {
    constexpr std::size_t around = 512;  // names, fields, the place in the table
    return around + question.size() + (answer.body ? answer.body->size() : 0);
}

}  // namespace

std::optional<HttpResponse> AnswerMemory::recall(const std::string& question, std::uint64_t changes, base::Moment now) {
    const std::lock_guard lock(mutex_);
    const auto found = kept_.find(question);
    if (found == kept_.end() || found->second.changes != changes || now - found->second.at > longest)
        return std::nullopt;
    return found->second.answer;
}

void AnswerMemory::keep(std::string question, const HttpResponse& answer, std::uint64_t changes, base::Moment now) {
    const std::size_t size = size_of(question, answer);
    if (size > most_bytes_ / 8) return;
    const std::lock_guard lock(mutex_);
    if (changes > newest_ || bytes_ + size > most_bytes_) {
        kept_.clear();
        bytes_ = 0;
    }
    newest_ = std::max(newest_, changes);
    if (changes < newest_) return;
    const auto [place, fresh] = kept_.insert_or_assign(std::move(question), Kept{answer, changes, now});
    if (fresh) bytes_ += size;
}

}  // namespace masar::server
