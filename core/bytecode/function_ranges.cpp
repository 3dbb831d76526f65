// for x := range f, where f is a function: the body becomes a function that f calls as its yield.
//
//   control words, on the heap:  | state | exit | depth |
//   state   whether yield may be called now; calling it at another moment panics with Go's texts
//   exit    which of FunctionLoop::exits the body took, from 1; 0: none
//   depth   how many frames lie below the function that the loop stands in: defer belongs to it
#include <algorithm>

#include "core/bytecode/function_compiler.h"

namespace hmaplab::bytecode {

using check::TypeKind;

namespace {

constexpr int32_t kState = 0;
constexpr int32_t kExit = 8;
constexpr int32_t kDepth = 16;
constexpr uint64_t kControlWords = 3;

// As Machine::range_panic knows them.
enum State : uint64_t { kDone, kReady, kInBody, kExhausted, kSwallowedPanic };

// Whether a statement of the list, not of a function inside, has the label.
class LabelSearch {
 public:
  explicit LabelSearch(std::string_view label) : label_(label) {}

  bool in(const syntax::StmtList& list) const {
    for (const syntax::StmtPtr& stmt : list) {
      if (in(stmt.get())) return true;
    }
    return false;
  }

 private:
  template <class Clauses>
  bool in_clauses(const Clauses& clauses) const {
    for (const auto& clause : clauses) {
      if (in(clause.body)) return true;
    }
    return false;
  }

  bool in(const syntax::Stmt* stmt) const {
    using syntax::as;
    if (stmt == nullptr) return false;
    if (const auto* labeled = as<syntax::LabeledStmt>(stmt)) {
      return labeled->label->name == label_ || in(labeled->statement.get());
    }
    if (const auto* block = as<syntax::BlockStmt>(stmt)) return in(block->statements);
    if (const auto* loop = as<syntax::ForStmt>(stmt)) return in(loop->body->statements);
    if (const auto* loop = as<syntax::RangeStmt>(stmt)) return in(loop->body->statements);
    if (const auto* branch = as<syntax::IfStmt>(stmt)) {
      return in(branch->then->statements) || in(branch->otherwise.get());
    }
    if (const auto* choice = as<syntax::SwitchStmt>(stmt)) return in_clauses(choice->clauses);
    if (const auto* choice = as<syntax::TypeSwitchStmt>(stmt)) return in_clauses(choice->clauses);
    if (const auto* choice = as<syntax::SelectStmt>(stmt)) return in_clauses(choice->clauses);
    return false;
  }

