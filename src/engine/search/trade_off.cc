#include "engine/search/trade_off.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace masar::engine {
namespace {

using problem::Day;
using problem::Problem;

constexpr int ascent_steps = 600;
constexpr std::size_t thresholds = 5;      ///< heads and tails tried per pool
constexpr double weight_of_one = 100'000;  ///< integer weight of one whole cut

/// "These activities take so long": Σ amounts <= share · (makespan - offset).
struct Cut {
    std::int32_t pool = -1;              ///< energy of a pool; -1 = length of a path
    std::vector<std::int32_t> members;   ///< activities
    std::int64_t share = 1, offset = 0;  ///< capacity; heads and tails, or less the lags of the path

    bool operator<(const Cut& other) const {
        return std::tie(pool, offset, members) < std::tie(other.pool, other.offset, other.members);
    }
};

struct Link {
    std::int32_t from, to, lag;
};

class Ascent {
public:
    explicit Ascent(const TradeOffSetup& setup);
    [[nodiscard]] TradeOff best();

private:
    void gather_links();
    void gather_pool_cuts();
    [[nodiscard]] std::vector<std::int64_t> heads(bool tails) const;
    [[nodiscard]] std::int64_t amount(const Cut& cut, std::int32_t activity, std::int32_t mode) const;
    [[nodiscard]] bool counts(std::int32_t activity) const {
        return !modes_[static_cast<std::size_t>(activity)].empty();
    }
    void weigh(const Cut& cut, double factor);
    [[nodiscard]] double answer_with_modes();
    void average();
    [[nodiscard]] std::size_t tightest_cut();
    [[nodiscard]] Cut longest_path() const;
    [[nodiscard]] double length(const Cut& cut) const;
    void step(int number, double bound);
    [[nodiscard]] TradeOff rounded() const;

    const Problem& problem_;
    std::vector<std::vector<std::int32_t>> modes_;                ///< possible ones, per activity that counts
    std::vector<std::vector<std::vector<std::int64_t>>> energy_;  ///< per pool, activity, mode
    std::vector<std::vector<std::vector<std::int64_t>>> spent_;   ///< per limit, activity, mode
    std::vector<std::int64_t> limits_;
    std::vector<Link> links_;  ///< in topological order of `from`
    std::vector<Cut> cuts_;
    std::map<Cut, std::size_t> known_paths_;

