// The courses that are built into the program: the files of lessons/courses/.
#pragma once

#include <span>

#include "core/base/embedded_file.h"

namespace hmaplab::lesson {

std::span<const base::EmbeddedFile> course_files();

}  // namespace hmaplab::lesson
