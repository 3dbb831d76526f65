#include "app/pictures/question_picture.h"

#include <fmt/core.h>

#include <algorithm>

#include "app/pictures/narration.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kButton = 26;
constexpr float kGap = 6;

class QuestionCard {
 public:
  QuestionCard(Sketch& sketch, float top, const QuestionMark& question, const Asked& asked)
      : sketch_(sketch), question_(question), asked_(asked), top_(top), y_(top + 8) {}

  float draw() {
    narrate(question_.ask);
    question_.is_prediction() ? draw_choices() : draw_task();
    if (asked_.answer || asked_.solved) draw_answer();
    draw_hints();
    sketch_.box({.rect = {0, top_, 3, y_ - top_}, .fill = Color::Accent, .round = 1.5F});
    return y_ - top_ + 8;
  }

 private:
  static constexpr float kLeft = 12;

  float width() const { return sketch_.width() - kLeft; }
  void words(const std::string& text, TextStyle style, Color color) {
    y_ += sketch_.paragraph({kLeft, y_}, width(), text, {.style = style, .color = color}) + kGap;
  }

  void narrate(const lesson::Bilingual& text) {
    y_ += draw_narration(sketch_, {kLeft, y_}, width(), sketch_.told(text)) + kGap;
  }

  void draw_choices() {
    float x = kLeft;
    for (size_t i = 0; i < question_.choices.size(); ++i) {
      const std::string& text = question_.choices[i];
      const float room = std::min(sketch_.text_width(TextStyle::Body, text) + 44, width());
      if (x > kLeft && x + room > kLeft + width()) {
        x = kLeft;
        y_ += kButton + kGap;
      }
      draw_choice({x, y_, room, kButton}, i, text);
      x += room + kGap;
    }
    y_ += kButton + kGap + 2;
  }

  void draw_choice(const Rect& place, size_t index, const std::string& text) {
    const bool is_struck = index < asked_.struck.size() && asked_.struck[index] && !asked_.answer;
    const bool is_right = asked_.answer && index == question_.right;
    const bool is_wrong = asked_.answer == index && !is_right;
    const Color fill = is_right ? Color::OkSoft : is_wrong ? Color::DangerSoft : Color::Raised;
    const Color border = is_right ? Color::Ok : is_wrong ? Color::Danger : Color::RaisedBorder;
    sketch_.card(place, fill, border);
    Rect inside = place;
    inside.cut_left(8);
    if (asked_.answer) {
      const Rect mark{inside.x, place.y + 6, 14, 14};
      if (is_right || is_wrong)
        sketch_.icon(mark, is_right ? Shape::Dot : Shape::Cross, border);
      inside.cut_left(20);
    } else {
      inside.cut_left(sketch_.key_cap({inside.x, place.y + 4}, std::to_string(index + 1)) + 6);
    }
    sketch_.label(inside, text,
                  {.style = TextStyle::Body,
                   .color = is_struck ? Color::TextFaint : Color::Text,
                   .struck = is_struck});
    if (!asked_.answer) sketch_.hit(place, {.kind = Command::Kind::Answer, .number = index});
  }

  void draw_task() {
    const bool is_repair = question_.kind == lesson::QuestionKind::Repair;
    words(is_repair ? "E edits the program; Ctrl Shift Enter explores all its schedules."
                    : "Choose who moves (1 to 9) until the run ends like this:",
          TextStyle::Small, Color::TextDim);
    if (!is_repair) words(question_.goal, TextStyle::CodeSmall, Color::DangerText);
    if (!asked_.solved) return;
    const std::string done =
        is_repair ? "Solved: no schedule fails."
                  : fmt::format("Solved with {} context switches.", asked_.switches.value_or(0));
    words(done, TextStyle::Strong, Color::Text);
  }

  void draw_answer() {
    if (question_.is_prediction())
      words(asked_.answer == question_.right ? "Right." : "Not so.", TextStyle::Strong, Color::Text);
    narrate(question_.why);
  }

  void draw_hints() {
    if (asked_.hints >= 1) narrate(question_.hint);
    if (!asked_.second.empty()) words(asked_.second, TextStyle::Small, Color::TextDim);
    if (!asked_.third.empty())
      words(asked_.third, question_.is_prediction() ? TextStyle::Small : TextStyle::CodeSmall,
            Color::TextDim);
    if (asked_.hints >= 3 || asked_.answer || asked_.solved) return;
    const std::string text = fmt::format("hint {} of 3", asked_.hints + 1);
    const Rect line{kLeft, y_, width(), 22};
    Rect rest = line;
    rest.cut_left(sketch_.key_cap({line.x, line.y + 1}, "I") + 8);
    sketch_.label(rest, text, {.style = TextStyle::Small, .color = Color::TextDim});
    sketch_.hit(line, {.kind = Command::Kind::Hint});
    y_ += line.h;
  }

  Sketch& sketch_;
  const QuestionMark& question_;
  const Asked& asked_;
  float top_;
  float y_;
};

}  // namespace

float draw_question(Sketch& sketch, float top, const Run& run, const Moment& moment) {
  if (!moment.asked || moment.asked->question >= run.questions.size()) return 0;
  return QuestionCard(sketch, top, run.questions[moment.asked->question], *moment.asked).draw();
}

std::string question_text(const Run& run, const Moment& moment, lesson::Language language) {
  if (!moment.asked || moment.asked->question >= run.questions.size()) return "";
  const Asked& asked = *moment.asked;
  const QuestionMark& question = run.questions[asked.question];
  std::string text = "question: " + question.ask.in(language) + "\n";
  for (size_t i = 0; i < question.choices.size(); ++i) {
    const bool is_struck = i < asked.struck.size() && asked.struck[i] && !asked.answer;
    const bool is_right = asked.answer && i == question.right;
    text += fmt::format("  {}. {}{}{}\n", i + 1, question.choices[i],
                        is_struck ? " (not this one)" : "", is_right ? " (right)" : "");
  }
  if (!question.goal.empty() && !question.is_prediction()) text += "  goal: " + question.goal + "\n";
  if (asked.answer) text += "  answered: " + question.choices[*asked.answer] + "\n";
  if (asked.solved && !question.is_prediction()) text += "  solved\n";
  if (asked.answer || asked.solved) text += "  " + question.why.in(language) + "\n";
  if (asked.hints >= 1) text += "  hint: " + question.hint.in(language) + "\n";
  if (!asked.second.empty()) text += "  hint: " + asked.second + "\n";
  if (!asked.third.empty()) text += "  hint: " + asked.third + "\n";
  return text;
}

}  // namespace hmaplab::pictures
