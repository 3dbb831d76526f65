// for and range.
#include "core/bytecode/function_compiler.h"

namespace hmaplab::bytecode {

using check::TypeKind;

void FunctionCompiler::loop_body(const syntax::BlockStmt& body, const JumpTarget& target) {
  targets_.push_back(target);
  block(body.statements);
  targets_.pop_back();
}

void FunctionCompiler::for_statement(const syntax::ForStmt& stmt, std::string_view label) {
  Slots slots(code_);
  if (stmt.init) statement(*stmt.init);
  Label body, test, next, end;
  if (stmt.condition) code_.jump(Op::Jump, test);
  code_.place(body);
  loop_body(*stmt.body, {label, &end, &next});
  code_.place(next);
  set_line(stmt.span);
  if (body_.package->loop_variables_per_iteration()) copy_loop_variables(stmt.init.get());
  if (stmt.post) statement(*stmt.post);
  code_.place(test);
  if (stmt.condition) {
    set_line(stmt.condition->span);
    jump_if(*stmt.condition, true, body);
  } else {
    code_.jump(Op::Jump, body);
  }
  code_.place(end);
}

// Since Go 1.22 each iteration has its own variables: those on the heap are copied to new ones
// before the post statement.
void FunctionCompiler::copy_loop_variables(const syntax::Stmt* init) {
  const auto* define = syntax::as<syntax::AssignStmt>(init);
  if (!define || define->op != syntax::TokenKind::Define) return;
  for (const syntax::ExprPtr& target : define->left) {
    const auto& name = static_cast<const syntax::Identifier&>(*target);
    const auto* variable = check::as<check::Variable>(checked_.object_of(name));
    if (!variable || !checked_.defines(name) || !variable->needs_heap()) continue;
    Slots slots(code_);
    Place old = variable_place(*variable);
    int32_t copy = code_.reserve(variable->type->size());
    load(old, copy);
    uint16_t outer = code_.exchange_object_name(program_.name_number(variable->name));
    code_.emit(Op::New, {.a = old.slot,
                         .c = static_cast<int32_t>(variable->type->size()),
                         .d = static_cast<int32_t>(variable->type->id())});
    code_.exchange_object_name(outer);
    initialize(*variable, copy);
  }
}

void FunctionCompiler::range_statement(const syntax::RangeStmt& stmt, std::string_view label) {
  Slots slots(code_);
  Label next, end;
  JumpTarget target{label, &end, &next};
  const check::Type* type = type_of(*stmt.operand)->underlying();
  if (stmt.define && !body_.package->loop_variables_per_iteration()) {
    for (const syntax::Expr* name : {stmt.key.get(), stmt.value.get()}) {
      const auto* identifier = syntax::as<syntax::Identifier>(name);
      const auto* variable =
          identifier ? check::as<check::Variable>(checked_.object_of(*identifier)) : nullptr;
      if (variable) declare(*variable);
    }
  }
  switch (type->kind()) {
    case TypeKind::Map:
      range_map(stmt, target);
      break;
    case TypeKind::String:
      range_string(stmt, target);
      break;
    case TypeKind::Slice:
    case TypeKind::Array:
    case TypeKind::Pointer:
      range_elements(stmt, target);
      break;
    case TypeKind::Channel:
      range_channel(stmt, target);
      break;
    case TypeKind::Function:
      range_function(stmt, label);
      break;
    default:
      range_integer(stmt, target);
  }
  code_.place(end);
}

// Gives the key or value of this iteration to its variable or place.
void FunctionCompiler::range_variable(const syntax::RangeStmt& stmt, const syntax::Expr* target,
                                      int32_t slot, const check::Type* type) {
  if (!target) return;
  const auto* name = syntax::as<syntax::Identifier>(target);
  if (stmt.define && body_.package->loop_variables_per_iteration()) {
    const auto* variable = check::as<check::Variable>(checked_.object_of(*name));
    if (!variable) return;
    declare(*variable);
    return initialize(*variable, slot);
  }
  if (stmt.define) {
    const auto* variable = check::as<check::Variable>(checked_.object_of(*name));
    if (variable) store(variable_place(*variable), slot);
    return;
  }
  define_or_store(*target, false, slot, type);
}

void FunctionCompiler::range_integer(const syntax::RangeStmt& stmt, JumpTarget target) {
  const check::Type* type = stmt.key ? type_of(*stmt.key) : type_of(*stmt.operand);
  int32_t limit = code_.reserve(8);
  value_to(*stmt.operand, limit);
  int32_t index = code_.reserve(8);
  code_.constant(index, 0);
  Label test;
  code_.place(test);
  code_.jump(Op::JumpNotLess, *target.on_break, {.b = index, .c = limit});
  {
    Slots iteration(code_);
    range_variable(stmt, stmt.key.get(), index, type);
    loop_body(*stmt.body, target);
  }
  code_.place(*target.on_continue);
  set_line(stmt.span);
  code_.emit(Op::AddConstant, {.a = index, .b = index, .c = 1});
  code_.jump(Op::Jump, test);
}

// Slices, arrays, pointers to arrays. A slice's header and an array's value are evaluated once.
void FunctionCompiler::range_elements(const syntax::RangeStmt& stmt, JumpTarget target) {
  const check::Type* type = type_of(*stmt.operand)->underlying();
  const auto* slice = check::as<check::SliceType>(type);
  const auto* pointer = check::as<check::PointerType>(type);
  const auto* array =
      check::as<check::ArrayType>(pointer ? pointer->element()->underlying() : type);
  const check::Type* element = slice ? slice->element() : array->element();
  bool wants_value =
      stmt.value && !(stmt.value->kind == syntax::ExprKind::Identifier &&
                      static_cast<const syntax::Identifier&>(*stmt.value).is_blank());
  int32_t operand = code_.reserve(type->size());
  if (slice || pointer || wants_value) value_to(*stmt.operand, operand);
  int32_t length = code_.reserve(8);
  if (slice) {
    code_.emit(Op::Move, {.a = length, .b = operand + 8});
  } else {
    code_.constant(length, array->length());
  }
  int32_t index = code_.reserve(8);
  code_.constant(index, 0);
  Label test;
  code_.place(test);
  code_.jump(Op::JumpNotLess, *target.on_break, {.b = index, .c = length});
  {
    Slots iteration(code_);
    range_variable(stmt, stmt.key.get(), index, basic(TypeKind::Int));
    if (wants_value) {
      int32_t copy = code_.reserve(element->size());
      int32_t at = code_.reserve(8);
      if (slice || pointer) {
        if (pointer) code_.emit(Op::CheckNil, {.a = operand});
        code_.emit(Op::PointerElement,
                   {.a = at, .b = operand, .c = index, .d = static_cast<int32_t>(element->size())});
        load(memory(at, element), copy);
      } else {
        int32_t factor = code_.reserve(8);
        code_.constant(factor, element->size());
        code_.emit(Op::Multiply, {.a = at, .b = index, .c = factor});
        load({.kind = Place::Kind::FrameDynamic, .type = element, .slot = at, .offset = operand},
             copy);
      }
      range_variable(stmt, stmt.value.get(), copy, element);
    }
    loop_body(*stmt.body, target);
  }
  code_.place(*target.on_continue);
  set_line(stmt.span);
  code_.emit(Op::AddConstant, {.a = index, .b = index, .c = 1});
  code_.jump(Op::Jump, test);
}

void FunctionCompiler::range_string(const syntax::RangeStmt& stmt, JumpTarget target) {
  int32_t text = code_.reserve(16);
  value_to(*stmt.operand, text);
  int32_t index = code_.reserve(8);
  code_.constant(index, 0);
  int32_t decoded = code_.reserve(24);  // rune, next index, whether there was one
  Label test;
  code_.place(test);
  code_.emit(Op::StringRange, {.a = decoded, .b = text, .c = index});
  code_.jump(Op::JumpIfNot, *target.on_break, {.a = decoded + 16});
  {
    Slots iteration(code_);
    range_variable(stmt, stmt.key.get(), index, basic(TypeKind::Int));
    range_variable(stmt, stmt.value.get(), decoded, basic(TypeKind::Int32));
    loop_body(*stmt.body, target);
  }
  code_.place(*target.on_continue);
  set_line(stmt.span);
  code_.emit(Op::Move, {.a = index, .b = decoded + 8});
  code_.jump(Op::Jump, test);
}

namespace {

// "for k := range m { delete(m, k) }" with keys that equal themselves: the compiler makes it a
// clear.
bool is_clear_loop(const check::CheckedProgram& checked, const syntax::RangeStmt& stmt,
                   const check::MapType* map) {
  if (!stmt.define || !stmt.key || stmt.value || stmt.body->statements.size() != 1) return false;
  const auto* only = syntax::as<syntax::ExpressionStmt>(*stmt.body->statements[0]);
  const auto* call = only ? syntax::as<syntax::CallExpr>(*only->expression) : nullptr;
  const check::CallInfo* info = call ? checked.call_of(*call) : nullptr;
  if (!info || info->kind != check::CallKind::Builtin || info->builtin != check::Builtin::Delete)
    return false;
  const auto* deleted_from = syntax::as<syntax::Identifier>(*call->arguments[0]);
  const auto* ranged = syntax::as<syntax::Identifier>(*stmt.operand);
  const auto* key = syntax::as<syntax::Identifier>(*call->arguments[1]);
  const auto* variable = syntax::as<syntax::Identifier>(*stmt.key);
  if (!deleted_from || !ranged || !key || !variable) return false;
  bool reflexive =
      map->key()->is_plain_memory() || map->key()->underlying_kind() == TypeKind::String;
  return reflexive && checked.object_of(*deleted_from) == checked.object_of(*ranged) &&
         checked.object_of(*key) == checked.object_of(*variable);
}

}  // namespace

void FunctionCompiler::range_map(const syntax::RangeStmt& stmt, JumpTarget target) {
  const auto* map = check::as<check::MapType>(type_of(*stmt.operand)->underlying());
  int32_t operand = code_.reserve(8);
  value_to(*stmt.operand, operand);
  auto type = static_cast<int32_t>(map->id());
  if (is_clear_loop(checked_, stmt, map)) {
    code_.emit(Op::MapClear, {.b = operand, .d = type});
    return;
  }
  int32_t iterator = code_.reserve(96);
  code_.emit(Op::Zero, {.a = iterator, .c = 96});
  code_.emit(Op::MapIterateInit, {.a = iterator, .b = operand, .d = type});
  Label test;
  code_.place(test);
  code_.jump(Op::JumpIfNot, *target.on_break, {.a = iterator});  // hiter.key
  {
    Slots iteration(code_);
    auto part = [&](const syntax::Expr* name, int32_t pointer, const check::Type* part_type) {
      const auto* identifier = syntax::as<syntax::Identifier>(name);
      if (!name || (identifier && identifier->is_blank())) return;
      int32_t copy = code_.reserve(part_type->size());
      load(memory(pointer, part_type), copy);
      range_variable(stmt, name, copy, part_type);
    };
    part(stmt.key.get(), iterator, map->key());
    part(stmt.value.get(), iterator + 8, map->element());
    loop_body(*stmt.body, target);
  }
  code_.place(*target.on_continue);
  set_line(stmt.span);
  code_.emit(Op::MapIterateNext, {.a = iterator, .d = type});
  code_.jump(Op::Jump, test);
}

}  // namespace hmaplab::bytecode
