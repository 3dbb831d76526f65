// Map: Go's hash map for C++ users, with the manners of a standard container. It runs the same
// operations that a World steps through (assign.h, access.h, delete.h, iterate.h, …) in direct
// memory.
//
//   hmaplab::gomap::Map<std::string, int> words;
//   ++words["map"];
//   for (auto [word, count] : words) …
//
// Key, Elem  any type whose move constructor and destructor do not throw; Elem may be move-only.
// Hash       hash(key) of 32 or 64 bits; the map mixes it with a seed (key_hash.h).
// Equal      an equivalence, but that a floating-point NaN equals nothing, as in Go: each insertion
//            of a NaN makes an entry that only iteration finds.
// If both have a member type is_transparent (those for strings have), find, contains, count, at,
// erase, operator[], try_emplace and insert_or_assign take whatever they accept, and make a Key
// only for a new entry.
//
// Cost. find, insert and erase: constant time in the mean, by key length for strings. Growth is
// spread: an insertion or erasure in a growing map moves at most two old buckets, and the array is
// allocated by the insertion that begins the growth. The table never shrinks. clear and iteration:
// linear in the number of buckets. begin: constant in the mean of a map that is not nearly empty.
//
// What stays valid:
//   references and pointers to an elem, and to a trivially copyable key of up to 128 bytes, last
//     until the next insertion or erasure (either may move entries of a growing map); without any,
//     for ever. Other keys, and elems above 128 bytes, never move;
//   iterators that are under way (from begin, or advanced) survive insertion, erasure and clear.
//     After one of these an iterator may be advanced, assigned and destroyed, but not dereferenced;
//   iterators from find, insert, … are like references until their first ++.
// What iteration promises is what Go promises: each entry that is there from the beginning to the
// end is given once; one that is erased before it is reached is not given; one that is inserted
// meanwhile may be given or not. The order is arbitrary; it stays the same while the map does, and
// differs with the seed.
//
// An iterator may outlive its map, if only to be destroyed or assigned to.
//
// Exceptions. If the hash, the equality, or making a key or elem throws, the map holds what it
// held. What the engine notices of a misuse, and running out of memory for buckets, is thrown as
// base::InvariantFailure, with Go's own words; the map is then good for nothing any more.
//
// Threads. As a standard container, except that begin, and the ++ and destruction of iterators,
// count as changes.
#pragma once

#include <initializer_list>
#include <stdexcept>
#include <tuple>
#include <type_traits>
#include <utility>

#include "core/gomap/inspect.h"
#include "core/gomap/map_iterator.h"

namespace hmaplab::gomap {

struct MapOptions {
  size_t hint = 0;             // how many entries are expected: make(map[K]V, hint)
  uint64_t seed = 1;           // of hash0 and of the order of iteration
  BucketPool* pool = nullptr;  // where bucket arrays come from and go to; outlives the map
};

template <class Key, class Elem, class Hash = KeyHash<Key>, class Equal = KeyEqual<Key>>
class Map {
  using Table = TypedMap<Key, Elem, Hash, Equal>;
  using Memory = typename Table::Memory;

 public:
  using key_type = Key;
  using mapped_type = Elem;
  using value_type = std::pair<const Key, Elem>;
  using size_type = size_t;
  using difference_type = std::ptrdiff_t;
  using hasher = Hash;
  using key_equal = Equal;
  using iterator = MapIterator<Memory, Key, Elem>;
  using const_iterator = MapIterator<Memory, Key, const Elem>;
  using reference = typename iterator::reference;
  using const_reference = typename const_iterator::reference;

  // Nothing is allocated before the first insertion.
  Map() noexcept = default;
  explicit Map(size_t hint) : Map(MapOptions{.hint = hint}) {}
  explicit Map(const MapOptions& options, Hash hash = {}, Equal equal = {}) : options_(options) {
    table_.make(static_cast<int64_t>(options.hint), options.seed, options.pool, std::move(hash),
                std::move(equal));
  }
  template <std::input_iterator Iterator>
  Map(Iterator first, Iterator last) {
    insert(first, last);
  }
  Map(std::initializer_list<value_type> entries) : Map(entries.size()) {
    insert(entries.begin(), entries.end());
  }
  Map(const Map& other) : options_(other.options_) {
    const Memory* memory = other.table_.memory();
    if (memory == nullptr) return;
    table_.make(static_cast<int64_t>(other.size()), options_.seed, options_.pool,
                memory->hash_function(), memory->key_equal());
    for (const auto& [key, elem] : other) try_emplace(key, elem);
  }
  Map(Map&& other) noexcept = default;
  Map& operator=(const Map& other) {
    Map copy(other);
    swap(copy);
    return *this;
  }
  Map& operator=(Map&& other) noexcept = default;
  Map& operator=(std::initializer_list<value_type> entries) {
    Map made(entries);
    swap(made);
    return *this;
  }
  void swap(Map& other) noexcept {
    std::swap(table_, other.table_);
    std::swap(options_, other.options_);
  }
  friend void swap(Map& a, Map& b) noexcept { a.swap(b); }

