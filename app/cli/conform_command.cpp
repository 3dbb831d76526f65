#include "app/cli/conform_command.h"

#include <fmt/core.h>
#include <zlib.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>

#include "app/cli/command_line.h"
#include "core/vm/conform_world.h"

namespace hmaplab::cli {
namespace {

constexpr size_t kMostBytes = size_t{1} << 30;

// Unpacks what gzip packed. Nothing, and why, if that fails.
std::optional<std::string> read_whole(const std::string& path, std::string& why) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    why = "is a folder";
    return std::nullopt;
  }
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) {
    why = "cannot be read";
    return std::nullopt;
  }
  std::string text;
  std::vector<char> chunk(1 << 16);
  int size = 0;
  while ((size = gzread(file, chunk.data(), static_cast<unsigned>(chunk.size()))) > 0) {
    text.append(chunk.data(), static_cast<size_t>(size));
    if (text.size() > kMostBytes) break;
  }
  int code = Z_OK;
  gzerror(file, &code);
  gzclose(file);
  if (text.size() > kMostBytes) why = "is longer than 1 GiB";
  if (size < 0 || (code != Z_OK && code != Z_STREAM_END)) why = "is damaged";
  if (!why.empty()) return std::nullopt;
  return text;
}

struct Memory {
  const char* name;
  gomap::ConformReport (*replay)(std::string_view name, std::string_view text);
};
constexpr Memory kMemories[] = {
    {"direct",
     [](std::string_view name, std::string_view text) {
       return gomap::conform(name, text, gomap::ConformMemory::Direct);
     }},
    {"World uninterrupted",
     [](std::string_view name, std::string_view text) {
       return vm::conform_in_world(name, text, vm::WorldSteps::Uninterrupted);
     }},
    {"World stepped",
     [](std::string_view name, std::string_view text) {
       return vm::conform_in_world(name, text, vm::WorldSteps::Stepped);
     }},
};

bool conform_file(const std::string& path) {
  std::string why;
  const auto text = read_whole(path, why);
  if (!text) {
    fmt::print(stderr, "hmaplab: {} {}\n", path, why);
    return false;
  }
  uint64_t checked = 0;
  std::string where;
  for (const Memory& memory : kMemories) {
    const gomap::ConformReport report = memory.replay(path, *text);
    if (!report.ok()) {
      fmt::print(stderr, "{}in the memory: {}\n", report.difference, memory.name);
      return false;
    }
    checked = std::max(checked, report.checked);
    if (report.checked > 0) where += (where.empty() ? "" : ", ") + std::string{memory.name};
  }
  fmt::print("{}: {} operations checked, all as in Go (memories: {})\n", path, checked, where);
  std::fflush(stdout);
  return true;
}

}  // namespace

void add_conform_command(CLI::App& app, Action& chosen) {
  CLI::App* command = app.add_subcommand(
      "conform", "replays vectors of the real Go map; says the first difference");
  auto paths = std::make_shared<std::vector<std::string>>();
  command->add_option("VECTORS", *paths, "vector files: .jsonl or .jsonl.gz")
      ->required()
      ->type_name("FILE.jsonl...");
  command->callback([paths, &chosen] { chosen = [paths] { return conform_files(*paths); }; });
}

int conform_files(const std::vector<std::string>& paths) {
  return std::all_of(paths.begin(), paths.end(), conform_file) ? kFine : kFailed;
}

}  // namespace hmaplab::cli
