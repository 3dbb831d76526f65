// Channels: make, send, receive, range and select. The operations themselves are one instruction
// each; what they take lies ready in the frame before.
#include "core/bytecode/function_compiler.h"

namespace hmaplab::bytecode {

namespace {

const check::ChannelType* channel_type(const check::Type* type) {
  return check::as<check::ChannelType>(type->underlying());
}

// The receive of a clause of a select; nullptr when it sends.
const syntax::Expr* received_in(const syntax::Stmt& communication) {
  if (const auto* expression = syntax::as<syntax::ExpressionStmt>(communication))
    return &syntax::unparen(*expression->expression);
  if (const auto* assign = syntax::as<syntax::AssignStmt>(communication))
    return &syntax::unparen(*assign->right[0]);
  return nullptr;
}

}  // namespace

void FunctionCompiler::make_channel_to(const syntax::CallExpr& call, const check::ChannelType* type,
                                       int32_t slot) {
  int32_t size = code_.reserve(8);
  if (call.arguments.size() > 1) {
    value_to(*call.arguments[1], size);
  } else {
    code_.constant(size, 0);
  }
  code_.emit(Op::ChanMake, {.a = slot, .b = size, .d = static_cast<int32_t>(type->id())});
}

void FunctionCompiler::send(const syntax::SendStmt& stmt) {
  Slots slots(code_);
  CallsFirst calls(*this, {stmt.channel.get(), stmt.value.get()});
  const check::ChannelType* type = channel_type(type_of(*stmt.channel));
  int32_t channel = code_.reserve(8);
  value_to(*stmt.channel, channel);
  int32_t sent = code_.reserve(type->element()->size());
  value_as(*stmt.value, type->element(), sent);
  set_line(stmt.span);
  code_.emit(Op::ChanSend, {.a = channel, .b = sent, .d = static_cast<int32_t>(type->id())});
}

// <-c; the value goes to `slot` and whether it was sent to `ok`, where these are not -1.
void FunctionCompiler::receive_to(const syntax::Expr& expr, int32_t slot, int32_t ok) {
  Slots slots(code_);
  const syntax::Expr& operand = *static_cast<const syntax::UnaryExpr&>(expr).operand;
  int32_t channel = code_.reserve(8);
  value_to(operand, channel);
  receive(channel_type(type_of(operand)), channel, slot, ok);
}

// Who sends writes the value in Go's layout; what is narrow is widened behind the step.
void FunctionCompiler::receive(const check::ChannelType* type, int32_t channel, int32_t slot,
                               int32_t ok) {
  Slots slots(code_);
  bool narrow = slot >= 0 && kind_of(*type->element()) != ValueKind::Block;
  int32_t raw = narrow ? code_.reserve(8) : slot;
  code_.emit(Op::ChanReceive,
             {.a = raw, .b = channel, .c = ok, .d = static_cast<int32_t>(type->id())});
  if (narrow) load({.kind = Place::Kind::FramePart, .type = type->element(), .offset = raw}, slot);
}

void FunctionCompiler::range_channel(const syntax::RangeStmt& stmt, JumpTarget target) {
  const check::ChannelType* type = channel_type(type_of(*stmt.operand));
  int32_t channel = code_.reserve(8);
  value_to(*stmt.operand, channel);
  int32_t ok = code_.reserve(8);
  code_.place(*target.on_continue);
  set_line(stmt.span);
  {
    Slots iteration(code_);
    int32_t received = stmt.key ? code_.reserve(type->element()->size()) : -1;
    receive(type, channel, received, ok);
    code_.jump(Op::JumpIfNot, *target.on_break, {.a = ok});
    if (stmt.key) range_variable(stmt, stmt.key.get(), received, type->element());
    loop_body(*stmt.body, target);
  }
  code_.jump(Op::Jump, *target.on_continue);
}

// All channels and values to be sent are evaluated once, in source order; what is on the left of a
// receive only when it was chosen. One case alone is a plain send or receive, as gc has it.
void FunctionCompiler::select_statement(const syntax::SelectStmt& stmt, std::string_view label) {
  Slots slots(code_);
  Select select;
  select.operands = code_.top();
  for (size_t i = 0; i < stmt.clauses.size(); ++i) {
    const syntax::Stmt* communication = stmt.clauses[i].communication.get();
    if (communication) {
      select.cases.push_back(select_case(*communication));
      select.cases.back().clause = static_cast<uint32_t>(i);
    } else {
      select.default_clause = static_cast<int32_t>(i);
    }
  }
  reserve_results(stmt, select);
  int32_t chosen = code_.reserve(8);
  choose_case(stmt, select, chosen);
  Label end;
  targets_.push_back({label, &end, nullptr});
  size_t next_case = 0;
  for (size_t i = 0; i < stmt.clauses.size(); ++i) {
    Slots clause_slots(code_);
    const syntax::CommClause& clause = stmt.clauses[i];
    Label other;
    int32_t matches = code_.reserve(16);
    code_.constant(matches + 8, i);
    code_.emit(Op::Equal, {.a = matches, .b = chosen, .c = matches + 8});
    code_.jump(Op::JumpIfNot, other, {.a = matches});
    if (clause.communication) take_received(*clause.communication, select.cases[next_case++]);
    block(clause.body);
    code_.jump(Op::Jump, end);
    code_.place(other);
  }
  targets_.pop_back();
  code_.place(end);
}

void FunctionCompiler::choose_case(const syntax::SelectStmt& stmt, const Select& select,
                                   int32_t chosen) {
  if (stmt.clauses.size() == 1) code_.constant(chosen, 0);
  if (stmt.clauses.size() == 1 && select.cases.empty()) return;
  if (stmt.clauses.size() == 1) {
    const SelectCase& only = select.cases[0];
    auto type = static_cast<int32_t>(only.channel_type->id());
    set_line(stmt.clauses[0].communication->span);
    if (only.sends) {
      code_.emit(Op::ChanSend, {.a = only.channel, .b = only.value, .d = type});
    } else {
      code_.emit(Op::ChanReceive, {.a = only.value, .b = only.channel, .c = only.ok, .d = type});
    }
    return;
  }
  set_line(stmt.span);
  auto number = static_cast<int32_t>(code_.function().selects.size());
  code_.function().selects.push_back(select);
  code_.emit(Op::Select, {.a = chosen, .c = number});
}

// What is received is forgotten before the next time, so that nothing is kept alive by it.
void FunctionCompiler::reserve_results(const syntax::SelectStmt& stmt, Select& select) {
  select.results = code_.top();
  for (SelectCase& one : select.cases) {
    const auto* assign = syntax::as<syntax::AssignStmt>(*stmt.clauses[one.clause].communication);
    if (!assign) continue;
    one.value = code_.reserve(one.element()->size());
    if (assign->left.size() == 2) one.ok = code_.reserve(8);
  }
  select.end = code_.top();
  if (select.end > select.results)
    code_.emit(Op::Zero, {.a = select.results, .c = select.end - select.results});
}

// Evaluates what a clause needs before the choice.
SelectCase FunctionCompiler::select_case(const syntax::Stmt& communication) {
  set_line(communication.span);
  SelectCase made;
  made.channel = code_.reserve(8);
  if (const auto* send = syntax::as<syntax::SendStmt>(communication)) {
    made.sends = true;
    made.channel_type = channel_type(type_of(*send->channel));
    value_to(*send->channel, made.channel);
    made.value = code_.reserve(made.element()->size());
    value_as(*send->value, made.element(), made.value);
    return made;
  }
  const syntax::Expr& received = *received_in(communication);
  const syntax::Expr& operand = *static_cast<const syntax::UnaryExpr&>(received).operand;
  made.channel_type = channel_type(type_of(operand));
  value_to(operand, made.channel);
  return made;
}

// Behind the choice of a clause: gives what was received to the variables or places on the left.
void FunctionCompiler::take_received(const syntax::Stmt& communication, const SelectCase& taken) {
  const auto* assign = syntax::as<syntax::AssignStmt>(communication);
  if (!assign) return;
  set_line(communication.span);
  bool define = assign->op == syntax::TokenKind::Define;
  for (const syntax::ExprPtr& target : assign->left) {
    const auto* name = syntax::as<syntax::Identifier>(*target);
    if (!define || !checked_.defines(*name)) continue;
    if (const auto* variable = check::as<check::Variable>(checked_.object_of(*name)))
      declare(*variable);
  }
  Slots slots(code_);
  int32_t value = code_.reserve(taken.element()->size());
  load({.kind = Place::Kind::FramePart, .type = taken.element(), .offset = taken.value}, value);
  define_or_store(*assign->left[0], define, value, taken.element());
  if (taken.ok >= 0)
    define_or_store(*assign->left[1], define, taken.ok, basic(check::TypeKind::Bool));
}

}  // namespace hmaplab::bytecode
