// The variables of a frame that are in scope where it stands.
#pragma once

#include "core/bytecode/program.h"
#include "core/vm/values.h"

namespace hmaplab::trace {

// As many frames as Go prints of a very deep stack (runtime/traceback.go).
inline constexpr size_t kInnermostFrames = 50;
inline constexpr size_t kOutermostFrames = 50;

// Whether a function is of the main file, not of a standard package or the runtime.
inline bool is_own(const vm::World& world, const bytecode::Function& function) {
  return function.body && function.file == world.program().checked().main_package().files.front();
}
inline bool is_own(const vm::World& world, const vm::Frame& frame) {
  return is_own(world, world.program().function(frame.function));
}

// Calls visit(variable, place) for each; place is the address of its value, on the stack of the
// reader's goroutine, in a closure or on the heap.
template <class Visit>
void each_local(const vm::Reader& reader, const vm::Frame& frame, Visit&& visit) {
  const bytecode::Function& function = reader.program().function(frame.function);
  for (const bytecode::LocalVariable& variable : function.variables) {
    if (frame.pc < variable.begin || frame.pc > variable.end) continue;
    memory::Address place =
        variable.captured ? frame.closure : memory::Address{base::kStackBegin + frame.base};
    place = place + static_cast<uint64_t>(variable.offset);
    if (variable.on_heap) place = reader.load<memory::Address>(place);
    if (place != memory::Address::Nil) visit(variable, place);
  }
}

}  // namespace hmaplab::trace
