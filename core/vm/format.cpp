// Printing Go values as fmt and the runtime do.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <vector>

#include "core/vm/map_types.h"
#include "core/vm/runes.h"
#include "core/vm/values.h"

namespace hmaplab::vm {

using check::TypeKind;

namespace {

int64_t signed_at(const Reader& reader, uint64_t size, Address address) {
  switch (size) {
    case 1: return reader.load<int8_t>(address);
    case 2: return reader.load<int16_t>(address);
    case 4: return reader.load<int32_t>(address);
    default: return reader.load<int64_t>(address);
  }
}

uint64_t unsigned_at(const Reader& reader, uint64_t size, Address address) {
  uint64_t value = 0;
  reader.read(address, &value, std::min<uint64_t>(size, 8));
  return value;
}

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (char c : text) {
    switch (c) {
      case '"': result += "\\\""; break;
      case '\\': result += "\\\\"; break;
      case '\n': result += "\\n"; break;
      case '\t': result += "\\t"; break;
      case '\r': result += "\\r"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
          result += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
        } else {
          result += c;
        }
    }
  }
  return result + "\"";
}

std::string utf8(uint32_t rune) {
  std::string text;
  append_rune(text, rune);
  return text;
}

// fmt prints maps in the order of their keys: numbers by value, strings by bytes, others as printed.
std::string format_map(const Reader& reader, const check::MapType& type, Address hmap, Verb verb) {
  struct Entry {
    std::string key, elem;
    double number;
  };
  std::vector<Entry> entries;
  each_entry(reader, type, hmap, [&](Address key, Address elem) {
    TypeKind kind = type.key()->underlying_kind();
    double number = 0;
    if (kind >= TypeKind::Int && kind <= TypeKind::Int64) number = static_cast<double>(signed_at(reader, type.key()->size(), key));
    if (kind >= TypeKind::Uint && kind <= TypeKind::Uintptr) number = static_cast<double>(unsigned_at(reader, type.key()->size(), key));
    if (kind == TypeKind::Float64) number = reader.load<double>(key);
    entries.push_back({format_value(reader, *type.key(), key, verb), format_value(reader, *type.element(), elem, verb), number});
  });
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return a.number != b.number ? a.number < b.number : a.key < b.key;
  });
  std::string text = "map[";
  for (size_t i = 0; i < entries.size(); ++i) {
    if (i > 0) text += ' ';
    text += entries[i].key + ":" + entries[i].elem;
  }
  return text + "]";
}

}  // namespace

// %v of floats is %g with the shortest digits that read back, exponent form below 1e-4 and from 1e21 on.
std::string format_float(double value, int bits) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value > 0 ? "+Inf" : "-Inf";
  if (value == 0) return std::signbit(value) ? "-0" : "0";
  char buffer[64];
  double magnitude = std::fabs(value);
  bool exponent = magnitude < 1e-4 || magnitude >= 1e21;
  auto form = exponent ? std::chars_format::scientific : std::chars_format::fixed;
  std::to_chars_result end = bits == 32 ? std::to_chars(buffer, buffer + 64, static_cast<float>(value), form)
                                        : std::to_chars(buffer, buffer + 64, value, form);
  return {buffer, end.ptr};
}

