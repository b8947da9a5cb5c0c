#include "report/views/risks_view.h"

#include "plan/risk_level.h"
#include "report/views/view_json.h"

#include <algorithm>
#include <array>

namespace masar::report {
namespace {

using base::JsonWriter;

constexpr std::array<std::string_view, plan::likelihoods> likelihood_words{"frequent", "likely", "occasional", "seldom",
                                                                           "unlikely"};
constexpr std::array<std::string_view, plan::severities> severity_words{"catastrophic", "critical", "moderate",
                                                                        "negligible"};
constexpr std::array<std::string_view, 4> level_words{"low", "medium", "high", "extremely-high"};

template <class Words, class Enum>
std::string_view word(const Words& words, Enum value) {
    return words[static_cast<std::size_t>(value)];
}

class Risks {
public:
    explicit Risks(const ViewSource& source) : source_(source), plan_(source.plan), reader_(source.reader) {}

    std::string write() {
        json_.begin_object();
        write_heading(json_, source_);
        json_.key("risks").begin_array();
        for (const plan::Risk& each : plan_.risks) write_risk(each);
        json_.end_array();
        write_matrix();
        write_end();
        write_tornado();
        write_drives();
        json_.field_or_null("samples", source_.forecast ? std::optional(source_.forecast->samples) : std::nullopt);
        return json_.end_object().take();
    }

private:
    [[nodiscard]] bool rated(const plan::Risk& risk) const {
        return reader_.reads(risk, "probability") && reader_.reads(risk, "severity");
    }

    void write_risk(const plan::Risk& risk) {
        const bool counted = reader_.reads(risk, "probability");
        json_.begin_object();
        write_identity(json_, source_, risk);
        write_released(json_, "probability", counted,
                       [&] { risk.quantity ? json_.value(risk.quantity->probability.to_double()) : json_.null(); });
        write_released(json_, "likelihood", counted,
                       [&] { json_.value(word(likelihood_words, risk.rating.probability)); });
        write_released(json_, "severity", reader_.reads(risk, "severity"),
                       [&] { json_.value(word(severity_words, risk.rating.severity)); });
        write_released(json_, "level", rated(risk),
                       [&] { json_.value(word(level_words, plan::level_of(risk.rating))); });
        write_released(json_, "owner", reader_.reads(risk, "owner"),
                       [&] { risk.risk_owner.empty() ? json_.null() : json_.value(risk.risk_owner); });
        write_list(json_, "touches", reader_.reads(risk, "touches"), risk.touches, [&](const auto& activity) {
            if (activity.value.known()) json_.value(plan_.activities[activity.value.at()].id);
        });
        write_quantity(risk, counted);
        json_.end_object();
    }

    void write_quantity(const plan::Risk& risk, bool told) {
        if (!told || !risk.quantity) {
            for (const auto* key : {"effect", "season", "fund", "mitigation"})
                told ? void(json_.key(key).null()) : write_withheld(json_, key);
            return;
        }
        const plan::RiskQuantity& quantity = *risk.quantity;
        write_effect(quantity.effect);
        write_reference(json_, "season", plan_.periods, quantity.season.value);
        write_reference(json_, "fund", plan_.funds, quantity.fund.value);
        write_mitigation(quantity.mitigation);
    }

    void write_effect(const plan::RiskEffect& effect) {
        json_.key("effect").begin_object().key("factor");
        if (effect.factor) {
            json_.begin_array();
            for (const base::Decimal each : effect.factor->value.value) json_.value(each.to_double());
            json_.end_array();
        } else {
            json_.null();
        }
        json_.key("days");
        if (effect.days) {
            json_.begin_array();
            for (const int each : effect.days->value.days) json_.value(each);
            json_.end_array();
        } else {
            json_.null();
        }
        json_.field("elapsed", effect.days && effect.days->value.elapsed).key("cost");
        if (effect.cost)
            json_.begin_object()
                .field("low", effect.cost->amount[0].minor)
                .field("likely", effect.cost->amount[1].minor)
                .field("high", effect.cost->amount[2].minor)
                .field("currency", effect.cost->amount[0].currency.code())
                .end_object();
        else
            json_.null();
        json_.end_object();
    }

