#include "core/lesson/lesson_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/bytecode/compiler.h"
#include "core/explore/report.h"
#include "core/lesson/claims.h"
#include "core/lesson/exploration.h"
#include "core/lesson/moment.h"
#include "core/session/exploring.h"

namespace hmaplab::lesson {
namespace {

constexpr size_t kFewestBeats = 4;

// One lesson under examination.
class Examination {
 public:
  Examination(const Lesson& lesson, const LoadedLesson& loaded, std::vector<std::string>& wrong)
      : lesson_(lesson), loaded_(loaded), run_(loaded.session->timeline(0)), wrong_(wrong) {}

  void examine() {
    check_ending();
    check_beats();
    check_translations();
    for (const CensusClaim& census : lesson_.censuses) check_census(census);
    for (size_t i = 0; i < lesson_.questions.size(); ++i) check_question(i);
    for (const Claim& claim : lesson_.claims) check_claim(claim);
  }

 private:
  void fail(uint32_t line, const std::string& sentence) {
    wrong_.push_back(fmt::format("{}/lesson.toml:{}: {}", lesson_.folder, line, sentence));
  }
  void compare(const std::string& what, const std::string& ours, const std::string& gos) {
    if (ours != gos)
      fail(1, fmt::format("{} is \"{}\", go1.23.5 has \"{}\"", what, ours, gos));
  }

  void check_ending() {
    const vm::World& last = loaded_.session->last_world();
    const std::string& text = last.end()->stderr_text;
    compare("standard output", last.stdout_text(), lesson_.expected.stdout_text);
    compare("the first line on standard error", text.substr(0, text.find('\n')),
            lesson_.expected.first_stderr_line);
    compare("the exit status", std::to_string(last.end()->exit_status),
            std::to_string(lesson_.expected.exit_status));
    const auto& recorded = lesson_.recorded;
    if (std::find(recorded.begin(), recorded.end(), lesson_.expected) == recorded.end())
      fail(1, "[expected] is none of the outcomes in recorded.tsv; lessons/record writes them");
  }

  void check_beats() {
    const std::vector<uint32_t>& places = loaded_.places.beats;
    for (size_t i = 1; i < lesson_.beats.size(); ++i) {
      const Moment& at = lesson_.beats[i].at;
      if (at.text == lesson_.beats[i - 1].at.text && places[i] == places[i - 1])
        fail(at.line, fmt::format("\"{}\" is where the beat before it stands", at.text));
    }
    if (lesson_.beats.size() < kFewestBeats) {
      fail(1, fmt::format("{} beats; a lesson has at least {}", lesson_.beats.size(), kFewestBeats));
    }
  }

  void translated(const Bilingual& text, uint32_t line, const std::string& what) {
    if (text.en.empty()) return;
    if (text.zh.empty()) fail(line, fmt::format("{} is not translated: zh is missing", what));
    if (text.zh == text.en) fail(line, fmt::format("{} is the same in both languages", what));
  }
  void check_translations() {
    translated(lesson_.title, 1, "the title");
    translated(lesson_.chapter, 1, "the chapter");
    translated(lesson_.summary, 1, "the summary");
    for (const Beat& beat : lesson_.beats) {
      translated(beat.title, beat.at.line, "the title");
      translated(beat.text, beat.at.line, "the text");
      translated(beat.notes, beat.at.line, "the notes");
    }
    for (const Question& question : lesson_.questions) {
      translated(question.ask, question.line, "the question");
      translated(question.hint, question.line, "the hint");
      translated(question.why, question.line, "the answer's reason");
    }
  }

  void check_census(const CensusClaim& census) {
    auto explored = explore_claim(*loaded_.program, lesson_.options, census);
    if (!explored) return fail(census.line, explored.error());
    const explore::Result& result = explored.value();
    for (const std::string& outcome : census.outcomes) {
      if (find_outcome(result, outcome) == nullptr)
        fail(census.line, fmt::format("no schedule ends with \"{}\"; found: {}", outcome,
                                      list_of(result)));
    }
    for (const std::string& outcome : census.never) {
      if (find_outcome(result, outcome) != nullptr)
        fail(census.line, fmt::format("a schedule ends with \"{}\"", outcome));
    }
    if (!result.complete && !census.never.empty())
      fail(census.line, fmt::format("\"never\" cannot be said: {} states are not all", result.states));
    censuses_.push_back(std::move(explored).value());
  }

