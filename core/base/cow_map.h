// CowMap<Key, Value>: a sorted map in chunks that copies share. A copy costs nothing, a write
// copies the spine and one chunk of at most N entries.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "core/base/cow.h"

namespace hmaplab::base {

template <class Key, class Value, size_t N = 32>
class CowMap {
 public:
  size_t size() const { return size_; }

  // nullptr when there is none; good until the next write.
  const Value* find(const Key& key) const {
    if (chunks_->empty()) return nullptr;
    const Chunk& chunk = *(*chunks_)[chunk_of(key)];
    auto found = place_in(chunk, key);
    return found == chunk.end() || key < found->first ? nullptr : &found->second;
  }

  // The value for writing, a new one when there is none; good until the next write.
  Value& write(const Key& key) {
    auto& chunks = chunks_.write();
    if (chunks.empty()) {
      chunks.emplace_back(Chunk{{key, Value{}}});
      size_ = 1;
      return chunks[0].write()[0].second;
    }
    size_t at = chunk_of(key);
    if (chunks[at]->size() >= N && !find(key)) {
      Chunk& full = chunks[at].write();
      Chunk upper(std::make_move_iterator(full.begin() + N / 2),
                  std::make_move_iterator(full.end()));
      full.resize(N / 2);
      chunks.insert(chunks.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                    Cow<Chunk>(std::move(upper)));
      at = chunk_of(key);
    }
    Chunk& chunk = chunks[at].write();
    auto found = std::lower_bound(chunk.begin(), chunk.end(), key, is_before);
    if (found == chunk.end() || key < found->first) {
      found = chunk.insert(found, {key, Value{}});
      ++size_;
    }
    return found->second;
  }

  void erase(const Key& key) {
    if (!find(key)) return;
    auto& chunks = chunks_.write();
    const size_t at = chunk_of(key);
    Chunk& chunk = chunks[at].write();
    chunk.erase(std::lower_bound(chunk.begin(), chunk.end(), key, is_before));
    if (chunk.empty()) chunks.erase(chunks.begin() + static_cast<std::ptrdiff_t>(at));
    --size_;
  }

  // Calls visit(key, value) in the order of the keys.
  template <class Visit>
  void each(Visit&& visit) const {
    for (const auto& chunk : *chunks_) {
      for (const auto& [key, value] : *chunk) visit(key, value);
    }
  }

 private:
  using Chunk = std::vector<std::pair<Key, Value>>;

  static bool is_before(const std::pair<Key, Value>& entry, const Key& key) {
    return entry.first < key;
  }
  static auto place_in(const Chunk& chunk, const Key& key) {
    return std::lower_bound(chunk.begin(), chunk.end(), key, is_before);
  }
  // Where the key is or would be: the last chunk that begins with it or below, or the first one.
  size_t chunk_of(const Key& key) const {
    auto behind = std::upper_bound(
        chunks_->begin(), chunks_->end(), key,
        [](const Key& wanted, const Cow<Chunk>& chunk) { return wanted < chunk->front().first; });
    return behind == chunks_->begin() ? 0 : static_cast<size_t>(behind - chunks_->begin()) - 1;
  }

  Cow<std::vector<Cow<Chunk>>> chunks_;  // none of them empty
  size_t size_ = 0;
};

}  // namespace hmaplab::base
