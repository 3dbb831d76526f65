// Result<T>: a value, or one sentence why the outside world did not give it (file, font, GL).
// Errors of the learner's program are Diagnostics or state of the World, never a Result.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "core/base/invariant.h"

namespace hmaplab::base {

struct Error {
  std::string message;  // one sentence for the user
};

template <class T>
class Result {
 public:
  Result(T value) : content_(std::move(value)) {}
  Result(Error error) : content_(std::move(error)) {}

  explicit operator bool() const { return content_.index() == 0; }

  const T& value() const& {
    INVARIANT(content_.index() == 0,
              "a failed result has no value: " + std::get<1>(content_).message);
    return std::get<0>(content_);
  }
  T&& value() && {
    INVARIANT(content_.index() == 0,
              "a failed result has no value: " + std::get<1>(content_).message);
    return std::get<0>(std::move(content_));
  }
  const std::string& error() const {
    INVARIANT(content_.index() == 1, "a result with a value has no error");
    return std::get<1>(content_).message;
  }

 private:
  std::variant<T, Error> content_;
};

}  // namespace hmaplab::base