  std::string_view label_;
};

}  // namespace

bool defines_label(const syntax::StmtList& list, std::string_view label) {
  return LabelSearch(label).in(list);
}

// Nobody but this loop knows the control words: what is written there is no step.
void FunctionCompiler::set_control(int32_t control, int32_t word, uint64_t value) {
  Slots slots(code_);
  int32_t number = code_.reserve(8);
  code_.constant(number, value);
  code_.emit(Op::StoreFixed,
             {.a = control, .b = number, .c = word, .d = 8, .kind = ValueKind::Uint64});
}

void FunctionCompiler::range_function(const syntax::RangeStmt& stmt, std::string_view label) {
  const check::FunctionBody& body = *checked_.body_of(stmt);
  Slots slots(code_);
  int32_t function = code_.reserve(8);
  value_to(*stmt.operand, function);
  int32_t control = begin_function_range();
  Function& made = program_.add_function(body.name, false);
  FunctionLoop loop{label, &home(), {}};
  FunctionCompiler(program_, made, body, &loop).compile_body();
  uint64_t bytes = 8;
  for (const check::Variable* variable : body.captured) {
    bytes += variable->capture_by_value() ? slot_bytes(variable->type->size()) : 8;
  }
  int32_t captured = code_.reserve(bytes);
  code_.emit(Op::Move, {.a = captured, .b = control});
  int32_t end = capture_to(body, captured + 8);
  int32_t closure = code_.reserve(8);
  code_.emit(Op::MakeClosure, {.a = closure,
                               .b = captured,
                               .c = static_cast<int32_t>(made.index),
                               .d = end - captured});
  PreparedCall call;
  call.value = function;
  call.layout = layout_of(
      *check::as<check::FunctionType>(type_of(*stmt.operand)->underlying()), nullptr);
  call.frame = code_.reserve(static_cast<uint64_t>(call.layout.bytes));
  code_.emit(Op::Move, {.a = call.frame + call.layout.parameters[0], .b = closure});
  set_line(stmt.span);
  emit_call(call);
  take_exits(loop, control);
}

// Makes the control words; gives the slot with their address.
int32_t FunctionCompiler::begin_function_range() {
  const check::Type* words =
      checked_.types().array_of(basic(TypeKind::Int), kControlWords);
  int32_t control = code_.reserve(8);
  code_.emit(Op::New, {.a = control,
                       .c = static_cast<int32_t>(words->size()),
                       .d = static_cast<int32_t>(words->id())});
  set_control(control, kState, kReady);
  Slots slots(code_);
  int32_t depth = code_.reserve(8);
  if (loop_) {
    code_.emit(Op::LoadFixed,
               {.a = depth, .b = control_, .c = kDepth, .d = 8, .kind = ValueKind::Uint64});
  } else {
    code_.emit(Op::FrameDepth, {.a = depth});
  }
  code_.emit(Op::StoreFixed,
             {.a = control, .b = depth, .c = kDepth, .d = 8, .kind = ValueKind::Uint64});
  return control;
}

// The function that was ranged over has returned: unless it swallowed a panic of the body, the loop
// is over, and what the body left it for happens now.
void FunctionCompiler::take_exits(const FunctionLoop& loop, int32_t control) {
  Slots slots(code_);
  int32_t found = code_.reserve(8);
  int32_t wanted = code_.reserve(8);
  int32_t equal = code_.reserve(8);
  Label resumed;
  code_.emit(Op::LoadFixed,
             {.a = found, .b = control, .c = kState, .d = 8, .kind = ValueKind::Uint64});
  code_.constant(wanted, kInBody);
  code_.emit(Op::Equal, {.a = equal, .b = found, .c = wanted});
  code_.jump(Op::JumpIfNot, resumed, {.a = equal});
  code_.constant(wanted, kSwallowedPanic);
  code_.emit(Op::RangePanic, {.a = wanted});
  code_.place(resumed);
  set_control(control, kState, kExhausted);
  if (loop.exits.empty()) return;
  code_.emit(Op::LoadFixed,
             {.a = found, .b = control, .c = kExit, .d = 8, .kind = ValueKind::Uint64});
  for (size_t i = 0; i < loop.exits.size(); ++i) {
    Label next;
    code_.constant(wanted, i + 1);
    code_.emit(Op::Equal, {.a = equal, .b = found, .c = wanted});
    code_.jump(Op::JumpIfNot, next, {.a = equal});
    const syntax::Stmt& exit = *loop.exits[i];
    if (const auto* jump = syntax::as<syntax::BranchStmt>(exit)) {
      branch(*jump);
    } else if (loop_) {
      exit_loop(exit);
    } else {
      leave();
    }
    code_.place(next);
  }
}

// The first thing in the body: may yield be called now? Then the values go to their variables.
void FunctionCompiler::enter_loop_body() {
  control_ = code_.reserve(8);
  code_.emit(Op::Captured, {.a = control_, .c = 8, .d = 8, .kind = ValueKind::Pointer});
  {
    Slots slots(code_);
    int32_t state = code_.reserve(8);
    int32_t ready = code_.reserve(8);
    int32_t equal = code_.reserve(8);
    Label go_on;
    code_.emit(Op::LoadFixed,
               {.a = state, .b = control_, .c = kState, .d = 8, .kind = ValueKind::Uint64});
    code_.constant(ready, kReady);
    code_.emit(Op::Equal, {.a = equal, .b = state, .c = ready});
    code_.jump(Op::JumpIf, go_on, {.a = equal});
    code_.emit(Op::RangePanic, {.a = state});
    code_.place(go_on);
  }
  set_control(control_, kState, kInBody);
  const syntax::RangeStmt& stmt = *body_.range;
  if (stmt.define) return;
  const syntax::Expr* targets[2] = {stmt.key.get(), stmt.value.get()};
  for (size_t i = 0; i < body_.parameters.size(); ++i) {
    if (targets[i] == nullptr) continue;
    const check::Type* type = body_.parameters[i]->type;
    Slots slots(code_);
    int32_t value = code_.reserve(type->size());
    load(variable_place(*body_.parameters[i]), value);
    define_or_store(*targets[i], false, value, type);
  }
}

// yield returns: true asks for the next value.
void FunctionCompiler::leave_loop_body(bool goes_on) {
  set_control(control_, kState, goes_on ? kReady : kDone);
  code_.constant(0, goes_on ? 1 : 0);  // the result lies at the beginning of the frame
  code_.emit(Op::Return);
}

void FunctionCompiler::exit_loop(const syntax::Stmt& stmt) {
  auto& exits = loop_->exits;
  auto found = std::find(exits.begin(), exits.end(), &stmt);
  size_t number = static_cast<size_t>(found - exits.begin()) + 1;
  if (found == exits.end()) exits.push_back(&stmt);
  set_control(control_, kExit, number);
  leave_loop_body(false);
}

}  // namespace hmaplab::bytecode
