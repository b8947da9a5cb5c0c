#include "cli/interrupt.h"

#include <csignal>

namespace masar::cli {
namespace {

// A signal handler takes no argument of ours: this is the one place where a global is unavoidable.
base::StopFlag* current = nullptr;
static_assert(std::atomic<bool>::is_always_lock_free, "a handler may only touch lock-free atomics");

void on_signal(int /*number*/) {
    if (current != nullptr) current->stop();
}

void set_handler(void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    // SA_RESETHAND: the second signal finds the default action and ends the program at once.
    action.sa_flags = SA_RESETHAND | SA_RESTART;
    sigemptyset(&action.sa_mask);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

}  // namespace

Interrupt::Interrupt() {
    current = &flag_;
    set_handler(on_signal);
}

Interrupt::~Interrupt() {
    set_handler(SIG_DFL);
    current = nullptr;
}

}  // namespace masar::cli
