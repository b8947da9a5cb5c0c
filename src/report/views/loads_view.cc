#include "report/views/loads_view.h"

#include "base/plural.h"
#include "report/figures.h"
#include "report/sentence.h"
#include "report/views/view_json.h"

#include <algorithm>

namespace masar::report {
namespace {

using base::JsonWriter;
using base::Text;

constexpr base::Noun pools{"pool", "pools", "مورد واحد", "موردان", "موردين", "موارد", "مورداً", "مورد"};

calendar::Date monday_of(calendar::Date day) { return day - (calendar::weekday_of(day) - std::chrono::Monday); }

struct Peak {
    std::size_t day = 0;  ///< after the first
    std::int32_t load = 0, capacity = 0;
};

/// Where most is missing, else where most is used; the first such day.
std::optional<Peak> peak_of(const plan::PoolLoad& pool) {
    std::optional<Peak> peak;
    for (std::size_t day = 0; day < pool.load.size(); ++day) {
        const Peak here{day, pool.load[day], pool.capacity[day]};
        const auto missing = [](const Peak& each) { return std::max(0, each.load - each.capacity); };
        if (here.load == 0) continue;
        const bool worse =
            peak && (missing(here) != missing(*peak) ? missing(here) > missing(*peak) : here.load > peak->load);
        if (!peak || worse) peak = here;
    }
    return peak;
}

std::int64_t days_over(const plan::PoolLoad& pool) {
    std::int64_t over = 0;
    for (std::size_t day = 0; day < pool.load.size(); ++day) over += pool.load[day] > pool.capacity[day] ? 1 : 0;
    return over;
}

class Loads {
public:
    Loads(const ViewSource& source, const AsksOn& asks)
        : source_(source), plan_(source.plan), reader_(source.reader), asks_(asks) {}

    std::string write() {
        json_.begin_object();
        write_heading(json_, source_);
        write_both(json_, "finding", finding());
        json_.key("pools").begin_array();
        if (source_.dates)
            for (const plan::PoolLoad& each : source_.dates->loads) write_pool(each);
        json_.end_array();
        write_yearly();
        return json_.end_object().take();
    }

    std::string write_day(plan::ResourceIndex resource, calendar::Date day) {
        json_.begin_object();
        write_heading(json_, source_);
        json_.field("pool", plan_.resources[resource.at()].id);
        write_date(json_, "day", day);
        static const std::vector<plan::PoolLoad> undated;
        const auto& loads = source_.dates ? source_.dates->loads : undated;
        const auto pool = std::ranges::find(loads, resource, &plan::PoolLoad::resource);
        const bool known = pool != loads.end() && day >= pool->first_day
                           && static_cast<std::size_t>((day - pool->first_day).count()) < pool->load.size();
        const std::size_t position = known ? static_cast<std::size_t>((day - pool->first_day).count()) : 0;
        json_.field("load", known ? pool->load[position] : 0);
        write_capacity("capacity", resource,
                       known ? std::optional<std::int64_t>(pool->capacity[position]) : std::nullopt);
        write_who(resource, day);
        return json_.end_object().take();
    }

private:
    [[nodiscard]] Text finding() const {
        if (!source_.dates) return {"There are no dates yet", "لا توجد مواعيد بعد"};
        const auto over =
            std::ranges::count_if(source_.dates->loads, [](const auto& each) { return days_over(each) > 0; });
        const Text all = base::counted(pools, std::ssize(source_.dates->loads), base::Case::after);
        if (over == 0)
            return fill({"No pool is asked for more than it has, of {}", "لا مورد يُطلب منه أكثر مما لديه، من أصل {}"},
                        all);
        const Text at =
            source_.shown == DatesShown::earliest ? Text{"At the earliest dates ", "عند أبكر المواعيد "} : Text{};
        return fill(over == 1 ? Text{"{}{} of {} is overloaded", "{}يتجاوز الطلب السعة في {} من أصل {}"}
                              : Text{"{}{} of {} are overloaded", "{}يتجاوز الطلب السعة في {} من أصل {}"},
                    at, Text{grouped(over), base::counted(pools, over, base::Case::after).ar}, all);
    }

    void write_capacity(std::string_view key, plan::ResourceIndex resource, std::optional<std::int64_t> capacity) {
        write_released(json_, key, reader_.reads(plan_.resources[resource.at()], "capacity"),
                       [&] { capacity ? json_.value(*capacity) : json_.null(); });
    }

