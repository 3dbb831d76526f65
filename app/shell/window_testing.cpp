// A real window over made-up moments, for window_test.sh: it needs no engine.
#include <cstdio>

#include "app/shell/desktop.h"
#include "app/shell/made_up_study_testing.h"

int main() {
  hmaplab::shell::MadeUpStudy study(hmaplab::pictures::made_up_two_writers());
  const auto ran = hmaplab::shell::run_window(study);
  if (!ran) std::fprintf(stderr, "%s\n", ran.error().c_str());
  return ran ? 0 : 1;
}
