// Conversions T(x).
#include <fmt/format.h>

#include "core/check/checker.h"
#include "core/check/constant_fold.h"
#include "core/check/kinds.h"
#include "core/check/type_set.h"
#include "core/syntax/characters.h"

namespace hmaplab::check {

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
           fmt::format("cannot convert {} to type {}{}",
                       as<TypeParameter>(target) != nullptr ? describe_as_value(x) : describe(x),
                       name_of(target), cause.empty() ? "" : ": " + cause));
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

// What is converted to a type parameter's type is no constant any more.
std::string Checker::describe_as_value(Operand x) const {
  if (x.is_constant()) x.mode = Mode::Value;
  return describe(x);
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

// With a type parameter: from each type of its set, to each type of its set.
bool Checker::convertible_for_all(const Operand& x, const Type* target, std::string* cause) {
  auto types_of = [](const Type* type) {
    std::vector<const Type*> types;
    if (as<TypeParameter>(type) == nullptr) return std::vector<const Type*>{type};
    if (const auto* terms = terms_of(type)) {
      for (const TypeTerm& term : *terms) types.push_back(term.type);
    }
    return types;
  };
  const std::vector<const Type*> sources = types_of(x.type), targets = types_of(target);
  if (sources.empty() || targets.empty()) return false;
  for (const Type* from : sources) {
    for (const Type* to : targets) {
      Operand one = x;
      one.type = from;
      bool fits = x.is_constant() && is_constant_type(to) ? convert_constant(one, to)
                                                          : convertible(one, to, nullptr);
      if (fits) continue;
      *cause = x.is_constant() ? fmt::format("constant {} overflows {} (in {})", x.value.text(),
                                             name_of(to), name_of(target))
                               : convertible_cause(x, target, from, to);
      return false;
    }
  }
  return true;
}

std::string Checker::convertible_cause(const Operand& x, const Type* target, const Type* from,
                                       const Type* to) {
  bool from_set = as<TypeParameter>(x.type) != nullptr;
  bool to_set = as<TypeParameter>(target) != nullptr;
  if (from_set && to_set) {
    return fmt::format("cannot convert {} (in {}) to type {} (in {})", name_of(from),
                       name_of(x.type), name_of(to), name_of(target));
  }
  if (from_set) {
    return fmt::format("cannot convert {} (in {}) to type {}", name_of(from), name_of(x.type),
                       name_of(to));
  }
  return fmt::format("cannot convert {} to type {} (in {})",
                     name_of(from), name_of(to), name_of(target));
}

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
  if (as<TypeParameter>(from) != nullptr || as<TypeParameter>(to) != nullptr) {
    return convertible_for_all(x, target, cause);
  }
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
