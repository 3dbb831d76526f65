// The compiler: a checked program in, a Program of bytecode out. It refuses what the machine cannot
// do yet with a diagnostic, so that nothing unsupported is ever met while running.
#pragma once

#include <memory>

#include "core/bytecode/program.h"
#include "core/check/check.h"
#include "core/source/diagnostic.h"

namespace hmaplab::bytecode {

struct CompileResult {
  std::unique_ptr<Program> program;  // nullptr when there are diagnostics
  source::Diagnostics diagnostics;   // of the main file
};

CompileResult compile(std::unique_ptr<check::CheckedProgram> checked);

// Source text to program in one go; the file is named `name` in messages and tracebacks.
CompileResult compile_source(std::string name, std::string text,
                             const check::Options& options = {});

}  // namespace hmaplab::bytecode
