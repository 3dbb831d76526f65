// Calls.
#include <fmt/format.h>

#include "core/check/checker.h"
#include "core/check/kinds.h"
#include "core/check/type_set.h"

namespace hmaplab::check {

void Checker::make_value(Operand& x, const Type* type) {
  x.mode = Mode::Value;
  x.type = type;
}

void Checker::make_no_value(Operand& x) {
  x.mode = Mode::NoValue;
  x.type = types_.no_value();
}

void Checker::check_call(Operand& x, const syntax::CallExpr& call) {
  generic_allowed_ = true;
  check_expr(x, *call.function);
  if (x.mode == Mode::TypeName) {
    const auto* named = as<NamedType>(x.type);
    if (named == nullptr || !named->is_generic()) return check_conversion(x, call);
    report_not_instantiated(x);
    return use(call.arguments);
  }
  if (x.mode == Mode::Builtin) {
    Builtin builtin = x.builtin;
    builder_.facts(call).call =
        builder_.keep(CallInfo{.kind = CallKind::Builtin, .builtin = builtin});
    check_builtin(x, call, builtin);
    if (x.is_valid() && !x.is_constant()) calls_or_receives_ = true;
    return;
  }
  require_value(x);
  if (x.is_valid()) return check_ordinary_call(x, call);
  use(call.arguments);
}

void Checker::check_ordinary_call(Operand& x, const syntax::CallExpr& call) {
  const auto* signature = as<FunctionType>(core_type(x.type));
  if (signature == nullptr) {
    report("InvalidCall", x.expr->span,
           fmt::format("invalid operation: cannot call non-function {}", describe(x)));
    x.mode = Mode::Invalid;
    use(call.arguments);
    return;
  }
  signature = check_arguments(x, call, *signature);
  builder_.facts(call).call =
      builder_.keep(CallInfo{.kind = CallKind::Function, .signature = signature});
  calls_or_receives_ = true;
  if (x.generic != nullptr) {  // after an error
    x.generic = nullptr;
    x.mode = Mode::Invalid;
    return;
  }
  const auto& results = signature->results();
  if (results.empty()) return make_no_value(x);
  make_value(x, results.size() == 1 ? results[0] : types_.tuple_of(results));
}

void Checker::use(const syntax::ExprList& list) {
  for (const syntax::ExprPtr& expr : list) {
    Operand ignored;
    check_expr(ignored, *expr);
  }
}

// One operand for each argument; a single call with several results gives one for each result.
std::vector<Operand> Checker::collect_arguments(const syntax::ExprList& list,
                                                bool generic_allowed) {
  std::vector<Operand> operands;
  if (list.size() == 1) {
    Operand x;
    generic_allowed_ = generic_allowed;
    check_multi(x, *list[0]);
    const auto* tuple = as<TupleType>(x.type);
    if (!x.is_valid() || tuple == nullptr) return {x};
    for (const Type* type : tuple->types()) {
      Operand one = x;
      make_value(one, type);
      operands.push_back(one);
    }
    return operands;
  }
  for (const syntax::ExprPtr& expr : list) {
    Operand x;
    generic_allowed_ = generic_allowed;
    check_value(x, *expr);
    operands.push_back(x);
  }
  return operands;
}

// As messages list what is there: (number, string).
std::string Checker::list_of(const std::vector<Operand>& operands) {
  std::string text;
  for (const Operand& x : operands) {
    if (!text.empty()) text += ", ";
    bool is_number = x.type != nullptr && is_untyped(x.type->kind()) && is_numeric(x.type->kind());
    text += is_number                    ? "number"
            : x.mode == Mode::Nil        ? "nil"
            : x.type == nullptr          ? "invalid type"
            : is_untyped(x.type->kind()) ? x.type->text(TypeStyle::Message).substr(8)
                                         : x.type->text(TypeStyle::Message);
  }
  return "(" + text + ")";
}

namespace {

std::string parameter_list(const FunctionType& signature) {
  std::string text = signature.text(TypeStyle::Message).substr(4);
  size_t depth = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')' && --depth == 0) return text.substr(0, i + 1);
  }
  return text;
}

}  // namespace

void Checker::report_argument_count(const syntax::CallExpr& call, const FunctionType& signature,
                                    const std::vector<Operand>& arguments) {
  for (const Operand& x : arguments) {
    if (!x.is_valid()) return;
  }
  size_t wanted = signature.parameters().size();
  bool too_many = arguments.size() > wanted;
  source::Span span{call.close, call.close};
  if (!arguments.empty()) span = call.arguments.back()->span;
  if (too_many) span = call.arguments[std::min(wanted, call.arguments.size() - 1)]->span;
  report("WrongArgCount", span,
         fmt::format("{} arguments in call to {}\n\thave {}\n\twant {}",
                     too_many ? "too many" : "not enough", syntax::text(*call.function),
                     list_of(arguments), parameter_list(signature)));
}

