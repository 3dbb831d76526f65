// Calls, go and defer. The callee's frame begins at the first free slot of the caller, so arguments
// are made in place.
#include "core/bytecode/function_compiler.h"

namespace hmaplab::bytecode {

using check::TypeKind;

void FunctionCompiler::call_to(const syntax::CallExpr& expr, int32_t slot) {
  const check::CallInfo* info = checked_.call_of(expr);
  switch (info->kind) {
    case check::CallKind::Conversion:
      return conversion_to(expr, info->target, slot);
    case check::CallKind::Builtin:
      return builtin_to(expr, info->builtin, slot);
    case check::CallKind::Function:
      break;
  }
  PreparedCall made = call(expr);
  if (!info->signature->results().empty()) {
    move(slot, made.frame + made.layout.results[0], info->signature->results()[0]);
  }
}

PreparedCall FunctionCompiler::call(const syntax::CallExpr& expr) {
  PreparedCall prepared = prepare(expr);
  set_line({expr.open, expr.close});  // as Go has it: of the parenthesis
  emit_call(prepared);
  return prepared;
}

void FunctionCompiler::emit_call(const PreparedCall& prepared) {
  if (prepared.function >= 0) {
    code_.emit(Op::Call, {.a = prepared.frame, .c = prepared.function});
  } else {
    code_.emit(Op::CallClosure, {.a = prepared.frame,
                                 .b = prepared.value,
                                 .c = prepared.layout.result_bytes,
                                 .d = prepared.layout.bytes});
  }
}

namespace {

// What is called, or the receiver, comes before the arguments.
std::vector<const syntax::Expr*> in_call_order(const syntax::CallExpr& expr) {
  std::vector<const syntax::Expr*> order{expr.function.get()};
  for (const auto& argument : expr.arguments) order.push_back(argument.get());
  return order;
}

}  // namespace

// Evaluates function, receiver and arguments, in this order.
PreparedCall FunctionCompiler::prepare(const syntax::CallExpr& expr) {
  const check::CallInfo* info = checked_.call_of(expr);
  const syntax::Expr& callee = instantiated(*expr.function);
  const auto* selector = syntax::as<syntax::SelectorExpr>(callee);
  const check::Selection* selection = selector ? checked_.selection_of(*selector) : nullptr;
  const syntax::Identifier* name =
      selection && selection->kind == check::SelectionKind::PackageMember
          ? selector->selected.get()
          : syntax::as<syntax::Identifier>(callee);
  bool spreads =
      expr.arguments.size() == 1 && type_of(*expr.arguments[0])->kind() == TypeKind::Tuple;
  CallsFirst calls(*this, spreads ? std::vector<const syntax::Expr*>{} : in_call_order(expr));
  PreparedCall prepared;
  if (selection && selection->kind == check::SelectionKind::Method) {
    const check::Function& method = *selection->method;
    const check::Type* receiver = method.receiver_type;
    if (method.pointer_receiver) receiver = checked_.types().pointer_to(receiver);
    prepared.function = static_cast<int32_t>(program_.function_of(method));
    prepared.layout = layout_of(*info->signature, receiver);
    prepared.frame = code_.reserve(static_cast<uint64_t>(prepared.layout.bytes));
    receiver_to(*selector, *selection, prepared.frame + prepared.layout.receiver);
  } else if (selection && selection->kind == check::SelectionKind::InterfaceMethod) {
    prepared.value = code_.reserve(16);
    int32_t subject = code_.reserve(16);
    load(follow(operand_place(*selector->operand), selection->path, selection->path.size()),
         subject);
    code_.emit(Op::MethodOf, {.a = prepared.value,
                              .b = subject,
                              .c = static_cast<int32_t>(program_.interface_method(
                                  *selection->interface, selection->interface_method))});
    prepared.layout = layout_of(*info->signature, basic(TypeKind::UnsafePointer));
    prepared.frame = code_.reserve(static_cast<uint64_t>(prepared.layout.bytes));
    code_.emit(Op::Move, {.a = prepared.frame + prepared.layout.receiver, .b = prepared.value + 8});
  } else {
    const auto* function = name ? check::as<check::Function>(checked_.object_of(*name)) : nullptr;
    if (function) {
      prepared.function = static_cast<int32_t>(program_.function_of(*function));
    } else {
      prepared.value = code_.reserve(8);
      value_to(callee, prepared.value);
    }
    prepared.layout = layout_of(*info->signature, nullptr);
    prepared.frame = code_.reserve(static_cast<uint64_t>(prepared.layout.bytes));
  }
  arguments(expr, *info->signature, prepared);
  return prepared;
}

// The receiver as the method declares it: the operand's value, or its address.
void FunctionCompiler::receiver_to(const syntax::SelectorExpr& expr,
                                   const check::Selection& selection, int32_t slot) {
  Slots slots(code_);
  Place operand = follow(operand_place(*expr.operand), selection.path, selection.path.size());
  switch (selection.adjustment) {
    case check::ReceiverAdjustment::None:
      return load(operand, slot);
    case check::ReceiverAdjustment::TakeAddress:
      if (operand.kind == Place::Kind::SliceElement) operand = checked_element(operand);
      code_.emit(Op::AddressAdd, {.a = slot, .b = operand.slot, .c = operand.offset});
      return;
    case check::ReceiverAdjustment::Dereference: {
      int32_t pointer = code_.reserve(8);
      load(operand, pointer);
      code_.emit(Op::CheckNil, {.a = pointer});
      return load(
          memory(pointer, check::as<check::PointerType>(operand.type->underlying())->element()),
          slot);
    }
  }
}

void FunctionCompiler::arguments(const syntax::CallExpr& expr, const check::FunctionType& signature,
                                 const PreparedCall& prepared) {
  if (expr.arguments.size() == 1 && type_of(*expr.arguments[0])->kind() == TypeKind::Tuple) {
    return spread_arguments(expr, signature, prepared);
  }
  const auto& parameters = signature.parameters();
  for (size_t i = 0; i < parameters.size(); ++i) {
    Slots slots(code_);
    int32_t slot = prepared.frame + prepared.layout.parameters[i];
    if (signature.variadic() && i + 1 == parameters.size() && !expr.has_dots) {
      variadic_argument(expr, i, check::as<check::SliceType>(parameters[i]), slot);
    } else {
      value_as(*expr.arguments[i], parameters[i], slot);
    }
  }
}

void FunctionCompiler::variadic_argument(const syntax::CallExpr& expr, size_t first,
                                         const check::SliceType* slice, int32_t slot) {
  if (first >= expr.arguments.size()) {
    code_.emit(Op::Zero, {.a = slot, .c = 24});
    return;
  }
  const check::Type* element = slice->element();
  int32_t made = code_.reserve(24);
  int32_t count = code_.reserve(8);
  code_.constant(count, expr.arguments.size() - first);
  code_.emit(Op::MakeSlice, {.a = made,
                             .b = count,
                             .c = count,
                             .d = static_cast<int32_t>(element->id()),
                             .kind = ValueKind::Block});
  for (size_t i = first; i < expr.arguments.size(); ++i) {
    Place part = memory(made, element, true);
    part.offset = static_cast<int32_t>((i - first) * element->size());
    element_into(*expr.arguments[i], element, part);
  }
  code_.emit(Op::MoveBytes, {.a = slot, .b = made, .c = 24});
}

// f(g()) where g has several results.
void FunctionCompiler::spread_arguments(const syntax::CallExpr& expr,
                                        const check::FunctionType& signature,
                                        const PreparedCall& prepared) {
  Slots slots(code_);
  PreparedCall inner =
      call(static_cast<const syntax::CallExpr&>(syntax::unparen(*expr.arguments[0])));
  const auto& given = check::as<check::TupleType>(type_of(*expr.arguments[0]))->types();
  const auto& parameters = signature.parameters();
  size_t plain = signature.variadic() ? parameters.size() - 1 : parameters.size();
  for (size_t i = 0; i < plain; ++i) {
    to_target(given[i], parameters[i], inner.frame + inner.layout.results[i],
              prepared.frame + prepared.layout.parameters[i]);
  }
  if (!signature.variadic()) return;
  const check::Type* element = check::as<check::SliceType>(parameters.back())->element();
  int32_t made = prepared.frame + prepared.layout.parameters.back();
  int32_t count = code_.reserve(8);
  code_.constant(count, given.size() - plain);
  code_.emit(Op::MakeSlice, {.a = made,
                             .b = count,
                             .c = count,
                             .d = static_cast<int32_t>(element->id()),
                             .kind = ValueKind::Block});
  for (size_t i = plain; i < given.size(); ++i) {
    int32_t converted = code_.reserve(element->size());
    to_target(given[i], element, inner.frame + inner.layout.results[i], converted);
    Place part = memory(made, element, true);
    part.offset = static_cast<int32_t>((i - plain) * element->size());
    store(part, converted);
  }
}

void FunctionCompiler::go_or_defer(const syntax::Expr& expr, Op op) {
  const auto& called = static_cast<const syntax::CallExpr&>(syntax::unparen(expr));
  const check::CallInfo* info = checked_.call_of(called);
  Slots slots(code_);
  if (info->kind != check::CallKind::Function) {
    if (info->kind != check::CallKind::Builtin || !go_or_defer_builtin(called, op)) {
      unsupported(expr.span, "this call in a go or defer statement");
    }
    return;
  }
  PreparedCall prepared = prepare(called);
  code_.emit(op, {.a = prepared.frame,
                  .b = prepared.value,
                  .c = prepared.function,
                  .d = prepared.layout.bytes});
}

// A builtin is put into a function of its own, whose parameters are the operands as they are now.
bool FunctionCompiler::go_or_defer_builtin(const syntax::CallExpr& called, Op op) {
  check::Builtin builtin = checked_.call_of(called)->builtin;
  if (builtin == check::Builtin::Recover)
    return true;  // called by the runtime itself it recovers nothing
  bool is_print = builtin == check::Builtin::Print || builtin == check::Builtin::Println;
  if (builtin != check::Builtin::Delete && builtin != check::Builtin::Panic &&
      builtin != check::Builtin::Clear && builtin != check::Builtin::Close && !is_print) {
    return false;
  }
  Function& wrapper =
      program_.add_function(body_.name + (op == Op::Go ? ".gowrap1" : ".deferwrap1"), true);
  wrapper.file = body_.file;
  CodeBuilder code(wrapper);
  code.set_line(code_.line());
  int32_t frame = code_.top();
  const check::Type* first = called.arguments.empty() ? nullptr : type_of(*called.arguments[0]);
  if (is_print) {
    std::vector<std::pair<int32_t, const check::Type*>> printed;
    for (const auto& argument : called.arguments) {
      printed.push_back({code.reserve(type_of(*argument)->size()), type_of(*argument)});
      code_.reserve(type_of(*argument)->size());
    }
    for (size_t i = 0; i < printed.size(); ++i)
      value_to(*called.arguments[i], frame + printed[i].first);
    print_values(code, printed, builtin == check::Builtin::Println);
  } else if (builtin == check::Builtin::Panic) {
    frame = code_.reserve(16);
    value_as(*called.arguments[0], checked_.types().empty_interface(), frame);
    code.reserve(16);
    code.emit(Op::Panic, {.a = 0});
  } else if (builtin == check::Builtin::Close) {
    code.reserve(8);
    frame = code_.reserve(8);
    value_to(*called.arguments[0], frame);
    code.emit(Op::ChanClose, {.a = 0});
  } else {
    const auto* map = check::as<check::MapType>(first->underlying());
    auto type = static_cast<int32_t>(map ? map->id() : 0);
    code.reserve(8);
    if (builtin == check::Builtin::Delete) {
      code.reserve(map->key()->size());
      frame = code_.reserve(8 + map->key()->size());
      value_to(*called.arguments[0], frame);
      value_as(*called.arguments[1], map->key(), frame + 8);
      code.emit(Op::MapDelete, {.b = 0, .c = 8, .d = type});
    } else if (map) {
      frame = code_.reserve(8);
      value_to(*called.arguments[0], frame);
      code.emit(Op::MapClear, {.b = 0, .d = type});
    } else {
      code.reserve(16);
      frame = code_.reserve(24);
      value_to(*called.arguments[0], frame);
      const check::Type* element = check::as<check::SliceType>(first->underlying())->element();
      code.emit(Op::ZeroSlice, {.a = 0, .d = static_cast<int32_t>(element->id())});
    }
  }
  int32_t bytes = code.top();
  code.emit(Op::Return);
  wrapper.argument_bytes = bytes;
  code_.emit(op, {.a = frame, .c = static_cast<int32_t>(wrapper.index), .d = bytes});
  return true;
}

}  // namespace hmaplab::bytecode
