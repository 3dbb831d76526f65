// ScriptedKeys: hash, equality and random bits as a vector file says: hashes come from a queue and
// each call must be for the key that stands there, random draws likewise. Whatever goes wrong is
// kept in `problem`. read_token and write_token move tokens between text and any memory of the
// engine.
#pragma once

#include <fmt/format.h>

#include <array>
#include <cstring>
#include <deque>
#include <functional>
#include <string>

#include "core/base/random.h"
#include "core/gomap/conform_json.h"
#include "core/gomap/conform_token.h"
#include "core/gomap/memory_policy.h"

namespace hmaplab::gomap {

// Text in memory: an object of length and bytes; the address of the bytes.
template <class Memory>
typename Memory::Pointer write_text(Memory& memory, std::string_view text) {
  static const MapType no_type;
  const auto place = memory.allocate(Allocation::KeyObject, 8 + text.size(), no_type);
  const uint64_t length = text.size();
  memory.poke_bytes(place, &length, 8);
  if (!text.empty()) memory.poke_bytes(place + 8, text.data(), text.size());
  return place + 8;
}

template <class Memory>
std::string read_text(const Memory& memory, typename Memory::Pointer bytes, uint64_t length) {
  std::string text(length, ' ');
  if (length != 0) memory.peek_bytes(text.data(), bytes, length);
  return text;
}

template <class Memory>
void write_token(Memory& memory, const TokenType& type, std::string_view token,
                 typename Memory::Pointer to) {
  const std::array<std::byte, 256> zeros{};
  if (type.size != 0) memory.poke_bytes(to, zeros.data(), type.size);
  const auto parts = split_token(type, token);
  for (size_t i = 0; i < parts.size(); ++i) {
    const Leaf& leaf = type.leaves[i];
    if (leaf.kind == LeafKind::String || leaf.kind == LeafKind::Interface) {
      const bool is_string = leaf.kind == LeafKind::String;
      const std::string_view text = is_string ? parts[i].substr(1) : parts[i];
      if (is_string ? text.empty() : text == "n") continue;
      const auto bytes = write_text(memory, text);
      const uint64_t length = text.size();
      memory.poke_bytes(to + leaf.offset, &bytes, 8);
      memory.poke_bytes(to + leaf.offset + 8, &length, 8);
      continue;
    }
    const uint64_t bits = leaf_bits(leaf.kind, parts[i]);
    for (uint32_t copy = 0; copy < leaf.copies; ++copy) {
      memory.poke_bytes(to + leaf.offset + copy * leaf.size, &bits, leaf.size);
    }
  }
}

template <class Memory>
std::string read_token(const Memory& memory, const TokenType& type, typename Memory::Pointer from) {
  std::string token{type.prefix};
  for (size_t i = 0; i < type.leaves.size(); ++i) {
    const Leaf& leaf = type.leaves[i];
    if (i > 0) token += ',';
    if (leaf.kind == LeafKind::String || leaf.kind == LeafKind::Interface) {
      const auto bytes = memory.peek(from + leaf.offset, Field<memory::Pointer>{0, "data"});
      const auto length = memory.peek(from + leaf.offset, Field<uint64_t>{8, "length"});
      const bool is_string = leaf.kind == LeafKind::String;
      if (is_string) token += 's';
      if (!is_string && length == 0) token += 'n';
      token += read_text(memory, bytes, length);
      continue;
    }
    uint64_t bits = 0;
    memory.peek_bytes(&bits, from + leaf.offset, leaf.size);
    token += leaf_text(leaf.kind, leaf.size, bits);
    for (uint32_t copy = 1; copy < leaf.copies; ++copy) {
      uint64_t other = 0;
      memory.peek_bytes(&other, from + leaf.offset + copy * leaf.size, leaf.size);
      if (other != bits) token += "~";  // a torn elem: no vector has it
    }
  }
  return token += type.suffix;
}

struct HashCall {
  std::string key;
  uint64_t hash = 0;
};
// One call that the map code made: of the hasher (a key), or of the equality function (two).
struct KeyCall {
  enum class Kind : uint8_t { Hash, Equal } kind;
  std::string a;
  std::string b;
  uint64_t value = 0;
};

struct ScriptedKeys {
  const TokenType* key_type = nullptr;
  std::deque<HashCall> hashes;  // the calls to come
  std::deque<uint64_t> randoms;
  // If set: computes instead of asking the queues (synthetic hashers; faults).
  std::function<uint64_t(std::string_view key, uint32_t seed)> compute_hash;
  std::function<uint64_t()> compute_random;
  std::string problem;  // the first thing that went wrong

  std::vector<KeyCall> calls;  // what has been called; kept only if keeps_calls (schedules)
  bool keeps_calls = false;

  template <class Memory>
  KeyAnswer hash(Memory& memory, const MapType&, typename Memory::Pointer key, uint32_t seed) {
    const std::string token = read_token(memory, *key_type, key);
    if (const auto type = unhashable(token)) return {.possible = false, .offender = *type};
    const uint64_t value = answer(token, seed);
    if (keeps_calls) calls.push_back({KeyCall::Kind::Hash, token, "", value});
    return {.value = value};
  }
  template <class Memory>
  KeyAnswer equal(Memory& memory, const MapType&, typename Memory::Pointer a,
                  typename Memory::Pointer b) {
    const std::string left = read_token(memory, *key_type, a);
    const std::string right = read_token(memory, *key_type, b);
    const bool same = equal_tokens(*key_type, left, right);
    if (keeps_calls) calls.push_back({KeyCall::Kind::Equal, left, right, same ? uint64_t{1} : 0});
    return {.value = same ? uint64_t{1} : 0};
  }
  template <class Memory>
  KeyAnswer check(Memory& memory, const MapType&, typename Memory::Pointer key) {
    const auto type = unhashable(read_token(memory, *key_type, key));
    return {.possible = !type.has_value(), .offender = type.value_or(0)};
  }
  uint64_t random() {
    if (compute_random) return compute_random();
    if (randoms.empty()) {
      complain("a random number was drawn where Go draws none");
      return 0;
    }
    const uint64_t value = randoms.front();
    randoms.pop_front();
    return value;
  }

  // Throws what has gone wrong, if anything has.
  void expect_quiet() const {
    if (!problem.empty()) throw Difference{"calls", "those of Go", problem};
  }
  void complain(std::string text) {
    if (problem.empty()) problem = std::move(text);
  }

 private:
  uint64_t answer(const std::string& token, uint32_t seed) {
    if (compute_hash) return compute_hash(token, seed);
    if (hashes.empty()) {
      complain(fmt::format("the hasher was called for {} where Go does not hash", token));
      return 0;
    }
    const HashCall next = hashes.front();
    hashes.pop_front();
    if (next.key != token) {
      complain(fmt::format("the hasher was called for {}, Go hashes {}", token, next.key));
    }
    return next.hash;
  }
};

}  // namespace hmaplab::gomap
