// Small programs with errors through the checker: its messages, with line and column, are those that
// go1.23.5 gave (core/testdata/check/record_errors wrote them down).
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/base/random.h"
#include "core/check/check.h"

namespace hmaplab::check {
namespace {

struct Recorded {
  std::string program;
  std::string messages;
};

std::vector<Recorded> recorded(const std::string& file) {
  std::ifstream in(std::string(HMAPLAB_ROOT) + "/core/testdata/check/" + file);
  std::vector<Recorded> all(1);
  bool in_messages = false;
  for (std::string line; std::getline(in, line);) {
    if (line == "---") {
      all.emplace_back();
      in_messages = false;
    } else if (line == "===") {
      in_messages = true;
    } else {
      (in_messages ? all.back().messages : all.back().program) += line + "\n";
    }
  }
  return all;
}

std::string messages_of(const std::string& text) {
  source::SourceFile file("main.go", text);
  return check(file).diagnostics.text(file);
}

const std::string kBegin = "package main\n\nfunc main() {}\n\n";

TEST(Generics, HaveTheErrorsThatGoReports) {
  std::vector<Recorded> all = recorded("generic_errors.txt");
  EXPECT_GT(all.size(), 100u);
  for (const Recorded& one : all) {
    EXPECT_EQ(messages_of(kBegin + one.program), one.messages) << one.program;
  }
}

TEST(Deferred, HasTheErrorsThatGoReports) {
  for (const Recorded& one : recorded("deferred_errors.txt"))
    EXPECT_EQ(messages_of(kBegin + one.program), one.messages) << one.program;
}

TEST(Generics, SurviveMutations) {
  base::RandomStream random{5};
  constexpr std::string_view kBytes = "[](){},~|*T.;=:i ";
  for (const Recorded& one : recorded("generic_errors.txt")) {
    const std::string text = kBegin + one.program;
    for (int round = 0; round < 25; ++round) {
      std::string mutated = text;
      for (uint64_t i = random.below(3) + 1; i > 0; --i) {
        size_t at = random.below(mutated.size());
        uint64_t how = random.below(3);
        if (how == 0) mutated[at] = kBytes[random.below(kBytes.size())];
        if (how == 1) mutated.erase(at, random.below(6));
        if (how == 2) mutated.insert(at, mutated.substr(random.below(mutated.size()), 9));
      }
      messages_of(mutated);
    }
  }
}

TEST(Generics, StopWhereInstancesHaveNoEnd) {
  for (const char* program :
       {"func f[T any](x T) { type L struct { v T }; f(L{}) }\nfunc g() { f(1) }\n",
        "type T[P any] struct { f *T[[]P] }\nfunc (t T[P]) m() { t.f.m() }\nvar t T[int]\n",
        "func f[T any](n int, x T) { if n > 0 { f(n-1, func() T { return x }) } }\n"
        "func g() { f(3, 1) }\n",
        "type A[P any] struct { b B[*P] }\ntype B[P any] struct { a A[*P] }\n"
        "type C struct { a A[int] }\nvar m map[C]int\n"}) {
    EXPECT_NE(messages_of(kBegin + program), "") << program;
  }
}

}  // namespace
}  // namespace hmaplab::check
