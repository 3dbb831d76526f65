// For tests of how programs end: what a process left behind as one text, without what differs from
// run to run (core/testdata/endings/record says what that is, and does the same to Go's).
#pragma once

#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "core/vm/run_testing.h"

namespace hmaplab::vm {

inline bool matches_here(const std::string& line, const char* pattern) {
  return std::regex_search(line, std::regex(pattern), std::regex_constants::match_continuous);
}

// Lines without the frames of the runtime, files without their folders.
inline std::string plain_lines(const std::string& text) {
  std::string result;
  std::istringstream lines(text);
  bool hidden = false;
  for (std::string line; std::getline(lines, line);) {
    if (matches_here(line, R"(\s.*\.(go|s):\d+)")) {
      std::string file = line.substr(line.find_first_not_of(" \t"));
      file = file.substr(file.rfind('/') == std::string::npos ? 0 : file.rfind('/') + 1);
      if (!hidden)
        result += "\t" + std::regex_replace(file, std::regex(R"(\.go:(\d+).*)"), ".go:$1") + "\n";
      hidden = false;
      continue;
    }
    hidden = matches_here(line, R"(runtime\.(?!Goexit|main\.)|created by runtime\.)");
    line =
        std::regex_replace(line, std::regex(R"(^(panic|[\w./]+\.[\w.()*\[\]]+)\(.*\)$)"), "$1()");
    line = std::regex_replace(
        line, std::regex(R"(^goroutine [\d.]+( gp=\S+)?( m=\S+)?( mp=\S+)? )"), "goroutine N ");
    line = std::regex_replace(line, std::regex(R"(^\.\.\.\d+ frames)"), "...N frames");
    line = std::regex_replace(line, std::regex(R"( in goroutine [\d.]+$)"), " in goroutine N");
    if (!hidden) result += std::regex_replace(line, std::regex("0x[0-9a-f]+"), "0xN") + "\n";
  }
  return result;
}

inline std::string without_newlines(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text.substr(std::min(text.find_first_not_of('\n'), text.size()));
}

// The text of standard error; goroutines of which nothing is left are gone.
inline std::string plain_stderr(const std::string& text) {
  std::string rest = plain_lines(text) + "\n";
  std::string result;
  for (size_t end = 0; (end = rest.find("\n\n")) != std::string::npos; rest.erase(0, end + 2)) {
    std::string block = without_newlines(rest.substr(0, end));
    bool is_empty =
        block.find('\n') == std::string::npos && block.find("goroutine N [") != std::string::npos;
    if (!is_empty) result += (result.empty() ? "" : "\n\n") + block;
  }
  return without_newlines(result);
}

inline std::string ending_text(const World& world) {
  return "exit " + std::to_string(world.end()->exit_status) + "\n--- stdout\n" +
         world.stdout_text() + "--- stderr\n" + plain_stderr(world.end()->stderr_text) + "\n";
}

}  // namespace hmaplab::vm
