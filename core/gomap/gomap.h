// The whole map engine: every operation on a Go map, each a resumable value.
//
//   auto assign = Assign<Pointer>::of(&type, hmap, key);
//   while (assign.advance(memory) == Progress::AtPoint) { /* assign.point is what comes next */ }
//   // Done: assign.elem is where the elem belongs. Fatal, Throw, Panic: text(assign.failure).
#pragma once

#include "core/gomap/access.h"
#include "core/gomap/assign.h"
#include "core/gomap/clear.h"
#include "core/gomap/clone.h"
#include "core/gomap/delete.h"
#include "core/gomap/iterate.h"
#include "core/gomap/make_map.h"
