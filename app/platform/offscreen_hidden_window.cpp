#include <GLFW/glfw3.h>

#include "app/platform/offscreen_context.h"

namespace hmaplab::platform {
namespace {

class HiddenWindow : public Offscreen::Context {
 public:
  explicit HiddenWindow(GLFWwindow* window) : window_(window) {}
  ~HiddenWindow() override {
    glfwDestroyWindow(window_);
    glfwTerminate();
  }

 private:
  GLFWwindow* window_;
};

}  // namespace

base::Result<std::unique_ptr<Offscreen::Context>> Offscreen::make_context() {
  if (!glfwInit()) return base::Error{"no picture can be drawn: GLFW could not start"};
  glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  GLFWwindow* window = glfwCreateWindow(16, 16, "hmaplab", nullptr, nullptr);
  if (window == nullptr) {
    glfwTerminate();
    return base::Error{"no picture can be drawn: there is no OpenGL 3.3 core context"};
  }
  auto made = std::make_unique<HiddenWindow>(window);
  glfwMakeContextCurrent(window);
  if (auto loaded = load_opengl(glfwGetProcAddress); !loaded) return base::Error{loaded.error()};
  return std::unique_ptr<Context>(std::move(made));
}

}  // namespace hmaplab::platform
