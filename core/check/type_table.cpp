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
    "untyped int",  "untyped rune", "untyped float", "untyped string", "untyped nil",
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
const T* TypeTable::intern(const std::string& key, Arguments&&... arguments) {
  auto found = interned_.find(key);
  if (found != interned_.end()) return static_cast<const T*>(found->second);
  const T* type = make<T>(std::forward<Arguments>(arguments)...);
  interned_.emplace(key, type);
  return type;
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
}

TypeTable::~TypeTable() = default;

void TypeTable::set_message_name(TypeKind kind, std::string_view name) {
  static_cast<BasicType&>(*types_[static_cast<size_t>(kind)]).message_name_ = name;
}

const PointerType* TypeTable::pointer_to(const Type* element) {
  return intern<PointerType>(fmt::format("*{}", element->id()), element);
}
const SliceType* TypeTable::slice_of(const Type* element) {
  return intern<SliceType>(fmt::format("[]{}", element->id()), element);
}
const ArrayType* TypeTable::array_of(const Type* element, uint64_t length) {
  return intern<ArrayType>(fmt::format("[{}]{}", length, element->id()), element, length);
}
const MapType* TypeTable::map_of(const Type* key, const Type* element) {
  return intern<MapType>(fmt::format("map {} {}", key->id(), element->id()), key, element);
}
const ChannelType* TypeTable::channel_of(syntax::ChannelDirection direction, const Type* element) {
  std::string key = fmt::format("chan {} {}", static_cast<int>(direction), element->id());
  return intern<ChannelType>(key, direction, element);
}

const StructType* TypeTable::struct_of(std::vector<Field> fields) {
  std::string key = "struct ";
  for (const Field& field : fields) {
    key += fmt::format("{} {} {} {}{};", name_key(field.name, field.package), field.type->id(),
                       field.embedded, field.tag.size(), field.tag);
  }
  return intern<StructType>(key, std::move(fields));
}

const FunctionType* TypeTable::function_of(std::vector<const Type*> parameters,
                                           std::vector<const Type*> results, bool variadic) {
  std::string key = fmt::format("func {} {} {}", list_key(parameters), list_key(results), variadic);
  return intern<FunctionType>(key, std::move(parameters), std::move(results), variadic);
}

const InterfaceType* TypeTable::interface_of(std::vector<InterfaceMethod> methods) {
  std::sort(methods.begin(), methods.end(),
            [](const InterfaceMethod& a, const InterfaceMethod& b) { return a.name < b.name; });
  std::string key = "interface ";
  for (const InterfaceMethod& method : methods) {
    key += fmt::format("{} {};", name_key(method.name, method.package), method.type->id());
  }
  return intern<InterfaceType>(key, std::move(methods));
}

const TupleType* TypeTable::tuple_of(std::vector<const Type*> types) {
  return intern<TupleType>("tuple " + list_key(types), std::move(types));
}

NamedType* TypeTable::new_named(std::string name, const Package* package, const Type* underlying) {
  return make<NamedType>(std::move(name), package, underlying);
}

}  // namespace hmaplab::check
