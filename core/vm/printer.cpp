#include "core/vm/printer.h"

#include <algorithm>
#include <complex>

#include "core/gomap/inspect.h"
#include "core/vm/map_types.h"
#include "core/vm/runes.h"

namespace hmaplab::vm {

using check::TypeKind;

namespace {

constexpr int kMostDepth = 500;
constexpr size_t kMostText = 8 << 20;  // more than a run may print

bool is_exported(const std::string& name) {
  return !name.empty() && name[0] >= 'A' && name[0] <= 'Z';
}

int64_t signed_at(const Reader& reader, uint64_t size, Address address) {
  switch (size) {
    case 1:
      return reader.load<int8_t>(address);
    case 2:
      return reader.load<int16_t>(address);
    case 4:
      return reader.load<int32_t>(address);
    default:
      return reader.load<int64_t>(address);
  }
}

uint64_t unsigned_at(const Reader& reader, uint64_t size, Address address) {
  uint64_t value = 0;
  reader.read(address, &value, std::min<uint64_t>(size, 8));
  return value;
}

bool is_signed(TypeKind kind) { return kind >= TypeKind::Int && kind <= TypeKind::Int64; }
bool is_unsigned(TypeKind kind) { return kind >= TypeKind::Uint && kind <= TypeKind::Uintptr; }

template <class T>
int order(T a, T b) {
  return a < b ? -1 : b < a ? 1 : 0;
}
int order_of_floats(double a, double b) {
  if (a != a) return b != b ? 0 : -1;
  return b != b ? 1 : order(a, b);
}

std::complex<double> complex_at(const Reader& reader, TypeKind kind, Address address) {
  if (kind == TypeKind::Complex64)
    return {reader.load<float>(address), reader.load<float>(address + 4)};
  return {reader.load<double>(address), reader.load<double>(address + 8)};
}

// internal/fmtsort: numbers and text by value, false before true, parts one after the other, nil
// first.
int compare(const Reader& reader, const check::Type& type, Address a, Address b) {
  TypeKind kind = type.underlying_kind();
  if (is_signed(kind))
    return order(signed_at(reader, type.size(), a), signed_at(reader, type.size(), b));
  if (kind == TypeKind::Float32)
    return order_of_floats(reader.load<float>(a), reader.load<float>(b));
  if (kind == TypeKind::Float64)
    return order_of_floats(reader.load<double>(a), reader.load<double>(b));
  if (kind == TypeKind::Complex64 || kind == TypeKind::Complex128) {
    const auto x = complex_at(reader, kind, a);
    const auto y = complex_at(reader, kind, b);
    int result = order_of_floats(x.real(), y.real());
    return result != 0 ? result : order_of_floats(x.imag(), y.imag());
  }
  if (kind == TypeKind::String) return reader.string_at(a).compare(reader.string_at(b));
  if (const auto* array = check::as<check::ArrayType>(type.underlying())) {
    int result = 0;
    uint64_t size = array->element()->size();
    for (uint64_t i = 0; i < array->length() && result == 0; ++i)
      result = compare(reader, *array->element(), a + i * size, b + i * size);
    return result;
  }
  if (const auto* structure = check::as<check::StructType>(type.underlying())) {
    int result = 0;
    for (size_t i = 0; i < structure->fields().size() && result == 0; ++i) {
      result = compare(reader, *structure->fields()[i].type, a + structure->offset(i),
                       b + structure->offset(i));
    }
    return result;
  }
  if (kind == TypeKind::Interface) {
    auto left = reader.load<Interface>(a);
    auto right = reader.load<Interface>(b);
    const check::Type* dynamic = reader.type_of(left);
    if (left.type != right.type || !dynamic)
      return order(memory::bits(left.type), memory::bits(right.type));
    bool direct = is_pointer_shaped(*dynamic);
    return compare(reader, *dynamic, direct ? a + 8 : left.data, direct ? b + 8 : right.data);
  }
  return order(unsigned_at(reader, type.size(), a), unsigned_at(reader, type.size(), b));
}

}  // namespace

void Printer::print_operand(Address address) {
  auto operand = reader_.load<Interface>(address);
  const check::Type* type = reader_.type_of(operand);
  if (!type) {
    bool fits = directive_.verb == 'T' || directive_.verb == 'v';
    if (fits) return add_padded(text_, directive_, "<nil>");
    text_ += "%!";
    append_rune(text_, static_cast<uint32_t>(directive_.verb));
    text_ += "(<nil>)";
    return;
  }
  if (directive_.verb == 'T') return add_text(text_, directive_, 's', type->text());
  Address data = is_pointer_shaped(*type) ? address + 8 : operand.data;
  if (type->text() == "reflect.Value") return print_reflected(data);
  if (directive_.verb == 'p') {
    bool has_address = is_pointer_shaped(*type) || type->underlying_kind() == TypeKind::Slice;
    if (!has_address || !pointer_number(*type, reader_.load<uint64_t>(data))) bad_verb(*type, data);
    return;
  }
  value(*type, data, {});
}

// A reflect.Value as an operand shows what it holds: its type, its address or word, its flags.
void Printer::print_reflected(Address address) {
  constexpr uint64_t kIndirect = 1;
  constexpr uint64_t kReadOnly = 4 | 16;
  const check::Type* type = reader_.program().type_at(reader_.load<Address>(address));
  if (!type) {
    text_ += "<invalid reflect.Value>";
    return;
  }
  auto flags = reader_.load<uint64_t>(address + 16);
  Address data = (flags & kIndirect) != 0 ? reader_.load<Address>(address + 8) : address + 8;
  value(*type, data, {.hidden = (flags & kReadOnly) != 0});
}

void Printer::value(const check::Type& type, Address address, const Where& where) {
  if (text_.size() > kMostText) return;
  if (where.depth > kMostDepth) {
    too_deep_ = true;
    return;
  }
  if (directive_.verb == 'w' && !erroring_)
    return bad_verb(type, address);  // only Errorf knows it, and of errors
  bool may_call = !where.hidden && !where.hidden_here && !erroring_;
  if (may_call && type.underlying_kind() != TypeKind::Interface && speaks(type, address)) return;
  plain_value(type, address, where);
}

// Whether the value prints itself; then that is done, or noted.
bool Printer::speaks(const check::Type& type, Address address) {
  check::TypeKind own = type.kind();
  if (own != TypeKind::Named && own != TypeKind::Pointer && own != TypeKind::Struct)
    return false;  // no methods
  const bytecode::Program& program = reader_.program();
  char32_t verb = directive_.verb;
  if (program.formats_itself(&type)) {
    // whatever the verb
  } else if (directive_.sharp_v) {
    if (program.text_method(&type, "GoString") < 0) return false;
  } else {
    bool wants_text = verb == 'v' || verb == 's' || verb == 'x' || verb == 'X' || verb == 'q';
    if (!wants_text ||
        (program.text_method(&type, "Error") < 0 && program.text_method(&type, "String") < 0))
      return false;
  }
  if (collects_) {
    speakers_.push_back({&type, address});
    return true;
  }
  if (told_next_ >= told_.size())
    return false;  // somebody only looks, or the value has changed between the passes
  const Told& told = told_[told_next_++];
  if (told.is_final) {
    text_ += told.text;
  } else if (directive_.sharp_v) {
    add_text(text_, directive_, 's', told.text);
  } else {
    add_string(text_, directive_, told.text);
  }
  return true;
}

void Printer::plain_value(const check::Type& type, Address address, const Where& where) {
  uint64_t size = type.size();
  TypeKind kind = type.underlying_kind();
  bool fits = true;
  if (kind == TypeKind::Bool) {
    fits = add_bool(text_, directive_, reader_.load<uint8_t>(address) != 0);
  } else if (is_signed(kind)) {
    fits = add_integer(text_, directive_, static_cast<uint64_t>(signed_at(reader_, size, address)),
                       true);
  } else if (is_unsigned(kind)) {
    fits = add_integer(text_, directive_, unsigned_at(reader_, size, address), false);
  } else if (kind == TypeKind::Float32) {
    fits = add_float(text_, directive_, static_cast<double>(reader_.load<float>(address)), 32);
  } else if (kind == TypeKind::Float64) {
    fits = add_float(text_, directive_, reader_.load<double>(address), 64);
  } else if (kind == TypeKind::Complex64 || kind == TypeKind::Complex128) {
    fits = add_complex(text_, directive_, complex_at(reader_, kind, address),
                       kind == TypeKind::Complex64 ? 32 : 64);
  } else if (kind == TypeKind::String) {
    std::string text = reader_.string_at(address);
    fits = add_string(text_, directive_, quotes_ ? quoted(text, false) : text);
  } else if (const auto* slice = check::as<check::SliceType>(type.underlying())) {
    auto data = reader_.load<Address>(address);
    list(type, *slice->element(), data, reader_.load<uint64_t>(address + 8), data == Address::Nil,
         where);
  } else if (const auto* array = check::as<check::ArrayType>(type.underlying())) {
    list(type, *array->element(), address, array->length(), false, where);
  } else if (const auto* fields = check::as<check::StructType>(type.underlying())) {
    structure(type, *fields, address, where);
  } else if (const auto* entries = check::as<check::MapType>(type.underlying())) {
    map(type, *entries, reader_.load<Address>(address), where);
  } else if (kind == TypeKind::Interface) {
    interface(type, address, where);
  } else if (is_pointer_shaped(type)) {
    pointer(type, address, where);
  } else {
    text_ += "?" + type.text() + "?";
  }
  if (!fits) bad_verb(type, address);
}

// Bytes under s, q, x, X are text.
bool Printer::byte_text(const check::Type& element, Address data, uint64_t count) {
  char32_t verb = directive_.verb;
  if (element.underlying_kind() != TypeKind::Uint8 ||
      (verb != 's' && verb != 'q' && verb != 'x' && verb != 'X'))
    return false;
  add_text(text_, directive_, verb, reader_.bytes(data, count));
  return true;
}

void Printer::list(const check::Type& type, const check::Type& element, Address data,
                   uint64_t count, bool is_nil, const Where& where) {
  if (byte_text(element, data, count)) return;
  if (directive_.sharp_v) {
    bool is_bytes =
        where.depth == 0 && type.kind() == TypeKind::Slice && element.kind() == TypeKind::Uint8;
    text_ += is_bytes ? "[]byte" : type.text();
    if (is_nil) {
      text_ += "(nil)";
      return;
    }
  }
  text_ += directive_.sharp_v ? "{" : "[";
  for (uint64_t i = 0; i < count && text_.size() < kMostText && !reader_.failure(); ++i) {
    separator(i == 0);
    value(element, data + i * element.size(), inside(where));
  }
  text_ += directive_.sharp_v ? "}" : "]";
}

void Printer::structure(const check::Type& type, const check::StructType& fields, Address address,
                        const Where& where) {
  if (directive_.sharp_v) text_ += type.text();
  text_ += "{";
  for (size_t i = 0; i < fields.fields().size(); ++i) {
    const check::Field& field = fields.fields()[i];
    separator(i == 0);
    if (directive_.plus_v || directive_.sharp_v) text_ += field.name + ":";
    Where part{where.depth + 1, where.hidden, false};
    if (!is_exported(field.name)) (field.embedded ? part.hidden_here : part.hidden) = true;
    value(*field.type, address + fields.offset(i), part);
  }
  text_ += "}";
}

void Printer::map(const check::Type& type, const check::MapType& map, Address hmap,
                  const Where& where) {
  struct Entry {
    Address key, elem;
  };
  if (directive_.sharp_v) text_ += type.text();
  if (directive_.sharp_v && hmap == Address::Nil) {
    text_ += "(nil)";
    return;
  }
  std::vector<Entry> entries;
  each_entry(reader_, map, hmap, [&](Address key, Address elem) {
    entries.push_back({key, elem});
  });
  bool has_writer =
      hmap != Address::Nil && (reader_.peek(hmap, gomap::Hmap::flags) & gomap::kHashWriting) != 0;
  saw_map_write_ = saw_map_write_ || (has_writer && reader_.peek(hmap, gomap::Hmap::count) != 0);
  std::stable_sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
    return compare(reader_, *map.key(), a.key, b.key) < 0;
  });
  text_ += directive_.sharp_v ? "{" : "map[";
  for (size_t i = 0; i < entries.size(); ++i) {
    separator(i == 0);
    value(*map.key(), entries[i].key, inside(where));
    text_ += ":";
    value(*map.element(), entries[i].elem, inside(where));
  }
  text_ += directive_.sharp_v ? "}" : "]";
}

