// Reading lesson.toml.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <sstream>

#include "core/lesson/lesson.h"
#include "core/lesson/table_reader.h"

namespace hmaplab::lesson {

namespace {

constexpr size_t kMostWords = 60;       // of a beat's text
constexpr size_t kMostCharacters = 130;  // of the same in Chinese

size_t count_words(std::string_view text) {
  size_t words = 0;
  bool inside = false;
  for (char c : text) {
    bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

// Those of three bytes and more in UTF-8: what is not Latin.
size_t count_chinese(std::string_view text) {
  return static_cast<size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xe0; }));
}

const std::map<std::string, QuestionKind> kKinds = {
    {"bucket", QuestionKind::Bucket},       {"slot", QuestionKind::Slot},
    {"goroutine", QuestionKind::Goroutine}, {"line", QuestionKind::Line},
    {"outcome", QuestionKind::Outcome},     {"output", QuestionKind::Output},
    {"claim", QuestionKind::Claim},         {"sabotage", QuestionKind::Sabotage},
    {"repair", QuestionKind::Repair}};
const std::map<std::string, explore::Mode> kModes = {{"census", explore::Mode::Census},
                                                     {"", explore::Mode::Census},
                                                     {"proof", explore::Mode::Proof}};
const std::map<std::string, explore::Points> kPoints = {{"access", explore::Points::Access},
                                                        {"", explore::Points::Access},
                                                        {"operation", explore::Points::Operation},
                                                        {"sync", explore::Points::Sync}};
const std::map<std::string, memory::MemoryOrder> kMemories = {{"", memory::MemoryOrder::Sc},
                                                              {"sc", memory::MemoryOrder::Sc},
                                                              {"tso", memory::MemoryOrder::Tso},
                                                              {"pso", memory::MemoryOrder::Pso}};

// The word behind a key, as one of a closed list.
template <class Value>
Value one_of(TableReader& reader, const char* key, Need need,
             const std::map<std::string, Value>& known) {
  const std::string text = reader.text(key, need);
  const auto found = known.find(text);
  if (found != known.end()) return found->second;
  std::string list;
  for (const auto& [word, value] : known)
    if (!word.empty()) list += (list.empty() ? "" : ", ") + word;
  reader.fail(reader.line(), fmt::format("\"{}\" is not one of: {}", text, list));
  return known.begin()->second;
}

Beat read_beat(TableReader& reader) {
  reader.allow_only({"at", "title", "text", "focus", "map", "notes"});
  Beat beat{.at = {reader.text("at", Need::Required), reader.line()},
            .title = reader.both("title", Need::Required),
            .text = reader.both("text", Need::Required),
            .focus = reader.text("focus", Need::Optional),
            .map = reader.text("map", Need::Optional),
            .notes = reader.both("notes", Need::Optional)};
  if (count_words(beat.text.en) > kMostWords) {
    reader.fail(reader.line(), fmt::format("the text of \"{}\" has {} words; {} is the most",
                                           beat.title.en, count_words(beat.text.en), kMostWords));
  }
  if (count_chinese(beat.text.zh) > kMostCharacters) {
    reader.fail(reader.line(),
                fmt::format("the Chinese text of \"{}\" has {} characters; {} is the most",
                            beat.title.en, count_chinese(beat.text.zh), kMostCharacters));
  }
  if (std::find(std::begin(kFocuses), std::end(kFocuses), beat.focus) == std::end(kFocuses))
    reader.fail(reader.line(), fmt::format("\"{}\" cannot be focused on", beat.focus));
  return beat;
}

Question read_question(TableReader& reader) {
  reader.allow_only({"kind", "at", "ask", "hint", "why", "of", "choices"});
  return {.kind = one_of(reader, "kind", Need::Required, kKinds),
          .at = reader.text("at", Need::Required),
          .ask = reader.both("ask", Need::Required),
          .hint = reader.both("hint", Need::Required),
          .why = reader.both("why", Need::Required),
          .of = reader.text("of", Need::Optional),
          .choices = reader.texts("choices"),
          .line = reader.line()};
}

CensusClaim read_census(TableReader& reader) {
  reader.allow_only({"after", "mode", "points", "preemptions", "outcomes", "never"});
  return {.after = reader.text("after", Need::Optional),
          .mode = one_of(reader, "mode", Need::Optional, kModes),
          .points = one_of(reader, "points", Need::Optional, kPoints),
          .preemptions = static_cast<int>(reader.number("preemptions").value_or(-1)),
          .outcomes = reader.texts("outcomes"),
          .never = reader.texts("never"),
          .line = reader.line()};
}

// One of these keys proves the claim.
Claim read_claim(TableReader& reader) {
  reader.allow_only({"id", "verdict", "prints", "outcome", "never", "at"});
  Claim claim{.id = reader.text("id", Need::Required),
              .verdict = reader.text("verdict", Need::Required),
              .line = reader.line()};
  for (const char* key : {"prints", "outcome", "never", "at"}) {
    if (!reader.has(key)) continue;
    if (!claim.proof.empty())
      reader.fail(reader.line(), "one proof is enough: prints, outcome, never or at");
    claim.proof = key;
    claim.text = reader.text(key, Need::Required);
  }
  if (claim.text.empty())
    reader.fail(reader.line(), "a claim needs its proof: prints, outcome, never or at");
  return claim;
}

// A line of recorded.tsv: count, exit status, standard output, first line on standard error.
std::string unescaped(std::string_view text) {
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      plain += text[i];
    } else {
      ++i;
      plain += text[i] == 'n' ? '\n' : text[i] == 't' ? '\t' : text[i];
    }
  }
  return plain;
}

