// core_vm_fuzz COUNT [FIRST]: compiles and runs COUNT mutants of the test programs, numbers FIRST
// on. Each number always gives the same mutant. Fails when one makes the machine fail; a run that
// does not end is cut by its limits.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "core/bytecode/compiler.h"
#include "core/schedule/policy.h"
#include "core/vm/mutation_testing.h"
#include "core/vm/world.h"

namespace hmaplab::vm {
namespace {

std::vector<std::vector<std::string>> seeds() {
  std::vector<std::filesystem::path> paths;
  for (const char* folder : {"run", "programs", "endings"}) {
    const std::filesystem::path at = std::filesystem::path(HMAPLAB_ROOT) / "core/testdata" / folder;
    for (const auto& entry : std::filesystem::directory_iterator(at)) {
      if (entry.path().extension() == ".go") paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::vector<std::string>> programs;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    programs.push_back(words_of(text.str()));
  }
  return programs;
}

const Options kOptions{.limits = {.steps = 3'000,
                                  .instructions = 3'000'000,
                                  .heap_bytes = 16 << 20,
                                  .stack_bytes = 1 << 18,
                                  .goroutines = 100,
                                  .output_bytes = 1 << 18}};

// How the mutant ended: "does not compile", or the first line that Go would print.
std::string run_one(const std::string& text, uint64_t number) {
  bytecode::CompileResult compiled = bytecode::compile_source("main.go", text);
  if (!compiled.program) return "does not compile";
  Options options = kOptions;
  options.seed = number + 1;
  World world(*compiled.program, options);
  auto kind = number % 2 == 0 ? schedule::PolicyKind::RunToBlock : schedule::PolicyKind::Random;
  schedule::Policy policy(kind, number + 1);
  while (!world.end()) {
    Step step = world.step(policy.choose(world.enabled()));
    policy.made_step(step.actor, step.visible);
  }
  switch (world.end()->kind) {
    case EndKind::Return:
    case EndKind::Exit:
      return "exit";
    case EndKind::Panic:
      return "panic";
    case EndKind::Fatal:
      return "fatal";
    case EndKind::Throw:
      return "throw";
    case EndKind::Deadlock:
      return "deadlock";
    case EndKind::Limit:
      return "limit";
  }
  return "";
}

int fuzz(uint64_t count, uint64_t first) {
  const auto programs = seeds();
  std::map<std::string, int> endings;
  for (uint64_t number = first; number < first + count; ++number) {
    base::RandomStream random{base::mix64(number + 1)};
    const std::string text = mutant_of(programs[random.below(programs.size())], random);
    if (number % 100 == 0) std::fprintf(stderr, "mutant %lu\n", static_cast<unsigned long>(number));
    try {
      ++endings[run_one(text, number)];
    } catch (const std::exception& failure) {
      std::fprintf(stderr, "mutant %lu: %s\n%s\n", static_cast<unsigned long>(number),
                   failure.what(), text.c_str());
      return 1;
    }
  }
  for (const auto& [ending, times] : endings) std::printf("%6d %s\n", times, ending.c_str());
  return 0;
}

}  // namespace
}  // namespace hmaplab::vm

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) {
    std::fputs("core_vm_fuzz COUNT [FIRST]\n", stderr);
    return 64;
  }
  return hmaplab::vm::fuzz(std::strtoull(argv[1], nullptr, 10),
                           argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 0);
}