    void write_mitigation(const std::optional<plan::Mitigation>& mitigation) {
        json_.key("mitigation");
        if (!mitigation) {
            json_.null();
            return;
        }
        json_.begin_object().field_or_null("probability", mitigation->probability
                                                              ? std::optional(mitigation->probability->to_double())
                                                              : std::nullopt);
        write_effect(mitigation->effect);
        json_.key("costs");
        if (mitigation->costs)
            json_.begin_object()
                .field("minor", mitigation->costs->value.minor)
                .field("currency", mitigation->costs->value.currency.code())
                .end_object();
        else
            json_.null();
        write_reference(json_, "fund", plan_.funds, mitigation->fund.value);
        write_date(json_, "on", mitigation->on);
        json_.field("planned", mitigation->planned).end_object();
    }

    void write_matrix() {
        json_.key("matrix").begin_array();
        for (std::size_t s = 0; s < plan::severities; ++s) {
            json_.begin_object().field("severity", severity_words[s]).key("cells").begin_array();
            for (std::size_t l = 0; l < plan::likelihoods; ++l) {
                const plan::RiskRating cell{static_cast<plan::Likelihood>(l), static_cast<plan::Severity>(s)};
                json_.begin_object().field("likelihood", likelihood_words[l]);
                json_.field("level", word(level_words, plan::level_of(cell))).key("risks").begin_array();
                for (const plan::Risk& each : plan_.risks)
                    if (rated(each) && each.rating.probability == cell.probability
                        && each.rating.severity == cell.severity)
                        json_.value(each.id);
                json_.end_array().end_object();
            }
            json_.end_array().end_object();
        }
        json_.end_array();
    }

    void write_end() {
        json_.key("end");
        if (!source_.forecast) {
            json_.null();
            return;
        }
        const plan::Forecast& forecast = *source_.forecast;
        const auto percentile = [&](double probability) -> std::optional<calendar::Date> {
            const auto found = std::ranges::find(forecast.end, probability, &plan::DatePercentile::probability);
            return found == forecast.end.end() ? std::nullopt : found->date;
        };
        json_.begin_object();
        write_date(json_, "planned", forecast.planned_end);
        json_.field("by_planned", forecast.by_planned_end.value);
        write_date(json_, "p50", percentile(0.5));
        write_date(json_, "p80", percentile(0.8));
        json_.field("mean_delay_days", forecast.mean_delay.value)
            .field("spread_days", forecast.spread_days)
            .end_object();
    }

    void write_tornado() {
        json_.key("tornado").begin_array();
        if (source_.forecast)
            for (const plan::TornadoBar& bar : source_.forecast->tornado) {
                json_.begin_object().field("kind", bar.risk.known() ? "risk" : "activity");
                if (bar.risk.known())
                    write_identity(json_, source_, plan_.risks[bar.risk.at()]);
                else
                    write_identity(json_, source_, plan_.activities[bar.activity.at()]);
                json_.field("low", bar.low).field("high", bar.high).field("error", bar.error).end_object();
            }
        json_.end_array();
    }

    void write_drives() {
        constexpr std::size_t most = 30;
        json_.key("drives").begin_array();
        if (source_.forecast)
            for (std::size_t i = 0; i < std::min(most, source_.forecast->drives.size()); ++i) {
                const plan::ActivityDrive& drive = source_.forecast->drives[i];
                const plan::Activity& activity = plan_.activities[drive.activity.at()];
                json_.begin_object().field("activity", activity.id);
                write_name(json_, source_, activity);
                json_.field("criticality", drive.criticality.value).field("cruciality", drive.cruciality);
                json_.field("sensitivity", drive.sensitivity).end_object();
            }
        json_.end_array();
    }

    const ViewSource& source_;
    const plan::Plan& plan_;
    const Reader& reader_;
    JsonWriter json_{JsonWriter::Style::compact};
};

}  // namespace

std::string risks_view(const ViewSource& source) { return Risks(source).write(); }

}  // namespace masar::report
