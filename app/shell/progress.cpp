#include "app/shell/progress.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/lesson/table_reader.h"

namespace hmaplab::shell {
namespace {

// What came of a question; "" while nothing did.
std::string result_of(const pictures::QuestionMark& question, const pictures::Asked& asked) {
  if (question.is_prediction()) {
    if (!asked.answer) return "";
    return *asked.answer == question.right ? "right" : "wrong";
  }
  if (!asked.solved) return "";
  return asked.switches ? fmt::format("solved {}", *asked.switches) : "solved";
}

bool is_plain(const std::string& name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  });
}

}  // namespace

Progress Progress::parse(const std::string& text) {
  Progress progress;
  const auto table = lesson::parse_toml(text, "progress.toml");
  if (!table) return progress;
  for (const auto& [name, node] : table.value()) {
    const toml::table* entry = node.as_table();
    if (entry == nullptr) continue;
    LessonProgress& lesson = progress.lessons_[std::string(name.str())];
    lesson.beats = static_cast<size_t>(std::max<int64_t>(0, (*entry)["beats"].value_or(int64_t{0})));
    lesson.of = static_cast<size_t>(std::max<int64_t>(0, (*entry)["of"].value_or(int64_t{0})));
    if (const toml::array* questions = (*entry)["questions"].as_array())
      for (const toml::node& question : *questions)
        lesson.questions.push_back(question.value_or(std::string()));
  }
  return progress;
}

std::string Progress::to_text() const {
  std::string text;
  for (const auto& [name, lesson] : lessons_) {
    std::string questions;
    for (const std::string& question : lesson.questions)
      questions += (questions.empty() ? "\"" : ", \"") + question + "\"";
    text += fmt::format("[{}]\nbeats = {}\nof = {}\nquestions = [{}]\n\n", name, lesson.beats,
                        lesson.of, questions);
  }
  return text;
}

std::string Progress::to_json() const {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const auto& [name, lesson] : lessons_)
    all.push_back({{"lesson", name},
                   {"beats", lesson.beats},
                   {"of", lesson.of},
                   {"questions", lesson.questions}});
  return all.dump(2) + "\n";
}

bool Progress::note(const std::string& lesson, const pictures::Run& run,
                    const pictures::Moment& moment) {
  if (!is_plain(lesson) || run.beats.empty()) return false;
  LessonProgress& known = lessons_[lesson];
  const LessonProgress before = known;
  known.of = run.beats.size();
  if (moment.beat) known.beats = std::max(known.beats, *moment.beat + 1);
  known.questions.resize(run.questions.size());
  if (moment.asked) {
    const std::string result = result_of(run.questions[moment.asked->question], *moment.asked);
    if (!result.empty()) known.questions[moment.asked->question] = result;
  }
  return known != before;
}

}  // namespace hmaplab::shell
