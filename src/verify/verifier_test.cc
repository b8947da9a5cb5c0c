// Proofs that the engine writes are accepted; proofs with one thing changed are not.
#include "verify/verifier.h"

#include "base/random_stream.h"
#include "engine/certify.h"
#include "problem/brute_force.h"
#include "problem/generate_instance.h"

#include <gtest/gtest.h>

#include <cctype>
#include <string>
#include <vector>

namespace masar::verify {
namespace {

using engine::CertificateStatus;
using problem::Problem;

struct Proof {
    engine::Certificate certificate;
    std::string text;
};

Proof prove(const Problem& problem) {
    Proof proof;
    engine::CertificateOptions options;
    options.write = [&](std::string_view lines) { proof.text += lines; };
    proof.certificate = engine::certify(problem, std::nullopt, options);
    return proof;
}

std::string line_of(const std::string& text, std::int64_t number) {
    std::size_t at = 0;
    for (std::int64_t i = 1; i < number; ++i) at = text.find('\n', at) + 1;
    return text.substr(at, text.find('\n', at) - at);
}

Problem small(std::uint64_t seed, std::uint32_t bits) {
    return problem::generate_instance({.activities = 4 + static_cast<std::int32_t>(seed % 3),
                                       .pools = 2,
                                       .longest_duration = 3,
                                       .tightness = 0.9,
                                       .shapes = problem::Shapes::from_bits(bits),
                                       .seed = seed});
}

void expect_verified(const Problem& problem, const std::string& what) {
    const Proof proof = prove(problem);
    if (proof.certificate.status == CertificateStatus::unsupported) return;
    const Verdict verdict = verify(problem, proof.text);
    EXPECT_TRUE(verdict.accepted()) << what << ", line " << verdict.line << ": " << line_of(proof.text, verdict.line)
                                    << "\n"
                                    << verdict.reason.en;
    EXPECT_EQ(verdict.claim == Claim::infeasible, proof.certificate.status == CertificateStatus::infeasible) << what;
}

TEST(Verifier, AcceptsProofsAboutEachShapeAlone) {
    for (std::size_t shape = 0; shape < problem::shape_count; ++shape)
        for (std::uint64_t seed = 1; seed <= 12; ++seed)
            expect_verified(small(seed, 1U << shape),
                            "shape " + std::to_string(shape) + " seed " + std::to_string(seed));
}

TEST(Verifier, AcceptsProofsAboutMixturesOfShapes) {
    for (std::uint64_t seed = 1; seed <= 150 && !HasFailure(); ++seed) {
        const auto bits = static_cast<std::uint32_t>(seed * 2654435761U >> 11) & ((1U << problem::shape_count) - 1);
        expect_verified(small(seed, bits), "bits " + std::to_string(bits) + " seed " + std::to_string(seed));
    }
}

TEST(Verifier, FollowsThatSomethingNeedsMoreThanThereIs) {
    problem::ProblemData data;
    data.horizon = 5;
    data.pools.push_back({{{0, 2}}});
    data.activities.resize(1);
    data.activities[0].modes.push_back({.duration = 2, .demands = {{0, 3}}});
    const Problem problem = Problem::make(std::move(data)).value();
    expect_verified(problem, "3 units of 2");
    EXPECT_EQ(verify(problem, prove(problem).text).claim, Claim::infeasible);
}

/// The lines of a proof, one of which is to be changed.
std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
        lines.push_back(text.substr(at, text.find('\n', at) - at));
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

/// The line with the number that ends at its last digit changed by `step`.
std::string shifted(const std::string& line, int step) {
    const std::size_t end = line.find_last_of("0123456789") + 1;
    std::size_t from = end - 1;
    while (from > 0 && (std::isdigit(static_cast<unsigned char>(line[from - 1])) != 0 || line[from - 1] == '-')) --from;
    return line.substr(0, from) + std::to_string(std::stoi(line.substr(from, end - from)) + step) + line.substr(end);
}

const Problem& corrupted_problem() {
    static const Problem problem =
        problem::generate_instance({.activities = 7,
                                    .pools = 2,
                                    .longest_duration = 4,
                                    .tightness = 1.0,
                                    .shapes = {problem::Shape::modes, problem::Shape::budgets, problem::Shape::groups},
                                    .seed = 5});
    return problem;
}

TEST(Verifier, RejectsAFileWithOneNumberChangedInAnySectionAndSaysWhere) {
    const Proof proof = prove(corrupted_problem());
    ASSERT_EQ(proof.certificate.status, CertificateStatus::optimal);
    ASSERT_TRUE(verify(corrupted_problem(), proof.text).accepted());
    const std::vector<std::string> lines = lines_of(proof.text);
    for (const std::string section : {"activities ", "horizon ", "v ", "c ", "e ", "l ", "schedule ", "optimal "}) {
        int at_that_line = 0, tried = 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (!lines[i].starts_with(section)) continue;
            for (const int step : {-1, 1}) {
                std::vector<std::string> changed = lines;
                changed[i] = shifted(lines[i], step);
                const Verdict verdict = verify(corrupted_problem(), joined(changed));
                ++tried;
                const bool here = verdict.line == static_cast<std::int64_t>(i) + 1;
                // A wrong horizon is noticed by what is said under it.
                at_that_line += !verdict.accepted() && (here || section == "horizon ") ? 1 : 0;
                // A clause may be weakened and the proof still hold; what is accepted is true in any case.
                if (verdict.accepted()) {
                    EXPECT_EQ(verdict.objective, verify(corrupted_problem(), proof.text).objective);
                }
            }
        }
        EXPECT_GT(tried, 0) << section;
        EXPECT_GT(at_that_line, 0) << section;
    }
}

TEST(Verifier, RejectsWhatIsNoProof) {
    const Proof proof = prove(corrupted_problem());
    const std::vector<std::string> lines = lines_of(proof.text);
    const auto verdict_on = [&](std::vector<std::string> changed) {
        return verify(corrupted_problem(), joined(changed));
    };
    EXPECT_EQ(verify(corrupted_problem(), "").line, 1);
    EXPECT_EQ(verify(corrupted_problem(), "hello\n").line, 1);
    EXPECT_EQ(verdict_on({lines.begin(), lines.end() - 1}).line, static_cast<std::int64_t>(lines.size()));
    std::vector<std::string> claims = lines;
    claims.back() = "infeasible";
    EXPECT_EQ(verdict_on(claims).line, static_cast<std::int64_t>(lines.size()));
    // Without what was learnt nothing is proven.
    std::vector<std::string> unproven;
    for (const std::string& line : lines)
        if (!line.starts_with("l")) unproven.push_back(line);
    EXPECT_FALSE(verdict_on(unproven).accepted());
    const Problem other = small(3, 0);
    EXPECT_FALSE(verify(other, proof.text).accepted());
}

/// Whatever is done to a proof: what is accepted agrees with exhaustive search.
TEST(Verifier, AcceptsNothingThatIsNotTrue) {
    int accepted = 0;
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        const Problem problem = problem::generate_instance(
            {.activities = 3,
             .pools = 1,
             .longest_duration = 2,
             .tightness = 0.9,
             .shapes = problem::Shapes::from_bits(static_cast<std::uint32_t>(seed * 2654435761U >> 12) & 0xFFF),
             .seed = seed});
        const auto truth = problem::search_all(problem, 300'000);
        if (!truth.complete) continue;
        const Proof proof = prove(problem);
        const std::vector<std::string> lines = lines_of(proof.text);
        base::RandomStream random(seed, 1);
        for (int trial = 0; trial < 60; ++trial) {
            std::vector<std::string> changed = lines;
            const std::size_t at = random.below(static_cast<std::uint32_t>(lines.size()));
            if (random.below(3) == 0)
                changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(at));
            else if (lines[at].find_first_of("0123456789") != std::string::npos)
                changed[at] = shifted(lines[at], random.below(2) == 0 ? 1 : -1);
            const Verdict verdict = verify(problem, joined(changed));
            if (!verdict.accepted()) continue;
            ++accepted;
            EXPECT_EQ(verdict.claim == Claim::infeasible, !truth.best) << "seed " << seed;
            if (truth.best) {
                EXPECT_EQ(verdict.objective, truth.objective) << "seed " << seed;
            }
        }
    }
    EXPECT_GT(accepted, 0);
}

}  // namespace
}  // namespace masar::verify