std::string format_value(const Reader& reader, const check::Type& type, Address address, Verb verb) {
  uint64_t size = type.size();
  switch (type.underlying_kind()) {
    case TypeKind::Bool: return reader.load<uint8_t>(address) ? "true" : "false";
    case TypeKind::Int:
    case TypeKind::Int8:
    case TypeKind::Int16:
    case TypeKind::Int32:
    case TypeKind::Int64: return fmt::format("{}", signed_at(reader, size, address));
    case TypeKind::Uint:
    case TypeKind::Uint8:
    case TypeKind::Uint16:
    case TypeKind::Uint32:
    case TypeKind::Uint64:
    case TypeKind::Uintptr: return fmt::format("{}", unsigned_at(reader, size, address));
    case TypeKind::Float32: return format_float(reader.load<float>(address), 32);
    case TypeKind::Float64: return format_float(reader.load<double>(address), 64);
    case TypeKind::String:
      return verb == Verb::Plain || verb == Verb::WithNames ? reader.string_at(address) : quoted(reader.string_at(address));
    case TypeKind::Slice: {
      const check::Type& element = *check::as<check::SliceType>(type.underlying())->element();
      auto data = reader.load<Address>(address);
      std::string text = "[";
      for (uint64_t i = 0, n = reader.load<uint64_t>(address + 8); i < n && text.size() < (1 << 20); ++i) {
        if (i > 0) text += ' ';
        text += format_value(reader, element, data + i * element.size(), verb);
      }
      return text + "]";
    }
    case TypeKind::Array: {
      const auto& array = *check::as<check::ArrayType>(type.underlying());
      std::string text = "[";
      for (uint64_t i = 0; i < array.length() && text.size() < (1 << 20); ++i) {
        if (i > 0) text += ' ';
        text += format_value(reader, *array.element(), address + i * array.element()->size(), verb);
      }
      return text + "]";
    }
    case TypeKind::Struct: {
      const auto& structure = *check::as<check::StructType>(type.underlying());
      std::string text = verb == Verb::GoSyntax ? type.text() + "{" : "{";
      for (size_t i = 0; i < structure.fields().size(); ++i) {
        if (i > 0) text += verb == Verb::GoSyntax ? ", " : " ";
        if (verb == Verb::WithNames || verb == Verb::GoSyntax) text += structure.fields()[i].name + ":";
        text += format_value(reader, *structure.fields()[i].type, address + structure.offset(i), verb);
      }
      return text + "}";
    }
    case TypeKind::Interface: {
      auto value = reader.load<Interface>(address);
      const check::Type* dynamic = value.type == Address::Nil ? nullptr : reader.program().type_at(value.type);
      if (!dynamic) return "<nil>";
      return format_value(reader, *dynamic, is_pointer_shaped(*dynamic) ? address + 8 : value.data, verb);
    }
    case TypeKind::Map: {
      auto hmap = reader.load<Address>(address);
      return format_map(reader, *check::as<check::MapType>(type.underlying()), hmap, verb);
    }
    case TypeKind::Pointer:
    case TypeKind::Channel:
    case TypeKind::Function:
    case TypeKind::UnsafePointer: {
      auto pointer = reader.load<uint64_t>(address);
      return pointer == 0 ? "<nil>" : fmt::format("0x{:x}", pointer);
    }
    default: return "?";
  }
}

namespace {

std::string integer_text(const Reader& reader, const check::Type& type, Address address, const FormatRequest& request) {
  bool is_signed = type.underlying_kind() <= TypeKind::Int64;
  int64_t value = is_signed ? signed_at(reader, type.size(), address) : 0;
  uint64_t magnitude = is_signed ? (value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value))
                                 : unsigned_at(reader, type.size(), address);
  std::string sign = value < 0 ? "-" : request.plus ? "+" : "";
  switch (request.verb) {
    case 'b': return sign + fmt::format("{:b}", magnitude);
    case 'o': return sign + fmt::format("{:o}", magnitude);
    case 'x': return sign + (request.sharp ? "0x" : "") + fmt::format("{:x}", magnitude);
    case 'X': return sign + (request.sharp ? "0X" : "") + fmt::format("{:X}", magnitude);
    case 'U': return fmt::format("U+{:04X}", magnitude);
    default: return sign + fmt::format("{}", magnitude);
  }
}

std::string hex_of(std::string_view bytes, bool upper) {
  std::string text;
  for (char c : bytes) {
    auto byte = static_cast<unsigned char>(c);
    text += upper ? fmt::format("{:02X}", byte) : fmt::format("{:02x}", byte);
  }
  return text;
}

std::string float_text(double value, const FormatRequest& request) {
  std::string sign = request.plus && value >= 0 ? "+" : "";
  auto decimals = static_cast<int>(request.decimals < 0 ? 6 : request.decimals);
  if (request.verb == 'f' || request.verb == 'F') return sign + fmt::format("{:.{}f}", value, decimals);
  if (request.verb == 'e') return sign + fmt::format("{:.{}e}", value, decimals);
  if (request.decimals >= 0) return sign + fmt::format("{:.{}g}", value, decimals);
  return sign + format_float(value, 64);
}

}  // namespace

