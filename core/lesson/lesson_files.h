// The lessons that are built into the program: the files of lessons/.
#pragma once

#include <span>

#include "core/base/embedded_file.h"

namespace hmaplab::lesson {

// lesson.toml and main.go of each lesson, lesson by lesson.
std::span<const base::EmbeddedFile> lesson_files();

}  // namespace hmaplab::lesson
