// Types, layouts and the facts that the compiler asks for, each as real Go 1.23 on amd64 has it.
#include "core/check/types.h"

#include <gtest/gtest.h>

#include "core/check/check.h"

namespace hmaplab::check {
namespace {

std::unique_ptr<CheckedProgram> program(const std::string& text, Options options = {}) {
  source::SourceFile file("main.go", "package main\n" + text);
  CheckResult result = check(file, options);
  EXPECT_EQ(result.diagnostics.text(file), "");
  return std::move(result.program);
}

const Type* type_named(const CheckedProgram& checked, std::string_view name) {
  return checked.main_package().member(name)->type;
}

const Variable* variable_in(const CheckedProgram& checked, std::string_view body,
                            std::string_view name) {
  for (const auto& one : checked.bodies()) {
    if (one->name != body) continue;
    for (const Variable* variable : one->variables) {
      if (variable->name == name) return variable;
    }
  }
  return nullptr;
}

TEST(Types, HaveGosSizesAndOffsets) {
  auto checked = program(
      "type mixed struct { a bool; b int64; c uint8; d string; e []int; f any; g [3]int16; h "
      "struct{} }\n"
      "type plain struct { a, b int32 }\ntype floats struct { f float64 }\nfunc main() {}\n");
  const auto* mixed = as<StructType>(type_named(*checked, "mixed")->underlying());
  const std::vector<uint64_t> offsets = {0, 8, 16, 24, 40, 64, 80, 86};
  for (size_t i = 0; i < offsets.size(); ++i) EXPECT_EQ(mixed->offset(i), offsets[i]) << i;
  EXPECT_EQ(mixed->size(), 88u);
  EXPECT_EQ(mixed->alignment(), 8u);
  EXPECT_FALSE(mixed->is_comparable());
  EXPECT_TRUE(mixed->has_pointers());
  EXPECT_TRUE(type_named(*checked, "plain")->is_plain_memory());
  EXPECT_FALSE(type_named(*checked, "floats")->is_plain_memory());
}

TEST(Types, PrintAsTheRuntimeDoes) {
  auto checked = program(
      "type point struct { X int `json:\"x\"`; next *point }\n"
      "type all struct { a []any; b map[string]point; c func(int, ...string) (int, error); d "
      "chan<- byte\n"
      "  e struct{}; f interface{ M() int }; g [2]struct{ a, b rune } }\nfunc main() {}\n");
  const auto* all = as<StructType>(type_named(*checked, "all")->underlying());
  const std::vector<std::string> texts = {"[]interface {}",
                                          "map[string]main.point",
                                          "func(int, ...string) (int, error)",
                                          "chan<- uint8",
                                          "struct {}",
                                          "interface { M() int }",
                                          "[2]struct { a int32; b int32 }"};
  for (size_t i = 0; i < texts.size(); ++i) EXPECT_EQ(all->fields()[i].type->text(), texts[i]);
  EXPECT_EQ(type_named(*checked, "point")->underlying()->text(),
            "struct { X int \"json:\\\"x\\\"\"; next *main.point }");
}

TEST(Types, OfTheStandardPackagesHaveGosSizes) {
  auto checked = program(
      "import \"sync\"\nvar ( m sync.Mutex; r sync.RWMutex; w sync.WaitGroup; o sync.Once )\n"
      "func main() {}\n");
  EXPECT_EQ(type_named(*checked, "m")->size(), 8u);
  EXPECT_EQ(type_named(*checked, "r")->size(), 24u);
  EXPECT_EQ(type_named(*checked, "w")->size(), 16u);
  EXPECT_EQ(type_named(*checked, "o")->size(), 12u);
}

TEST(Facts, NameFunctionLiteralsAndTheirCaptures) {
  auto checked = program(
      "type T struct{}\nfunc (t *T) M() { func() {}() }\nvar v = func() int { return 1 }\nfunc "
      "init() {}\n"
      "func main() {\n a, b, c := 1, 2, 3\n b = 4\n p := &c\n"
      " func() { _ = a; func() { _ = b; _ = p }() }()\n _ = c\n}\n");
  std::vector<std::string> names;
  for (const auto& body : checked->bodies()) {
    if (body->package == &checked->main_package()) names.push_back(body->name);
  }
  EXPECT_EQ(names, (std::vector<std::string>{"main.init", "main.init.func1", "main.(*T).M",
                                             "main.(*T).M.func1", "main.init.0", "main.main",
                                             "main.main.func1", "main.main.func1.1"}));
  const Variable* a = variable_in(*checked, "main.main", "a");
  const Variable* b = variable_in(*checked, "main.main", "b");
  const Variable* c = variable_in(*checked, "main.main", "c");
  EXPECT_TRUE(a->captured && a->capture_by_value() && !a->needs_heap());
  EXPECT_TRUE(b->captured && b->reassigned == 1 && b->needs_heap());
  EXPECT_TRUE(!c->captured && c->address_taken && c->needs_heap());
}

TEST(Facts, OrderInitialisersByDependency) {
  auto checked = program(
      "var a = c + b\nvar b = f()\nvar c = 1\nfunc f() int { return d }\nvar d = 2\nfunc main() "
      "{}\n");
  std::string order;
  for (const Initializer& one : checked->main_package().initializers)
    order += one.variables[0]->name;
  EXPECT_EQ(order, "cdba");
}

TEST(Facts, ShareLoopVariablesBeforeGo122) {
  const std::string text = "func main() { for _, v := range []int{1} { func() { _ = v }() } }\n";
  EXPECT_TRUE(variable_in(*program(text), "main.main", "v")->capture_by_value());
  auto old = program(text, {.version = {1, 21}});
  EXPECT_FALSE(variable_in(*old, "main.main", "v")->capture_by_value());
  EXPECT_FALSE(old->main_package().loop_variables_per_iteration());
}

TEST(BigInteger, CalculatesAsGoConstantsDo) {
  auto checked = program(
      "const big = 1 << 500\nconst ( a = big / (1 << 490); b = -7 / 2; c = -7 % 3; d = -8 >> 1; e "
      "= ^0 &^ 6\n"
      " f = 'a' * 2; g = 7 / 2.0; h = len(\"aé\"); i = 0x7fffffffffffffff; j = -5 & 3; k = 5 ^ -1 "
      ")\nfunc main() {}\n");
  const std::vector<std::pair<std::string, std::string>> values = {
      {"a", "1024"}, {"b", "-3"}, {"c", "-1"},
      {"d", "-4"},   {"e", "-7"}, {"f", "194"},
      {"g", "3.5"},  {"h", "3"},  {"i", "9223372036854775807"},
      {"j", "3"},    {"k", "-6"}};
  for (const auto& [name, value] : values) {
    const auto* constant = as<NamedConstant>(checked->main_package().member(name));
    EXPECT_EQ(constant->value.text(), value) << name;
  }
}

}  // namespace
}  // namespace hmaplab::check
