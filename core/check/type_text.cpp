#include <fmt/format.h>

#include "core/check/checked_program.h"
#include "core/check/constant_fold.h"
#include "core/check/lookup.h"
#include "core/check/type_set.h"
#include "core/check/types.h"

namespace hmaplab::check {
namespace {

std::string list_text(const std::vector<const Type*>& types, bool variadic, TypeStyle style) {
  std::string all;
  for (size_t i = 0; i < types.size(); ++i) {
    if (i > 0) all += ", ";
    const auto* rest = as<SliceType>(types[i]);
    bool is_rest = variadic && i + 1 == types.size() && rest != nullptr;
    all += is_rest ? "..." + rest->element()->text(style) : types[i]->text(style);
  }
  return all;
}

// Without the word func: as methods in interfaces are written.
std::string signature_text(const FunctionType& type, TypeStyle style) {
  std::string all = "(" + list_text(type.parameters(), type.variadic(), style) + ")";
  if (type.results().empty()) return all;
  std::string results = list_text(type.results(), false, style);
  return all + (type.results().size() == 1 ? " " + results : " (" + results + ")");
}

std::string struct_text(const StructType& structure, TypeStyle style) {
  bool spaced = style != TypeStyle::Message;
  std::string all;
  for (const Field& field : structure.fields()) {
    all += all.empty() ? (spaced ? " " : "") : "; ";
    bool qualified = style == TypeStyle::Link && !is_exported(field.name) && field.package;
    if (!field.embedded) all += (qualified ? field.package->path + "." : "") + field.name + " ";
    all += field.type->text(style);
    if (!field.tag.empty()) all += " " + quoted(field.tag);
  }
  if (spaced) return "struct {" + all + (all.empty() ? "}" : " }");
  return "struct{" + all + "}";
}

std::string interface_text(const InterfaceType& interface, TypeStyle style) {
  bool spaced = style != TypeStyle::Message;
  if (interface.is_empty()) return spaced ? "interface {}" : "any";
  const TypeRestriction& restriction = interface.restriction();
  if (restriction.implicit && restriction.terms) return text(*restriction.terms);
  std::string all;
  for (const InterfaceMethod& method : interface.methods()) {
    all += all.empty() ? (spaced ? " " : "") : "; ";
    all += method.name + signature_text(*method.type, style);
  }
  if (restriction.comparable) all += all.empty() ? "comparable" : "; comparable";
  if (restriction.terms) all += (all.empty() ? "" : "; ") + text(*restriction.terms);
  return spaced ? "interface {" + all + " }" : "interface{" + all + "}";
}

std::string channel_text(const ChannelType& channel, TypeStyle style) {
  std::string element = channel.element()->text(style);
  if (channel.direction() == syntax::ChannelDirection::SendOnly) return "chan<- " + element;
  if (channel.direction() == syntax::ChannelDirection::ReceiveOnly) return "<-chan " + element;
  const auto* inner = as<ChannelType>(channel.element());
  bool ambiguous = inner != nullptr && inner->direction() == syntax::ChannelDirection::ReceiveOnly;
  return ambiguous ? "chan (" + element + ")" : "chan " + element;
}

// [int,main.T]
std::string arguments_text(const std::vector<const Type*>& arguments, TypeStyle style) {
  bool is_message = style == TypeStyle::Message;
  std::string all;
  for (const Type* argument : arguments) {
    if (!all.empty()) all += is_message ? ", " : ",";
    all += argument->text(is_message ? style : TypeStyle::Link);
  }
  return "[" + all + "]";
}

// [K comparable, V any]
std::string parameters_text(const std::vector<const TypeParameter*>& parameters) {
  std::string all;
  for (size_t i = 0; i < parameters.size(); ++i) {
    const Type* constraint = parameters[i]->constraint();
    all += (i > 0 ? ", " : "") + parameters[i]->name();
    bool shares = i + 1 < parameters.size() && parameters[i + 1]->constraint() == constraint;
    if (!shares && constraint) all += " " + constraint->text(TypeStyle::Message);
  }
  return "[" + all + "]";
}

std::string named_text(const NamedType& named, TypeStyle style) {
  std::string all = named.name();
  const Package* package = named.package();
  bool is_message = style == TypeStyle::Message;
  if (package != nullptr && !(is_message && package->name == "main")) {
    all = (style == TypeStyle::Link ? package->path : package->name) + "." + all;
  }
  if (is_message && named.is_generic()) all += parameters_text(named.parameters());
  if (named.origin() != nullptr) all += arguments_text(named.arguments(), style);
  if (is_message || named.local_number() == 0) return all;
  if (!named.enclosing_arguments().empty()) {
    all += arguments_text(named.enclosing_arguments(), style);
  }
  return style == TypeStyle::Link ? fmt::format("{}·{}", all, named.local_number()) : all;
}

}  // namespace

std::string Type::text(TypeStyle style) const {
  switch (kind_) {
    case TypeKind::Named:
      return named_text(static_cast<const NamedType&>(*this), style);
    case TypeKind::TypeParameter:
      return static_cast<const TypeParameter&>(*this).name();
    case TypeKind::Pointer:
      return "*" + static_cast<const PointerType&>(*this).element()->text(style);
    case TypeKind::Slice:
      return "[]" + static_cast<const SliceType&>(*this).element()->text(style);
    case TypeKind::Array: {
      const auto& array = static_cast<const ArrayType&>(*this);
      return fmt::format("[{}]{}", array.length(), array.element()->text(style));
    }
    case TypeKind::Map: {
      const auto& map = static_cast<const MapType&>(*this);
      return fmt::format("map[{}]{}", map.key()->text(style), map.element()->text(style));
    }
    case TypeKind::Channel:
      return channel_text(static_cast<const ChannelType&>(*this), style);
    case TypeKind::Struct:
      return struct_text(static_cast<const StructType&>(*this), style);
    case TypeKind::Function:
      return "func" + signature_text(static_cast<const FunctionType&>(*this), style);
    case TypeKind::Interface:
      return interface_text(static_cast<const InterfaceType&>(*this), style);
    case TypeKind::Tuple:
      return "(" + list_text(static_cast<const TupleType&>(*this).types(), false, style) + ")";
    case TypeKind::Invalid:
    case TypeKind::Bool:
    case TypeKind::Int:
    case TypeKind::Int8:
    case TypeKind::Int16:
    case TypeKind::Int32:
    case TypeKind::Int64:
    case TypeKind::Uint:
    case TypeKind::Uint8:
    case TypeKind::Uint16:
    case TypeKind::Uint32:
    case TypeKind::Uint64:
    case TypeKind::Uintptr:
    case TypeKind::Float32:
    case TypeKind::Float64:
    case TypeKind::Complex64:
    case TypeKind::Complex128:
    case TypeKind::String:
    case TypeKind::UnsafePointer:
    case TypeKind::UntypedBool:
    case TypeKind::UntypedInt:
    case TypeKind::UntypedRune:
    case TypeKind::UntypedFloat:
    case TypeKind::UntypedComplex:
    case TypeKind::UntypedString:
    case TypeKind::UntypedNil:
      break;
  }
  const auto& basic = static_cast<const BasicType&>(*this);
  return std::string(style == TypeStyle::Message ? basic.message_name() : basic.name());
}

}  // namespace hmaplab::check
