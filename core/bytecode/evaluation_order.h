// The order in which gc evaluates operands where the language leaves it open: all calls first, from
// left to right, then the loads, index checks and divisions around them. "x + f()" sees what f does
// to x; "a[9] = f()" calls f before it panics. Slices, len and some other builtins come in their
// turn among the calls (expr1 in cmd/compile/internal/walk/order.go): "len(s) + f()" does not see
// what f does to s.
//
// CallsFirst does the calls among some expressions ahead of them. While it lives,
// FunctionCompiler::value_to finds their values in slots. Where no load stands before a call, the
// plain order is the same and nothing is done.
#pragma once

#include <vector>

#include "core/check/checked_program.h"
#include "core/syntax/expressions.h"

namespace hmaplab::bytecode {

class FunctionCompiler;

enum class When : uint8_t { LoadsComeFirst, Always };

class CallsFirst {
 public:
  CallsFirst(FunctionCompiler& compiler, const std::vector<const syntax::Expr*>& expressions,
             When when = When::LoadsComeFirst);
  ~CallsFirst();
  CallsFirst(const CallsFirst&) = delete;
  CallsFirst& operator=(const CallsFirst&) = delete;

 private:
  FunctionCompiler& compiler_;
  std::vector<const syntax::Expr*> done_;
};

// What the assignments of a, b = x, y write, from left to right. Operands that a write further left
// could change are evaluated before all assignments, the others with their own.
class WrittenBefore {
 public:
  explicit WrittenBefore(const check::CheckedProgram& checked) : checked_(checked) {}

  void add(const syntax::Expr& target);
  bool can_change(const syntax::Expr& value) const;
  bool can_change_place(const syntax::Expr& target) const;

 private:
  const check::CheckedProgram& checked_;
  bool memory_ = false;
  std::vector<const check::Variable*> variables_;  // in the frame
};

// The expressions of a list, and others behind them.
std::vector<const syntax::Expr*> pointers(const syntax::ExprList& list,
                                          std::initializer_list<const syntax::Expr*> more = {});

}  // namespace hmaplab::bytecode
