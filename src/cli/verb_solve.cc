#include "app/certify_instance.h"
#include "app/explain_instance.h"
#include "app/solve_instance.h"
#include "cli/all_verbs.h"
#include "cli/limit_options.h"

namespace masar::cli {
namespace {

class SolveVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {"solve",
                {"Solve one benchmark file (.sm, .mm, .rcp, .sch)",
                 "حل مسألة من ملف قياسي (‎.sm, .mm, .rcp, .sch‎)"},
                {"Reads PSPLIB, Patterson, ProGen/max and reservoir files. The schedule passes the independent checker "
                 "before "
                 "anything is said about it; the bound is proven.",
                 "يقرأ ملفات PSPLIB وPatterson وProGen/max ومسائل المخزون. يجتاز الجدول المدقق المستقل قبل أن يُقال عنه "
                 "شيء؛ "
                 "والحد مثبت."},
                {"masar solve j3010_1.sm --schedules 1000 --json"}};
    }

    void declare(OptionSet& options) override {
        options.operand({"FILE", "", {"the instance", "ملف المسألة"}}, OptionSet::Presence::required, file_);
        limits_.declare(options);
        options.flag({"--json", "", {"JSON on standard output", "المخرجات بصيغة JSON"}}, json_);
        options.text({"--proof",
                      "OUT",
                      {"write the proof of a proven answer, for masar-verify",
                       "كتابة إثبات الجواب المثبت ليتحقق منه masar-verify"}},
                     proof_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        const auto problem = app::read_instance_file(session.files, file_);
        if (!problem) return session.fail(problem.error());
        const app::SolvedInstance solved = solve(*problem, session);
        const report::InstanceResult& result = solved.result;
        if (solved.refused)
            return session.fail({base::Error::Kind::limit,
                                 {"the engine gave a schedule that the checker refuses; nothing is shown",
                                  "أعطى المحرك جدولاً يرفضه المدقق؛ فلا يُعرض شيء"},
                                 {}});
        if (!proof_.empty())
            if (const auto written = write_proof(*problem, solved, session); !written)
                return session.fail(written.error());
        return session.show(json_ ? report::solve_json(result) : report::solve_text(result, session.language),
                            code_of(result.status));
    }

private:
    /// A proof is searched for once more, with a listener: small instances take as long again.
    [[nodiscard]] base::Result<void> write_proof(const problem::Problem& problem, const app::SolvedInstance& solved,
                                                 const Session& session) const {
        if (solved.result.status != "optimal" && solved.result.status != "infeasible")
            return tl::unexpected(app::nothing_proven());
        Search search(session);
        const auto made = app::certify_instance(session.files, problem,
                                                {proof_, {}, solved.schedule, search.run<engine::Run>(limits_).stop});
        if (!made) return tl::unexpected(made.error());
        return {};
    }

    [[nodiscard]] app::SolvedInstance solve(const problem::Problem& problem, const Session& session) const {
        Search search(session);
        const auto run = search.run<engine::Run>(limits_);
        app::SolvedInstance solved = app::solve_instance(problem, app::stem_of(file_), run);
        if (solved.result.status == "infeasible") solved.result.conflict = app::explain_instance(problem, run);
        return solved;
    }

    [[nodiscard]] static ExitCode code_of(const std::string& status) {
        if (status == "infeasible") return ExitCode::infeasible;
        return status == "unknown" ? ExitCode::limit : ExitCode::fine;
    }

    std::string file_, proof_;
    LimitOptions limits_;
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_solve_verb() { return std::make_unique<SolveVerb>(); }

}  // namespace masar::cli
