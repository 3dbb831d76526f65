// The clipboard of the desktop, through Dear ImGui. Without a window it is empty.
#pragma once

#include <string>

namespace hmaplab::platform {

std::string clipboard_text();
void set_clipboard_text(const std::string& text);

}  // namespace hmaplab::platform
