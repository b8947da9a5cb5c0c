#include "server/router.h"

#include <algorithm>

namespace masar::server {
namespace {

std::vector<std::string_view> split(std::string_view path) {
    std::vector<std::string_view> parts;
    while (path.starts_with('/')) {
        path.remove_prefix(1);
        const std::size_t end = std::min(path.find('/'), path.size());
        parts.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return parts;
}

std::string rest_from(const std::vector<std::string_view>& parts, std::size_t first) {
    std::string rest;
    for (std::size_t i = first; i < parts.size(); ++i) rest.append(i > first ? "/" : "").append(parts[i]);
    return rest;
}

}  // namespace

Router::Router(std::span<const Route> routes) : routes_(routes) {
    for (const Route& route : routes) {
        Pattern pattern{&route, {}, 0};
        for (const std::string_view part : split(route.pattern)) {
            Piece piece{part, Piece::Kind::literal};
            if (part.starts_with('{')) {
                const bool rest = part.ends_with("...}");
                piece = {part.substr(1, part.size() - (rest ? 5 : 2)), rest ? Piece::Kind::rest : Piece::Kind::place};
            } else {
                ++pattern.literals;
            }
            pattern.pieces.push_back(piece);
        }
        patterns_.push_back(std::move(pattern));
    }
    std::ranges::stable_sort(patterns_, std::ranges::greater(), &Pattern::literals);
}

bool Router::fits(const Pattern& pattern, const std::vector<std::string_view>& parts) {
    for (std::size_t i = 0; i < pattern.pieces.size(); ++i) {
        const Piece& piece = pattern.pieces[i];
        if (i >= parts.size() || (piece.kind == Piece::Kind::literal ? piece.text != parts[i] : parts[i].empty()))
            return false;
        if (piece.kind == Piece::Kind::rest) return true;
    }
    return parts.size() == pattern.pieces.size();
}

Answer<Router::Match> Router::find(Method method, std::string_view path) const {
    const std::vector<std::string_view> parts = split(path);
    const Method wanted = method == Method::head ? Method::get : method;
    std::string others;
    for (const Pattern& pattern : patterns_) {
        if (!fits(pattern, parts)) continue;
        if (pattern.route->method != wanted) {
            if (pattern.literals == 0) continue;  // where a page could be is no place for other methods
            others += (others.empty() ? "" : ", ") + std::string(word_of(pattern.route->method));
            if (pattern.route->method == Method::get) others += ", HEAD";
            continue;
        }
        Match match{pattern.route, {}};
        for (std::size_t i = 0; i < pattern.pieces.size(); ++i) {
            const Piece& piece = pattern.pieces[i];
            if (piece.kind == Piece::Kind::place) match.places.emplace_back(piece.text, parts[i]);
            if (piece.kind == Piece::Kind::rest) match.places.emplace_back(piece.text, rest_from(parts, i));
        }
        return match;
    }
    if (others.empty()) return refuse(ProblemCode::not_found);
    Problem problem{ProblemCode::wrong_method};
    problem.allow = others;
    return tl::unexpected<Problem>(std::move(problem));
}

}  // namespace masar::server
