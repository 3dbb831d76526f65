// Reading vector files strictly: every field is asked for by name, kind and range. What is not as
// the format says is Malformed; what is, but differs from what the engine does, is a Difference.
// Both are thrown within conformance only, and become part of its report.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace hmaplab::gomap {

using Json = nlohmann::json;

struct Malformed {
  std::string what;
};
struct Difference {
  std::string field;
  std::string expected;
  std::string got;
};

// One line of a file: an object. At most 32 levels deep.
Json parse_line(std::string_view line);

// The member `name` of an object, which must be there.
const Json& field(const Json& object, const char* name);
inline bool has(const Json& object, const char* name) { return object.contains(name); }

// The same as text, number (low to high, both included), truth value, list. `name` is for the
// error.
std::string text(const Json& value, const char* name);
int64_t integer(const Json& value, const char* name, int64_t low = INT64_MIN,
                int64_t high = INT64_MAX);
// Lower-case hex digits, exactly so many.
uint64_t hex(const Json& value, const char* name, size_t digits);
// Of `least` to `most` elements.
const Json& list(const Json& value, const char* name, size_t least = 0, size_t most = SIZE_MAX);

inline std::string text_field(const Json& object, const char* name) {
  return text(field(object, name), name);
}
inline int64_t integer_field(const Json& object, const char* name, int64_t low = INT64_MIN,
                             int64_t high = INT64_MAX) {
  return integer(field(object, name), name, low, high);
}
inline uint64_t hex_field(const Json& object, const char* name, size_t digits) {
  return hex(field(object, name), name, digits);
}
inline const Json& list_field(const Json& object, const char* name, size_t least = 0,
                              size_t most = SIZE_MAX) {
  return list(field(object, name), name, least, most);
}
bool bool_field(const Json& object, const char* name);

// Refuses a member whose name is not among the known ones.
void expect_fields(const Json& object, std::initializer_list<std::string_view> known,
                   std::initializer_list<std::string_view> more = {});

template <class T, class U>
void expect_equal(const std::string& what, const T& expected, const U& got) {
  if (!(expected == got))
    throw Difference{what, fmt::format("{}", expected), fmt::format("{}", got)};
}
inline void expect_well_formed(bool is, const std::string& otherwise) {
  if (!is) throw Malformed{otherwise};
}

}  // namespace hmaplab::gomap
