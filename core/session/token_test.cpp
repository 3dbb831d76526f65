#include "core/session/token.h"

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace hmaplab::session {
namespace {

using schedule::Move;

Token random_token(base::RandomStream& random) {
  Token token{.program = static_cast<uint32_t>(random.below(1 << 24))};
  if (random.below(2) == 0) token.seed = random.next();
  if (random.below(4) == 0) token.procs = 1 + static_cast<uint32_t>(random.below(64));
  if (random.below(4) == 0) token.go_minor = 21;
  if (random.below(4) == 0) token.memory = static_cast<uint32_t>(random.below(3));
  const char* names[] = {"g1", "g2", "g17", "g3.1.2", "clock", "gc", "finalizer"};
  for (uint64_t left = random.below(12); left > 0; --left) {
    const schedule::Actor actor = *schedule::actor_named(names[random.below(std::size(names))]);
    const uint32_t choice =
        random.below(5) == 0 ? static_cast<uint32_t>(random.below(9)) : Move::kNoChoice;
    token.moves.insert(token.moves.end(), choice == Move::kNoChoice ? 1 + random.below(300) : 1,
                       Move(actor, choice));
  }
  return token;
}

TEST(Token, ComesBackAsItWas) {
  base::RandomStream random{7};
  for (int i = 0; i < 500; ++i) {
    const Token token = random_token(random);
    const auto back = parse_token(to_text(token));
    ASSERT_TRUE(back) << to_text(token) << ": " << back.error();
    EXPECT_EQ(back.value(), token);
  }
}

// Typed by somebody in a hurry.
TEST(Token, ForgivesHowItIsWritten) {
  base::RandomStream random{8};
  for (int i = 0; i < 100; ++i) {
    const Token token = random_token(random);
    std::string typed;
    for (char c : to_text(token)) {
      if (c == '-') {
        typed += random.below(2) == 0 ? " " : "";
      } else {
        typed += c == '0' ? 'o' : c == '1' && typed.size() > 1 ? 'l' : static_cast<char>(std::tolower(c));
      }
    }
    const auto back = parse_token(typed);
    ASSERT_TRUE(back) << typed << ": " << back.error();
    EXPECT_EQ(back.value(), token);
  }
}

// One wrong letter is never taken for another step.
TEST(Token, RefusesMistypedOnes) {
  constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  base::RandomStream random{9};
  int accepted = 0;
  int tried = 0;
  for (int i = 0; i < 100; ++i) {
    const Token token = random_token(random);
    const std::string text = to_text(token);
    for (size_t at = 2; at < text.size(); ++at) {
      if (text[at] == '-') continue;
      std::string wrong = text;
      wrong[at] = kLetters[(kLetters.find(text[at]) + 1 + random.below(31)) % 32];
      const auto back = parse_token(wrong);
      ++tried;
      if (back && !(back.value() == token)) ++accepted;
    }
  }
  EXPECT_GT(tried, 1000);
  EXPECT_LE(accepted, tried / 5000);  // a check sum of 16 bits
}

TEST(Token, SaysWhatIsWrong) {
  EXPECT_EQ(parse_token("hello").error(), "a token begins with G1");
  EXPECT_EQ(parse_token("G2-0000").error(),
            "this version knows tokens that begin with G1, not G2");
  EXPECT_EQ(parse_token("G1-00!0").error(), "\"!\" is no letter of a token");
  EXPECT_EQ(parse_token("G1-0000").error(), "the token is too short");
  EXPECT_EQ(parse_token("G1-0000-0000-0000-0000").error(),
            "the check sum does not fit: a letter is wrong or missing");
}

}  // namespace
}  // namespace hmaplab::session
