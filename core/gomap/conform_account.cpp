#include "core/gomap/conform_file.h"

namespace hmaplab::gomap {
namespace {

constexpr size_t kShownBytes = 400;

// For a terminal: printable ASCII, not too long.
std::string shown(std::string_view written) {
  std::string text;
  for (const char letter : written.substr(0, kShownBytes)) {
    if (letter >= ' ' && letter <= '~') {
      text += letter;
    } else {
      text += fmt::format("\\x{:02x}", static_cast<unsigned char>(letter));
    }
  }
  return written.size() > kShownBytes ? text + " …" : text;
}

// "operation 4: set k 3, v 3"
std::string operation_of(const Json& line) {
  if (!line.contains("op")) return "";
  std::string text = line.contains("n") ? fmt::format("{}: ", line.at("n").dump()) : "";
  text += line.at("op").is_string() ? shown(line.at("op").get<std::string>()) : "?";
  for (const char* name : {"k", "v", "id", "via", "hint", "from", "to", "state"}) {
    if (!line.contains(name)) continue;
    const Json& value = line.at(name);
    text += fmt::format("  {} {}", name,
                        value.is_string() ? shown(value.get<std::string>()) : shown(value.dump()));
  }
  return text;
}

}  // namespace

std::string account_of(const Difference& difference, std::string_view place, const Json& line,
                       std::string_view written, const std::string& described,
                       const std::string& drawn) {
  std::string account = fmt::format("{}: the engine differs from Go\n", place);
  const auto row = [&](const char* name, const std::string& value) {
    if (!value.empty()) account += fmt::format("  {:<10} {}\n", name, value);
  };
  row("where", shown(described));
  row("operation", operation_of(line));
  row("field", difference.field);
  account += fmt::format("  {:<10} {}\n  {:<10} {}\n", "expected", shown(difference.expected),
                         "got", shown(difference.got));
  row("line", shown(written));
  return account + drawn;
}

std::string account_of(const Malformed& malformed, std::string_view place,
                       std::string_view written) {
  return fmt::format("{}: this is no line of a vector file: {}\n  line       {}\n", place,
                     shown(malformed.what), shown(written));
}

}  // namespace hmaplab::gomap
