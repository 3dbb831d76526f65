// The names that every Go program knows: int, true, len, nil … and package unsafe. Private to
// core/check.
#pragma once

#include "core/check/program_builder.h"
#include "core/check/scope.h"

namespace hmaplab::check {

void fill_universe(ProgramBuilder& builder, Scope& universe);

// Package unsafe, which has no source.
const Package* make_unsafe(ProgramBuilder& builder);

}  // namespace hmaplab::check