  size_t size() const { return table_.size(); }
  [[nodiscard]] bool empty() const { return size() == 0; }
  // Room for so many entries without growing, if the map is still empty; else nothing happens.
  void reserve(size_t entries) {
    if (!empty() || entries <= 8) return;
    Map roomy = with_hint(entries);
    swap(roomy);
  }
  void clear() { table_.clear(); }

  iterator begin() { return loop<iterator>(); }
  const_iterator begin() const { return loop<const_iterator>(); }
  const_iterator cbegin() const { return begin(); }
  iterator end() { return {}; }
  const_iterator end() const { return {}; }
  const_iterator cend() const { return {}; }

  // Lookup. Asked: Key, or whatever Hash and Equal accept if they are transparent.
  iterator find(const Key& key) { return found<iterator>(key); }
  const_iterator find(const Key& key) const { return found<const_iterator>(key); }
  bool contains(const Key& key) const { return table_.find(key).key != nullptr; }
  size_t count(const Key& key) const { return contains(key) ? 1 : 0; }
  Elem& at(const Key& key) { return present(key); }  // throws std::out_of_range
  const Elem& at(const Key& key) const { return present(key); }
  template <class Asked>
  static constexpr bool kHeterogeneous =
      Transparent<Hash>&& Transparent<Equal> && !std::is_same_v<std::remove_cvref_t<Asked>, Key> &&
      !std::is_same_v<std::remove_cvref_t<Asked>, iterator> &&
      !std::is_same_v<std::remove_cvref_t<Asked>, const_iterator> &&
      std::is_invocable_v<const Hash&, const Asked&>;
  template <class Asked>
  requires kHeterogeneous<Asked> iterator find(const Asked& key) { return found<iterator>(key); }
  template <class Asked>
  requires kHeterogeneous<Asked> const_iterator find(const Asked& key)
  const { return found<const_iterator>(key); }
  template <class Asked>
  requires kHeterogeneous<Asked>
  bool contains(const Asked& key) const { return table_.find(key).key != nullptr; }
  template <class Asked>
  requires kHeterogeneous<Asked> size_t count(const Asked& key)
  const { return contains(key) ? 1 : 0; }
  template <class Asked>
  requires kHeterogeneous<Asked> Elem& at(const Asked& key) { return present(key); }
  template <class Asked>
  requires kHeterogeneous<Asked>
  const Elem& at(const Asked& key) const { return present(key); }

  // Insertion. The bool: is the entry new?
  Elem& operator[](const Key& key) { return *emplace(key).first.elem; }
  Elem& operator[](Key&& key) { return *emplace(std::move(key)).first.elem; }
  template <class Asked>
  requires kHeterogeneous<Asked> Elem& operator[](Asked&& key) {
    return *emplace(std::forward<Asked>(key)).first.elem;
  }
  template <class... Arguments>
  std::pair<iterator, bool> try_emplace(const Key& key, Arguments&&... arguments) {
    return as_iterator(emplace(key, std::forward<Arguments>(arguments)...));
  }
  template <class... Arguments>
  std::pair<iterator, bool> try_emplace(Key&& key, Arguments&&... arguments) {
    return as_iterator(emplace(std::move(key), std::forward<Arguments>(arguments)...));
  }
  template <class Asked, class... Arguments>
  requires kHeterogeneous<Asked> std::pair<iterator, bool> try_emplace(Asked&& key,
                                                                       Arguments&&... arguments) {
    return as_iterator(emplace(std::forward<Asked>(key), std::forward<Arguments>(arguments)...));
  }
  std::pair<iterator, bool> insert(const value_type& entry) {
    return try_emplace(entry.first, entry.second);
  }
  std::pair<iterator, bool> insert(value_type&& entry) {
    return try_emplace(entry.first, std::move(entry.second));
  }
  template <class First, class Second>
  std::pair<iterator, bool> insert(std::pair<First, Second>&& entry) {
    return as_iterator(
        emplace_asked(std::forward<First>(entry.first), std::forward<Second>(entry.second)));
  }
  template <std::input_iterator Iterator>
  void insert(Iterator first, Iterator last) {
    for (; first != last; ++first) {
      auto&& [key, elem] = *first;
      try_emplace(key, elem);
    }
  }
  void insert(std::initializer_list<value_type> entries) { insert(entries.begin(), entries.end()); }
  template <class Asked, class Given>
  std::pair<iterator, bool> insert_or_assign(Asked&& key, Given&& elem) {
    auto placed = emplace_asked(std::forward<Asked>(key), std::forward<Given>(elem));
    if (!placed.second) *placed.first.elem = std::forward<Given>(elem);
    return as_iterator(placed);
  }

