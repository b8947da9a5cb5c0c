#pragma once
// Changes of a text by byte ranges of what it was, made all at once.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace masar::planfile {

class TextSplices {
public:
    void replace(std::size_t begin, std::size_t end, std::string text) {
        splices_.push_back({begin, end, std::move(text)});
    }
    void insert(std::size_t at, std::string text) { replace(at, at, std::move(text)); }
    void remove(std::size_t begin, std::size_t end) { replace(begin, end, {}); }

    [[nodiscard]] bool empty() const { return splices_.empty(); }
    /// What is inserted at one place stands in the order in which it was asked for; before what is replaced from there on. Ranges that
    /// are removed may overlap.
    [[nodiscard]] std::string applied_to(std::string_view text) const;

private:
    struct Splice {
        std::size_t begin, end;
        std::string text;
    };
    std::vector<Splice> splices_;
};

}  // namespace masar::planfile
