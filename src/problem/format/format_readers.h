#pragma once
// One reader per format, behind read_instance.h.
#include "problem/format/number_reader.h"
#include "problem/problem.h"

namespace masar::problem::format {

enum class Modes : std::uint8_t { single, several };
[[nodiscard]] base::Result<ProblemData> read_psplib(std::string_view text, Modes modes);
[[nodiscard]] base::Result<ProblemData> read_patterson(std::string_view text);
[[nodiscard]] base::Result<ProblemData> read_reservoir(std::string_view text);
[[nodiscard]] base::Result<ProblemData> read_progen_max(std::string_view text);

/// Pools of constant capacity, as all these formats have them.
[[nodiscard]] inline Pool constant_pool(std::int32_t capacity) { return Pool{{CapacityStep{0, capacity}}}; }

inline void add_demand(Mode& mode, std::int32_t pool, std::int32_t units) {
    if (units > 0) mode.demands.push_back({pool, units});
}

/// Enough for one activity after another, each in its longest mode: some best schedule without maximal lags ends by then.
[[nodiscard]] inline Day serial_horizon(const ProblemData& data) {
    std::int64_t sum = 0;
    for (const Activity& activity : data.activities) {
        std::int32_t longest = 0;
        for (const Mode& mode : activity.modes) longest = longest > mode.duration ? longest : mode.duration;
        sum += longest;
    }
    return sum < never ? static_cast<Day>(sum) : never;
}

namespace labels {
inline constexpr Label activities{"the number of activities", "عدد الأنشطة"};
inline constexpr Label pools{"the number of resources", "عدد الموارد"};
inline constexpr Label activity{"the number of the activity", "رقم النشاط"};
inline constexpr Label modes{"the number of modes", "عدد أنماط التنفيذ"};
inline constexpr Label mode{"the number of the mode", "رقم نمط التنفيذ"};
inline constexpr Label successors{"the number of successors", "عدد الأنشطة اللاحقة"};
inline constexpr Label successor{"a successor", "نشاط لاحق"};
inline constexpr Label duration{"a duration", "مدة"};
inline constexpr Label demand{"a demand", "احتياج من مورد"};
inline constexpr Label capacity{"a capacity", "سعة"};
inline constexpr Label lag{"a time lag", "مهلة زمنية"};
}  // namespace labels

}  // namespace masar::problem::format
