// What the checker knows of an expression while it checks the expression around it. Private to
// core/check.
#pragma once

#include <vector>

#include "core/check/objects.h"

namespace hmaplab::check {

enum class Mode : uint8_t {
  Invalid,   // with an error that was reported
  NoValue,   // a call without results
  Builtin,   // the name of a builtin
  TypeName,  // a type
  Constant,
  Nil,
  Variable,  // addressable
  MapIndex,  // m[k]: assignable, not addressable; may give two values
  Value,
  CommaOk,  // x.(T), <-c: may give two values
};

struct Operand {
  Mode mode = Mode::Invalid;
  const Type* type = nullptr;
  Constant value;
  const syntax::Expr* expr = nullptr;
  Builtin builtin = Builtin::Append;
  // A generic function that has not got all its type arguments yet; those it has.
  const Function* generic = nullptr;
  std::vector<const Type*> type_arguments;

  bool is_valid() const { return mode != Mode::Invalid; }
  bool is_constant() const { return mode == Mode::Constant; }
};

}  // namespace hmaplab::check
