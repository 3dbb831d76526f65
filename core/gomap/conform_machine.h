// Machine: one map in one memory, driven by the words of vector files. A Call is one operation on
// it: it is begun, advanced until it has returned, and finished: only then is the elem stored or
// loaded, as compiled Go does.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>

#include "core/base/hash.h"
#include "core/gomap/conform_state.h"
#include "core/gomap/gomap.h"

namespace hmaplab::gomap {

// len(m): a nil test, then a plain load of count.
template <class Pointer>
struct Length : Resumable {
  Pointer hmap{};
  int64_t count = 0;

  template <class F>
  void visit(F&& field) const {
    visit_resumable(field);
    field(hmap);
  }
  template <class Memory>
  Progress advance(Memory& memory) {
    if (hmap != Pointer{}) count = memory.load(hmap, Hmap::count);
    return done();
  }
};

template <class Pointer>
struct Call {
  std::variant<Length<Pointer>, MakeMap<Pointer>, Access<Pointer>, Assign<Pointer>, Delete<Pointer>,
               Clear<Pointer>, Clone<Pointer>, IterateInit<Pointer>, IterateNext<Pointer>>
      operation;
  std::string value;  // of an assignment

  template <class Operation>
  const Operation& as() const {
    return std::get<Operation>(operation);
  }
  template <class Memory>
  Progress advance(Memory& memory) {
    return std::visit([&](auto& op) { return op.advance(memory); }, operation);
  }
  // A hash of the operation alone, as a World takes it.
  base::Hash128 hash() const {
    base::Hasher hasher;
    std::visit(
        [&](const auto& op) {
          op.visit([&](auto word) {
            if constexpr (std::is_pointer_v<decltype(word)>) {
              hasher.add(reinterpret_cast<uintptr_t>(word));
            } else {
              hasher.add(static_cast<uint64_t>(word));
            }
          });
        },
        operation);
    return hasher.finish();
  }
  memory::Point point() const {
    return std::visit([](const auto& op) { return op.point; }, operation);
  }
  // "" after a good end; else Go's text.
  std::string error() const {
    return std::visit(
        [](const auto& op) {
          std::string text{gomap::text(op.failure)};
          if (op.failure == Failure::UnhashableType) text += unhashable_name(op.offender);
          return text;
        },
        operation);
  }
};

using KeyAndElem = std::optional<std::pair<std::string, std::string>>;

template <class Memory>
class Machine {
 public:
  using Pointer = typename Memory::Pointer;

  // A memory that has to know the types of the map is made with both.
  Machine(const MapType& type, TokenMapType tokens)
      : memory_(make_memory(type, tokens)), type_(type), tokens_(tokens) {
    keys().key_type = tokens.key;
  }

  Memory& memory() { return memory_; }
  const Memory& memory() const { return memory_; }
  ScriptedKeys& keys() { return memory_.keys(); }
  const MapType& type() const { return type_; }
  Pointer hmap() const { return hmap_; }
  void set_hmap(Pointer hmap) {
    hmap_ = hmap;
    generations_.clear();
    observe();
  }
  Inspector<Memory> inspect() const { return {memory_, type_, hmap_}; }
  const TokenMapType& tokens() const { return tokens_; }
  StateText state() const { return writer().write(); }
  StateHeader state_header() const { return writer().header(); }

  // Calls.
  Call<Pointer> length() { return {Length<Pointer>{{}, hmap_, 0}, ""}; }
  Call<Pointer> make(MakeVia via, int64_t hint) {
    return {MakeMap<Pointer>::of(&type_, via, hint), ""};
  }
  Call<Pointer> get(std::string_view key) {
    return {Access<Pointer>::of(&type_, hmap_, frame(*tokens_.key, key)), ""};
  }
  Call<Pointer> set(std::string_view key, std::string value) {
    return {Assign<Pointer>::of(&type_, hmap_, frame(*tokens_.key, key)), std::move(value)};
  }
  Call<Pointer> remove(std::string_view key) {
    return {Delete<Pointer>::of(&type_, hmap_, frame(*tokens_.key, key)), ""};
  }
  Call<Pointer> clear() { return {Clear<Pointer>::of(&type_, hmap_), ""}; }
  Call<Pointer> clone() { return {Clone<Pointer>::of(&type_, hmap_), ""}; }
  Call<Pointer> iterate(Pointer iterator) {
    return {IterateInit<Pointer>::of(&type_, hmap_, iterator), ""};
  }
  Call<Pointer> next(Pointer iterator) { return {IterateNext<Pointer>::of(&type_, iterator), ""}; }
  Pointer new_iterator() { return memory_.allocate(Allocation::ElemObject, Hiter::kSize, type_); }

