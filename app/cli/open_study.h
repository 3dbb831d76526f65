// A program opened for looking at: its session, its beats, and the study that window and picture
// draw.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/cli/open_program.h"
#include "app/shell/session_study.h"
#include "core/session/session.h"

namespace hmaplab::cli {

struct OpenedStudy {
  OpenedProgram program;
  std::unique_ptr<session::Session> session;
  lesson::Places places;  // empty without a lesson
  std::unique_ptr<shell::SessionStudy> study;
};

struct OpenStudyResult {
  std::optional<OpenedStudy> opened;
  int exit_status = 0;
  std::string message;
};

OpenStudyResult open_study(const ProgramOptions& options);

// Moves the study to "", "end" or the number of a beat (from 1); the error says which there are.
base::Result<int> go_to(OpenedStudy& study, const std::string& where);

}  // namespace hmaplab::cli