    // The ascent: weights of cuts (in sum 1), prices of limits, and what they make of each mode.
    std::vector<double> share_of_cut_, price_;
    std::vector<std::vector<double>> weight_,
        part_;  ///< per activity and mode; `part` is the running average of the answers
    std::vector<std::int32_t> answer_;
    std::vector<double> best_shares_, best_prices_;
    double best_bound_ = -1;
};

bool plain(const Problem& problem, std::int32_t activity) {
    const problem::Activity& its = problem.activity(activity);
    return !its.optional && its.fixed < 0 && problem.calendar_of(activity).every_day();
}

Ascent::Ascent(const TradeOffSetup& setup) : problem_(setup.problem) {
    const auto size = static_cast<std::size_t>(problem_.size());
    modes_.resize(size), weight_.resize(size), part_.resize(size), answer_.resize(size);
    for (std::int32_t i = 0; i < problem_.size(); ++i) {
        const std::size_t modes = problem_.activity(i).modes.size();
        weight_[i].resize(modes), part_[i].resize(modes);
        if (!plain(problem_, i)) continue;
        for (std::size_t k = 0; k < modes; ++k)
            if (setup.possible(i, static_cast<std::int32_t>(k))) modes_[i].push_back(static_cast<std::int32_t>(k));
        for (const std::int32_t mode : modes_[i]) part_[i][mode] = 1.0 / static_cast<double>(modes_[i].size());
    }
    const auto& data = problem_.data();
    const auto table = [&](auto&& of_mode) {
        std::vector<std::vector<std::int64_t>> made(size);
        for (std::size_t i = 0; i < size; ++i)
            for (const problem::Mode& mode : data.activities[i].modes) made[i].push_back(of_mode(mode));
        return made;
    };
    for (std::size_t pool = 0; pool < data.pools.size(); ++pool)
        energy_.push_back(table([&](const problem::Mode& mode) {
            std::int64_t units = 0;
            for (const auto& demand : mode.demands)
                units += demand.pool == static_cast<std::int32_t>(pool) ? demand.units : 0;
            return units * mode.duration;
        }));
    for (std::size_t budget = 0; budget < data.budgets.size(); ++budget) {
        if (data.budgets[budget].limits.size() != 1 || data.budgets[budget].limits[0] > 1'000'000'000) continue;
        limits_.push_back(data.budgets[budget].limits[0]);
        spent_.push_back(table([&](const problem::Mode& mode) {
            std::int64_t sum = 0;
            for (const auto& expense : mode.expenses)
                sum += expense.budget == static_cast<std::int32_t>(budget) ? expense.amount : 0;
            return sum;
        }));
    }
    price_.assign(limits_.size(), 0);
    gather_links();
    gather_pool_cuts();
    share_of_cut_.assign(cuts_.size(), 0);
}

/// Only links from finish to start: leaving others out makes paths shorter, which is on the safe side.
void Ascent::gather_links() {
    for (const std::int32_t from : problem_.topological_order()) {
        for (const std::int32_t index : problem_.links_from(from)) {
            const problem::Link& link = problem_.data().links[static_cast<std::size_t>(index)];
            const bool straight = link.from_anchor == problem::Anchor::finish
                                  && link.to_anchor == problem::Anchor::start && link.sense == problem::Sense::at_least
                                  && problem_.data().work_times[static_cast<std::size_t>(link.calendar)].every_day();
            if (straight && link.lag >= 0 && counts(link.from) && counts(link.to))
                links_.push_back({link.from, link.to, link.lag});
        }
    }
}

/// What surely comes before each activity's start, or after its end, in the shortest modes.
std::vector<std::int64_t> Ascent::heads(bool tails) const {
    std::vector<std::int64_t> shortest(modes_.size()), head(modes_.size());
    for (std::size_t i = 0; i < modes_.size(); ++i) {
        shortest[i] = INT32_MAX;
        for (const std::int32_t mode : modes_[i])
            shortest[i] = std::min<std::int64_t>(shortest[i], problem_.data().activities[i].modes[mode].duration);
    }
    const auto pass = [&](const Link& link) {
        const std::int32_t first = tails ? link.to : link.from, second = tails ? link.from : link.to;
        head[second] = std::max(head[second], head[first] + shortest[first] + link.lag);
    };
    if (tails)
        std::for_each(links_.rbegin(), links_.rend(), pass);
    else
        std::ranges::for_each(links_, pass);
    return head;
}

std::vector<std::int64_t> a_few(std::vector<std::int64_t> values) {
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    if (values.size() <= thresholds) return values;
    std::vector<std::int64_t> some;
    for (std::size_t i = 0; i < thresholds; ++i) some.push_back(values[i * values.size() / thresholds / 2]);
    return some;
}

/// The work of what starts after some heads and leaves some tails must fit between them.
void Ascent::gather_pool_cuts() {
    const std::vector<std::int64_t> head = heads(false), tail = heads(true);
    for (std::size_t pool = 0; pool < energy_.size(); ++pool) {
        std::vector<std::int32_t> users;
        std::vector<std::int64_t> heads, tails;
        for (std::int32_t i = 0; i < problem_.size(); ++i) {
            if (!counts(i) || std::ranges::max(energy_[pool][i]) == 0) continue;
            users.push_back(i), heads.push_back(head[i]), tails.push_back(tail[i]);
        }
        std::int64_t capacity = 0;
        for (const problem::CapacityStep& step : problem_.data().pools[pool].steps)
            capacity = std::max<std::int64_t>(capacity, step.capacity);
        if (capacity == 0 || users.empty()) continue;
        for (const std::int64_t after : a_few(heads))
            for (const std::int64_t before : a_few(tails)) {
                Cut cut{static_cast<std::int32_t>(pool), {}, capacity, after + before};
                for (const std::int32_t each : users)
                    if (head[each] >= after && tail[each] >= before) cut.members.push_back(each);
                // Of nobody nothing can be said: a head and a tail need not meet in one project.
                if (!cut.members.empty()) cuts_.push_back(std::move(cut));
            }
    }
}

std::int64_t Ascent::amount(const Cut& cut, std::int32_t activity, std::int32_t mode) const {
    return cut.pool < 0 ? problem_.activity(activity).modes[mode].duration : energy_[cut.pool][activity][mode];
}

void Ascent::weigh(const Cut& cut, double factor) {
    for (const std::int32_t i : cut.members)
        for (const std::int32_t mode : modes_[i])
            weight_[i][mode] += factor * static_cast<double>(amount(cut, i, mode));
}

/// The modes of least weight, and the bound on the makespan that they prove.
double Ascent::answer_with_modes() {
    for (auto& weights : weight_) std::ranges::fill(weights, 0);
    double bound = 0;
    for (std::size_t cut = 0; cut < cuts_.size(); ++cut) {
        if (share_of_cut_[cut] == 0) continue;
        weigh(cuts_[cut], share_of_cut_[cut] / static_cast<double>(cuts_[cut].share));
        bound += share_of_cut_[cut] * static_cast<double>(cuts_[cut].offset);
    }
    for (std::size_t limit = 0; limit < limits_.size(); ++limit) {
        bound -= price_[limit] * static_cast<double>(limits_[limit]);
        for (std::size_t i = 0; i < modes_.size(); ++i)
            for (const std::int32_t mode : modes_[i])
                weight_[i][mode] += price_[limit] * static_cast<double>(spent_[limit][i][mode]);
    }
    for (std::size_t i = 0; i < modes_.size(); ++i) {
        if (modes_[i].empty()) continue;
        answer_[i] = *std::ranges::min_element(modes_[i], {}, [&](std::int32_t mode) { return weight_[i][mode]; });
        bound += weight_[i][answer_[i]];
    }
    return bound;
}

void Ascent::average() {
    constexpr double newest = 0.08;
    for (std::size_t i = 0; i < modes_.size(); ++i)
        for (const std::int32_t mode : modes_[i])
            part_[i][mode] = (1 - newest) * part_[i][mode] + (mode == answer_[i] ? newest : 0);
}

double Ascent::length(const Cut& cut) const {
    double sum = 0;
    for (const std::int32_t i : cut.members)
        for (const std::int32_t mode : modes_[i]) sum += part_[i][mode] * static_cast<double>(amount(cut, i, mode));
    return sum / static_cast<double>(cut.share) + static_cast<double>(cut.offset);
}

Cut Ascent::longest_path() const {
    std::vector<double> duration(modes_.size()), reach(modes_.size());
    std::vector<std::int32_t> before(modes_.size(), -1), lag(modes_.size());
    for (std::size_t i = 0; i < modes_.size(); ++i)
        for (const std::int32_t mode : modes_[i])
            duration[i] += part_[i][mode] * problem_.data().activities[i].modes[mode].duration;
    for (const Link& link : links_) {
        const double end = reach[link.from] + duration[link.from] + link.lag;
        if (end <= reach[link.to]) continue;
        reach[link.to] = end, before[link.to] = link.from, lag[link.to] = link.lag;
    }
    std::size_t last = 0;
    for (std::size_t i = 0; i < modes_.size(); ++i)
        if (reach[i] + duration[i] > reach[last] + duration[last]) last = i;
    Cut path;
    for (auto at = static_cast<std::int32_t>(last); at >= 0; at = before[at]) {
        if (!counts(at)) continue;
        path.members.push_back(at);
        path.offset += before[at] >= 0 ? lag[at] : 0;
    }
    return path;
}

/// The cut that is longest for the average of the modes answered so far.
std::size_t Ascent::tightest_cut() {
    Cut path = longest_path();
    const auto [place, added] = known_paths_.try_emplace(path, cuts_.size());
    if (added) {
        cuts_.push_back(std::move(path));
        share_of_cut_.push_back(0);
    }
    std::size_t best = place->second;
    double longest = length(cuts_[best]);
    for (std::size_t cut = 0; cut < cuts_.size(); ++cut) {
        if (cuts_[cut].pool < 0) continue;
        if (const double its = length(cuts_[cut]); its > longest) longest = its, best = cut;
    }
    return best;
}

void Ascent::step(int number, double bound) {
    average();
    const double gain = number == 0 ? 1.0 : 1.0 / (3 + 0.25 * number);
    const std::size_t cut = tightest_cut();
    for (double& share : share_of_cut_) share *= 1 - gain;
    share_of_cut_[cut] += gain;
    double norm = 0;
    std::vector<double> excess(limits_.size());
    for (std::size_t limit = 0; limit < limits_.size(); ++limit) {
        for (std::size_t i = 0; i < modes_.size(); ++i)
            if (counts(static_cast<std::int32_t>(i)))
                excess[limit] += static_cast<double>(spent_[limit][i][answer_[i]]);
        excess[limit] -= static_cast<double>(limits_[limit]);
        norm += excess[limit] * excess[limit];
    }
    if (norm == 0) return;
    // Polyak's step towards a bound somewhat better than the present one.
    const double stride = (0.3 * std::max(1.0, std::abs(bound)) + 1) / (1 + 0.1 * number) / norm;
    for (std::size_t limit = 0; limit < limits_.size(); ++limit)
        price_[limit] = std::max(0.0, price_[limit] + stride * excess[limit]);
}

TradeOff Ascent::rounded() const {
    TradeOff sum;
    sum.weight.resize(modes_.size());
    for (std::size_t i = 0; i < modes_.size(); ++i)
        if (!modes_[i].empty()) sum.weight[i].resize(weight_[i].size());
    const auto whole = [](double value) { return static_cast<std::int64_t>(std::llround(value * weight_of_one)); };
    for (std::size_t c = 0; c < best_shares_.size(); ++c) {
        const Cut& cut = cuts_[c];
        const std::int64_t factor = whole(best_shares_[c] / static_cast<double>(cut.share));
        if (factor == 0) continue;
        sum.per_day += factor * cut.share;
        sum.constant -= factor * cut.share * cut.offset;
        for (const std::int32_t i : cut.members)
            for (std::size_t mode = 0; mode < sum.weight[i].size(); ++mode)
                sum.weight[i][mode] += factor * amount(cut, i, static_cast<std::int32_t>(mode));
    }
    for (std::size_t limit = 0; limit < limits_.size(); ++limit) {
        const std::int64_t price = whole(best_prices_[limit]);
        sum.constant += price * limits_[limit];
        for (std::size_t i = 0; i < modes_.size(); ++i)
            for (std::size_t mode = 0; mode < sum.weight[i].size(); ++mode)
                sum.weight[i][mode] += price * spent_[limit][i][mode];
    }
    // What cannot be chosen is no help: it must not make the least weight less.
    for (std::size_t i = 0; i < modes_.size(); ++i)
        for (std::size_t mode = 0; mode < sum.weight[i].size(); ++mode)
            if (std::ranges::find(modes_[i], static_cast<std::int32_t>(mode)) == modes_[i].end())
                sum.weight[i][mode] = INT64_MAX;
    return sum;
}

TradeOff Ascent::best() {
    for (int number = 0; number < ascent_steps; ++number) {
        const double bound = answer_with_modes();
        if (number > 0 && bound > best_bound_) {
            best_bound_ = bound;
            best_shares_ = share_of_cut_;
            best_prices_ = price_;
        }
        step(number, bound);
    }
    return rounded();
}

}  // namespace

std::int64_t TradeOff::makespan_bound() const {
    std::int64_t sum = -constant;
    for (const auto& weights : weight)
        if (!weights.empty()) sum += std::ranges::min(weights);
    return per_day == 0 ? 0 : sum / per_day + (sum % per_day > 0 ? 1 : 0);
}

std::optional<TradeOff> best_trade_off(const TradeOffSetup& setup) {
    constexpr std::int32_t largest = 400;
    bool choice = false;
    for (std::int32_t i = 0; i < setup.problem.size(); ++i) {
        const auto& modes = setup.problem.activity(i).modes;
        choice = choice || modes.size() > 1;
        for (const problem::Mode& mode : modes)
            if (std::ranges::any_of(mode.expenses, [](const auto& each) { return each.amount < 0; }))
                return std::nullopt;
    }
    if (!choice || setup.problem.size() > largest) return std::nullopt;
    TradeOff sum = Ascent(setup).best();
    if (sum.per_day == 0) return std::nullopt;
    return sum;
}

}  // namespace masar::engine