  static std::string list_of(const explore::Result& result) {
    std::string list;
    for (const explore::Found& found : result.found) {
      const std::string kind(explore::name(found.outcome.kind));
      list += (list.empty() ? "" : ", ") + kind;
      if (!found.outcome.text.empty()) list += " \"" + found.outcome.text + "\"";
      if (!found.outcome.stdout_text.empty()) list += " printing \"" + found.outcome.stdout_text + "\"";
    }
    return list;
  }

  void check_question(size_t index) {
    const Question& question = lesson_.questions[index];
    const uint32_t position = loaded_.places.questions[index];
    if (question.kind == QuestionKind::Sabotage) return check_sabotage(question, position);
    if (question.kind == QuestionKind::Repair) return check_repair(question);
    const auto options = options_of(question, run_, position, verdict_of(lesson_, question.of));
    if (!options) return fail(question.line, options.error());
    if (options.value().choices.size() < 2) fail(question.line, "there is nothing to choose from");
  }

  void check_sabotage(const Question& question, uint32_t position) {
    const auto before = session::moves_to_explore(*loaded_.session, position);
    const explore::Result result =
        explore_behind(*loaded_.program, lesson_.options, before, ways_of(lesson_));
    if (question.of.empty() || find_outcome(result, question.of) == nullptr)
      fail(question.line, fmt::format("the task cannot be solved: no schedule ends with \"{}\"; found: {}",
                                      question.of, list_of(result)));
  }

  void check_repair(const Question& question) {
    if (lesson_.repaired.empty())
      return fail(question.line, "a repair needs repaired.go, which proves that it can be done");
    if (is_repaired(lesson_.source, question) == true) fail(question.line, "main.go needs no repair");
    if (const auto found = is_repaired(lesson_.repaired, question); found == false)
      fail(question.line, "repaired.go: a schedule fails");
  }

  // Whether no schedule of that program fails; nothing when it does not compile, which is reported.
  std::optional<bool> is_repaired(const std::string& source, const Question& question) {
    bytecode::CompileResult compiled = bytecode::compile_source("repaired.go", source, {});
    if (!compiled.program) {
      fail(question.line, compiled.diagnostics.text(source::SourceFile("repaired.go", source)));
      return std::nullopt;
    }
    CensusClaim ways = ways_of(lesson_);
    ways.preemptions = -1;
    ways.after.clear();
    ways.mode = explore::Mode::Proof;
    const auto result = explore_claim(*compiled.program, lesson_.options, ways);
    if (!result) return std::nullopt;
    return explore::is_proved(result.value());
  }

  void check_claim(const Claim& claim) {
    const ClaimFact* fact = find_claim(claim.id);
    if (fact == nullptr) return fail(claim.line, fmt::format("there is no claim {}", claim.id));
    if (fact->verdict != claim.verdict) {
      fail(claim.line, fmt::format("the verdict on {} is \"{}\", not \"{}\": {}", claim.id,
                                   fact->verdict, claim.verdict, fact->claim));
    }
    if (!is_shown(claim))
      fail(claim.line, fmt::format("nothing shows {} \"{}\"", claim.proof, claim.text));
  }

  bool is_shown(const Claim& claim) const {
    const vm::World& last = loaded_.session->last_world();
    const auto has = [&](const explore::Result& result) {
      return find_outcome(result, claim.text) != nullptr;
    };
    if (claim.proof == "prints") {
      const std::string printed = last.stdout_text() + last.end()->stderr_text;
      return printed.find(claim.text) != std::string::npos;
    }
    if (claim.proof == "at")
      return static_cast<bool>(find_moment(run_, lesson_.source, claim.text, 0));
    if (claim.proof == "outcome") return std::any_of(censuses_.begin(), censuses_.end(), has);
    const auto is_whole = [](const explore::Result& result) { return result.complete; };
    return std::any_of(censuses_.begin(), censuses_.end(), is_whole) &&
           std::none_of(censuses_.begin(), censuses_.end(), has);
  }

  const Lesson& lesson_;
  const LoadedLesson& loaded_;
  const session::Timeline& run_;
  std::vector<std::string>& wrong_;
  std::vector<explore::Result> censuses_;
};

}  // namespace

std::vector<std::string> check_lesson(const Lesson& lesson) {
  const base::Result<LoadedLesson> loaded = open_lesson(lesson);
  if (!loaded) return {loaded.error()};
  std::vector<std::string> wrong;
  Examination(lesson, loaded.value(), wrong).examine();
  return wrong;
}

}  // namespace hmaplab::lesson
