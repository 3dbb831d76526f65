#include "app/platform/frame_renderer.h"

#include <backends/imgui_impl_opengl3.h>
#include <glad/gl.h>
#include <imgui.h>

#include <algorithm>
#include <string>

namespace hmaplab::platform {

FrameRenderer::FrameRenderer() {
  IMGUI_CHECKVERSION();
  context_ = ImGui::CreateContext();
  use();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;  // nothing is written beside the program
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  ImGui_ImplOpenGL3_Init("#version 330 core");
}

FrameRenderer::~FrameRenderer() {
  use();
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext(context_);
}

void FrameRenderer::use() { ImGui::SetCurrentContext(context_); }

void FrameRenderer::begin() {
#if IMGUI_VERSION_NUM < 19200
  if (fonts_changed_) ImGui_ImplOpenGL3_DestroyFontsTexture();
#endif
  fonts_changed_ = false;
  ImGui_ImplOpenGL3_NewFrame();
#if IMGUI_VERSION_NUM < 19200
  if (ImGui::GetIO().Fonts->TexID == ImTextureID{}) ImGui_ImplOpenGL3_CreateFontsTexture();
#endif
}

void FrameRenderer::end(PixelSize size, const ClearColor& background) {
  ImGui::Render();
  glViewport(0, 0, size.width, size.height);
  glClearColor(background[0], background[1], background[2], 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

base::Result<int> load_opengl(void (*(*loader)(const char*))()) {
  const int version = gladLoadGL(reinterpret_cast<GLADloadfunc>(loader));
  if (version == 0) return base::Error{"OpenGL could not be loaded"};
  if (version < GLAD_MAKE_VERSION(3, 3)) {
    return base::Error{"OpenGL 3.3 is needed, and here is only " +
                       std::to_string(GLAD_VERSION_MAJOR(version)) + "." +
                       std::to_string(GLAD_VERSION_MINOR(version))};
  }
  return version;
}

Image read_pixels(PixelSize size) {
  const size_t row = static_cast<size_t>(size.width) * 4;
  Image image{.width = size.width,
              .height = size.height,
              .rgba = std::vector<uint8_t>(row * static_cast<size_t>(size.height))};
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, size.width, size.height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
  for (size_t i = 3; i < image.rgba.size(); i += 4) image.rgba[i] = 255;
  auto line = [&](int y) { return image.rgba.begin() + static_cast<std::ptrdiff_t>(row) * y; };
  for (int top = 0, bottom = size.height - 1; top < bottom; ++top, --bottom) {
    std::swap_ranges(line(top), line(top + 1), line(bottom));
  }
  return image;
}

}  // namespace hmaplab::platform
