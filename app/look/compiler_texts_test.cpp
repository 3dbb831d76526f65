// What the compiler says, in Chinese: every message that core/check and core/syntax can write has a
// reading, and of the messages that go1.23.5 wrote for the programs in core/testdata/check no
// English is left but names, types and expressions.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "app/look/language.h"

namespace hmaplab::look {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

std::vector<fs::path> files_of(const char* folder, const char* extension) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(HMAPLAB_ROOT) / folder)) {
    const fs::path& path = entry.path();
    if (path.extension() == extension && path.string().find("_test.cpp") == std::string::npos)
      files.push_back(path);
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

// The literals of a C++ file, neighbours joined, without comments and includes.
std::vector<std::string> literals_of(const std::string& source) {
  static const std::regex kComment(R"re(\n\s*//[^\n]*|//[^\n"]*|#include[^\n]*)re");
  static const std::regex kLiterals(R"re("((?:[^"\\\n]|\\.)*)"(\s*"((?:[^"\\\n]|\\.)*)")*)re");
  static const std::regex kSeam("\"\\s*\"");
  const std::string code = std::regex_replace(source, kComment, "");
  std::vector<std::string> literals;
  for (std::sregex_iterator it(code.begin(), code.end(), kLiterals), end; it != end; ++it) {
    std::string text = replaced(it->str(), "\\\"", "\x01");
    text = std::regex_replace(text.substr(1, text.size() - 2), kSeam, "");
    text = replaced(text, "\x01", "\"");
    literals.push_back(replaced(replaced(text, "\\n", "\n"), "\\t", "\t"));
  }
  return literals;
}

bool is_message(const std::string& literal) {
  static const std::regex kWords("[a-z]{2,} [a-z{\\[(]");
  return std::regex_search(literal, kWords);
}

// With a name or a number in each place for a value: one of these is as it may be written.
bool is_known(const Language& language, const std::string& format) {
  static const std::regex kPlace(R"(\{\d?\})");
  const auto places = static_cast<size_t>(
      std::distance(std::sregex_iterator(format.begin(), format.end(), kPlace), {}));
  for (size_t which = 0; which < (size_t{1} << places); ++which) {
    std::string text;
    std::string rest = format;
    std::smatch match;
    for (size_t i = 0; std::regex_search(rest, match, kPlace); ++i) {
      text += match.prefix().str() + ((which >> i & 1) != 0 ? "3" : "X1");
      rest = match.suffix().str();
    }
    text = replaced(replaced(text + rest, "{{", "{"), "}}", "}");
    if (language.knows(text) && language.said(text) != text) return true;
  }
  return false;
}

// Parts of messages, which are there as a whole in what was recorded below; chapters of the
// specification; what bugs of ours would say.
const std::set<std::string> kParts = {
    "not enough", "too many", ": no core type", "; type must be slice, map, or channel",
    "invalid type", "argument to ", "Manipulating complex numbers", "invalid recursive type",
    "initialization cycle", "Terminating statements", "General interfaces", "only one",
    "invalid operand", "no value", "map index expression", "comma, ok expression",
    " with invalid type", " of type ", " constrained by ", " with empty type set",
    "slice can only be compared to nil", "map can only be compared to nil",
    "func can only be compared to nil", "incomparable types in type set", ", but does have {} {}",
    "field or method", " (missing comparable constraint)", "Package initialization",
    "instantiated as", "implicitly parameterized by", "no body was skipped there", "map {} {}",
    "chan {} {}", "func {} {} {}", "instance {} {}", "struct {", "interface {}", "interface {",
    "chan (", "a function that was one is none any more", "extra init expr ",
    "excessively long constant: ", "escape is invalid Unicode code point ", "invalid character ",
    "missing argument", "too many arguments", "invalid argument: cannot make {}{}",
    "type {} of {}", "{} does not match {}", "{} does not {} {} ({}{}",
    "{} label not defined: {}", "invalid {} label {}",
    "range over {} permits {} iteration variable{}", "constant {}overflow",
    "got {} type parameter{}, but receiver base type declares {}",
    "{} undefined (type {} has no {} {})", "invalid argument: {} {} must be integer",
    "invalid argument: {} {} must not be negative",
    "invalid argument: {} {} out of bounds [0:{}]", "{} in conversion to {}",
    "{}: {} refers to itself", "struct containing {} cannot be compared",
    "type parameter {} is not comparable with {}", "untyped {} constant",
    "{} arguments in call to {}\n\thave {}\n\twant {}", "{} return values\n\thave {}\n\twant {}",
    "{} type arguments for type {}: have {}, want {}",
    "invalid operation: {} arguments for {} (expected {}, found {})",
    "{} does not match {} (cannot infer {})", "{} does not match inferred type {} for {}",
};

TEST(CompilerTexts, EveryMessageHasAReading) {
  const Language zh = make_language(LanguageName::Chinese);
  size_t messages = 0;
  for (const char* folder : {"core/check", "core/syntax"}) {
    for (const fs::path& file : files_of(folder, ".cpp")) {
      for (std::string literal : literals_of(text_of(file))) {
        if (!is_message(literal) || kParts.contains(literal)) continue;
        ++messages;
        const bool is_behind = literal.starts_with(", ") || literal.starts_with(" after ") ||
                               literal.starts_with(" at ") || literal.starts_with(" in ");
        if (is_behind) literal = "unexpected {}" + literal;
        EXPECT_TRUE(is_known(zh, literal)) << file.filename() << ": " << literal;
      }
    }
  }
  EXPECT_GT(messages, 300U);
}

// What Go's compiler said of our programs: behind ERROR in .go files, behind === in .txt files.
std::set<std::string> recorded_messages() {
  std::set<std::string> messages;
  static const std::regex kError(R"re(ERROR "(.*?)"(?= ERROR|\s*$))re");
  for (const fs::path& file : files_of("core/testdata/check", ".go")) {
    std::istringstream lines(text_of(file));
    for (std::string line; std::getline(lines, line);) {
      for (std::sregex_iterator it(line.begin(), line.end(), kError), end; it != end; ++it)
        messages.insert((*it)[1].str());
    }
  }
  for (const fs::path& file : files_of("core/testdata/check", ".txt")) {
    static const std::regex kPlace(R"(^main\.go:\d+:\d+: )");
    std::istringstream lines(text_of(file));
    bool is_said = false;
    for (std::string line; std::getline(lines, line);) {
      if (line == "===" || line == "---") {
        is_said = line == "===";
      } else if (is_said) {
        messages.insert(std::regex_replace(line, kPlace, ""));
      }
    }
  }
  return messages;
}

// Words that are in no expression, type or name of those programs.
bool has_english(const std::string& said) {
  static const std::regex kWords(
      "\\b(cannot|invalid|untyped|variable|expected|arguments?|must|missing|constant|does|declaration|"
      "of|with|has|the|not|undefined|declared|operation|literal|unexpected|used|mismatched|redeclared)\\b");
  return std::regex_search(said, kWords);
}

TEST(CompilerTexts, NoEnglishIsLeftOfWhatGoSays) {
  // "1." looks like the end of a sentence.
  const std::set<std::string> left = {"invalid operation: cannot call non-function 1. (untyped float constant 1)"};
  const Language zh = make_language(LanguageName::Chinese);
  const std::set<std::string> messages = recorded_messages();
  EXPECT_GT(messages.size(), 300U);
  for (const std::string& message : messages) {
    const std::string said = zh.said(message);
    EXPECT_TRUE(left.contains(message) || !has_english(said)) << message << "\n=> " << said;
    EXPECT_NE(said, message);
  }
}

TEST(CompilerTexts, SayWhatAnOperandIs) {
  const Language zh = make_language(LanguageName::Chinese);
  EXPECT_EQ(zh.said("cannot use a + b (value of type int) as string value in return statement"),
            "不能在 return 语句中把 a + b（int 类型的值）用作 string 类型的值");
  EXPECT_EQ(zh.said("syntax error: unexpected literal 2, expected expression"),
            "语法错误：意外的字面量 2，应为表达式");
  EXPECT_EQ(zh.said("invalid operation: \"a\" + x (mismatched types untyped string and int)"),
            "无效操作：\"a\" + x（无类型 string 与 int 类型不匹配）");
}

}  // namespace
}  // namespace hmaplab::look
