// A lesson with its study, as the program itself opens it; for tests.
#pragma once

#include <memory>
#include <utility>

#include "app/shell/session_study.h"
#include "core/lesson/lesson.h"

namespace hmaplab::shell {

class OpenLesson {
 public:
  explicit OpenLesson(const lesson::Lesson& lesson) : loaded_(lesson::open_lesson(lesson).value()) {
    pictures::RunTexts texts{
        .title = lesson.title, .chapter = lesson.chapter, .source = lesson.source};
    for (size_t i = 0; i < lesson.beats.size(); ++i) {
      texts.beats.push_back({.title = lesson.beats[i].title,
                             .text = lesson.beats[i].text,
                             .focus = lesson.beats[i].focus,
                             .position = loaded_.places.beats[i]});
    }
    study_ = std::make_unique<SessionStudy>(*loaded_.session, std::move(texts));
  }
  session::Session& session() { return *loaded_.session; }
  SessionStudy& study() { return *study_; }

 private:
  lesson::LoadedLesson loaded_;
  std::unique_ptr<SessionStudy> study_;
};

}  // namespace hmaplab::shell
