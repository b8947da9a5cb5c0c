#pragma once
// The texts in their two languages: stale, not reviewed, too alike, or knowingly different.
#include "lint/subject.h"

namespace masar::lint {

class Report;

void stale_texts(const Subject& subject, Report& report);       ///< T01
void unreviewed_texts(const Subject& subject, Report& report);  ///< T02
void equal_names(const Subject& subject, Report& report);       ///< T03
void divergences(const Subject& subject, Report& report);       ///< T04

}  // namespace masar::lint
