// OpenDialog: choosing a Go file or a lesson. An empty field offers the recent files and the lessons; what is typed
// is completed from the folder that it names. It opens nothing itself: it says what was chosen.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/pictures/desk.h"
#include "app/platform/keys.h"
#include "app/shell/recent_files.h"

namespace hmaplab::shell {

class OpenDialog {
 public:
  // The box and the recent files must outlive the dialog.
  OpenDialog(pictures::OpenBox& box, RecentFiles& recent, std::vector<pictures::OpenChoice> lessons)
      : box_(box), recent_(recent), lessons_(std::move(lessons)) {}

  void begin();
  // What is to be opened now: a path, or the name of a lesson.
  std::optional<std::string> type(const platform::KeyPress& press);
  // Takes over one of the choices; a folder is gone into, anything else is to be opened.
  std::optional<std::string> take(size_t number);

 private:
  std::optional<std::string> enter();
  void complete();
  void list_choices();
  void list_folder(const std::string& typed);

  pictures::OpenBox& box_;
  RecentFiles& recent_;
  std::vector<pictures::OpenChoice> lessons_;
};

}  // namespace hmaplab::shell
