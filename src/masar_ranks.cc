// Ranks under OpenMPI's mpirun. A module of its own that `masar` opens only when it finds itself under mpirun: a build without MPI has
// none, and nobody else pays for loading the library.
#include "base/ranks.h"

#define OMPI_SKIP_MPICXX 1  // the old C++ interface is full of what our warnings refuse
#include <mpi.h>

#include <cstddef>

namespace {

class MpiRanks : public masar::base::Ranks {
public:
    MpiRanks() {
        MPI_Init(nullptr, nullptr);
        MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
        MPI_Comm_size(MPI_COMM_WORLD, &count_);
    }
    MpiRanks(const MpiRanks&) = delete;
    MpiRanks& operator=(const MpiRanks&) = delete;
    /// A rank that ends before it handed anything in must not keep the others waiting.
    ~MpiRanks() override {
        if (!gathered_) (void)gather_all("!");
        MPI_Finalize();
    }

    [[nodiscard]] std::int32_t rank() const override { return rank_; }
    [[nodiscard]] std::int32_t count() const override { return count_; }
    [[nodiscard]] std::vector<std::string> gather(std::string_view own) override { return gather_all(own); }

private:
    std::vector<std::string> gather_all(std::string_view own) {
        gathered_ = true;
        const bool collects = rank_ == 0;
        const auto ranks = static_cast<std::size_t>(count_);
        const int size = static_cast<int>(own.size());
        std::vector<int> sizes(collects ? ranks : 0), places(collects ? ranks : 0);
        MPI_Gather(&size, 1, MPI_INT, sizes.data(), 1, MPI_INT, 0, MPI_COMM_WORLD);
        std::string all;
        if (collects) {
            int whole = 0;
            for (std::size_t i = 0; i < ranks; ++i) {
                places[i] = whole;
                whole += sizes[i];
            }
            all.resize(static_cast<std::size_t>(whole));
        }
        MPI_Gatherv(own.data(), size, MPI_CHAR, all.data(), sizes.data(), places.data(), MPI_CHAR, 0, MPI_COMM_WORLD);
        std::vector<std::string> parts;
        for (std::size_t i = 0; i < sizes.size(); ++i)
            parts.push_back(all.substr(static_cast<std::size_t>(places[i]), static_cast<std::size_t>(sizes[i])));
        return parts;
    }

    int rank_ = 0, count_ = 1;
    bool gathered_ = false;
};

}  // namespace

/// Whoever calls this owns what it gives.
extern "C" masar::base::Ranks* masar_ranks() { return new MpiRanks; }
