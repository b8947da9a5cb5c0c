#include "cli/join_ranks.h"

#include "cli/console.h"
#include "report/figures.h"

#include <dlfcn.h>

#include <charconv>
#include <filesystem>
#include <system_error>

namespace masar::cli {
namespace {

/// What mpirun of OpenMPI tells each process that it starts.
constexpr const char* ranks_variable = "OMPI_COMM_WORLD_SIZE";

int ranks_started() {
    const std::string_view text = environment(ranks_variable);
    int count = 1;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

/// Beside the program.
std::string module_path() {
    std::error_code wrong;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", wrong);
    return (program.parent_path() / "masar-ranks.so").string();
}

}  // namespace

base::Result<std::unique_ptr<base::Ranks>> join_ranks() {
    if (ranks_started() < 2) return nullptr;
    const std::string path = module_path();
    // Stays open until the process ends: what it made points into it.
    void* module = dlopen(path.c_str(), RTLD_NOW | RTLD_GLOBAL);
    void* maker = module == nullptr ? nullptr : dlsym(module, "masar_ranks");
    if (maker == nullptr)
        return base::failure(
            base::Error::Kind::usage,
            report::fill({"this masar cannot work under mpirun: {} is not there",
                          "لا يعمل هذا الإصدار تحت mpirun: الملف {} غير موجود"},
                         report::ltr(path)),
            {"build it where OpenMPI (libopenmpi-dev) is installed, or start it without mpirun",
             "ابنِ البرنامج حيث ثُبّتت حزمة OpenMPI ‏(libopenmpi-dev)، أو شغّله دون mpirun"});
    return std::unique_ptr<base::Ranks>(reinterpret_cast<base::Ranks* (*)()>(maker)());
}

}  // namespace masar::cli
