// Calls and conversions.
#include <fmt/format.h>

#include "core/check/checker.h"
#include "core/check/constant_fold.h"
#include "core/check/kinds.h"
#include "core/syntax/characters.h"

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
  check_expr(x, *call.function);
  if (x.mode == Mode::TypeName) return check_conversion(x, call);
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
  const auto* signature = as<FunctionType>(x.type->underlying());
  if (signature == nullptr) {
    report("InvalidCall", x.expr->span,
           fmt::format("invalid operation: cannot call non-function {}", describe(x)));
    x.mode = Mode::Invalid;
    use(call.arguments);
    return;
  }
  builder_.facts(call).call =
      builder_.keep(CallInfo{.kind = CallKind::Function, .signature = signature});
  check_arguments(call, *signature);
  calls_or_receives_ = true;
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
std::vector<Operand> Checker::collect_arguments(const syntax::ExprList& list) {
  std::vector<Operand> operands;
  if (list.size() == 1) {
    Operand x;
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
  if (too_many) span = call.arguments[std::min(wanted, call.arguments.size() - 1)]->span;
  report("WrongArgCount", span,
         fmt::format("{} arguments in call to {}\n\thave {}\n\twant {}",
                     too_many ? "too many" : "not enough", syntax::text(*call.function),
                     list_of(arguments), parameter_list(signature)));
}

void Checker::check_arguments(const syntax::CallExpr& call, const FunctionType& signature) {
  std::vector<Operand> arguments = collect_arguments(call.arguments);
  const auto& parameters = signature.parameters();
  if (call.has_dots && !signature.variadic()) {
    report(
        "NonVariadicDotDotDot", call.arguments.empty() ? call.span : call.arguments.back()->span,
        fmt::format("have (...) but function is not variadic: {}", syntax::text(*call.function)));
    return;
  }
  if (call.has_dots && call.arguments.size() == 1 && arguments.size() > 1) {
    report("InvalidDotDotDot", call.span,
           fmt::format("cannot use ... with multi-valued expression {}",
                       syntax::text(*call.arguments[0])));
    return;
  }
  bool spread = signature.variadic() && !call.has_dots;
  size_t least = spread ? parameters.size() - 1 : parameters.size();
  if (arguments.size() < least || (!spread && arguments.size() > parameters.size())) {
    return report_argument_count(call, signature, arguments);
  }
  std::string context = "argument to " + syntax::text(*call.function);
  for (size_t i = 0; i < arguments.size(); ++i) {
    const Type* target = nullptr;
    if (spread && i + 1 >= parameters.size()) {
      target = as<SliceType>(parameters.back())->element();
    } else {
      target = parameters[i];
    }
    assign_to(arguments[i], target, context);
  }
}

// Converts a constant where the target has constants. False when the rules for constants do not
// decide.
bool Checker::convert_constant(Operand& x, const Type* target) {
  TypeKind kind = target->underlying_kind();
  if (std::optional<Constant> value = represent(x.value, kind)) {
    x.value = std::move(*value);
    return true;
  }
  // string(65): the character of that number.
  std::optional<BigInteger> code = as_integer(x.value);
  if (!is_string(kind) || !is_integer(x.type->underlying_kind()) || !code) return false;
  std::string text;
  bool in_range = !code->is_negative() && code->bit_length() <= 21;
  syntax::append_utf8(text, in_range ? static_cast<char32_t>(code->low_bits()) : char32_t{0xFFFD});
  x.value = Constant(std::move(text));
  return true;
}

void Checker::check_conversion(Operand& x, const syntax::CallExpr& call) {
  const Type* target = x.type;
  builder_.facts(call).call =
      builder_.keep(CallInfo{.kind = CallKind::Conversion, .target = target});
  if (call.arguments.size() != 1 || call.has_dots) {
    collect_arguments(call.arguments);
    std::string name = name_of(target);
    report("WrongArgCount", call.arguments.empty() ? call.span : call.arguments.back()->span,
           call.has_dots
               ? fmt::format("invalid use of ... in conversion to {}", name)
               : fmt::format("{} in conversion to {}",
                             call.arguments.empty() ? "missing argument" : "too many arguments",
                             name));
    x.mode = Mode::Invalid;
    return;
  }
  check_value(x, *call.arguments[0], target);
  if (!x.is_valid() || target == invalid()) {
    x.mode = Mode::Invalid;
    return;
  }
  if (x.is_constant() && is_constant_type(target)) {
    const Operand before = x;
    if (convert_constant(x, target)) {
      if (is_untyped(before.type->kind())) {
        bool to_string = is_string(target->underlying_kind()) && is_numeric(before.type->kind());
        set_final_type(*before.expr, to_string ? default_type(types_, before.type) : target);
      }
      x.type = target;
      return;
    }
    bool integers = is_integer(x.type->underlying_kind()) && is_integer(target->underlying_kind());
    report("InvalidConversion", x.expr->span,
           integers ? fmt::format("constant {} overflows {}", x.value.text(), name_of(target))
                    : fmt::format("cannot convert {} to type {}", describe(x), name_of(target)));
    x.mode = Mode::Invalid;
    return;
  }
  std::string cause;
  if (!convertible(x, target, &cause)) {
    report("InvalidConversion", x.expr->span,
           fmt::format("cannot convert {} to type {}{}", describe(x), name_of(target),
                       cause.empty() ? "" : ": " + cause));
    x.mode = Mode::Invalid;
    return;
  }
  if (is_untyped(x.type->kind())) {
    bool keep_default = target->underlying_kind() == TypeKind::Interface ||
                        (x.is_constant() && !is_constant_type(target)) ||
                        (is_string(target->underlying_kind()) && is_numeric(x.type->kind()));
    bool to_default = keep_default && x.mode != Mode::Nil;
    convert_untyped(x, to_default ? default_type(types_, x.type) : target);
  }
  make_value(x, target);
}

namespace {

// Struct types are convertible when they differ in tags only.
bool same_but_tags(const Type* left, const Type* right) {
  if (left == right) return true;
  const auto* a = as<StructType>(left);
  const auto* b = as<StructType>(right);
  if (a == nullptr || b == nullptr || a->fields().size() != b->fields().size()) return false;
  for (size_t i = 0; i < a->fields().size(); ++i) {
    const Field& x = a->fields()[i];
    const Field& y = b->fields()[i];
    if (x.name != y.name || x.type != y.type || x.embedded != y.embedded) return false;
  }
  return true;
}

bool is_bytes_or_runes(const Type* type) {
  const auto* slice = as<SliceType>(type);
  if (slice == nullptr) return false;
  TypeKind element = slice->element()->underlying_kind();
  return element == TypeKind::Uint8 || element == TypeKind::Int32;
}

}  // namespace

// Specification, "Conversions", for values that are not constant.
bool Checker::convertible(const Operand& x, const Type* target, std::string* cause) {
  if (is_untyped(x.type->kind())) {
    Operand copy = x;
    if (fit_untyped(copy, target) == Fit::Fits) return true;
  } else if (assignable(x, target, cause)) {
    return true;
  }
  const Type* from = x.type->underlying();
  const Type* to = target->underlying();
  if (same_but_tags(from, to)) return true;
  const auto* from_pointer = as<PointerType>(x.type);
  const auto* to_pointer = as<PointerType>(target);
  if (from_pointer != nullptr && to_pointer != nullptr &&
      same_but_tags(from_pointer->element()->underlying(), to_pointer->element()->underlying())) {
    return true;
  }
  TypeKind from_kind = from->kind(), to_kind = to->kind();
  if (is_numeric(from_kind) && is_numeric(to_kind)) {
    return is_complex(from_kind) == is_complex(to_kind);
  }
  if (is_string(to_kind) && (is_integer(from_kind) || is_bytes_or_runes(from))) return true;
  if (is_string(from_kind) && is_bytes_or_runes(to)) return true;
  bool from_raw = from_kind == TypeKind::Pointer || from_kind == TypeKind::Uintptr;
  bool to_raw = to_kind == TypeKind::Pointer || to_kind == TypeKind::Uintptr;
  if (from_raw && to_kind == TypeKind::UnsafePointer) return true;
  if (to_raw && from_kind == TypeKind::UnsafePointer) return true;
  const auto* slice = as<SliceType>(from);
  const auto* array = as<ArrayType>(to);
  const auto* pointer = as<PointerType>(to);
  if (pointer != nullptr) array = as<ArrayType>(pointer->element()->underlying());
  return slice != nullptr && array != nullptr && slice->element() == array->element();
}

}  // namespace hmaplab::check
