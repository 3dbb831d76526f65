// A Go value in a few words, as panels show it: what fmt's %v prints with strings in quotes, but of a
// map or a channel its name instead of its contents. Cut where it is long.
#pragma once

#include <string>

#include "core/vm/values.h"

namespace hmaplab::trace {

// Of the value of this type that lies at `address`: "3", "\"ann\"", "-> stock", "-> jobs, 1 of 3".
std::string value_text(const vm::Reader& reader, const check::Type& type, memory::Address address);

}  // namespace hmaplab::trace
