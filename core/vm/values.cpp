#include "core/vm/values.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstring>

#include "core/bytecode/call_layout.h"

namespace hmaplab::vm {

using check::TypeKind;

namespace {

constexpr uint64_t kMostLookedAt = 1 << 20;

// Whether [offset, offset+size) lies within the first `limit` bytes.
bool fits(uint64_t offset, uint64_t size, uint64_t limit) {
  return offset <= limit && size <= limit - offset;
}

}  // namespace

bool Reader::read(Address address, void* to, size_t size) const {
  if (base::is_stack(address)) {
    uint64_t offset = memory::bits(address) - base::kStackBegin;
    if (goroutine_ && fits(offset, size, goroutine_->stack.size())) {
      std::memcpy(to, goroutine_->stack.data() + offset, size);
      return true;
    }
  } else if (nowhere_ && address >= kNowhere) {
    uint64_t offset = address - kNowhere;
    if (fits(offset, size, nowhere_size_)) {
      std::memcpy(to, nowhere_ + offset, size);
      return true;
    }
  } else if (world_.read(address, to, size)) {
    if (watched_) watched_->push_back({address, size});
    if (goroutine_ && !goroutine_->store_buffer.empty())
      goroutine_->store_buffer.overlay(address, to, size);
    return true;
  }
  fail(address + world_.heap().bytes_from(address));
  return false;
}

bool Reader::readable(Address address, uint64_t size) const {
  if (base::is_stack(address)) {
    return goroutine_ &&
           fits(memory::bits(address) - base::kStackBegin, size, goroutine_->stack.size());
  }
  if (nowhere_ && address >= kNowhere) return fits(address - kNowhere, size, nowhere_size_);
  if (base::is_immutable(address)) return program().constant_bytes(address, size) != nullptr;
  return size == 0 || world_.heap().contains(address, size);
}

bool Reader::equal_bytes(Address a, Address b, uint64_t size) const {
  std::array<std::byte, 256> left;
  std::array<std::byte, 256> right;
  for (uint64_t at = 0; at < size; at += left.size()) {
    const uint64_t part = std::min<uint64_t>(left.size(), size - at);
    if (!read(a + at, left.data(), part) || !read(b + at, right.data(), part)) return false;
    if (std::memcmp(left.data(), right.data(), part) != 0) return false;
  }
  return true;
}

std::string Reader::bytes(Address data, uint64_t length) const {
  uint64_t wanted = goroutine_ ? length : std::min(length, kMostLookedAt);
  if (wanted == 0) return {};
  if (!readable(data, wanted)) {
    fail(data + world_.heap().bytes_from(data));
    return {};
  }
  std::string text(wanted, '\0');
  read(data, text.data(), text.size());
  return text;
}

const check::Type* Reader::type_of(const Interface& value) const {
  if (value.type == Address::Nil) return nullptr;
  const check::Type* type = program().type_at(value.type);
  if (!type) fail(value.type);
  return type;
}

std::string Reader::string_at(Address address) const {
  return bytes(load<Address>(address), load<uint64_t>(address + 8));
}

bool is_pointer_shaped(const check::Type& type) {
  switch (type.underlying_kind()) {
    case TypeKind::Pointer:
    case TypeKind::Map:
    case TypeKind::Channel:
    case TypeKind::Function:
    case TypeKind::UnsafePointer:
      return true;
    default:
      return false;
  }
}

namespace {

uint64_t hash_bytes(const Reader& reader, Address address, uint64_t size, uint64_t seed) {
  uint64_t hash = mix_into(seed, size);
  if (!reader.readable(address, size)) {
    reader.fail(address + reader.world().heap().bytes_from(address));
    return hash;
  }
  std::array<std::byte, 256> bytes;
  for (uint64_t at = 0; at < size; at += bytes.size()) {
    const uint64_t part = std::min<uint64_t>(bytes.size(), size - at);
    reader.read(address + at, bytes.data(), part);
    hash = mix_bytes(hash, bytes.data(), part);
  }
  return hash;
}

double float_at(const Reader& reader, const check::Type& type, Address address) {
  return type.underlying_kind() == TypeKind::Float32 ? reader.load<float>(address)
                                                     : reader.load<double>(address);
}

// The real (0) or the imaginary part of a complex number.
double part_at(const Reader& reader, const check::Type& complex, Address address, uint64_t part) {
  return complex.underlying_kind() == TypeKind::Complex64
             ? static_cast<double>(reader.load<float>(address + 4 * part))
             : reader.load<double>(address + 8 * part);
}

uint64_t hash_float(double value, uint64_t seed, base::RandomStream& random) {
  if (std::isnan(value)) return mix_into(seed, random.next());
  return mix_into(seed, value == 0 ? 0 : std::bit_cast<uint64_t>(value));
}

// Calls visit(type, offset, whether == looks at it) for each part of an array or struct until it
// answers false.
template <class Visit>
bool each_part(const check::Type& type, Visit&& visit) {
  if (const auto* array = check::as<check::ArrayType>(type.underlying())) {
    for (uint64_t i = 0; i < array->length(); ++i) {
      if (!visit(*array->element(), i * array->element()->size(), true)) return false;
    }
    return true;
  }
  const auto* structure = check::as<check::StructType>(type.underlying());
  INVARIANT(structure != nullptr, "a type without parts: " + type.text());
  for (size_t i = 0; i < structure->fields().size(); ++i) {
    const check::Field& field = structure->fields()[i];
    if (!visit(*field.type, structure->offset(i), field.name != "_")) return false;
  }
  return true;
}

}  // namespace

gomap::KeyAnswer hash_value(const Reader& reader, const check::Type& type, Address address,
                            uint64_t seed, base::RandomStream& random) {
  switch (type.underlying_kind()) {
    case TypeKind::String: {
      uint64_t length = reader.load<uint64_t>(address + 8);
      return {.value = hash_bytes(reader, reader.load<Address>(address), length, seed)};
    }
    case TypeKind::Float32:
    case TypeKind::Float64:
      return {.value = hash_float(float_at(reader, type, address), seed, random)};
    case TypeKind::Complex64:
    case TypeKind::Complex128: {
      const uint64_t hash = hash_float(part_at(reader, type, address, 0), seed, random);
      return {.value = hash_float(part_at(reader, type, address, 1), hash, random)};
    }
    case TypeKind::Interface: {
      auto value = reader.load<Interface>(address);
      const check::Type* dynamic = reader.type_of(value);
      if (!dynamic) return {.value = mix_into(seed, 0)};
      if (!dynamic->is_comparable()) return {.possible = false, .offender = dynamic->id()};
      Address data = is_pointer_shaped(*dynamic) ? address + 8 : value.data;
      return hash_value(reader, *dynamic, data, mix_into(seed, memory::bits(value.type)), random);
    }
    case TypeKind::Array:
    case TypeKind::Struct: {
      if (type.is_plain_memory()) return {.value = hash_bytes(reader, address, type.size(), seed)};
      gomap::KeyAnswer answer{.value = mix_into(seed, type.size())};
      each_part(type, [&](const check::Type& part, uint64_t offset, bool counts) {
        if (counts) answer = hash_value(reader, part, address + offset, answer.value, random);
        return answer.possible;
      });
      return answer;
    }
    case TypeKind::Slice:
    case TypeKind::Map:
    case TypeKind::Function:
      return {.possible = false, .offender = type.id()};
    default:
      return {.value = hash_bytes(reader, address, type.size(), seed)};
  }
}

gomap::KeyAnswer equal_values(const Reader& reader, const check::Type& type, Address a, Address b) {
  switch (type.underlying_kind()) {
    case TypeKind::String: {
      uint64_t length = reader.load<uint64_t>(a + 8);
      if (length != reader.load<uint64_t>(b + 8)) return {.value = 0};
      return {.value =
                  reader.equal_bytes(reader.load<Address>(a), reader.load<Address>(b), length)};
    }
    case TypeKind::Float32:
    case TypeKind::Float64:
      return {.value = float_at(reader, type, a) == float_at(reader, type, b)};
    case TypeKind::Complex64:
    case TypeKind::Complex128:
      return {.value = part_at(reader, type, a, 0) == part_at(reader, type, b, 0) &&
                       part_at(reader, type, a, 1) == part_at(reader, type, b, 1)};
    case TypeKind::Interface: {
      auto left = reader.load<Interface>(a);
      auto right = reader.load<Interface>(b);
      if (left.type != right.type) return {.value = 0};
      const check::Type* dynamic = reader.type_of(left);
      if (!dynamic) return {.value = 1};
      if (!dynamic->is_comparable()) return {.possible = false, .offender = dynamic->id()};
      if (is_pointer_shaped(*dynamic)) return {.value = left.data == right.data};
      return equal_values(reader, *dynamic, left.data, right.data);
    }
    case TypeKind::Array:
    case TypeKind::Struct: {
      gomap::KeyAnswer answer{.value = 1};
      each_part(type, [&](const check::Type& part, uint64_t offset, bool counts) {
        if (counts) answer = equal_values(reader, part, a + offset, b + offset);
        return answer.possible && answer.value != 0;
      });
      return answer;
    }
    case TypeKind::Slice:
    case TypeKind::Map:
    case TypeKind::Function:
      return {.possible = false, .offender = type.id()};
    default: {
      uint64_t left = 0;
      uint64_t right = 0;
      reader.read(a, &left, std::min<uint64_t>(8, type.size()));
      reader.read(b, &right, std::min<uint64_t>(8, type.size()));
      return {.value = left == right};
    }
  }
}

gomap::KeyAnswer check_key(const Reader& reader, const check::Type& type, Address address) {
  base::RandomStream unused;
  return hash_value(reader, type, address, 0, unused);
}

}  // namespace hmaplab::vm
