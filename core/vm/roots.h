// The roots of a collection: every pointer that a World holds outside its heap. State that is added
// to a World and holds addresses must be visited here, or the collector frees what it leads to.
//
//   goroutines  live words of each frame (bytecode/live_words.h), closures that are being run,
//               arguments of deferred calls, panics, the map operation in flight, what they wait for
//   finalizers  their functions, and what is queued; not the objects they are set for
//
// Package variables lie in the heap's data arena: the collection takes them from there.
#pragma once

#include <functional>

#include "core/memory/address.h"

namespace hmaplab::vm {

class World;
struct Goroutine;

// Words that are no address, or none of the heap, are given too.
using VisitRoot = std::function<void(memory::Address pointer)>;
void each_root(const World& world, const VisitRoot& visit);
// Those of one goroutine.
void each_root_of(const World& world, const Goroutine& goroutine, const VisitRoot& visit);

}  // namespace hmaplab::vm
