#include "core/check/type_table.h"

#include <fmt/format.h>

#include <algorithm>

namespace hmaplab::check {
namespace {

constexpr auto kBasicNames = std::to_array<std::string_view>({
    "invalid type", "bool",         "int",           "int8",           "int16",
    "int32",        "int64",        "uint",          "uint8",          "uint16",
    "uint32",       "uint64",       "uintptr",       "float32",        "float64",
    "complex64",    "complex128",   "string",        "unsafe.Pointer", "untyped bool",
    "untyped int",  "untyped rune", "untyped float", "untyped complex", "untyped string",
    "untyped nil",
});

// Identity of unexported names includes their package.
std::string name_key(const std::string& name, const Package* package) {
  bool exported = !name.empty() && name[0] >= 'A' && name[0] <= 'Z';
  return exported ? name : fmt::format("{}@{}", name, static_cast<const void*>(package));
}

std::string list_key(const std::vector<const Type*>& types) {
  std::string key;
  for (const Type* type : types) key += fmt::format("{},", type->id());
  return key;
}

}  // namespace

template <class T, class... Arguments>
T* TypeTable::make(Arguments&&... arguments) {
  auto id = static_cast<uint32_t>(types_.size());
  auto owned = std::unique_ptr<T>(new T(id, std::forward<Arguments>(arguments)...));
  T* type = owned.get();
  types_.push_back(std::move(owned));
  return type;
}

// The key tells everything that identity depends on, in ids of parts that are interned themselves.
template <class T, class... Arguments>
const T* TypeTable::intern(const std::string& key, const std::vector<const Type*>& parts,
                           Arguments&&... arguments) {
  auto found = interned_.find(key);
  if (found != interned_.end()) return static_cast<const T*>(found->second);
  T* type = make<T>(std::forward<Arguments>(arguments)...);
  note_parts(*type, parts);
  interned_.emplace(key, type);
  return type;
}

void TypeTable::note_parts(Type& type, const std::vector<const Type*>& parts) {
  for (const Type* part : parts) {
    type.parameterized_ = type.parameterized_ || part->parameterized_;
    type.nesting_ = std::max(type.nesting_, part->nesting_ + 1);
  }
}

TypeTable::TypeTable() {
  for (size_t i = 0; i < kBasicNames.size(); ++i) {
    auto id = static_cast<uint32_t>(types_.size());
    types_.push_back(
        std::unique_ptr<Type>(new BasicType(static_cast<TypeKind>(i), id, kBasicNames[i])));
    basic_[i] = types_.back().get();
  }
  empty_interface_ = interface_of({});
  no_value_ = tuple_of({});
  const FunctionType* error_method = function_of({}, {basic(TypeKind::String)}, false);
  error_ = new_named("error", nullptr, interface_of({{"Error", error_method, nullptr}}));
  comparable_ = new_named("comparable", nullptr, interface_of({}, {.comparable = true}));
}

TypeTable::~TypeTable() = default;

void TypeTable::set_message_name(TypeKind kind, std::string_view name) {
  static_cast<BasicType&>(*types_[static_cast<size_t>(kind)]).message_name_ = name;
}

const PointerType* TypeTable::pointer_to(const Type* element) {
  return intern<PointerType>(fmt::format("*{}", element->id()), {element}, element);
}
const SliceType* TypeTable::slice_of(const Type* element) {
  return intern<SliceType>(fmt::format("[]{}", element->id()), {element}, element);
}
const ArrayType* TypeTable::array_of(const Type* element, uint64_t length) {
  return intern<ArrayType>(fmt::format("[{}]{}", length, element->id()), {element}, element,
                           length);
}
const MapType* TypeTable::map_of(const Type* key, const Type* element) {
  return intern<MapType>(fmt::format("map {} {}", key->id(), element->id()), {key, element}, key,
                         element);
}
const ChannelType* TypeTable::channel_of(syntax::ChannelDirection direction, const Type* element) {
  std::string key = fmt::format("chan {} {}", static_cast<int>(direction), element->id());
  return intern<ChannelType>(key, {element}, direction, element);
}

const StructType* TypeTable::struct_of(std::vector<Field> fields) {
  std::string key = "struct ";
  std::vector<const Type*> parts;
  for (const Field& field : fields) {
    key += fmt::format("{} {} {} {}{};", name_key(field.name, field.package), field.type->id(),
                       field.embedded, field.tag.size(), field.tag);
    parts.push_back(field.type);
  }
  return intern<StructType>(key, parts, std::move(fields));
}

const FunctionType* TypeTable::function_of(std::vector<const Type*> parameters,
                                           std::vector<const Type*> results, bool variadic) {
  std::string key = fmt::format("func {} {} {}", list_key(parameters), list_key(results), variadic);
  std::vector<const Type*> parts = parameters;
  parts.insert(parts.end(), results.begin(), results.end());
  return intern<FunctionType>(key, parts, std::move(parameters), std::move(results), variadic);
}

const InterfaceType* TypeTable::interface_of(std::vector<InterfaceMethod> methods,
                                             TypeRestriction restriction) {
  std::sort(methods.begin(), methods.end(),
            [](const InterfaceMethod& a, const InterfaceMethod& b) { return a.name < b.name; });
  std::string key = "interface ";
  std::vector<const Type*> parts;
  for (const InterfaceMethod& method : methods) {
    key += fmt::format("{} {};", name_key(method.name, method.package), method.type->id());
    parts.push_back(method.type);
  }
  if (restriction.terms) {
    key += fmt::format(" terms{}", restriction.implicit ? " implicit" : "");
    for (const TypeTerm& term : *restriction.terms) {
      key += fmt::format("|{}{}", term.tilde ? "~" : "", term.type->id());
      parts.push_back(term.type);
    }
  }
  if (restriction.comparable) key += " comparable";
  return intern<InterfaceType>(key, parts, std::move(methods), std::move(restriction));
}

const TupleType* TypeTable::tuple_of(std::vector<const Type*> types) {
  std::vector<const Type*> parts = types;
  return intern<TupleType>("tuple " + list_key(types), parts, std::move(types));
}

NamedType* TypeTable::new_named(std::string name, const Package* package, const Type* underlying) {
  return make<NamedType>(std::move(name), package, underlying);
}

TypeParameter* TypeTable::new_type_parameter(std::string name, const Package* package,
                                             source::Span span) {
  auto* parameter = make<TypeParameter>(std::move(name), package, span);
  parameter->parameterized_ = true;
  parameter->constraint_ = empty_interface_;
  return parameter;
}

void TypeTable::set_constraint(const TypeParameter* parameter, const Type* constraint) {
  static_cast<TypeParameter&>(*types_[parameter->id()]).constraint_ = constraint;
}

void TypeTable::set_parameters(const NamedType* generic,
                               std::vector<const TypeParameter*> parameters) {
  static_cast<NamedType&>(*types_[generic->id()]).parameters_ = std::move(parameters);
}

void TypeTable::set_local(NamedType* type, uint32_t number, std::vector<const Type*> arguments,
                          bool is_parameterized) {
  type->local_number_ = number;
  type->enclosing_arguments_ = std::move(arguments);
  type->parameterized_ = is_parameterized;
}

const Type* TypeTable::instantiate(const NamedType* generic, std::vector<const Type*> arguments) {
  std::string key = fmt::format("instance {} {}", generic->id(), list_key(arguments));
  auto found = interned_.find(key);
  if (found != interned_.end()) return found->second;
  for (const Type* argument : arguments) {
    if (argument->kind() == TypeKind::Invalid) return argument;
    if (argument->nesting() < kMostNesting) continue;
    nested_too_deeply_ = true;
    return basic(TypeKind::Invalid);
  }
  NamedType* instance = new_named(generic->name(), generic->package(), nullptr);
  interned_.emplace(key, instance);
  note_parts(*instance, arguments);
  instance->origin_ = generic;
  instance->arguments_ = std::move(arguments);
  instance->table_ = this;
  if (on_instance_) on_instance_(instance);
  return instance;
}

}  // namespace hmaplab::check
