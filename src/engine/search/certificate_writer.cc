#include "engine/search/certificate_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace masar::engine {
namespace {

constexpr std::size_t chunk = 1 << 20;

constexpr std::string_view heading =
    "masar-certificate 1\n"
    "# v VARIABLE LEAST GREATEST MEANING   what a variable stands for\n"
    "# c CONSTRAINT : CLAUSE               a clause of the model; of an objective: look for a better one\n"
    "# e CONSTRAINT : CLAUSE               an explanation: this constraint alone implies the clause\n"
    "# l CLAUSE                            learnt: follows by unit propagation; empty = nothing is left\n"
    "# A clause is a list of bounds, VARIABLE>=VALUE or VARIABLE<=VALUE, of which one holds.\n";

std::string_view word_of(ConstraintKind kind) {
    constexpr std::array<std::string_view, 8> words{"activity",  "link",  "pool", "budget",
                                                    "reservoir", "group", "gate", "objective"};
    return words[static_cast<std::size_t>(kind)];
}

std::string_view word_of(MeaningKind kind) {
    constexpr std::array<std::string_view, 16> words{"unknown", "one",    "start",  "end",      "duration", "present",
                                                     "mode",    "chosen", "units",  "charge",   "cost",     "lateness",
                                                     "moved",   "shift",  "wishes", "objective"};
    return words[static_cast<std::size_t>(kind)];
}

}  // namespace

bool CertificateWriter::begin(const ClauseModel& model) {
    model_ = &model;
    const auto variables = static_cast<std::size_t>(model.engine->trail().variables());
    const bool unnamed = std::ranges::any_of(
        model.meanings, [](const Meaning& meaning) { return meaning.kind == MeaningKind::unknown; });
    if (model.meanings.size() < variables || unnamed) return false;
    text_ = heading;
    if (!about_.empty()) text_ += about_ + '\n';
    fmt::format_to(std::back_inserter(text_), "activities {}\nhorizon {}\n", model.activities.size(), model.horizon);
    // Each variable just before it is spoken of, because what was said before may be why its domain is what it is.
    Variable next = 0;
    for (const Line& line : waiting_) {
        for (const Bound bound : line.clause)
            while (next <= bound.side / 2) write_variable(next++);
        write(line.kind, line.clause, line.origin);
    }
    while (next < static_cast<Variable>(variables)) write_variable(next++);
    waiting_.clear();
    return true;
}

/// With the domain it was made with: what has been found since is for the clauses to show.
void CertificateWriter::write_variable(Variable variable) {
    const Trail& trail = model_->engine->trail();
    const Meaning& meaning = model_->meanings[static_cast<std::size_t>(variable)];
    const auto out = std::back_inserter(text_);
    fmt::format_to(out, "v {} {} {} {}", variable, trail.value_before(lower(variable), 0),
                   -trail.value_before(upper(variable), 0), word_of(meaning.kind));
    for (const std::int32_t number : {meaning.index, meaning.detail, meaning.period})
        if (number >= 0) fmt::format_to(out, " {}", number);
    for (const std::int64_t amount : meaning.amounts) fmt::format_to(out, " {}", amount);
    text_ += '\n';
}

void CertificateWriter::write(char kind, std::span<const Bound> clause, Origin origin) {
    const auto out = std::back_inserter(text_);
    text_ += kind;
    if (kind != 'l') {
        const ConstraintName name = origin < 0 ? ConstraintName{} : model_->origins[static_cast<std::size_t>(origin)];
        fmt::format_to(out, " {} {}", word_of(name.kind), name.index);
        if (name.period >= 0) fmt::format_to(out, " {}", name.period);
        text_ += " :";
    }
    for (const Bound bound : clause) {
        const bool lower_side = bound.side % 2 == 0;
        fmt::format_to(out, " {}{}{}", bound.side / 2,
                       lower_side ? ">=" : "<=", lower_side ? bound.value : -bound.value);
    }
    text_ += '\n';
    if (text_.size() >= chunk) flush();
}

void CertificateWriter::flush() {
    bytes_ += static_cast<std::int64_t>(text_.size());
    sink_(text_);
    text_.clear();
}

void CertificateWriter::tell(char kind, std::span<const Bound> clause, Origin origin) {
    if (model_ == nullptr)
        waiting_.push_back({kind, origin, {clause.begin(), clause.end()}});
    else
        write(kind, clause, origin);
}

void CertificateWriter::posted(std::span<const Bound> clause, Origin origin) { tell('c', clause, origin); }
void CertificateWriter::explained(std::span<const Bound> clause, Origin origin) { tell('e', clause, origin); }
void CertificateWriter::learnt(std::span<const Bound> clause) { tell('l', clause, -1); }

void CertificateWriter::conclude(const std::vector<std::int64_t>& objective, const Schedule& best) {
    const auto out = std::back_inserter(text_);
    text_ += "schedule";
    for (std::size_t i = 0; i < best.start.size(); ++i) {
        if (best.mode[i] == Schedule::not_chosen)
            text_ += " -";
        else
            fmt::format_to(out, " {}/{}", best.start[i], best.mode[i]);
    }
    text_ += "\noptimal";
    for (const std::int64_t value : objective) fmt::format_to(out, " {}", value);
    text_ += '\n';
    flush();
}

void CertificateWriter::conclude_infeasible() {
    text_ += "infeasible\n";
    flush();
}

}  // namespace masar::engine
