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

// Elements by index, one behind the other: what the sequences below are looked through with.
template <class Sequence, class T>
class IndexIterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = T;
  using difference_type = std::ptrdiff_t;
  using pointer = const T*;
  using reference = const T&;

  IndexIterator(const Sequence* elements, size_t index) : elements_(elements), index_(index) {}
  const T& operator*() const { return (*elements_)[index_]; }
  IndexIterator& operator++() {
    ++index_;
    return *this;
  }
  friend bool operator==(const IndexIterator&, const IndexIterator&) = default;

 private:
  const Sequence* elements_;
  size_t index_;
};

// A growing sequence in shared chunks of N: a copy that is then written to costs one chunk and the
// list of chunks.
template <class T, size_t N = 64>
class CowVector {
 public:
  using Iterator = IndexIterator<CowVector, T>;

  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size_}; }

  const T& operator[](size_t index) const { return (*chunks_[index / N])[index % N]; }
  const T& back() const { return (*this)[size_ - 1]; }

  T& write(size_t index) {
    INVARIANT(index < size_, "an element outside a CowVector");
    return chunks_[index / N].write()[index % N];
  }
  void push_back(T value) {
    if (size_ % N == 0) {
      chunks_.emplace_back();
      chunks_.back().write().reserve(N);
    }
    chunks_.back().write().push_back(std::move(value));
    ++size_;
  }
  // Leaves the first `size` of them.
  void truncate(size_t size) {
    if (size >= size_) return;
    size_ = size;
    shorten(chunks_, (size + N - 1) / N);
    if (size % N != 0) shorten(chunks_.back().write(), size % N);
  }

 private:
  template <class Element>
  static void shorten(std::vector<Element>& elements, size_t size) {
    elements.erase(elements.begin() + static_cast<std::ptrdiff_t>(size), elements.end());
  }

  std::vector<Cow<std::vector<T>>> chunks_;
  size_t size_ = 0;
};

// The same for very many: the list of chunks is shared in parts too.
template <class T, size_t N = 64>
class CowTree {
 public:
  using Iterator = IndexIterator<CowTree, T>;

  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size_}; }

  const T& operator[](size_t index) const { return (*parts_[index / kPart])[index % kPart]; }
  const T& back() const { return (*this)[size_ - 1]; }

  T& write(size_t index) {
    INVARIANT(index < size_, "an element outside a CowTree");
    return parts_[index / kPart].write().write(index % kPart);
  }
  void push_back(T value) {
    if (size_ % kPart == 0) parts_.emplace_back();
    parts_.back().write().push_back(std::move(value));
    ++size_;
  }

 private:
  static constexpr size_t kPart = N * 64;

  std::vector<Cow<CowVector<T, N>>> parts_;
  size_t size_ = 0;
};

}  // namespace hmaplab::base
