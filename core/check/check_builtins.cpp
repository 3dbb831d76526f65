// Builtin functions, those of package unsafe included.
#include <fmt/format.h>

#include <utility>

#include "core/check/checker.h"
#include "core/check/constant_fold.h"
#include "core/check/kinds.h"
#include "core/check/type_set.h"

namespace hmaplab::check {
namespace {

struct Arity {
  std::string_view name;
  size_t least;
  size_t most;
};

constexpr size_t kAny = ~size_t{0};

// Indexed by Builtin.
constexpr Arity kArities[] = {
    {"append", 1, kAny}, {"cap", 1, 1},        {"clear", 1, 1},    {"close", 1, 1},
    {"complex", 2, 2},   {"copy", 2, 2},       {"delete", 2, 2},   {"imag", 1, 1},
    {"len", 1, 1},       {"make", 1, 3},       {"max", 1, kAny},   {"min", 1, kAny},
    {"new", 1, 1},       {"panic", 1, 1},      {"print", 0, kAny}, {"println", 0, kAny},
    {"real", 1, 1},      {"recover", 0, 0},    {"Add", 2, 2},      {"Alignof", 1, 1},
    {"Offsetof", 1, 1},  {"Sizeof", 1, 1},     {"Slice", 2, 2},    {"SliceData", 1, 1},
    {"String", 2, 2},    {"StringData", 1, 1},
};

}  // namespace

bool Checker::builtin_arguments(const syntax::CallExpr& call, std::string_view name, size_t least,
                                size_t most) {
  size_t count = call.arguments.size();
  if (count >= least && count <= most) return true;
  collect_arguments(call.arguments);
  report("WrongArgCount", call.span,
         fmt::format("invalid operation: {} arguments for {} (expected {}, found {})",
                     count < least ? "not enough" : "too many", syntax::text(call),
                     count < least ? least : most, count));
  static_cast<void>(name);
  return false;
}

void Checker::check_builtin(Operand& x, const syntax::CallExpr& call, Builtin builtin) {
  const Arity& arity = kArities[static_cast<size_t>(builtin)];
  x.mode = Mode::Invalid;
  x.type = invalid();
  if (call.has_dots && builtin != Builtin::Append) {
    report("InvalidDotDotDot", call.span,
           fmt::format("invalid operation: invalid use of ... with built-in {}", arity.name));
    collect_arguments(call.arguments);
    return;
  }
  if (!builtin_arguments(call, arity.name, arity.least, arity.most)) return;
  switch (builtin) {
    case Builtin::Append:
      return builtin_append(x, call);
    case Builtin::Len:
    case Builtin::Cap:
      return builtin_length(x, call, builtin);
    case Builtin::Copy:
      return builtin_copy(x, call);
    case Builtin::Delete:
      return builtin_delete(x, call);
    case Builtin::Make:
      return builtin_make(x, call);
    case Builtin::Max:
    case Builtin::Min:
      return builtin_min_max(x, call, builtin);
    case Builtin::New:
      return make_value(x, types_.pointer_to(type_from(*call.arguments[0])));
    case Builtin::Clear:
    case Builtin::Close:
    case Builtin::Panic:
      return builtin_on_one(x, call, builtin);
    case Builtin::Print:
    case Builtin::Println:
      return builtin_print(x, call, builtin);
    case Builtin::Recover:
      function_->body->calls_recover = true;
      return make_value(x, types_.empty_interface());
    case Builtin::Complex:
      return builtin_complex(x, call);
    case Builtin::Imag:
    case Builtin::Real:
      return builtin_part(x, call, builtin);
    case Builtin::UnsafeAdd:
    case Builtin::UnsafeAlignof:
    case Builtin::UnsafeOffsetof:
    case Builtin::UnsafeSizeof:
    case Builtin::UnsafeSlice:
    case Builtin::UnsafeSliceData:
    case Builtin::UnsafeString:
    case Builtin::UnsafeStringData:
      return builtin_unsafe(x, call, builtin);
  }
}

void Checker::builtin_append(Operand& x, const syntax::CallExpr& call) {
  check_value(x, *call.arguments[0]);
  const Type* type = x.is_valid() ? x.type : invalid();
  const auto* slice = as<SliceType>(core_type(type));
  if (slice == nullptr) {
    if (x.is_valid()) {
      report("InvalidAppend", x.expr->span,
             x.mode == Mode::Nil
                 ? "first argument to append must be a typed slice; have untyped nil"
             : as<TypeParameter>(type) != nullptr && core_type(type) == nullptr
                 ? fmt::format("first argument to append must be a slice; {} has no core type",
                               describe(x))
             : as<TypeParameter>(type) != nullptr
                 ? fmt::format("first argument to append must be a slice; {} has core type {}",
                               describe(x), name_of(core_type(type)))
                 : fmt::format("first argument to append must be a slice; have {}", describe(x)));
    }
    for (size_t i = 1; i < call.arguments.size(); ++i) {
      Operand ignored;
      check_value(ignored, *call.arguments[i]);
    }
    x.mode = Mode::Invalid;
    return;
  }
  for (size_t i = 1; i < call.arguments.size(); ++i) {
    bool is_spread = call.has_dots && i + 1 == call.arguments.size();
    Operand y;
    check_value(y, *call.arguments[i], is_spread ? type : slice->element());
    bool is_bytes = slice->element()->underlying_kind() == TypeKind::Uint8;
    const Type* text =
        y.is_valid() ? core_string(y.type, basic(TypeKind::String)) : nullptr;
    if (is_spread && text != nullptr && is_bytes && is_string(text->kind())) {
      default_untyped(y);  // append([]byte, string...)
    } else {
      assign_to(y, is_spread ? types_.slice_of(slice->element()) : slice->element(),
                is_spread ? "argument to append" : "argument to append");
    }
  }
  make_value(x, type);
}

void Checker::builtin_length(Operand& x, const syntax::CallExpr& call, Builtin builtin) {
  bool outer = std::exchange(calls_or_receives_, false);
  check_value(x, *call.arguments[0]);
  bool is_plain = !calls_or_receives_;
  calls_or_receives_ = outer || calls_or_receives_;
  if (!x.is_valid()) return;
  const Type* type = x.type->underlying();
  const auto* pointer = as<PointerType>(type);
  const auto* array = as<ArrayType>(pointer != nullptr ? pointer->element()->underlying() : type);
  if (as<TypeParameter>(type) != nullptr) {
    array = nullptr;
    bool fits = all_of_set(x.type, [&](const Type* under) {
      return has_length(under, builtin == Builtin::Len);
    });
    if (!fits) return report_no_length(x, builtin);
    return make_value(x, basic(TypeKind::Int));
  }
  TypeKind kind = type->kind();
  if (builtin == Builtin::Len && x.is_constant() && is_string(kind)) {
    uint64_t length = x.value.string().size();
    default_untyped(x);
    return make_integer_constant(x, length, basic(TypeKind::Int));
  }
  if (array != nullptr) {
    // Constant unless evaluating the operand would call or receive something.
    if (is_plain) return make_integer_constant(x, array->length(), basic(TypeKind::Int));
    return make_value(x, basic(TypeKind::Int));
  }
  if (!has_length(type, builtin == Builtin::Len)) return report_no_length(x, builtin);
  default_untyped(x);
  make_value(x, basic(TypeKind::Int));
}

// Whether len (or else cap) is defined for the underlying type.
bool Checker::has_length(const Type* type, bool is_len) {
  TypeKind kind = type->kind();
  const auto* pointer = as<PointerType>(type);
  if (pointer != nullptr) return pointer->element()->underlying_kind() == TypeKind::Array;
  return kind == TypeKind::Slice || kind == TypeKind::Channel || kind == TypeKind::Array ||
         (is_len && (kind == TypeKind::Map || is_string(kind)));
}

void Checker::report_no_length(Operand& x, Builtin builtin) {
  report("InvalidLen", x.expr->span,
         fmt::format("invalid argument: {} for built-in {}", describe(x),
                     kArities[static_cast<size_t>(builtin)].name));
  x.mode = Mode::Invalid;
}

void Checker::make_integer_constant(Operand& x, uint64_t value, const Type* type) {
  x.mode = Mode::Constant;
  x.value = Constant(BigInteger::from_unsigned(value));
  x.type = type;
}

void Checker::builtin_copy(Operand& x, const syntax::CallExpr& call) {
  Operand y;
  check_value(x, *call.arguments[0]);
  check_value(y, *call.arguments[1]);
  if (!x.is_valid() || !y.is_valid()) {
    x.mode = Mode::Invalid;
    return;
  }
  const auto* to = as<SliceType>(core_type(x.type));
  const Type* source = core_string(y.type, basic(TypeKind::String));
  const auto* from = as<SliceType>(source);
  bool from_string = source != nullptr && is_string(source->kind()) && to != nullptr &&
                     to->element()->underlying_kind() == TypeKind::Uint8;
  default_untyped(y);
  if (to == nullptr || (from == nullptr && !from_string)) {
    report("InvalidCopy", call.span,
           fmt::format("invalid argument: copy expects slice arguments; found {} and {}",
                       describe(x), describe(y)));
    x.mode = Mode::Invalid;
    return;
  }
  if (!from_string && to->element() != from->element()) {
    report("InvalidCopy", call.span,
           fmt::format("invalid argument: arguments to copy {} and {} have different element types "
                       "{} and {}",
                       describe(x), describe(y), name_of(to->element()), name_of(from->element())));
    x.mode = Mode::Invalid;
    return;
  }
  make_value(x, basic(TypeKind::Int));
}

void Checker::builtin_delete(Operand& x, const syntax::CallExpr& call) {
  Operand key;
  check_value(x, *call.arguments[0]);
  const auto* map = x.is_valid() ? as<MapType>(core_type(x.type)) : nullptr;
  check_value(key, *call.arguments[1], map != nullptr ? map->key() : nullptr);
  if (map == nullptr) {
    if (x.is_valid()) {
      report("InvalidDelete", x.expr->span,
             fmt::format("invalid argument: {} is not a map", describe(x)));
    }
    x.mode = Mode::Invalid;
    return;
  }
  assign_to(key, map->key(), "argument to delete");
  make_no_value(x);
}

void Checker::builtin_make(Operand& x, const syntax::CallExpr& call) {
  const Type* type = type_from(*call.arguments[0]);
  const Type* core = core_type(type);
  TypeKind kind = core != nullptr ? core->kind() : TypeKind::Invalid;
  size_t least = kind == TypeKind::Slice ? 2 : 1;
  size_t most = kind == TypeKind::Slice ? 3 : 2;
  bool makeable = kind == TypeKind::Slice || kind == TypeKind::Map || kind == TypeKind::Channel;
  constexpr uint64_t kLimit = uint64_t{1} << 63;
  std::optional<uint64_t> previous;
  for (size_t i = 1; i < call.arguments.size(); ++i) {
    std::optional<uint64_t> size = check_index_value(*call.arguments[i], kLimit);
    if (size && previous && *size < *previous) {
      report("SwappedMakeArgs", call.arguments[1]->span,
             fmt::format("invalid argument: length and capacity swapped"));
    }
    previous = size;
  }
  if (type == invalid()) return;
  if (!makeable) {
    report("InvalidMake", call.arguments[0]->span,
           fmt::format("invalid argument: cannot make {}{}", syntax::text(*call.arguments[0]),
                       core == nullptr ? ": no core type"
                                       : "; type must be slice, map, or channel"));
    return;
  }
  size_t count = call.arguments.size();
  if (count < least || count > most) {
    report("WrongArgCount", call.span,
           fmt::format("invalid operation: {} expects {} or {} arguments; found {}",
                       syntax::text(call), least, most, count));
    return;
  }
  make_value(x, type);
}

void Checker::builtin_min_max(Operand& x, const syntax::CallExpr& call, Builtin builtin) {
  syntax::TokenKind op =
      builtin == Builtin::Max ? syntax::TokenKind::Greater : syntax::TokenKind::Less;
  std::vector<Operand> all;
  for (const syntax::ExprPtr& argument : call.arguments) {
    Operand y;
    check_value(y, *argument);
    if (!y.is_valid()) {
      x.mode = Mode::Invalid;
      return;
    }
    if (!all_kinds(y.type, is_ordered)) {
      report("InvalidMinMaxOperand", y.expr->span,
             fmt::format("invalid argument: {} cannot be ordered", describe(y)));
      x.mode = Mode::Invalid;
      return;
    }
    all.push_back(y);
  }
  x = all[0];
  for (size_t i = 1; i < all.size(); ++i) {
    Operand y = all[i];
    bool matches = match_types(x, y);
    if (matches && !x.is_valid()) return;
    if (!matches || x.type != y.type) {
      report(
          "MismatchedTypes", y.expr->span,
          fmt::format("invalid argument: mismatched types {} (previous argument) and {} (type of "
                      "{})",
                      name_of(x.type), name_of(y.type), syntax::text(*y.expr)));
      x.mode = Mode::Invalid;
      return;
    }
    if (x.is_constant() && y.is_constant()) {
      if (compare(op, y.value, x.value)) x.value = y.value;
    } else {
      x.mode = Mode::Value;
    }
  }
  if (x.is_constant()) return;
  default_untyped(x);
  for (Operand& y : all) convert_untyped(y, x.type);
  x.mode = Mode::Value;
}

void Checker::builtin_on_one(Operand& x, const syntax::CallExpr& call, Builtin builtin) {
  check_value(x, *call.arguments[0]);
  if (!x.is_valid()) return;
  if (builtin == Builtin::Panic) {
    assign_to(x, types_.empty_interface(), "argument to panic");
    return x.is_valid() ? make_no_value(x) : void();
  }
  if (builtin == Builtin::Clear) {
    bool fits = all_kinds(x.type, [](TypeKind kind) {
      return kind == TypeKind::Map || kind == TypeKind::Slice;
    });
    if (!fits) {
      report("InvalidClear", x.expr->span,
             fmt::format(
                 "invalid argument: cannot clear {}: argument must be (or constrained by) map or "
                 "slice",
                 describe(x)));
      x.mode = Mode::Invalid;
      return;
    }
    return make_no_value(x);
  }
  const auto* channel = as<ChannelType>(core_type(x.type));
  bool receive_only =
      channel != nullptr && channel->direction() == syntax::ChannelDirection::ReceiveOnly;
  if (channel == nullptr || receive_only) {
    report("InvalidClose", x.expr->span,
           receive_only
               ? fmt::format("invalid operation: cannot close receive-only channel {}", describe(x))
               : fmt::format("invalid operation: cannot close non-channel {}", describe(x)));
    x.mode = Mode::Invalid;
    return;
  }
  make_no_value(x);
}

void Checker::builtin_print(Operand& x, const syntax::CallExpr& call, Builtin builtin) {
  // Without a blank before the name, as Go 1.23 writes it.
  std::string context =
      fmt::format("argument to built-in{}", kArities[static_cast<size_t>(builtin)].name);
  for (Operand& one : collect_arguments(call.arguments)) {
    if (one.is_valid()) assign_to(one, nullptr, context);
  }
  make_no_value(x);
}

}  // namespace hmaplab::check