// What the parameter for an argument takes.
const Type* Checker::target_of(const FunctionType& signature, bool spread, size_t argument) {
  const auto& parameters = signature.parameters();
  if (!spread || argument + 1 < parameters.size()) return parameters[argument];
  return as<SliceType>(parameters.back())->element();
}

// Checks the arguments, and finds the type arguments of x and of generic functions among the
// arguments. Gives the signature that is called; x stays generic after an error.
const FunctionType* Checker::check_arguments(Operand& x, const syntax::CallExpr& call,
                                             const FunctionType& signature) {
  std::vector<Operand> arguments = collect_arguments(call.arguments, true);
  const auto& parameters = signature.parameters();
  if (call.has_dots && !signature.variadic()) {
    report(
        "NonVariadicDotDotDot", call.arguments.empty() ? call.span : call.arguments.back()->span,
        fmt::format("have (...) but function is not variadic: {}", syntax::text(*call.function)));
    return &signature;
  }
  if (call.has_dots && call.arguments.size() == 1 && arguments.size() > 1) {
    report("InvalidDotDotDot", call.span,
           fmt::format("cannot use ... with multi-valued expression {}",
                       syntax::text(*call.arguments[0])));
    return &signature;
  }
  bool spread = signature.variadic() && !call.has_dots;
  size_t least = spread ? parameters.size() - 1 : parameters.size();
  if (arguments.size() < least || (!spread && arguments.size() > parameters.size())) {
    report_argument_count(call, signature, arguments);
    return &signature;
  }
  const FunctionType* called = infer_call(x, call, signature, arguments);
  if (x.generic != nullptr) return called;
  std::string context = "argument to " + syntax::text(*call.function);
  for (size_t i = 0; i < arguments.size(); ++i) {
    assign_to(arguments[i], target_of(*called, spread, i), context);
  }
  return called;
}

// One inference for all: a call may need the types of generic arguments and the other way round.
const FunctionType* Checker::infer_call(Operand& x, const syntax::CallExpr& call,
                                        const FunctionType& signature,
                                        std::vector<Operand>& arguments) {
  Inference inference;
  const FunctionType* wanted = &signature;
  if (x.generic != nullptr) {
    add_to_inference(inference, *x.generic, x.type_arguments);
    wanted = renamed_signature(inference, 0, *x.generic);
  }
  bool spread = signature.variadic() && !call.has_dots;
  std::vector<InferencePair> pairs;
  std::vector<size_t> first(arguments.size());
  for (size_t i = 0; i < arguments.size(); ++i) {
    Operand& argument = arguments[i];
    first[i] = inference.parameters.size();
    const Type* type = argument.type;
    if (argument.generic != nullptr) {
      add_to_inference(inference, *argument.generic, argument.type_arguments);
      type = renamed_signature(inference, first[i], *argument.generic);
    }
    pairs.push_back({target_of(*wanted, spread, i), type, &argument, "", false});
  }
  if (inference.parameters.empty()) return &signature;
  inference.place = {call.open, call.open};
  if (!infer(inference, pairs)) {
    if (!inference.error.empty()) {
      report("CannotInferTypeArgs", inference.place,
             fmt::format("in call to {}, {}", syntax::text(*call.function), inference.error));
    }
    for (const Operand& argument : arguments) {
      if (x.generic == nullptr) x.generic = argument.generic;
    }
    return &signature;
  }
  auto part = [&](size_t begin, size_t count) {
    auto from = inference.arguments.begin() + static_cast<std::ptrdiff_t>(begin);
    return std::vector<const Type*>(from, from + static_cast<std::ptrdiff_t>(count));
  };
  for (size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i].generic == nullptr) continue;
    size_t count = arguments[i].generic->type_parameters.size();
    use_instance(arguments[i], part(first[i], count), {}, arguments[i].expr->span);
  }
  if (x.generic == nullptr) return &signature;
  std::vector<source::Span> spans;
  if (const auto* index = syntax::as<syntax::IndexExpr>(*call.function)) {
    for (const syntax::ExprPtr& expr : index->indices) spans.push_back(expr->span);
  }
  size_t count = x.generic->type_parameters.size();
  use_instance(x, part(0, count), spans, {call.open, call.open});
  return static_cast<const FunctionType*>(x.type);
}

}  // namespace hmaplab::check
