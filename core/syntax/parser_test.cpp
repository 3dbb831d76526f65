#include "core/syntax/parser.h"

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace hmaplab::syntax {
namespace {

std::string errors(std::string text) {
  source::SourceFile file("main.go", std::move(text));
  source::Diagnostics diagnostics;
  std::unique_ptr<File> tree = parse(file, diagnostics);
  EXPECT_NE(tree, nullptr);
  return diagnostics.text(file);
}

std::string repeated(std::string_view text, size_t count) {
  std::string all;
  for (size_t i = 0; i < count; ++i) all += text;
  return all;
}

std::string in_main(const std::string& body) {
  return "package main\nfunc main() {\n" + body + "\n}\n";
}

TEST(Parser, TakesAllKindsOfDeclarations) {
  EXPECT_EQ(
      errors("\xEF\xBB\xBFpackage main\n"
             "import ( \"fmt\"; . \"strings\"; _ \"os\"; s \"sort\" )\n"
             "const ( a, b = iota, 1 << iota; c, d )\n"
             "var x, y int = 0x_Ff, 0b1_0; var z = 1e3 + .5i + 0x1p-2\n"
             "type ( T struct { a, b int `tag`; *U; p.V; f func(int, ...string) (x, y int) }\n"
             "  A = []map[string]chan<- <-chan int; G[K comparable, V any] map[K]V\n"
             "  I interface { M(a, b int) error; ~int | string; fmt.Stringer } )\n"
             "func (t *T) m(a, b int, c ...string) (err error) { return }\n"
             "func generic[T any](x T) T { return x }\nfunc native(x int) int\n"
             "var Größe, 世界 = 'ä', '\\u4e16'\n"),
      "");
}

TEST(Parser, TakesAllKindsOfStatements) {
  EXPECT_EQ(
      errors(in_main(
          "L: for i := 0; i < 3; i++ { if x := f(); x { continue L } else if y { break } }\n"
          "for range ch { goto L }; for k, v = range m {}; for ;; {}; for x {}\n"
          "switch x := y; { case 1, 2: fallthrough; default: }\n"
          "switch v := x.(type) { case nil, []int: }; switch x.(type) {}\n"
          "select { case c <- 1: case v, ok := <-c: case <-d: default: }\n"
          "go func() {}(); defer f(a...); x, y := y, x; x <<= 2; x &^= 1; p.q[1:2:3]++\n"
          "if (T{1}) == t {}; for _, t := range []T{{1}, {a: 2}} {}; a = *p.q(x)[i].(int)\n"
          "var e = map[string][]int{\"a\": {1}}; type t int; const k = 1; { ; }; return a, b")),
      "");
}

TEST(Parser, UsesGosWords) {
  EXPECT_EQ(errors("package main\nfunc main() {\n\tx := ;\n}\n"),
            "main.go:3:7: syntax error: unexpected semicolon, expected expression\n");
  EXPECT_EQ(errors("package main\nfunc main() {\n\tf(1 2)\n}\n"),
            "main.go:3:6: syntax error: unexpected literal 2 in argument list; possibly missing "
            "comma or )\n");
  EXPECT_EQ(errors("package main\nx := 1\n"),
            "main.go:2:1: syntax error: non-declaration statement outside function body\n");
  EXPECT_EQ(errors("func main() {}"),
            "main.go:1:1: syntax error: package statement must be first\n");
  EXPECT_EQ(errors(in_main("if x = 1 {}")),
            "main.go:3:4: syntax error: cannot use assignment x = 1 as value\n");
  EXPECT_EQ(errors(in_main("x := \"a\ny := 1")), "main.go:3:8: newline in string\n");
}

TEST(Parser, RefusesWhatIsTooLongOrTooDeep) {
  EXPECT_EQ(errors(std::string(10'000'000, 'x')),
            "main.go:1:1: the file has 10000000 bytes; hmaplab takes at most 1048576\n");
  constexpr size_t kMany = 20'000;
  for (std::string_view opening : {"(",
                                   "[",
                                   "{",
                                   "-",
                                   "!",
                                   "&",
                                   "*",
                                   "<-",
                                   "func() {",
                                   "[]",
                                   "map[",
                                   "chan ",
                                   "if x {",
                                   "for {",
                                   "switch {",
                                   "x(",
                                   "x[",
                                   "T{",
                                   "struct { a ",
                                   "a + (",
                                   "if x {} else ",
                                   "func(",
                                   "interface{ f(",
                                   "x.(",
                                   "[]T{{",
                                   "select { case c <- ",
                                   "L: ",
                                   "x.y",
                                   "x + ",
                                   "x()",
                                   "x[0]",
                                   "x.y().",
                                   "a, ",
                                   "go func() {"}) {
    for (const char* start : {"", "x = ", "var x ", "type T "}) {
      errors(in_main(start + repeated(opening, kMany)));
      errors(std::string("package main\n") + start + repeated(opening, kMany));
    }
  }
}

TEST(Parser, SurvivesRandomBytes) {
  base::RandomStream random{1};
  for (int round = 0; round < 300; ++round) {
    std::string text = round % 2 == 0 ? "package main\nfunc main() {" : "";
    size_t length = random.below(2000);
    for (size_t i = 0; i < length; ++i) text += static_cast<char>(random.below(256));
    errors(text);
  }
}

TEST(Parser, SurvivesRandomTokens) {
  base::RandomStream random{2};
  constexpr auto kTokens = std::to_array<std::string_view>({
#define TOKEN(name, text) text,
#include "core/syntax/tokens.def"
#undef TOKEN
  });
  for (int round = 0; round < 2000; ++round) {
    std::string text = "package main\nfunc main() {";
    size_t length = random.below(200);
    for (size_t i = 0; i < length; ++i) {
      std::string_view token = kTokens[random.below(kTokens.size())];
      text += token == "comma"       ? ","
              : token == "semicolon" ? ";"
              : token == "literal"   ? "1"
                                     : token;
      text += random.below(8) == 0 ? "\n" : " ";
    }
    errors(text);
  }
}

}  // namespace
}  // namespace hmaplab::syntax
