#include "app/workspace/runs.h"

#include "app/workspace/run_keeping.h"
#include "base/version.h"
#include "store/secrets.h"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <list>
#include <mutex>
#include <thread>
#include <vector>

namespace masar::app {
namespace {

using Clock = std::chrono::steady_clock;

/// One job that waits or runs.
class Job : public base::Progress {
public:
    Job(store::RunRow its_row, Actor its_actor, OpenPlan its_open, RunWork its_work)
        : row(std::move(its_row)), actor(std::move(its_actor)), open(std::move(its_open)), work(std::move(its_work)) {}

    void report(const base::ProgressState& state) override {
        constexpr std::chrono::milliseconds least{200};
        {
            const std::scoped_lock lock(mutex_);
            progress_.what = state.what;
            progress_.done = state.done;
            progress_.total = state.total;
            progress_.best = state.best;
            progress_.bound = state.bound;
            if (Clock::now() - told_ < least) return;
            told_ = Clock::now();
        }
        tell();
    }

    void answer_first(std::string answer) {
        {
            const std::scoped_lock lock(mutex_);
            first_ = std::move(answer);
        }
        tell();
    }

    void begin() {
        {
            const std::scoped_lock lock(mutex_);
            state_ = "running";
            began_ = Clock::now();
        }
        tell();
    }
    void end(RunEnd end) {
        {
            const std::scoped_lock lock(mutex_);
            state_ = end.state;
            end_ = std::move(end);
        }
        tell();
    }

    [[nodiscard]] RunView view() {
        const std::scoped_lock lock(mutex_);
        RunView view{row.key, row.kind, state_, {}, end_.result, end_.problem};
        if (state_ == "running") {
            view.progress = progress_;
            view.first = first_;
            view.progress->seconds = std::chrono::duration<double>(Clock::now() - began_).count();
        }
        return view;
    }

    void add(Runs::Listener listener) {
        const RunView now = view();
        if (!listener(now) || now.ended()) return;
        const std::scoped_lock lock(listeners_mutex_);
        listeners_.push_back(std::move(listener));
        if (!view().ended()) return;
        // It ended while the listener was on its way to the list.
        listeners_.back()(view());
        listeners_.pop_back();
    }

    store::RunRow row;
    const Actor actor;
    const OpenPlan open;
    const RunWork work;
    base::StopFlag stop;

private:
    void tell() {
        const RunView now = view();
        const std::scoped_lock lock(listeners_mutex_);
        std::erase_if(listeners_, [&](const Runs::Listener& each) { return !each(now); });
    }

    std::mutex mutex_, listeners_mutex_;
    std::string state_ = "queued";
    RunProgress progress_;
    std::string first_;
    RunEnd end_;
    Clock::time_point began_{}, told_{};
    std::list<Runs::Listener> listeners_;
};

using JobPtr = std::shared_ptr<Job>;

/// How much it takes tells something of everybody's limits.
RunView told_to(const Actor& actor, RunView view) {
    if (!view.progress || reader_tag(actor).empty()) return view;
    RunProgress progress;
    progress.what = view.progress->what;
    progress.seconds = view.progress->seconds;
    view.progress = std::move(progress);
    return view;
}

/// Who is counted together: an account, or the visitor of a sandbox.
std::pair<std::int64_t, std::int64_t> asker(const Actor& actor) {
    return {actor.account, actor.sandbox ? actor.sandbox_plan : 0};
}

tl::unexpected<Refusal> too_many(const base::Text& why) {
    Refusal refusal{Refusal::Why::too_many,
                    why,
                    {"wait for one to end, or cancel one", "انتظر انتهاء إحداها أو ألغها"},
                    {},
                    {},
                    {},
                    2};
    return tl::unexpected(std::move(refusal));
}

}  // namespace

/// Where jobs wait, and the workers who take them.
class Runs::Office {
public:
    Office(Workspace& workspace, const RunLimits& limits) : workspace_(workspace), limits_(limits) {
        close_broken_off(workspace_);
    }
    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;

    ~Office() {
        {
            const std::scoped_lock lock(mutex_);
            closing_ = true;
            for (const JobPtr& each : jobs_) each->stop.stop();
        }
        news_.notify_all();
        workers_.clear();  // joins
        for (const JobPtr& each : jobs_) finish(*each, {"failed", {}, interrupted()});
    }

