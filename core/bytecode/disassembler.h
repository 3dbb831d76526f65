// Instructions as text, for tests and for whoever wants to know what the compiler made.
#pragma once

#include <string>

#include "core/bytecode/program.h"

namespace hmaplab::bytecode {

// "  3  line 7   JumpNotLess   b=16 c=24 @9", a line for each instruction; the operands that
// instructions.def names.
std::string disassemble(const Function& function);

}  // namespace hmaplab::bytecode
