#include "app/plan_schema.h"

#include "planfile/json_schema.h"

namespace masar::app {

std::string plan_schema() { return planfile::json_schema(); }

}  // namespace masar::app