    Outcome<RunView> ask(const Actor& actor, std::string_view plan, std::string_view kind,
                         const boost::json::object& parameters) {
        auto open = open_plan(workspace_, actor, plan);
        if (!open) return tl::unexpected(open.error());
        auto work = work_of(kind, parameters, actor);
        if (!work) return tl::unexpected(work.error());
        store::RunRow row = question(actor, *open, kind, parameters);
        const SnapshotPtr about = work->for_page ? open->shown_to(actor) : open->whole;
        row.input_hash = input_of(about->state_hash(), actor, kind, parameters);
        std::unique_lock one_at_a_time(pages_mutex_, std::defer_lock);
        if (work->for_page) {
            one_at_a_time.lock();
            if (const JobPtr there = of_page(row)) return told_to(actor, there->view());
        }
        if (auto full = no_room(actor, *work)) return tl::unexpected(*std::move(full));
        auto kept = keep_question(workspace_, std::move(row), !work->saves);
        if (!kept) return tl::unexpected(kept.error());
        if (kept->state == "done") return kept_view(workspace_, actor, kept->key);
        const auto job = std::make_shared<Job>(*std::move(kept), actor, *std::move(open), *std::move(work));
        take_in(job);
        return told_to(actor, job->view());
    }

    Outcome<RunView> view(const Actor& actor, std::string_view key) {
        if (const JobPtr job = find(actor, key)) return told_to(actor, job->view());
        return kept_view(workspace_, actor, key);
    }

    Outcome<void> cancel(const Actor& actor, std::string_view key) {
        const JobPtr job = find(actor, key);
        if (!job) {
            const auto kept = kept_view(workspace_, actor, key);
            if (!kept) return tl::unexpected(kept.error());
            return {};
        }
        if (asker(job->actor) != asker(actor))
            return refuse(Refusal::Why::not_allowed,
                          {"this job was asked for by somebody else", "طلب هذه المهمة شخص آخر"});
        stop(job);
        return {};
    }

    Outcome<void> follow(const Actor& actor, std::string_view key, Listener listener) {
        if (const JobPtr job = find(actor, key)) {
            job->add([actor, listener = std::move(listener)](const RunView& view) {
                return listener(told_to(actor, view));
            });
            return {};
        }
        const auto kept = kept_view(workspace_, actor, key);
        if (!kept) return tl::unexpected(kept.error());
        listener(*kept);
        return {};
    }

    [[nodiscard]] std::size_t open() const {
        const std::scoped_lock lock(mutex_);
        return jobs_.size();
    }

private:
    [[nodiscard]] store::RunRow question(const Actor& actor, const OpenPlan& open, std::string_view kind,
                                         const boost::json::object& parameters) const {
        store::RunRow row;
        row.key = store::random_token();
        row.plan = open.row.id;
        row.version = open.head.id;
        row.account = actor.account;
        row.side = is_the_server(actor) ? std::string(for_everybody) : reader_tag(actor);
        row.kind = kind;
        row.state = "queued";
        row.parameters = boost::json::serialize(parameters);
        const auto* seed = parameters.if_contains("seed");
        row.seed = seed != nullptr && seed->is_int64() ? seed->get_int64() : 1;
        row.program = base::version;
        row.created = workspace_.clock.now();
        return row;
    }

    /// The job that answers this question of a page already. One for what was there before has nobody left who waits for it: it ends.
    [[nodiscard]] JobPtr of_page(const store::RunRow& row) {
        std::vector<JobPtr> older;
        {
            const std::scoped_lock lock(mutex_);
            for (const JobPtr& each : jobs_) {
                const store::RunRow& other = each->row;
                if (!each->work.for_page || each->stop.stopped() || other.plan != row.plan || other.side != row.side)
                    continue;
                if (other.input_hash == row.input_hash) return each;
                if (other.kind == row.kind && other.parameters == row.parameters) older.push_back(each);
            }
        }
        for (const JobPtr& each : older) stop(each);
        return nullptr;
    }

    void stop(const JobPtr& job) {
        job->stop.stop();
        bool waited = false;
        {
            const std::scoped_lock lock(mutex_);
            waited = std::erase(queue_, job) > 0;
        }
        if (waited) end(job, {"cancelled", {}, std::nullopt});
    }

    [[nodiscard]] std::optional<Refusal> no_room(const Actor& actor, const RunWork& work) const {
        if (is_the_server(actor)) return std::nullopt;
        const std::scoped_lock lock(mutex_);
        const auto own = std::ranges::count_if(
            jobs_, [&](const JobPtr& each) { return !each->work.for_page && asker(each->actor) == asker(actor); });
        if (!work.for_page && static_cast<std::size_t>(own) >= limits_.of_account)
            return too_many({"you have as many jobs under way as one may have", "بلغ عدد مهامك الجارية الحد المسموح"})
                .value();
        if (queue_.size() >= limits_.waiting)
            return too_many({"too many jobs are waiting", "عدد المهام المنتظرة كبير جداً"}).value();
        return std::nullopt;
    }