std::string format_verb(const Reader& reader, Address address, const FormatRequest& request) {
  auto value = reader.load<Interface>(address);
  const check::Type* type = value.type == Address::Nil ? nullptr : reader.program().type_at(value.type);
  if (request.verb == 'T') return type ? type->text() : "<nil>";
  if (!type) return request.verb == 'v' ? "<nil>" : fmt::format("%!{}(<nil>)", static_cast<char>(request.verb));
  Address data = is_pointer_shaped(*type) ? address + 8 : value.data;
  TypeKind kind = type->underlying_kind();
  bool is_integer = kind >= TypeKind::Int && kind <= TypeKind::Uintptr;
  bool is_float = kind == TypeKind::Float32 || kind == TypeKind::Float64;
  std::string plain = format_value(reader, *type, data, request.plus ? Verb::WithNames : request.sharp ? Verb::GoSyntax : Verb::Plain);
  switch (request.verb) {
    case 'v': return plain;
    case 'd':
    case 'b':
    case 'o':
    case 'U':
      if (is_integer) return integer_text(reader, *type, data, request);
      if (kind == TypeKind::Slice || kind == TypeKind::Array || kind == TypeKind::Struct || kind == TypeKind::Map) return plain;
      break;
    case 'x':
    case 'X':
      if (is_integer) return integer_text(reader, *type, data, request);
      if (kind == TypeKind::String) return hex_of(plain, request.verb == 'X');
      break;
    case 'c':
      if (is_integer) return utf8(static_cast<uint32_t>(unsigned_at(reader, type->size(), data)));
      break;
    case 'q':
      if (kind == TypeKind::String) return quoted(plain);
      if (is_integer) return "'" + utf8(static_cast<uint32_t>(unsigned_at(reader, type->size(), data))) + "'";
      return format_value(reader, *type, data, Verb::Quoted);
    case 's':
      if (kind == TypeKind::String) {
        return request.decimals >= 0 ? plain.substr(0, static_cast<size_t>(request.decimals)) : plain;
      }
      if (kind > TypeKind::String) return plain;
      break;
    case 't':
      if (kind == TypeKind::Bool) return plain;
      break;
    case 'p': return fmt::format("0x{:x}", reader.load<uint64_t>(data));
    case 'f':
    case 'F':
    case 'e':
    case 'g':
      if (is_float) return float_text(kind == TypeKind::Float32 ? reader.load<float>(data) : reader.load<double>(data), request);
      break;
    default: break;
  }
  return fmt::format("%!{}({}={})", static_cast<char>(request.verb), type->text(), plain);
}

std::string format_for_print(const Reader& reader, const check::Type& type, Address address) {
  TypeKind kind = type.underlying_kind();
  if (kind == TypeKind::Float32 || kind == TypeKind::Float64) {
    double value = kind == TypeKind::Float32 ? static_cast<double>(reader.load<float>(address)) : reader.load<double>(address);
    std::string text = fmt::format("{:+.6e}", value);
    size_t mark = text.find('e');  // print writes exponents with three digits
    if (mark != std::string::npos && text.size() - mark == 4) text.insert(mark + 2, "0");
    return text;
  }
  if (kind <= TypeKind::String) return format_value(reader, type, address);
  std::string words;
  for (uint64_t at = 0; at < type.size(); at += 8) {
    words += fmt::format("{}0x{:x}", words.empty() ? "" : ",", reader.load<uint64_t>(address + at));
  }
  return type.size() <= 8 ? words : "(" + words + ")";
}

// printpanicval: basic kinds as print does, named ones with their type, all others as their type and address.
std::string format_for_panic(const Reader& reader, const check::Type& type, Address address) {
  TypeKind kind = type.underlying_kind();
  if (kind > TypeKind::String) {
    auto place = is_pointer_shaped(type) ? reader.load<uint64_t>(address) : memory::bits(address);
    return fmt::format("({}) 0x{:x}", type.text(), place);
  }
  std::string text = format_for_print(reader, type, address);
  if (type.kind() != TypeKind::Named) return text;
  return kind == TypeKind::String ? fmt::format("{}(\"{}\")", type.text(), text) : fmt::format("{}({})", type.text(), text);
}

}  // namespace hmaplab::vm