    void write_owner(const plan::Resource& resource) {
        json_.key("owner").begin_array();
        for (const auto& side : resource.owners)
            if (side.value.known()) json_.value(plan_.sides[side.value.at()].id);
        json_.end_array().field_or_null("unit", text_or_none(resource.unit));
    }

    void write_pool(const plan::PoolLoad& pool) {
        const plan::Resource& resource = plan_.resources[pool.resource.at()];
        json_.begin_object();
        write_identity(json_, source_, resource);
        write_owner(resource);
        write_capacity("capacity", pool.resource, resource.capacity.value);
        json_.field("over_days", days_over(pool));
        write_weeks(pool);
        write_peak(pool);
        json_.end_object();
    }

    void write_weeks(const plan::PoolLoad& pool) {
        json_.key("weeks").begin_array();
        const bool told = reader_.reads(plan_.resources[pool.resource.at()], "capacity");
        for (std::size_t day = 0; day < pool.load.size();) {
            const calendar::Date monday = monday_of(pool.first_day + std::chrono::days(day));
            const auto next = static_cast<std::size_t>((monday + std::chrono::days(7) - pool.first_day).count());
            std::int32_t peak = 0, capacity = INT32_MAX;
            for (; day < std::min(next, pool.load.size()); ++day) {
                peak = std::max(peak, pool.load[day]);
                capacity = std::min(capacity, pool.capacity[day]);
            }
            if (peak == 0) continue;
            json_.begin_array().value(calendar::to_iso(monday)).value(static_cast<std::int64_t>(peak));
            told ? json_.value(static_cast<std::int64_t>(capacity)) : json_.null();
            json_.end_array();
        }
        json_.end_array();
    }

    void write_peak(const plan::PoolLoad& pool) {
        json_.key("peak");
        const auto peak = peak_of(pool);
        if (!peak) {
            json_.null();
            return;
        }
        const calendar::Date day = pool.first_day + std::chrono::days(peak->day);
        json_.begin_object();
        write_date(json_, "day", day);
        write_hijri(json_, "hijri", day);
        json_.field("load", peak->load);
        write_capacity("capacity", pool.resource, peak->capacity);
        write_who(pool.resource, day);
        json_.end_object();
    }

    void write_who(plan::ResourceIndex resource, calendar::Date day) {
        json_.key("who").begin_array();
        for (const plan::PoolAsk& each : asks_(resource, day)) {
            const plan::Activity& activity = plan_.activities[each.activity.at()];
            const plan::ActivityDates& dates = source_.dates->activities[each.activity.at()];
            json_.begin_object().field("activity", activity.id);
            write_name(json_, source_, activity);
            const bool led = activity.lead.value.known();
            write_reference(json_, "side", plan_.sides,
                            led ? plan_.organisations[activity.lead.value.at()].side.value : plan::SideIndex{});
            write_date(json_, "start", dates.start);
            write_date(json_, "finish", dates.finish);
            json_.field("units", each.units).end_object();
        }
        json_.end_array();
    }

    /// Budgets of a fiscal year, one entry each.
    void write_yearly() {
        json_.key("yearly").begin_array();
        const std::vector<plan::YearLoad> none;
        const auto& years = source_.dates ? source_.dates->year_loads : none;
        for (std::size_t i = 0; i < years.size();) {
            const plan::ResourceIndex index = years[i].resource;
            const plan::Resource& resource = plan_.resources[index.at()];
            json_.begin_object();
            write_identity(json_, source_, resource);
            json_.field_or_null("unit", text_or_none(resource.unit));
            const plan::SideIndex side = resource.per_year_of.value;
            write_reference(json_, "side", plan_.sides, side);
            json_.key("years").begin_array();
            for (; i < years.size() && years[i].resource == index; ++i) {
                json_.begin_object().field("year", years[i].year);
                json_.field("label", side.known() ? plan_.sides[side.at()].fiscal_year.label(years[i].year)
                                                  : std::to_string(years[i].year));
                json_.field("load", years[i].load);
                write_capacity("capacity", index, years[i].capacity);
                json_.end_object();
            }
            json_.end_array().end_object();
        }
        json_.end_array();
    }

    const ViewSource& source_;
    const plan::Plan& plan_;
    const Reader& reader_;
    const AsksOn& asks_;
    JsonWriter json_{JsonWriter::Style::compact};
};

}  // namespace

std::string loads_view(const ViewSource& source, const AsksOn& asks) { return Loads(source, asks).write(); }

std::string pool_day_view(const ViewSource& source, plan::ResourceIndex pool, calendar::Date day, const AsksOn& asks) {
    return Loads(source, asks).write_day(pool, day);
}

}  // namespace masar::report
