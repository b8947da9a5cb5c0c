#include "planfile/literal_link.h"

#include "planfile/literal_date.h"
#include "planfile/literal_duration.h"
#include "planfile/phrase.h"

#include <array>

namespace masar::planfile {
namespace {

constexpr std::array<std::string_view, 4> link_types{"FS", "SS", "FF", "SF"};

/// Reads the words of a dependency one after the other; every step may end in a fault.
class DependencyParser {
public:
    explicit DependencyParser(std::string_view text) : text_(trimmed(text)), words_(words_of(text)) {}

    Parsed<DependencyLiteral> run() {
        if (words_.empty()) return tl::unexpected(unexpected(text_));
        link_.predecessor = words_[next_++];
        if (const auto plus = link_.predecessor.find_first_of("+"); plus != std::string_view::npos) return glued(plus);
        take_type();
        if (auto failed = take_minimum()) return tl::unexpected(*failed);
        if (auto failed = take_maximum()) return tl::unexpected(*failed);
        if (auto failed = take_calendar()) return tl::unexpected(*failed);
        if (next_ < words_.size()) return tl::unexpected(unexpected(words_[next_]));
        return link_;
    }

private:
    using Failed = std::optional<Fault>;

    [[nodiscard]] bool has(std::string_view word) const { return next_ < words_.size() && words_[next_] == word; }

    [[nodiscard]] static Fault unexpected(std::string_view where) {
        return {code::bad_dependency,
                where,
                phrase("'{}' is not expected in a dependency", "«{}» غير متوقع في الاعتمادية", shortened(where)),
                {"write it like: gov-001 SS + 3wd max 10wd on uae", "اكتبها مثل: gov-001 SS + 3wd max 10wd on uae"}};
    }
    [[nodiscard]] Parsed<DependencyLiteral> glued(std::size_t plus) const {
        const std::string_view id = link_.predecessor.substr(0, plus), rest = trimmed(text_.substr(plus + 1));
        return fault(code::bad_dependency, text_, {"spaces are missing around '+'", "تنقص المسافات حول «+»"},
                     phrase("did you mean '{} + {}'?", "هل تقصد «{} + {}»؟", id, shortened(rest)));
    }

    void take_type() {
        for (std::size_t i = 0; i < link_types.size(); ++i)
            if (has(link_types[i])) {
                link_.type = static_cast<plan::LinkType>(i);
                ++next_;
                return;
            }
    }
    /// "+ 5wd", "- 2wd", "+5wd", "-2wd"
    Failed take_minimum() {
        if (next_ >= words_.size() || (words_[next_][0] != '+' && words_[next_][0] != '-')) return std::nullopt;
        const std::string_view sign = words_[next_].substr(0, 1);
        std::string_view amount = trimmed(words_[next_].substr(1));
        if (amount.empty()) {
            if (++next_ >= words_.size()) return unexpected(sign);
            amount = words_[next_];
        }
        ++next_;
        auto lag = parse_lag(amount);
        if (!lag) return lag.error();
        link_.minimum = *lag;
        if (sign == "-") link_.minimum.days = -link_.minimum.days;
        return std::nullopt;
    }
    Failed take_maximum() {
        if (!has("max")) return std::nullopt;
        const std::string_view word = words_[next_++];
        if (next_ >= words_.size()) return unexpected(word);
        const auto lag = parse_lag(words_[next_++]);
        if (!lag) return lag.error();
        link_.maximum = *lag;
        return std::nullopt;
    }
    Failed take_calendar() {
        if (!has("on")) return std::nullopt;
        const std::string_view word = words_[next_++];
        if (next_ >= words_.size()) return unexpected(word);
        link_.calendar = words_[next_++];
        return std::nullopt;
    }

    std::string_view text_;
    std::vector<std::string_view> words_;
    std::size_t next_ = 0;
    DependencyLiteral link_;
};

}  // namespace

Parsed<DependencyLiteral> parse_dependency(std::string_view text) { return DependencyParser(text).run(); }

Parsed<CriterionLiteral> parse_criterion(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    const bool least = text.starts_with(">="), most = text.starts_with("<=");
    const auto value = least || most ? base::parse_decimal(trimmed(text.substr(2))) : std::nullopt;
    if (!value)
        return fault(code::bad_criterion, text, phrase("'{}' is not a criterion", "«{}» ليس معياراً", shortened(text)),
                     {"write \">= 0.55\" or \"<= 62\", in quotes", "اكتب \">= 0.55\" أو \"<= 62\" بين علامتي اقتباس"});
    return CriterionLiteral{least ? plan::Comparison::at_least : plan::Comparison::at_most, *value};
}

Parsed<BaselineLiteral> parse_baseline(std::string_view text) {
    const auto parts = split_at(text, " on ");
    const auto value = parts ? base::parse_decimal(parts->first) : std::nullopt;
    if (!value)
        return fault(code::bad_baseline, trimmed(text),
                     phrase("'{}' is not a baseline", "«{}» ليس خط أساس", shortened(text)),
                     {"write value and date: 0.45 on 2027-07-01", "اكتب القيمة والتاريخ: 0.45 on 2027-07-01"});
    const auto day = parse_date(parts->second);
    if (!day) return tl::unexpected(day.error());
    return BaselineLiteral{*value, *day};
}

Parsed<MomentLiteral> parse_moment(std::string_view text) {
    const auto words = words_of(text);
    const bool start = !words.empty() && words[0] == "start", finish = !words.empty() && words[0] == "finish";
    const bool own = words.size() == 1, other = words.size() == 3 && words[1] == "of";
    if ((start || finish) && (own || other)) return MomentLiteral{finish, own ? std::string_view() : words[2]};
    return fault(code::unknown_word, text, phrase("'{}' is not a moment", "«{}» ليس موعداً", shortened(text)),
                 {"write start, finish, or 'finish of gov-004'", "اكتب start أو finish أو «finish of gov-004»"});
}

Parsed<std::string_view> parse_year_of(std::string_view text) {
    const auto words = words_of(text);
    if (words.size() == 3 && words[0] == "year" && words[1] == "of") return words[2];
    return fault(code::unknown_word, text,
                 phrase("'{}' does not say whose year", "«{}» لا يبيّن سنة أي جانب", shortened(text)),
                 {"write it like 'year of usa'", "اكتبها مثل «year of usa»"});
}

}  // namespace masar::planfile
