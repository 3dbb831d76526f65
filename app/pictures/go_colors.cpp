#include "app/pictures/go_colors.h"

#include <array>

#include "core/syntax/scanner.h"

namespace hmaplab::pictures {

using look::Color;

namespace {

constexpr std::string_view kBuiltinTypes[] = {
    "any",     "bool",  "byte",   "comparable", "complex64", "complex128", "error", "float32",
    "float64", "int",   "int8",   "int16",      "int32",     "int64",      "rune",  "string",
    "uint",    "uint8", "uint16", "uint32",     "uint64",    "uintptr"};

bool is_builtin_type(std::string_view name) {
  for (const std::string_view type : kBuiltinTypes) {
    if (type == name) return true;
  }
  return false;
}

Color color_of(const syntax::Token& token, std::string_view behind) {
  using Kind = syntax::TokenKind;
  if (syntax::is_keyword(token.kind)) return Color::CodeKeyword;
  if (token.kind == Kind::StringLiteral || token.kind == Kind::RuneLiteral)
    return Color::CodeString;
  if (token.kind == Kind::IntegerLiteral || token.kind == Kind::FloatLiteral ||
      token.kind == Kind::ImaginaryLiteral) {
    return Color::CodeNumber;
  }
  if (token.kind != Kind::Name) return Color::Text;
  if (is_builtin_type(token.text)) return Color::CodeType;
  if (token.text == "nil" || token.text == "true" || token.text == "false" || token.text == "iota")
    return Color::CodeNumber;
  return behind.starts_with('(') ? Color::CodeFunction : Color::Text;
}

}  // namespace

// What lies between tokens is blank or comment.
std::vector<Color> colors_of_bytes(const std::string& source) {
  std::vector<Color> colors(source.size(), Color::CodeComment);
  const source::SourceFile file("main.go", source);
  source::Diagnostics diagnostics;
  syntax::Scanner scanner(file, diagnostics);
  for (syntax::Token token = scanner.next(); token.kind != syntax::TokenKind::EndOfFile;
       token = scanner.next()) {
    if (token.automatic) continue;
    const size_t begin = token.span.begin.offset;
    const size_t end = std::min<size_t>(token.span.end.offset, source.size());
    const Color color = color_of(token, std::string_view(source).substr(end));
    for (size_t i = begin; i < end; ++i) colors[i] = color;
  }
  return colors;
}

namespace {

void append(CodeLine& line, std::string_view text, Color color) {
  if (line.empty() || line.back().color != color) line.push_back({.text = {}, .color = color});
  line.back().text += text;
}

}  // namespace

std::vector<CodeLine> colored_code(const std::string& source, int tab_width) {
  const std::vector<Color> colors = colors_of_bytes(source);
  const std::string tab(static_cast<size_t>(tab_width), ' ');
  std::vector<CodeLine> lines(1);
  for (size_t i = 0; i < source.size(); ++i) {
    const char byte = source[i];
    if (byte == '\n') {
      lines.emplace_back();
    } else if (byte == '\t' || byte == ' ') {  // a blank belongs to what stands before it
      const Color color = lines.back().empty() ? Color::Text : lines.back().back().color;
      append(lines.back(), byte == '\t' ? std::string_view(tab) : " ", color);
    } else if (byte != '\r') {
      append(lines.back(), std::string_view(source).substr(i, 1), colors[i]);
    }
  }
  if (lines.back().empty()) lines.pop_back();
  return lines;
}

}  // namespace hmaplab::pictures