  // One step. A memory may want to know which point it serves.
  Progress advance(Call<Pointer>& call) {
    if constexpr (requires { memory_.at_point(call.point()); }) memory_.at_point(call.point());
    return call.advance(memory_);
  }
  // Advances to the end. A stepping memory must see exactly one access for each point; and between
  // two stores no two states of the operation are alike, or it would run in circles: so nothing is
  // missing in visit().
  Progress run(Call<Pointer>& call) {
    std::set<base::Hash128> states;
    uint64_t stores = 0;
    for (bool first = true;; first = false) {
      const uint64_t before = accesses();
      const Progress progress = advance(call);
      if (Memory::kStops && !std::holds_alternative<Length<Pointer>>(call.operation)) {
        if (accesses() - before != (first ? 0u : 1u)) {
          keys().complain(fmt::format("{} accesses before the point {}", accesses() - before,
                                      memory::name(call.point())));
        }
      }
      if (progress != Progress::AtPoint) return progress;
      if constexpr (Memory::kStops) {
        if (memory_.stores() != stores) states.clear();
        stores = memory_.stores();
        if (!states.insert(call.hash()).second) {
          keys().complain(fmt::format("two states alike at {}", memory::name(call.point())));
        }
      }
    }
  }

  // After Done.
  void store_elem(const Call<Pointer>& call) {
    write_token(memory_, *tokens_.elem, call.value, call.template as<Assign<Pointer>>().elem);
  }
  std::optional<std::string> load_elem(const Call<Pointer>& call) const {
    const auto& access = call.template as<Access<Pointer>>();
    if (!access.found) return std::nullopt;
    return read_token(memory_, *tokens_.elem, access.elem);
  }
  // The elem's pointer is nil although the operation is fine: a racing delete of a big elem. The
  // caller panics.
  static bool elem_is_gone(const Call<Pointer>& call) {
    if (const auto* access = std::get_if<Access<Pointer>>(&call.operation)) {
      return access->found && access->elem == Pointer{};
    }
    if (const auto* assign = std::get_if<Assign<Pointer>>(&call.operation)) {
      return assign->elem == Pointer{};
    }
    return false;
  }
  KeyAndElem load_entry(Pointer iterator) const {
    const Pointer key = memory_.peek(iterator, Hiter::key);
    if (key == Pointer{}) return std::nullopt;
    return std::pair{read_token(memory_, *tokens_.key, key),
                     read_token(memory_, *tokens_.elem, memory_.peek(iterator, Hiter::elem))};
  }

  // Bucket arrays are numbered in the order in which they became the current one.
  void observe() {
    if (hmap_ == Pointer{}) return;
    const Pointer buckets = memory_.peek(hmap_, Hmap::buckets);
    if (buckets != Pointer{}) generations_.try_emplace(buckets, generations_.size());
  }
  int64_t generation(Pointer buckets) const {
    const auto found = generations_.find(buckets);
    return found == generations_.end() ? -1 : static_cast<int64_t>(found->second);
  }

 private:
  Pointer frame(const TokenType& type, std::string_view token) {
    const Pointer place = memory_.allocate(Allocation::KeyObject, type.size, type_);
    write_token(memory_, type, token, place);
    return place;
  }
  static Memory make_memory(const MapType& type, TokenMapType tokens) {
    if constexpr (std::is_constructible_v<Memory, const MapType&, TokenMapType>) {
      return Memory(type, tokens);
    } else {
      return Memory{};
    }
  }
  StateWriter<Memory> writer() const { return {memory_, type_, tokens_, hmap_}; }
  uint64_t accesses() const {
    if constexpr (Memory::kStops) return memory_.accesses();
    return 0;
  }

  Memory memory_;
  MapType type_;
  TokenMapType tokens_;
  Pointer hmap_{};
  std::map<Pointer, size_t> generations_;
};

}  // namespace hmaplab::gomap
