// Masar: from a plan file to a schedule that provably fits, and a page that people can read.
//
// What it can do is in src/app, one file pair a verb; each follows the path of the data:
//     read the plan, complain, compile it to integers, solve, check, report.
// This program does it from the command line (src/cli).
#include "cli/command_line.h"

int main(int count, char** words) {
    const masar::cli::Words command(words + (count > 0 ? 1 : 0), words + count);
    return static_cast<int>(masar::cli::run(command));
}