    void take_in(const JobPtr& job) {
        {
            const std::scoped_lock lock(mutex_);
            jobs_.push_back(job);
            queue_.push_back(job);
            // With the first job: who asks nothing needs nobody.
            for (unsigned i = static_cast<unsigned>(workers_.size()); i <= std::max(1U, limits_.workers); ++i)
                workers_.emplace_back([this, i] { work(i == 0); });
        }
        news_.notify_all();
    }

    [[nodiscard]] JobPtr find(const Actor& actor, std::string_view key) const {
        const std::scoped_lock lock(mutex_);
        const auto found = std::ranges::find_if(jobs_, [&](const JobPtr& each) {
            return each->row.key == key && is_for(each->row, actor) && may_see(actor, each->open.row);
        });
        return found == jobs_.end() ? nullptr : *found;
    }

    void work(bool quick_only) {
        while (const JobPtr job = next(quick_only)) {
            job->begin();
            job->row.started = workspace_.clock.now();
            end(job, compute(*job));
        }
    }

    /// Waits for a job; none when the office closes. Quick ones go before others.
    [[nodiscard]] JobPtr next(bool quick_only) {
        std::unique_lock lock(mutex_);
        while (true) {
            if (closing_) return nullptr;
            auto found = std::ranges::find_if(queue_, [](const JobPtr& each) { return each->work.quick; });
            if (found == queue_.end() && !quick_only) found = queue_.begin();
            if (found != queue_.end()) {
                JobPtr job = *found;
                queue_.erase(found);
                return job;
            }
            news_.wait(lock);
        }
    }

    [[nodiscard]] RunEnd compute(Job& job) {
        try {
            auto result = job.work.compute({workspace_, job.actor, job.open, &job.stop, &job,
                                            [&job](std::string answer) { job.answer_first(std::move(answer)); }});
            if (closing_) return {"failed", {}, interrupted()};
            const std::string state = job.stop.stopped() ? "cancelled" : result ? "done" : "failed";
            if (!result) return {state, {}, result.error()};
            return {state, *std::move(result), std::nullopt};
        } catch (const std::exception&) {  // short of memory, or a mistake of ours: the job fails, the server goes on
            return {"failed",
                    {},
                    Refusal{Refusal::Why::storage,
                            {"the server could not finish this", "تعذر على الخادم إتمام هذا"},
                            {"ask for less", "اطلب أقل من ذلك"},
                            {},
                            {},
                            {},
                            0}};
        }
    }

    void end(const JobPtr& job, RunEnd end) {
        finish(*job, std::move(end));
        const std::scoped_lock lock(mutex_);
        std::erase(jobs_, job);
    }

    /// What is told is on the disk.
    void finish(Job& job, RunEnd end) {
        if (!keep_answer(workspace_, job.row, end, limits_.kept_of_plan)) {
            end.state = "failed";
            end.result.clear();
            end.problem =
                Refusal{Refusal::Why::storage, {"the answer could not be kept", "تعذر حفظ الإجابة"}, {}, {}, {}, {}, 0};
        }
        job.end(std::move(end));
    }

    Workspace& workspace_;
    const RunLimits limits_;
    std::mutex pages_mutex_;  ///< locked before the other
    mutable std::mutex mutex_;
    std::condition_variable news_;
    std::list<JobPtr> jobs_;    ///< waiting and running
    std::deque<JobPtr> queue_;  ///< waiting
    std::atomic<bool> closing_{false};
    std::vector<std::jthread> workers_;
};

Runs::Runs(Workspace& workspace, const RunLimits& limits) : office_(std::make_unique<Office>(workspace, limits)) {}
Runs::~Runs() = default;

Outcome<RunView> Runs::ask(const Actor& actor, std::string_view plan, std::string_view kind,
                           const boost::json::object& parameters) {
    return office_->ask(actor, plan, kind, parameters);
}
Outcome<RunView> Runs::view(const Actor& actor, std::string_view key) { return office_->view(actor, key); }
Outcome<void> Runs::cancel(const Actor& actor, std::string_view key) { return office_->cancel(actor, key); }
Outcome<void> Runs::follow(const Actor& actor, std::string_view key, Listener listener) {
    return office_->follow(actor, key, std::move(listener));
}
std::size_t Runs::open() const { return office_->open(); }

}  // namespace masar::app
