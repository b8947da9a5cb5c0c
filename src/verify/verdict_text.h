#pragma once
// What masar-verify says.
#include "verify/verifier.h"

namespace masar::verify {

/// Reads the instance (its format follows from the name and the text) and checks the certificate. Fails only when the instance cannot be
/// read; a certificate that cannot be read is rejected.
[[nodiscard]] base::Result<Verdict> verify_text(std::string_view instance_name, std::string_view instance,
                                                std::string_view certificate);

/// One line, with the numbers of clauses checked or the line that is wrong.
[[nodiscard]] base::Text sentence(const Verdict& verdict);

}  // namespace masar::verify
