// Type expressions.
#include <fmt/format.h>

#include "core/check/checker.h"
#include "core/check/constant_fold.h"
#include "core/check/kinds.h"

namespace hmaplab::check {

const Type* Checker::unsupported(source::Span span, std::string_view what) {
  report("UnsupportedFeature", span, fmt::format("{} are not supported yet by hmaplab", what));
  return invalid();
}

const Type* Checker::type_from(const syntax::Expr& expr) {
  const Type* type = type_or_constraint_from(expr);
  bool is_open = type != invalid() && type->underlying() == invalid();
  if (!is_open && type->underlying_kind() != TypeKind::Interface) return type;
  later([this, type, span = expr.span] {
    const auto* interface = as<InterfaceType>(type->underlying());
    if (interface == nullptr || !interface->is_constraint()) return;
    report("MisplacedConstraintIface", span,
           fmt::format("cannot use type {} outside a type constraint: interface {}",
                       name_of(type),
                       interface->restriction().terms ? "contains type constraints"
                                                      : "is (or embeds) comparable"));
  });
  return type;
}

// The type that a name stands for, generic or not.
const Type* Checker::generic_type_from(const syntax::Expr& expr) {
  const Type* type = names_no_type(expr) ? nullptr : named_type_from(expr);
  if (type == nullptr) {
    report("NotAType", expr.span, fmt::format("{} is not a type", syntax::text(expr)));
    type = invalid();
  }
  builder_.facts(expr).type = type;
  builder_.facts(expr).is_type = true;
  return type;
}

// Of an identifier or a selector; nullptr when it is no type.
const Type* Checker::named_type_from(const syntax::Expr& expr) {
  Operand x;
  x.expr = &expr;
  if (const auto* name = syntax::as<syntax::Identifier>(expr)) {
    check_identifier(x, *name);
  } else if (const auto* selector = syntax::as<syntax::SelectorExpr>(expr)) {
    check_selector(x, *selector);
  } else {
    return nullptr;
  }
  if (!x.is_valid()) return invalid();
  return x.mode == Mode::TypeName ? x.type : nullptr;
}

const Type* Checker::type_or_constraint_from(const syntax::Expr& expr) {
  Depth depth(*this, expr.span);
  const Type* type = depth.too_deep() ? invalid() : type_from_kind(expr);
  ExprFacts& facts = builder_.facts(expr);
  facts.type = type;
  facts.is_type = true;
  return type;
}

// Whether the expression is a variable, constant or function of the package: these need not be
// resolved to say so, and may be what is being resolved (func f(x f)).
bool Checker::names_no_type(const syntax::Expr& expr) const {
  const auto* name = syntax::as<syntax::Identifier>(expr);
  Object* object = name ? scope_->find(name->name) : nullptr;
  return object && object->kind != ObjectKind::TypeName && declaration_of_.count(object) != 0;
}

const Type* Checker::type_from_kind(const syntax::Expr& expr) {
  using namespace syntax;
  switch (expr.kind) {
    case ExprKind::Identifier:
    case ExprKind::Selector: {
      if (names_no_type(expr)) break;
      const Type* type = named_type_from(expr);
      if (type == nullptr) break;
      const auto* named = as<NamedType>(type);
      if (named == nullptr || !named->is_generic()) return type;
      report("WrongTypeArgCount", expr.span,
             fmt::format("cannot use generic type {} without instantiation", name_of(type)));
      return invalid();
    }
    case ExprKind::Paren:
      return type_from(*static_cast<const ParenExpr&>(expr).inner);
    case ExprKind::Star:
      return pointer_type(*static_cast<const StarExpr&>(expr).operand);
    case ExprKind::ArrayType:
      return array_type(static_cast<const ArrayTypeExpr&>(expr));
    case ExprKind::StructType:
      return struct_type(static_cast<const StructTypeExpr&>(expr));
    case ExprKind::FunctionType:
      return function_type(static_cast<const FunctionTypeExpr&>(expr));
    case ExprKind::InterfaceType:
      return interface_type(static_cast<const InterfaceTypeExpr&>(expr));
    case ExprKind::MapType:
      return map_type(static_cast<const MapTypeExpr&>(expr));
    case ExprKind::ChannelType: {
      const auto& channel = static_cast<const ChannelTypeExpr&>(expr);
      const Type* element = type_from(*channel.element);
      return element == invalid() ? element : types_.channel_of(channel.direction, element);
    }
    case ExprKind::Index: {
      const auto& index = static_cast<const IndexExpr&>(expr);
      return instantiate_type(generic_type_from(*index.operand), index);
    }
    case ExprKind::Bad:
      return invalid();
    case ExprKind::BasicLiteral:
    case ExprKind::CompositeLiteral:
    case ExprKind::FunctionLiteral:
    case ExprKind::Slice:
    case ExprKind::TypeAssertion:
    case ExprKind::Call:
    case ExprKind::Unary:
    case ExprKind::Binary:
    case ExprKind::KeyValue:
    case ExprKind::Ellipsis:
      break;
  }
  report("NotAType", expr.span, fmt::format("{} is not a type", text(expr)));
  return invalid();
}

// A type made of an invalid one is invalid: one message is enough.
const Type* Checker::pointer_type(const syntax::Expr& expr) {
  const Type* element = type_from(expr);
  return element == invalid() ? element : types_.pointer_to(element);
}

const Type* Checker::array_type(const syntax::ArrayTypeExpr& expr) {
  if (expr.length == nullptr) {
    const Type* element = type_from(*expr.element);
    return element == invalid() ? element : types_.slice_of(element);
  }
  if (expr.length->kind == syntax::ExprKind::Ellipsis) {
    report("BadDotDotDotSyntax", expr.length->span,
           "invalid use of [...] array (outside a composite literal)");
    type_from(*expr.element);
    return invalid();
  }
  std::optional<uint64_t> length = array_length(*expr.length);
  const Type* element = type_from(*expr.element);
  if (!length || element == invalid()) return invalid();
  const Type* array = types_.array_of(element, *length);
  constexpr uint64_t kMostBytes = uint64_t{1} << 50;  // types.MaxWidth of the compiler
  if (element->size() == 0 || *length < kMostBytes / element->size()) return array;
  report("TypeTooLarge", expr.span,
         fmt::format("type {} larger than address space", array->text()));
  return invalid();
}

std::optional<uint64_t> Checker::array_length(const syntax::Expr& length) {
  Operand x;
  check_value(x, length);
  if (!x.is_valid()) return std::nullopt;
  if (!x.is_constant()) {
    report("InvalidArrayLen", length.span,
           fmt::format("invalid array length {}", syntax::text(length)));
    return std::nullopt;
  }
  std::optional<BigInteger> value = as_integer(x.value);
  bool is_number = is_untyped(x.type->kind()) || is_integer(x.type->underlying_kind());
  if (!is_number || !value) {
    report("InvalidArrayLen", length.span,
           fmt::format("array length {} must be integer", describe(x)));
    return std::nullopt;
  }
  if (value->is_negative() || !value->fits_signed(64)) {
    report("InvalidArrayLen", length.span, fmt::format("invalid array length {}", describe(x)));
    return std::nullopt;
  }
  if (is_untyped(x.type->kind())) convert_untyped(x, basic(TypeKind::Int));
  return value->low_bits();
}

const Type* Checker::map_type(const syntax::MapTypeExpr& expr) {
  const Type* key = type_from(*expr.key);
  const Type* element = type_from(*expr.element);
  if (key == invalid() || element == invalid()) return invalid();
  delayed_.push_back([this, key, span = expr.key->span] {
    if (!comparable(key)) {
      std::string_view why =
          as<TypeParameter>(key) != nullptr ? " (missing comparable constraint)" : "";
      report("IncomparableMapKey", span,
             fmt::format("invalid map key type {}{}", name_of(key), why));
    }
  });
  if (resolving_.empty()) run_delayed();
  return types_.map_of(key, element);
}

const Type* Checker::struct_type(const syntax::StructTypeExpr& expr) {
  std::vector<Field> fields;
  std::unordered_map<std::string, source::Span> seen;
  auto add = [&](std::string_view name, source::Span span, const Type* type, bool embedded,
                 const std::string& tag) {
    auto [place, is_new] = seen.try_emplace(std::string(name), span);
    if (!is_new && name != "_") {
      report("DuplicateDecl", span,
             fmt::format("{} redeclared\n\t{}: other declaration of {}", name,
                         place_text(place->second), name));
      return;
    }
    fields.push_back({std::string(name), type, &package_, embedded, tag, span});
  };
  for (const syntax::FieldDecl& field : expr.fields) {
    const Type* type = type_from(*field.type);
    std::string tag = field.tag != nullptr ? literal_value(*field.tag).string() : "";
    for (const auto& name : field.names) add(name->name, name->span, type, false, tag);
    if (!field.names.empty()) continue;
    const syntax::Expr* base = &syntax::unparen(*field.type);
    if (const auto* star = syntax::as<syntax::StarExpr>(base)) base = star->operand.get();
    std::string_view name = "_";
    source::Span span = base->span;
    if (const auto* index = syntax::as<syntax::IndexExpr>(base)) base = index->operand.get();
    if (const auto* plain = syntax::as<syntax::Identifier>(base)) name = plain->name;
    if (const auto* selector = syntax::as<syntax::SelectorExpr>(base)) {
      name = selector->selected->name;
      span = selector->selected->span;
    }
    add(name, span, type, true, tag);
    delayed_.push_back([this, type, span] {
      const auto* pointer = as<PointerType>(type);
      const Type* target = pointer != nullptr ? pointer->element() : type;
      if (as<TypeParameter>(target) != nullptr) {
        report("MisplacedTypeParam", span,
               "embedded field type cannot be a (pointer to a) type parameter");
      } else if (target->underlying_kind() == TypeKind::Pointer) {
        report("InvalidPtrEmbed", span, "embedded field type cannot be a pointer");
      } else if (pointer != nullptr && target->underlying_kind() == TypeKind::Interface) {
        report("InvalidPtrEmbed", span, "embedded field type cannot be a pointer to an interface");
      }
    });
  }
  return types_.struct_of(std::move(fields));
}

const Type* Checker::interface_type(const syntax::InterfaceTypeExpr& expr) {
  std::vector<InterfaceMethod> methods;
  TypeRestriction restriction;
  for (const syntax::InterfaceElement& element : expr.elements) {
    if (element.name == nullptr) {
      embed_interface(*element.type, methods, restriction);
      continue;
    }
    const auto* signature = static_cast<const FunctionType*>(
        function_type(static_cast<const syntax::FunctionTypeExpr&>(*element.type)));
    if (element.name->is_blank()) {
      report("BlankIfaceMethod", element.name->span, "methods must have a unique non-blank name");
      continue;
    }
    bool is_known = false;
    for (const InterfaceMethod& other : methods) {
      is_known = is_known || same_name(other.name, other.package, element.name->name, &package_);
    }
    if (is_known) {
      report("DuplicateDecl", element.name->span,
             fmt::format("duplicate method {}", element.name->name));
      continue;
    }
    methods.push_back({std::string(element.name->name), signature, &package_});
  }
  return types_.interface_of(std::move(methods), std::move(restriction));
}

std::vector<const Type*> Checker::parameter_types(const std::vector<syntax::ParameterDecl>& list,
                                                  bool* variadic) {
  std::vector<const Type*> types;
  const syntax::Expr* last = nullptr;
  for (const syntax::ParameterDecl& parameter : list) {
    if (parameter.type == nullptr) continue;
    if (parameter.type == last) {
      types.push_back(types.back());  // "a, b int": one type for both
      continue;
    }
    last = parameter.type;
    const auto* dots = syntax::as<syntax::EllipsisExpr>(parameter.type);
    if (dots == nullptr) {
      types.push_back(type_from(*parameter.type));
      continue;
    }
    if (variadic == nullptr) {
      report("MisplacedDotDotDot", dots->span, "can only use ... with final parameter in list");
    } else {
      *variadic = true;
    }
    types.push_back(types_.slice_of(dots->type != nullptr ? type_from(*dots->type) : invalid()));
    builder_.facts(*dots).type = types.back();
    builder_.facts(*dots).is_type = true;
  }
  return types;
}

const FunctionType* Checker::function_type(const syntax::FunctionTypeExpr& expr) {
  bool variadic = false;
  std::vector<const Type*> parameters = parameter_types(expr.parameters, &variadic);
  std::vector<const Type*> results = parameter_types(expr.results, nullptr);
  return types_.function_of(std::move(parameters), std::move(results), variadic);
}

}  // namespace hmaplab::check
