// Steps: the steps of a run, one behind the other. Runs that begin alike share their beginning.
#pragma once

#include "core/base/cow.h"
#include "core/vm/step.h"

namespace hmaplab::vm {

using Steps = base::CowVector<Step, 256>;

}  // namespace hmaplab::vm
