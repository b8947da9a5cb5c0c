#include "planfile/literal_date.h"
#include "planfile/read_records.h"

namespace masar::planfile {

void read_commitment(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::commitment);
    plan::Commitment commitment;
    read_common(fields, commitment);
    commitment.context_only = fields.flag("context");
    if (fields.has("divergence")) commitment.divergence = fields.text("divergence");
    reader.plan().commitments.push_back(std::move(commitment));
}

void read_line(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::line);
    plan::LineOfEffort line;
    read_common(fields, line);
    line.lead = fields.words("lead");
    reader.plan().lines.push_back(std::move(line));
}

void read_objective(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::objective);
    plan::Objective objective;
    read_common(fields, objective);
    objective.line = fields.reference<plan::LineIndex>("line");
    objective.commitments = fields.references<plan::CommitmentIndex>("commitments");
    objective.indicators = fields.references<plan::IndicatorIndex>("indicators");
    objective.due = fields.literal("due", &parse_date);
    reader.plan().objectives.push_back(std::move(objective));
}

void read_outcome(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::outcome);
    plan::Outcome outcome;
    read_common(fields, outcome);
    outcome.objective = fields.reference<plan::ObjectiveIndex>("objective");
    outcome.indicators = fields.references<plan::IndicatorIndex>("indicators");
    reader.plan().outcomes.push_back(std::move(outcome));
}

void read_output(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::output);
    plan::Output output;
    read_common(fields, output);
    output.outcome = fields.reference<plan::OutcomeIndex>("outcome");
    output.indicators = fields.references<plan::IndicatorIndex>("indicators");
    reader.plan().outputs.push_back(std::move(output));
}

}  // namespace masar::planfile
