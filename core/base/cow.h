// Cow<T> and CowVector<T>: values that share what is equal. A copy is cheap; the first write to a
// shared part copies that part only. They are the pages of a World: everything big in it is held by
// one of them.
#pragma once

#include <array>
#include <cstddef>
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

// A growing sequence in shared chunks of N: push_back and element writes touch one chunk and the
// spine.
template <class T, size_t N = 64>
class CowVector {
 public:
  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

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
  void truncate(size_t size) {
    while (size_ > size) {
      chunks_.back().write().pop_back();
      if (--size_ % N == 0) chunks_.pop_back();
    }
  }

 private:
  std::vector<Cow<std::vector<T>>> chunks_;
  size_t size_ = 0;
};

}  // namespace hmaplab::base