void Printer::interface(const check::Type& type, Address address, const Where& where) {
  auto held = reader_.load<Interface>(address);
  const check::Type* dynamic = reader_.type_of(held);
  if (dynamic)
    return value(*dynamic, is_pointer_shaped(*dynamic) ? address + 8 : held.data, inside(where));
  text_ += directive_.sharp_v ? type.text() + "(nil)" : "<nil>";
}

// At the top, a pointer to something composed shows it; deeper ones are numbers, so that nothing
// goes round in circles.
void Printer::pointer(const check::Type& type, Address address, const Where& where) {
  auto bits = reader_.load<uint64_t>(address);
  if (const auto* to = check::as<check::PointerType>(type.underlying());
      to && where.depth == 0 && bits != 0) {
    TypeKind kind = to->element()->underlying_kind();
    if (kind == TypeKind::Array || kind == TypeKind::Slice || kind == TypeKind::Struct ||
        kind == TypeKind::Map) {
      text_ += "&";
      return value(*to->element(), Address{bits}, inside(where));
    }
  }
  if (!pointer_number(type, bits)) bad_verb(type, address);
}

// False when the verb does not fit.
bool Printer::pointer_number(const check::Type& type, uint64_t bits) {
  switch (directive_.verb) {
    case 'v':
      if (directive_.sharp_v) {
        text_ += "(" + type.text() + ")(";
        if (bits == 0) {
          text_ += "nil";
        } else {
          add_hexadecimal(text_, directive_, bits, true);
        }
        text_ += ")";
      } else if (bits == 0) {
        add_padded(text_, directive_, "<nil>");
      } else {
        add_hexadecimal(text_, directive_, bits, !directive_.sharp);
      }
      return true;
    case 'p':
      add_hexadecimal(text_, directive_, bits, !directive_.sharp);
      return true;
    case 'b':
    case 'o':
    case 'd':
    case 'x':
    case 'X':
      return add_integer(text_, directive_, bits, false);
    default:
      return false;
  }
}

// %!d(string=hi)
void Printer::bad_verb(const check::Type& type, Address address) {
  char32_t verb = directive_.verb;
  bool outer = std::exchange(erroring_, true);
  text_ += "%!";
  append_rune(text_, static_cast<uint32_t>(verb));
  text_ += "(" + type.text() + "=";
  directive_.verb = 'v';
  plain_value(type, address, {});
  directive_.verb = verb;
  text_ += ")";
  erroring_ = outer;
}

}  // namespace hmaplab::vm
