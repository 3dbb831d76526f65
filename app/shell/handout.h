// Several moments of a run on one sheet, each with its caption: for paper. Each picture is the window's
// own frame, without the toolbar, which is of no use there.
#pragma once

#include <string>
#include <vector>

#include "app/shell/still.h"

namespace hmaplab::shell {

struct HandoutMoment {
  pictures::Command go;  // leads there
  std::string caption;
};

// The beats of a lesson; of a program without beats so many steps, as far apart as can be.
std::vector<HandoutMoment> moments_of(const pictures::Run& run, size_t count,
                                     look::LanguageName language = look::LanguageName::English);
std::vector<HandoutMoment> moments_at(const pictures::Run& run, const std::vector<uint32_t>& steps);

struct Handout {
  size_t places = 4;  // 1 to pictures::kMostOnASheet
  std::vector<HandoutMoment> moments;
  size_t sheet = 0;  // which of the sheets that they fill
  size_t sheets() const { return (moments.size() + places - 1) / places; }
};

// `options.size` is that of the sheet; `options.scale` makes the pictures' texts so many times larger.
base::Result<platform::Image> render_handout(Study& study, const Handout& handout,
                                             const StillOptions& options);
base::Result<std::string> handout_svg(Study& study, const Handout& handout,
                                      const StillOptions& options);

}  // namespace hmaplab::shell
