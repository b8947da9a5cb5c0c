#pragma once
// A place for work on bytes that came from outside: what goes wrong in there cannot reach files, sockets or other programs.
#include <functional>

namespace masar::server {

/// What this machine's kernel keeps confined work from.
struct Confinement {
    bool calls = false;  ///< all system calls but those for memory, locks and the end of a thread (seccomp)
    bool files = false;  ///< every path, and TCP where the kernel knows how (Landlock)
};
/// Tried once, on a thread that ends at once.
[[nodiscard]] Confinement confinement();

/// Runs the work on a thread of its own that is confined as far as the kernel knows how, and comes back when it is done. What it throws
/// is thrown here. The thread shares the memory of the program: this keeps a parser that was led astray from opening anything, not from
/// what it could write into memory.
void run_confined(const std::function<void()>& work);

}  // namespace masar::server