std::vector<Expectation> read_recorded(const std::string& text) {
  std::vector<Expectation> recorded;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    std::istringstream cells(line);
    std::string count, exit, out, err;
    std::getline(cells, count, '\t');
    std::getline(cells, exit, '\t');
    std::getline(cells, out, '\t');
    std::getline(cells, err, '\t');
    recorded.push_back({unescaped(out), unescaped(err), exit.empty() ? 0 : std::atoi(exit.c_str())});
  }
  return recorded;
}

void read_expected(TableReader& reader, Expectation& expected) {
  reader.allow_only({"stdout", "stderr", "exit"});
  expected = {reader.text("stdout", Need::Required), reader.text("stderr", Need::Required),
              static_cast<int>(reader.number("exit").value_or(0))};
}

}  // namespace

base::Result<Lesson> load_lesson(const std::string& folder_name, const LessonTexts& texts) {
  const std::string file = folder_name + "/lesson.toml";
  const auto table = parse_toml(texts.toml, file);
  if (!table) return base::Error{table.error()};
  std::string error;
  TableReader reader(table.value(), file, error);
  reader.allow_only({"title", "chapter", "summary", "seed", "go", "memory", "schedule", "expected", "beat",
                     "question", "census", "claim"});
  Lesson lesson{.folder = folder_name,
                .title = reader.both("title", Need::Required),
                .chapter = reader.both("chapter", Need::Required),
                .summary = reader.both("summary", Need::Required),
                .source = texts.source,
                .repaired = texts.repaired,
                .schedule = reader.text("schedule", Need::Required)};
  const size_t underscore = folder_name.find('_');
  lesson.name = underscore == std::string::npos ? folder_name : folder_name.substr(underscore + 1);
  lesson.options.seed = static_cast<uint64_t>(reader.number("seed").value_or(1));
  lesson.options.go_minor = static_cast<int>(reader.number("go").value_or(lesson.options.go_minor));
  lesson.options.memory = one_of(reader, "memory", Need::Optional, kMemories);
  lesson.recorded = read_recorded(texts.recorded);
  if (!reader.has("expected"))
    reader.fail(1, "[expected] is missing: what go1.23.5 does (lessons/record tells)");
  reader.each("expected", [&](TableReader& entry) { read_expected(entry, lesson.expected); });
  reader.each("beat", [&](TableReader& entry) { lesson.beats.push_back(read_beat(entry)); });
  reader.each("question",
              [&](TableReader& entry) { lesson.questions.push_back(read_question(entry)); });
  reader.each("census", [&](TableReader& entry) { lesson.censuses.push_back(read_census(entry)); });
  reader.each("claim", [&](TableReader& entry) { lesson.claims.push_back(read_claim(entry)); });
  if (lesson.beats.empty()) reader.fail(1, "a lesson needs [[beat]] entries");
  if (!error.empty()) return base::Error{error};
  return lesson;
}

}  // namespace hmaplab::lesson
