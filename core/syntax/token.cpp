#include "core/syntax/token.h"

#include <array>

namespace hmaplab::syntax {
namespace {

constexpr auto kSpellings = std::to_array<std::string_view>({
#define TOKEN(name, text) text,
#include "core/syntax/tokens.def"
#undef TOKEN
});

constexpr auto kFirstKeyword = static_cast<size_t>(TokenKind::Break);

}  // namespace

std::string_view spelling(TokenKind kind) { return kSpellings[static_cast<size_t>(kind)]; }

TokenKind keyword_or_name(std::string_view word) {
  for (size_t i = kFirstKeyword; i < kSpellings.size(); ++i) {
    if (kSpellings[i] == word) return static_cast<TokenKind>(i);
  }
  return TokenKind::Name;
}

bool is_keyword(TokenKind kind) { return static_cast<size_t>(kind) >= kFirstKeyword; }

int precedence(TokenKind kind) {
  if (kind == TokenKind::LogicalOr) return 1;
  if (kind == TokenKind::LogicalAnd) return 2;
  if (kind == TokenKind::Equal || kind == TokenKind::NotEqual || kind == TokenKind::Less ||
      kind == TokenKind::LessEqual || kind == TokenKind::Greater ||
      kind == TokenKind::GreaterEqual) {
    return 3;
  }
  if (kind == TokenKind::Add || kind == TokenKind::Subtract || kind == TokenKind::Or ||
      kind == TokenKind::Xor) {
    return 4;
  }
  bool is_fifth = kind == TokenKind::Multiply || kind == TokenKind::Divide ||
                  kind == TokenKind::Remainder || kind == TokenKind::And ||
                  kind == TokenKind::AndNot || kind == TokenKind::ShiftLeft ||
                  kind == TokenKind::ShiftRight;
  return is_fifth ? 5 : 0;
}

TokenKind operator_of_assignment(TokenKind kind) {
  if (kind < TokenKind::AddAssign || kind > TokenKind::AndNotAssign) return TokenKind::EndOfFile;
  auto distance = static_cast<size_t>(kind) - static_cast<size_t>(TokenKind::AddAssign);
  return static_cast<TokenKind>(static_cast<size_t>(TokenKind::Add) + distance);
}

}  // namespace hmaplab::syntax