  // How many entries went: 0 or 1.
  size_t erase(const Key& key) { return table_.memory() != nullptr && table_.remove(key) ? 1 : 0; }
  template <class Asked>
  requires kHeterogeneous<Asked> size_t erase(const Asked& asked) {
    const auto entry = table_.find(asked);
    return entry.key == nullptr ? 0 : erase_entry(*entry.key);
  }
  // The entry at `at`, at which the map must not have changed since; gives the entry behind it.
  iterator erase(iterator at) {
    const Key& key = at->first;
    iterator next = at;
    ++next;
    erase_entry(key);
    return next;
  }

  hasher hash_function() const {
    return table_.memory() ? table_.memory()->hash_function() : Hash{};
  }
  key_equal key_eq() const { return table_.memory() ? table_.memory()->key_equal() : Equal{}; }

  // Looks at header, buckets and chains without touching them. Only for a map that has ever held an
  // entry or been given options; until the next change.
  Inspector<NativeAccess> inspect() const {
    INVARIANT(table_.memory() != nullptr, "a nil map has nothing to inspect");
    return {*table_.memory(), Memory::kType, table_.memory()->hmap()};
  }

 private:
  using Found = typename Table::Entry;
  using Emplaced = std::pair<Found, bool>;
  friend struct EntryAccess;

  template <class Iterator>
  Iterator loop() const {
    return empty() ? Iterator{} : Iterator{table_.memory()};
  }
  template <class Iterator, class Asked>
  Iterator found(const Asked& key) const {
    const Found entry = table_.find(key);
    return {table_.memory(), entry.key, entry.elem};
  }
  template <class Asked>
  Elem& present(const Asked& key) const {
    const Found entry = table_.find(key);
    if (entry.key == nullptr) throw std::out_of_range("hmaplab::gomap::Map::at: no such key");
    return *entry.elem;
  }
  std::pair<iterator, bool> as_iterator(const Emplaced& emplaced) {
    return {{table_.memory(), emplaced.first.key, emplaced.first.elem}, emplaced.second};
  }
  Map with_hint(size_t hint) const {
    MapOptions options = options_;
    options.hint = hint;
    return Map(options, hash_function(), key_eq());
  }
  void make_if_nil() {
    if (table_.memory() != nullptr) return;
    if constexpr (std::is_default_constructible_v<Hash> && std::is_default_constructible_v<Equal>) {
      table_.make(0, options_.seed, options_.pool, Hash{}, Equal{});
    } else {
      INVARIANT(false, "an insertion into a map that was moved from and has no hash");
    }
  }

  // What may throw is made before the map changes, and only for a key that is not there.
  template <class Asked, class... Arguments>
  Emplaced emplace(Asked&& asked, Arguments&&... arguments) {
    constexpr bool kIsKey = std::is_same_v<std::remove_cvref_t<Asked>, Key>;
    constexpr bool kIsMovable = kIsKey && !std::is_lvalue_reference_v<Asked> &&
                                !std::is_const_v<std::remove_reference_t<Asked>>;
    constexpr bool kKeyIsReady = kIsKey && (kIsMovable || std::is_trivially_copyable_v<Key>);
    make_if_nil();
    if constexpr (kKeyIsReady && std::is_nothrow_constructible_v<Elem, Arguments...>) {
      const auto placed = table_.place(const_cast<Key&>(asked));
      if (!placed.found) make_elem(placed.elem, std::forward<Arguments>(arguments)...);
      return {{placed.key, &Memory::elem_at(placed.elem)}, !placed.found};
    } else {
      if (const Found entry = table_.find(asked); entry.key != nullptr) return {entry, false};
      Elem elem(std::forward<Arguments>(arguments)...);
      Key key(std::forward<Asked>(asked));
      const auto placed = table_.place(key);
      if (!placed.found) make_elem(placed.elem, std::move(elem));
      return {{placed.key, &Memory::elem_at(placed.elem)}, !placed.found};
    }
  }
  // A key that is neither a Key nor accepted by the hash becomes a Key first.
  template <class Asked, class... Arguments>
  Emplaced emplace_asked(Asked&& asked, Arguments&&... arguments) {
    if constexpr (std::is_same_v<std::remove_cvref_t<Asked>, Key> || kHeterogeneous<Asked>) {
      return emplace(std::forward<Asked>(asked), std::forward<Arguments>(arguments)...);
    } else {
      return emplace(Key(std::forward<Asked>(asked)), std::forward<Arguments>(arguments)...);
    }
  }
  template <class... Arguments>
  static void make_elem(std::byte* at, Arguments&&... arguments) {
    std::construct_at(reinterpret_cast<Elem*>(at), std::forward<Arguments>(arguments)...);
  }
  // A key in a bucket may move while its entry is being deleted; others stay where they are.
  size_t erase_entry(const Key& key) {
    if constexpr (Memory::Type::kKeyInBucket) {
      const Key copy = key;
      return table_.remove(copy) ? 1 : 0;
    } else {
      return table_.remove(key) ? 1 : 0;
    }
  }

  Table table_;
  MapOptions options_;
};

}  // namespace hmaplab::gomap
