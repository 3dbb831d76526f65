// A broken invariant is a bug of hmaplab, never of the learner's program. INVARIANT is on in every
// build; it throws, so that the program around it can print seed and schedule and lose nothing.
#pragma once

#include <stdexcept>
#include <string>

namespace hmaplab::base {

// What INVARIANT throws: the text names file, line, condition and message.
class InvariantFailure : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] void invariant_failed(const char* file, int line, const char* condition,
                                   const std::string& message);

}  // namespace hmaplab::base

#define INVARIANT(condition, message) \
  ((condition) ? static_cast<void>(0) \
               : ::hmaplab::base::invariant_failed(__FILE__, __LINE__, #condition, message))
