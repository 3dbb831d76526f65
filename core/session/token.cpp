#include "core/session/token.h"

#include <fmt/format.h>

#include <cctype>
#include <optional>

#include "core/base/hash.h"
#include "core/schedule/schedule.h"

namespace hmaplab::session {

using schedule::Actor;
using schedule::Move;

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view kPrefix = "G1";  // 1: the version
constexpr size_t kGroup = 4;                // letters between dashes
constexpr uint64_t kMostMoves = 10'000'000;

// Lanes have small numbers of their own, goroutines follow.
constexpr Actor kLanes[] = {schedule::kClock, schedule::kCollector, schedule::kFinalizer};

using Bytes = std::vector<uint8_t>;

void put(Bytes& bytes, uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes.push_back(static_cast<uint8_t>(value | 0x80));
  bytes.push_back(static_cast<uint8_t>(value));
}

// Reads what put() wrote; nothing behind the end.
class Source {
 public:
  explicit Source(const Bytes& bytes) : bytes_(bytes) {}
  uint64_t next() {
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (at_ == bytes_.size()) break;
      const uint8_t byte = bytes_[at_++];
      value |= uint64_t{byte & 0x7fu} << shift;
      if ((byte & 0x80) == 0) return value;
    }
    ended_ = true;
    return 0;
  }
  bool ended_early() const { return ended_; }
  bool is_at_end() const { return at_ == bytes_.size(); }

 private:
  const Bytes& bytes_;
  size_t at_ = 0;
  bool ended_ = false;
};

uint64_t number_of(Actor actor) {
  for (uint64_t lane = 0; lane < std::size(kLanes); ++lane) {
    if (kLanes[lane] == actor) return lane;
  }
  return actor.value + std::size(kLanes) - 1;
}

Actor actor_of(uint64_t number) {
  return number < std::size(kLanes) ? kLanes[number] : Actor{number - std::size(kLanes) + 1};
}

uint16_t check_sum(const Bytes& bytes) {
  base::Hasher hasher;
  hasher.add_bytes(bytes.data(), bytes.size());
  return static_cast<uint16_t>(hasher.finish().low);
}

std::string letters_of(const Bytes& bytes) {
  std::string letters;
  uint32_t bits = 0;
  unsigned held = 0;
  for (uint8_t byte : bytes) {
    bits = bits << 8 | byte;
    for (held += 8; held >= 5; held -= 5) letters += kAlphabet[bits >> (held - 5) & 31];
  }
  if (held > 0) letters += kAlphabet[bits << (5 - held) & 31];
  return letters;
}

base::Result<Bytes> bytes_of(std::string_view letters) {
  Bytes bytes;
  uint32_t bits = 0;
  unsigned held = 0;
  for (char letter : letters) {
    const size_t value = kAlphabet.find(letter);
    if (value == std::string_view::npos)
      return base::Error{fmt::format("\"{}\" is no letter of a token", letter)};
    bits = bits << 5 | static_cast<uint32_t>(value);
    if ((held += 5) >= 8) bytes.push_back(static_cast<uint8_t>(bits >> (held -= 8)));
  }
  return bytes;
}

// As somebody may have typed it: o for 0, l for 1, small letters, any dashes.
std::string tidy(std::string_view text) {
  std::string plain;
  for (char c : text) {
    const char upper = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    if (upper == '-' || std::isspace(static_cast<unsigned char>(c))) continue;
    plain += upper == 'O' ? '0' : upper == 'I' || upper == 'L' ? '1' : upper;
  }
  return plain;
}

void put_moves(Bytes& bytes, const std::vector<Move>& moves) {
  const schedule::Schedule schedule = schedule::recorded(moves);
  put(bytes, schedule.orders.size());
  for (const schedule::Order& order : schedule.orders) {
    const bool chooses = order.choice != Move::kNoChoice;
    put(bytes, number_of(order.actor));
    put(bytes, order.steps << 1 | static_cast<uint64_t>(chooses));
    if (chooses) put(bytes, order.choice);
  }
}

bool take_moves(Source& source, std::vector<Move>& moves) {
  for (uint64_t left = source.next(); left > 0 && !source.ended_early(); --left) {
    const Actor actor = actor_of(source.next());
    const uint64_t steps = source.next();
    const uint32_t choice =
        (steps & 1) != 0 ? static_cast<uint32_t>(source.next()) : Move::kNoChoice;
    if ((steps >> 1) + moves.size() > kMostMoves) return false;
    moves.insert(moves.end(), steps >> 1, Move(actor, choice));
  }
  return !source.ended_early() && source.is_at_end();
}

}  // namespace

uint32_t program_id(std::string_view source) {
  base::Hasher hasher;
  hasher.add(source);
  return static_cast<uint32_t>(hasher.finish().low & 0xffffff);
}

std::string to_text(const Token& token) {
  Bytes bytes;
  for (unsigned shift : {0u, 8u, 16u}) bytes.push_back(static_cast<uint8_t>(token.program >> shift));
  const bool plain = token == Token{.program = token.program, .moves = token.moves};
  bytes.push_back(plain ? 0 : 1);
  if (!plain) {
    for (uint64_t option : {token.seed, uint64_t{token.procs}, uint64_t{token.go_minor}, uint64_t{token.memory}})
      put(bytes, option);
  }
  put_moves(bytes, token.moves);
  const uint16_t sum = check_sum(bytes);
  bytes.push_back(static_cast<uint8_t>(sum));
  bytes.push_back(static_cast<uint8_t>(sum >> 8));
  std::string text(kPrefix);
  const std::string letters = letters_of(bytes);
  for (size_t i = 0; i < letters.size(); i += kGroup) text += "-" + letters.substr(i, kGroup);
  return text;
}

base::Result<Token> parse_token(std::string_view text) {
  const std::string plain = tidy(text);
  if (!plain.starts_with(kPrefix[0])) return base::Error{"a token begins with G1"};
  if (!plain.starts_with(kPrefix))
    return base::Error{fmt::format("this version knows tokens that begin with {}, not {}", kPrefix, plain.substr(0, 2))};
  base::Result<Bytes> read = bytes_of(std::string_view(plain).substr(kPrefix.size()));
  if (!read) return base::Error{read.error()};
  Bytes bytes = read.value();
  constexpr size_t kShortest = 7;
  if (bytes.size() < kShortest) return base::Error{"the token is too short"};
  const auto sum = static_cast<uint16_t>(bytes[bytes.size() - 2] | bytes.back() << 8);
  bytes.resize(bytes.size() - 2);
  if (check_sum(bytes) != sum)
    return base::Error{"the check sum does not fit: a letter is wrong or missing"};
  Token token;
  token.program = bytes[0] | uint32_t{bytes[1]} << 8 | uint32_t{bytes[2]} << 16;
  const Bytes rest(bytes.begin() + 3, bytes.end());
  Source source(rest);
  if (source.next() != 0) {
    token.seed = source.next();
    token.procs = static_cast<uint32_t>(source.next());
    token.go_minor = static_cast<uint32_t>(source.next());
    token.memory = static_cast<uint32_t>(source.next());
  }
  if (!take_moves(source, token.moves)) return base::Error{"the token is damaged"};
  return token;
}

}  // namespace hmaplab::session
