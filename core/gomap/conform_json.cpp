#include "core/gomap/conform_json.h"

#include <algorithm>

namespace hmaplab::gomap {
namespace {

constexpr int kDeepest = 32;

// nlohmann's parser takes any depth, but writing such a value back would not.
bool is_too_deep(std::string_view line) {
  int depth = 0;
  bool quoted = false;
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && quoted) {
      ++i;
    } else if (line[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && (line[i] == '[' || line[i] == '{')) {
      if (++depth > kDeepest) return true;
    } else if (!quoted && (line[i] == ']' || line[i] == '}')) {
      --depth;
    }
  }
  return false;
}

}  // namespace

Json parse_line(std::string_view line) {
  if (line.empty()) throw Malformed{"an empty line"};
  if (is_too_deep(line)) throw Malformed{"lists and objects lie too deep in each other"};
  Json parsed;
  try {
    parsed = Json::parse(line);
  } catch (const Json::parse_error& error) {
    throw Malformed{fmt::format("no JSON, at byte {}", error.byte)};
  } catch (const Json::exception&) {  // a number beyond all ranges
    throw Malformed{"no JSON that can be kept"};
  }
  if (!parsed.is_object()) throw Malformed{"no JSON object"};
  return parsed;
}

const Json& field(const Json& object, const char* name) {
  if (!object.is_object())
    throw Malformed{fmt::format("an object with the field {} is missing", name)};
  const auto found = object.find(name);
  if (found == object.end()) throw Malformed{fmt::format("the field {} is missing", name)};
  return *found;
}

std::string text(const Json& value, const char* name) {
  if (!value.is_string()) throw Malformed{fmt::format("{} is no text", name)};
  return value.get<std::string>();
}

int64_t integer(const Json& value, const char* name, int64_t low, int64_t high) {
  if (!value.is_number_integer() ||
      (value.is_number_unsigned() && value.get<uint64_t>() > uint64_t{INT64_MAX})) {
    throw Malformed{fmt::format("{} is no whole number of 64 bits", name)};
  }
  const auto number = value.get<int64_t>();
  if (number < low || number > high) {
    throw Malformed{fmt::format("{} is {}, outside {} to {}", name, number, low, high)};
  }
  return number;
}

uint64_t hex(const Json& value, const char* name, size_t digits) {
  const std::string written = text(value, name);
  const bool is_hex = std::all_of(written.begin(), written.end(), [](char digit) {
    return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
  });
  if (written.size() != digits || !is_hex) {
    throw Malformed{fmt::format("{} is not of {} hex digits", name, digits)};
  }
  return std::stoull(written, nullptr, 16);
}

const Json& list(const Json& value, const char* name, size_t least, size_t most) {
  if (!value.is_array()) throw Malformed{fmt::format("{} is no list", name)};
  if (value.size() < least || value.size() > most) {
    throw Malformed{fmt::format("{} is a list of {}, which does not fit", name, value.size())};
  }
  return value;
}

bool bool_field(const Json& object, const char* name) {
  const Json& value = field(object, name);
  if (!value.is_boolean()) throw Malformed{fmt::format("{} is neither true nor false", name)};
  return value.get<bool>();
}

void expect_fields(const Json& object, std::initializer_list<std::string_view> known,
                   std::initializer_list<std::string_view> more) {
  if (!object.is_object()) throw Malformed{"something that should be an object is none"};
  for (const auto& [name, value] : object.items()) {
    const bool is_known = std::find(known.begin(), known.end(), name) != known.end() ||
                          std::find(more.begin(), more.end(), name) != more.end();
    if (!is_known) throw Malformed{"unknown field " + name};
  }
}

}  // namespace hmaplab::gomap
