// Cow<T> and CowVector<T>: values that share what is equal. A copy is cheap; the first write to a
// shared part copies that part only. They are the pages of a World: everything big in it is held by
// one of them.
#pragma once

#include <array>
#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "core/base/invariant.h"

namespace hmaplab::base {

// One value on the heap, shared between copies until somebody writes.
template <class T>
class Cow {
 public:
  Cow() : value_(std::make_shared<T>()) {}
  explicit Cow(T value) : value_(std::make_shared<T>(std::move(value))) {}

  const T& operator*() const { return *value_; }
  const T* operator->() const { return value_.get(); }
  // The value for writing; the reference is good until the next copy of this Cow. A value that wants to
  // know is told (will_change).
  T& write() {
    if (value_.use_count() != 1) value_ = std::make_shared<T>(*value_);
    if constexpr (requires { value_->will_change(); }) value_->will_change();
    return *value_;
  }
  bool same(const Cow& other) const { return value_ == other.value_; }

 private:
  std::shared_ptr<T> value_;
};

// A growing sequence in shared chunks of N, and shared blocks of chunks: a copy that is then written
// to costs one chunk, one block, and the list of blocks.
template <class T, size_t N = 64>
class CowVector {
 public:
  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  const T& operator[](size_t index) const {
    return (*(*blocks_[index / kInBlock])[index % kInBlock / N])[index % N];
  }
  const T& back() const { return (*this)[size_ - 1]; }

  T& write(size_t index) {
    INVARIANT(index < size_, "an element outside a CowVector");
    return chunk_of(index)[index % N];
  }
  void push_back(T value) {
    if (size_ % kInBlock == 0) blocks_.emplace_back();
    if (size_ % N == 0) {
      Block& block = blocks_.back().write();
      block.emplace_back();
      block.back().write().reserve(N);
    }
    chunk_of(size_).push_back(std::move(value));
    ++size_;
  }
  // Leaves the first `size` of them.
  void truncate(size_t size) {
    if (size >= size_) return;
    size_ = size;
    shorten(blocks_, (size + kInBlock - 1) / kInBlock);
    if (size % kInBlock == 0) return;
    shorten(blocks_.back().write(), (size % kInBlock + N - 1) / N);
    if (size % N != 0) shorten(chunk_of(size), size % N);
  }

  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T*;
    using reference = const T&;
    const T& operator*() const { return (*elements_)[index_]; }
    Iterator& operator++() {
      ++index_;
      return *this;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    friend class CowVector;
    Iterator(const CowVector* elements, size_t index) : elements_(elements), index_(index) {}
    const CowVector* elements_;
    size_t index_;
  };
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size_}; }

 private:
  static constexpr size_t kInBlock = N * 64;
  using Chunk = std::vector<T>;
  using Block = std::vector<Cow<Chunk>>;

  template <class Element>
  static void shorten(std::vector<Element>& elements, size_t size) {
    elements.erase(elements.begin() + static_cast<std::ptrdiff_t>(size), elements.end());
  }
  Chunk& chunk_of(size_t index) {
    return blocks_[index / kInBlock].write()[index % kInBlock / N].write();
  }

  std::vector<Cow<Block>> blocks_;
  size_t size_ = 0;
};

}  // namespace hmaplab::base
