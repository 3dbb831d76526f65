// Subject: a program that is studied, with all that this needs, and what another study of the same
// program, or of an edited one, is made from.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/pictures/desk.h"
#include "app/shell/session_study.h"
#include "core/schedule/schedule.h"
#include "core/vm/options.h"

namespace hmaplab::shell {

struct Subject {
  std::shared_ptr<void> held;  // what the study points to, and the study
  SessionStudy* study = nullptr;
  std::string name;    // by which it was opened: an absolute path, or the name of a lesson
  std::string place;   // the file, or the folder of a lesson, that it was read from; "" for what is built in
  std::string file;    // "main.go"
  std::string source;  // "" when it cannot be edited
  vm::Options options;
  schedule::Schedule schedule;  // that its first run follows
};

// What became of opening a file or a lesson.
struct Opened {
  std::optional<Subject> subject;
  std::string message;  // why there is none
};

// What the compiler says of a text.
struct Checked {
  std::vector<pictures::Remark> remarks;  // empty: it compiles
};
Checked check_source(const std::string& file, const std::string& source, const vm::Options& options);

// The program with another text: the same options, the same schedule as far as it fits. It has no beats, since
// those tell of the original.
struct Prepared {
  std::optional<Subject> subject;         // nothing: it does not compile
  std::vector<pictures::Remark> remarks;  // then
  std::string difference;                 // where the schedule did not fit
};
struct EditedText {
  lesson::Bilingual title;  // of the original
  std::string file;
  std::string source;
  vm::Options options;
  schedule::Schedule schedule;
};
Prepared prepare(const EditedText& edited);

}  // namespace hmaplab::shell
