// The entry point of core/check: a main source file in, a checked program or diagnostics out.
#pragma once

#include <memory>

#include "core/check/checked_program.h"
#include "core/source/diagnostic.h"
#include "core/source/source_file.h"

namespace hmaplab::check {

struct Options {
  LanguageVersion version{1, 23};
  // Checks also what the program does not use of the packages that it imports.
  bool whole_library = false;
};

struct CheckResult {
  std::unique_ptr<CheckedProgram> program;  // nullptr when there are diagnostics
  source::Diagnostics diagnostics;          // all of the main file
};

// Parses and checks a file with package main and func main, and the packages of core/golib that it
// imports.
CheckResult check(source::SourceFile main_file, const Options& options = {});

}  // namespace hmaplab::check
