// The frames that Go shows inside of a function of the standard library which the machine carries
// out itself: where a lock waits, and where it finds that nobody had locked it. The places are
// those of go1.23.5's own source.
#pragma once

#include <optional>
#include <string>

#include "core/vm/world.h"

namespace hmaplab::vm {

// What Go prints in the place of a goroutine's top frame, which is a native's: "" where Go has only
// an instruction. Nothing: the table in native_frames.def knows.
std::optional<std::string> native_frames_text(const World& world, const Goroutine& goroutine);

}  // namespace hmaplab::vm
