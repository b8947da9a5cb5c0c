#pragma once
// Proposals and what the sides decide about them. Each side signs once, by its approver or a deputy, exactly what is shown in both
// languages; one side alone never suffices; a change voids what was signed, and says so.
#include "app/workspace/follow_dates.h"
#include "app/workspace/going_back.h"
#include "app/workspace/open_proposal.h"
#include "app/workspace/wish.h"

#include <optional>

namespace masar::app {

/// With neither a wish nor a way back the draft itself is proposed.
struct ProposalContent {
    base::Text title;  ///< may be empty with a way back
    std::string note;
    Wish wish;  ///< changes of the draft; with pins or options just what trying the same gives
    std::optional<GoingBack> back;
};

struct ShownSignature {
    std::string kind;  ///< "sign", "return", "object", "disclose"
    std::string side, role;
    bool deputy = false;
    base::Moment at{};
    std::string hash;
    std::string comment;
    base::Moment voided{};
    base::Text voided_why;
};

struct ProposalView {
    std::int64_t number = 0;
    base::Text title;
    std::string note;
    std::string state;  ///< "open", "approved", "returned", "objected", "withdrawn"
    std::string side, role;
    base::Moment at{};
    TermsLines lines;
    base::Text texts;  ///< exactly what is signed, in each language
    std::string hash;
    std::vector<ShownSignature> signatures;
    std::vector<std::string> signed_by, waiting;  ///< sides; of a decided proposal nobody is waited for
    std::vector<base::Text> blocked;
    DatesState dates = DatesState::none;
    bool may_sign = false, may_withdraw = false, may_disclose = false;
    std::vector<base::Text> changed_since_my_last;  ///< against what the actor's side signed last
    SnapshotPtr before, after;  ///< as the actor reads them; `before` null when nothing was approved yet
};

[[nodiscard]] Outcome<std::int64_t> propose(Workspace& workspace, const Actor& actor, std::string_view plan,
                                            const ProposalContent& content);
/// Also of one that was returned: it is open again. Voids the signatures there are.
[[nodiscard]] Outcome<void> replace_proposal(Workspace& workspace, const Actor& actor, std::string_view plan,
                                             std::int64_t number, const ProposalContent& content);
[[nodiscard]] Outcome<ProposalView> view_proposal(Workspace& workspace, const Actor& actor, std::string_view plan,
                                                  std::int64_t number);

/// How far its dates are.
[[nodiscard]] Outcome<DatesState> proposal_dates(Workspace& workspace, const Actor& actor, std::string_view plan,
                                                 std::int64_t number);

enum class Verdict : std::uint8_t {
    sign,       ///< with the hash of what was shown; the last signature puts it in force
    send_back,  ///< with a comment on what to change
    object,     ///< with a comment on why not
    withdraw,   ///< by the side that proposed it, before all have signed
    disclose,   ///< by the disclosure role: what it releases of that side may be released
};

struct Decision {
    Verdict verdict = Verdict::sign;
    std::string hash;  ///< of sign and disclose
    std::string comment;
};

/// Gives the state of the proposal afterwards.
[[nodiscard]] Outcome<std::string> decide(Workspace& workspace, const Actor& actor, std::string_view plan,
                                          std::int64_t number, const Decision& decision);

/// The differences between what is worked on and what was approved (or signed by the actor's side) last, as sentences.
enum class Since : std::uint8_t { baseline, own_signature };
[[nodiscard]] Outcome<std::vector<TermsLine>> differences_since(Workspace& workspace, const Actor& actor,
                                                                std::string_view plan, Since since);

}  // namespace masar::app
