#pragma once
// A proof as text, line by line, for src/verify. docs/certificate.md describes the lines.
#include "engine/search/clause_model.h"

#include <functional>
#include <string>
#include <string_view>

namespace masar::engine {

class CertificateWriter : public ProofLog {
public:
    using Sink = std::function<void(std::string_view)>;

    /// `sink` is handed whole lines, many at a time; `about` is the first after the heading, unless it is empty.
    explicit CertificateWriter(Sink sink, std::string_view about = {}) : sink_(std::move(sink)), about_(about) {}

    /// What was heard before waits until the model's variables can be named. False: some variable has no meaning.
    [[nodiscard]] bool begin(const ClauseModel& model);
    void posted(std::span<const Bound> clause, Origin origin) override;
    void explained(std::span<const Bound> clause, Origin origin) override;
    void learnt(std::span<const Bound> clause) override;
    /// The last lines: what has been proven, and of which schedule.
    void conclude(const std::vector<std::int64_t>& objective, const Schedule& best);
    void conclude_infeasible();

    [[nodiscard]] std::int64_t bytes() const { return bytes_; }

private:
    struct Line {
        char kind;
        Origin origin;
        std::vector<Bound> clause;
    };
    void tell(char kind, std::span<const Bound> clause, Origin origin);
    void write_variable(Variable variable);
    void write(char kind, std::span<const Bound> clause, Origin origin);
    void flush();

    Sink sink_;
    std::string about_;
    const ClauseModel* model_ = nullptr;
    std::vector<Line> waiting_;
    std::string text_;
    std::int64_t bytes_ = 0;
};

}  // namespace masar::engine
