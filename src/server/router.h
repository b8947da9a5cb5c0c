#pragma once
// From a method and a path to a line of the route table.
#include "server/route.h"

#include <span>
#include <string>
#include <vector>

namespace masar::server {

/// What the braces of a pattern stand for in one request.
using Places = std::vector<std::pair<std::string_view, std::string>>;

class Router {
public:
    explicit Router(std::span<const Route> routes);

    struct Match {
        const Route* route = nullptr;
        Places places;
    };
    /// Fails with not_found, or with wrong_method and the methods that there are. HEAD is answered as GET.
    [[nodiscard]] Answer<Match> find(Method method, std::string_view path) const;
    [[nodiscard]] std::span<const Route> routes() const { return routes_; }

private:
    struct Piece {
        std::string_view text;  ///< of the pattern; the name when it is a place
        enum class Kind : unsigned char { literal, place, rest } kind;
    };
    struct Pattern {
        const Route* route;
        std::vector<Piece> pieces;
        std::size_t literals;
    };
    [[nodiscard]] static bool fits(const Pattern& pattern, const std::vector<std::string_view>& parts);

    std::span<const Route> routes_;
    std::vector<Pattern> patterns_;  ///< those with more literal pieces first
};

}  // namespace masar::server
