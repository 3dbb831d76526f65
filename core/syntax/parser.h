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

// Whether the bodies of functions are parsed now. Skip: later, with parse_again; those of generic
// functions and methods are parsed all the same. Only for files that are known to be right.
enum class Bodies : uint8_t { Parse, Skip };

// Parses the whole file, in time linear in its length, whatever its bytes. What is wrong goes to
// diagnostics in Go's words; the tree is never null, and complete when nothing was reported. The
// file must outlive the tree. Expression ids begin at first_id.
std::unique_ptr<File> parse(const source::SourceFile& file, source::Diagnostics& diagnostics,
                            uint32_t first_id = 0, Bodies bodies = Bodies::Parse);

// A function declaration of a file that was parsed without a diagnostic, parsed once more: the same
// tree with other ids, those of its expressions in the same order, and its body in any case. Ids lie in [first_id, end_id).
struct FunctionCopy {
  std::unique_ptr<FunctionDecl> declaration;
  uint32_t end_id = 0;
};
FunctionCopy parse_again(const source::SourceFile& file, const FunctionDecl& declaration,
                         uint32_t first_id);

}  // namespace hmaplab::syntax
