// What package reflect asks about types (core/golib/internal/raw/types.go). Types are only looked
// up, never made: a run must not change the program.
#include <algorithm>

#include "core/vm/machine.h"

namespace hmaplab::vm {

using check::TypeKind;

namespace {

// As the constants of internal/raw.
enum class TypeText : int64_t {
  Text,
  Name,
  PackagePath,
  FieldName,
  FieldTag,
  FieldPackage,
  MethodName
};
enum class TypeNumber : int64_t {
  Bytes,
  Alignment,
  Fields,
  Methods,
  Length,
  Parameters,
  Results,
  IsVariadic,
  IsComparable,
  FieldOffset,
  FieldIsEmbedded,
  Direction,
  IsWord
};
enum class TypePart : int64_t {
  Key,
  Element,
  FieldType,
  Parameter,
  Result,
  PointerTo,
  SliceOf,
  MethodType,
  MethodFunction
};

bool is_exported(const std::string& name) {
  return !name.empty() && name[0] >= 'A' && name[0] <= 'Z';
}

struct ExportedMethod {
  std::string name;
  const check::FunctionType* type = nullptr;
};

std::vector<ExportedMethod> methods_of(const bytecode::Program& program, const check::Type& type) {
  std::vector<ExportedMethod> methods;
  if (const auto* interface = check::as<check::InterfaceType>(type.underlying())) {
    for (const check::InterfaceMethod& method : interface->methods())
      if (is_exported(method.name)) methods.push_back({method.name, method.type});
    return methods;
  }
  for (const check::MethodEntry& entry : program.checked().method_set(&type))
    if (is_exported(entry.name)) methods.push_back({entry.name, entry.type});
  return methods;
}

const check::Field* field_of(const check::Type& type, uint64_t number) {
  const auto* structure = check::as<check::StructType>(type.underlying());
  if (!structure || number >= structure->fields().size()) return nullptr;
  return &structure->fields()[number];
}

template <class T, class Matches>
const check::Type* find_type(const bytecode::Program& program, Matches&& matches) {
  for (const auto& type : program.checked().types().all()) {
    const T* candidate = check::as<T>(type.get());
    if (candidate && matches(*candidate)) return candidate;
  }
  return nullptr;
}

std::string text_of(const bytecode::Program& program, const check::Type& type, TypeText what,
                    uint64_t number) {
  const check::Field* field = field_of(type, number);
  const auto* named = check::as<check::NamedType>(&type);
  switch (what) {
    case TypeText::Text:
      return type.text();
    case TypeText::Name:
      if (type.kind() == TypeKind::UnsafePointer) return "Pointer";
      if (named) {
        std::string text = type.text();  // with the arguments of a generic type
        size_t bracket = text.find('[');
        size_t dot = text.rfind('.', bracket);
        return dot == std::string::npos ? text : text.substr(dot + 1);
      }
      return check::as<check::BasicType>(&type) ? type.text() : "";
    case TypeText::PackagePath:
      if (type.kind() == TypeKind::UnsafePointer) return "unsafe";
      return named && named->package() ? named->package()->path : "";
    case TypeText::FieldName:
      return field ? field->name : "";
    case TypeText::FieldTag:
      return field ? field->tag : "";
    case TypeText::FieldPackage:
      return field && !is_exported(field->name) && field->package ? field->package->path : "";
    case TypeText::MethodName: {
      auto methods = methods_of(program, type);
      return number < methods.size() ? methods[number].name : "";
    }
  }
  return "";
}

uint64_t number_of(const bytecode::Program& program, const check::Type& type, TypeNumber what,
                   uint64_t number) {
  const check::Type* own = type.underlying();
  const auto* structure = check::as<check::StructType>(own);
  const auto* function = check::as<check::FunctionType>(own);
  const check::Field* field = field_of(type, number);
  switch (what) {
    case TypeNumber::Bytes:
      return type.size();
    case TypeNumber::Alignment:
      return type.alignment();
    case TypeNumber::Fields:
      return structure ? structure->fields().size() : 0;
    case TypeNumber::Methods:
      return methods_of(program, type).size();
    case TypeNumber::Length:
      return own->kind() == TypeKind::Array ? check::as<check::ArrayType>(own)->length() : 0;
    case TypeNumber::Parameters:
      return function ? function->parameters().size() : 0;
    case TypeNumber::Results:
      return function ? function->results().size() : 0;
    case TypeNumber::IsVariadic:
      return function && function->variadic();
    case TypeNumber::IsComparable:
      return type.is_comparable();
    case TypeNumber::FieldOffset:
      return field ? structure->offset(number) : 0;
    case TypeNumber::FieldIsEmbedded:
      return field && field->embedded;
    case TypeNumber::Direction: {  // as reflect.ChanDir
      const auto* channel = check::as<check::ChannelType>(own);
      if (!channel) return 0;
      return channel->direction() == syntax::ChannelDirection::ReceiveOnly ? 1
             : channel->direction() == syntax::ChannelDirection::SendOnly  ? 2
                                                                           : 3;
    }
    case TypeNumber::IsWord:
      return is_pointer_shaped(type);
  }
  return 0;
}

const check::Type* element_of(const check::Type& own) {
  if (const auto* pointer = check::as<check::PointerType>(&own)) return pointer->element();
  if (const auto* slice = check::as<check::SliceType>(&own)) return slice->element();
  if (const auto* array = check::as<check::ArrayType>(&own)) return array->element();
  if (const auto* map = check::as<check::MapType>(&own)) return map->element();
  if (const auto* channel = check::as<check::ChannelType>(&own)) return channel->element();
  return nullptr;
}

const check::Type* part_of(const bytecode::Program& program, const check::Type& type, TypePart what,
                           uint64_t number) {
  const check::Type* own = type.underlying();
  const auto* map = check::as<check::MapType>(own);
  const auto* function = check::as<check::FunctionType>(own);
  const check::Field* field = field_of(type, number);
  switch (what) {
    case TypePart::Key:
      return map ? map->key() : nullptr;
    case TypePart::Element:
      return element_of(*own);
    case TypePart::FieldType:
      return field ? field->type : nullptr;
    case TypePart::Parameter:
      return function && number < function->parameters().size() ? function->parameters()[number]
                                                                : nullptr;
    case TypePart::Result:
      return function && number < function->results().size() ? function->results()[number]
                                                             : nullptr;
    case TypePart::PointerTo:
      return find_type<check::PointerType>(
          program, [&](const auto& pointer) { return pointer.element() == &type; });
    case TypePart::SliceOf:
      return find_type<check::SliceType>(
          program, [&](const auto& slice) { return slice.element() == &type; });
    case TypePart::MethodType: {
      auto methods = methods_of(program, type);
      return number < methods.size() ? methods[number].type : nullptr;
    }
    case TypePart::MethodFunction:
      break;
  }
  return nullptr;
}

Address address_of(const check::Type* type) {
  return type ? bytecode::Program::type_address(type) : Address::Nil;
}

}  // namespace

// func TypeText(t unsafe.Pointer, what, i int) string
Machine::Flow Machine::raw_type_text(int32_t call) {
  const check::Type* type = program().type_at(get<Address>(call + 16));
  if (!type) return nil_dereference();
  auto what = static_cast<TypeText>(get<int64_t>(call + 24));
  return give_text(call, text_of(program(), *type, what, get<uint64_t>(call + 32)));
}

// func TypeNumber(t unsafe.Pointer, what, i int) int
Machine::Flow Machine::raw_type_number(int32_t call) {
  const check::Type* type = program().type_at(get<Address>(call + 8));
  if (!type) return nil_dereference();
  auto what = static_cast<TypeNumber>(get<int64_t>(call + 16));
  set(call, number_of(program(), *type, what, get<uint64_t>(call + 24)));
  return Flow::Next;
}

// func TypePart(t unsafe.Pointer, what, i int) unsafe.Pointer
Machine::Flow Machine::raw_type_part(int32_t call) {
  const check::Type* type = program().type_at(get<Address>(call + 8));
  if (!type) return nil_dereference();
  auto what = static_cast<TypePart>(get<int64_t>(call + 16));
  auto number = get<uint64_t>(call + 24);
  if (what == TypePart::MethodFunction) {
    auto methods = methods_of(program(), *type);
    int32_t function =
        number < methods.size() ? program().method_named(type, methods[number].name) : -1;
    set(call, function < 0 ? Address::Nil
                           : bytecode::Program::function_address(static_cast<uint32_t>(function)));
    return Flow::Next;
  }
  set(call, address_of(part_of(program(), *type, what, number)));
  return Flow::Next;
}

// func MapOf(key, element unsafe.Pointer) unsafe.Pointer
Machine::Flow Machine::raw_map_of(int32_t call) {
  const check::Type* key = program().type_at(get<Address>(call + 8));
  const check::Type* element = program().type_at(get<Address>(call + 16));
  set(call, address_of(find_type<check::MapType>(program(), [&](const auto& map) {
        return map.key() == key && map.element() == element;
      })));
  return Flow::Next;
}

}  // namespace hmaplab::vm
