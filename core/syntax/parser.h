// The entry point of core/syntax: the text of one Go file in, its tree out.
#pragma once

#include <cstdint>
#include <memory>

#include "core/source/diagnostic.h"
#include "core/syntax/nodes.h"

namespace hmaplab::syntax {

// Longer files, deeper nesting and taller expressions get a diagnostic.
constexpr size_t kMostBytes = 1 << 20;
constexpr uint32_t kMostNesting = 500;
constexpr uint16_t kMostHeight = 1000;

// Parses the whole file, in time linear in its length, whatever its bytes. What is wrong goes to
// diagnostics in Go's words; the tree is never null, and complete when nothing was reported. The
// file must outlive the tree. Expression ids begin at first_id.
std::unique_ptr<File> parse(const source::SourceFile& file, source::Diagnostics& diagnostics,
                            uint32_t first_id = 0);

}  // namespace hmaplab::syntax
