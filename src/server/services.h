#pragma once
// What is kept, and the services on it.
#include "app/workspace/accounts.h"
#include "app/workspace/imports.h"
#include "app/workspace/open_store.h"
#include "app/workspace/plan_watch.h"
#include "app/workspace/roadmaps.h"
#include "app/workspace/runs.h"

#include <algorithm>
#include <memory>
#include <thread>

namespace masar::server {

class SystemWallClock : public base::WallClock {
public:
    [[nodiscard]] base::Moment now() const override {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
};

struct Services {
    Services(app::OpenStore opened, const base::WallClock& its_clock)
        : store(std::move(opened.store)),
          changes(std::move(opened.changes)),
          clock(its_clock),
          accounts(*store, its_clock),
          workspace{*store, its_clock, snapshots, 1},
          runs(workspace, {.workers = std::max(1U, std::thread::hardware_concurrency())}),
          watch(workspace) {}

    std::unique_ptr<store::Store> store;
    std::shared_ptr<store::ChangeCount> changes;
    const base::WallClock& clock;
    app::Accounts accounts;
    app::Snapshots snapshots;
    app::Imports imports;
    app::Workspace workspace;
    app::Runs runs;
    app::PlanWatch watch;
    app::Origin example;  ///< what a visitor's sandbox is a copy of
};

}  // namespace masar::server
