#include <EGL/egl.h>
#include <EGL/eglext.h>

#include <cstdlib>

#include "app/platform/offscreen_context.h"

namespace hmaplab::platform {
namespace {

class EglContext : public Offscreen::Context {
 public:
  EglContext(EGLDisplay display, EGLContext context) : display_(display), context_(context) {}
  ~EglContext() override {
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    eglDestroyContext(display_, context_);
    // The display is the process's own and stays: terminating it would unload the driver under
    // other contexts.
  }

 private:
  EGLDisplay display_;
  EGLContext context_;
};

EGLDisplay surfaceless_display() {
  // Without a graphics card Mesa warns that it paints in software; here that is what is wanted.
  setenv("EGL_LOG_LEVEL", "fatal", /*overwrite=*/0);
  const auto get_display = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(
      eglGetProcAddress("eglGetPlatformDisplayEXT"));
  if (get_display == nullptr) return EGL_NO_DISPLAY;
  return get_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
}

EGLContext core_context(EGLDisplay display) {
  const EGLint wanted[] = {EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_SURFACE_TYPE, 0, EGL_NONE};
  EGLConfig config = nullptr;
  EGLint count = 0;
  if (!eglChooseConfig(display, wanted, &config, 1, &count) || count == 0) config = nullptr;
  const EGLint attributes[] = {EGL_CONTEXT_MAJOR_VERSION,
                               3,
                               EGL_CONTEXT_MINOR_VERSION,
                               3,
                               EGL_CONTEXT_OPENGL_PROFILE_MASK,
                               EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                               EGL_NONE};
  return eglCreateContext(display, config, EGL_NO_CONTEXT, attributes);
}

}  // namespace

base::Result<std::unique_ptr<Offscreen::Context>> Offscreen::make_context() {
  EGLDisplay display = surfaceless_display();
  if (display == EGL_NO_DISPLAY || !eglInitialize(display, nullptr, nullptr)) {
    return base::Error{
        "no picture can be drawn: EGL offers no surfaceless display (Mesa is needed)"};
  }
  EGLContext context = eglBindAPI(EGL_OPENGL_API) ? core_context(display) : EGL_NO_CONTEXT;
  if (context == EGL_NO_CONTEXT ||
      !eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context)) {
    eglTerminate(display);
    return base::Error{"no picture can be drawn: EGL gives no OpenGL 3.3 core context"};
  }
  auto made = std::make_unique<EglContext>(display, context);
  if (auto loaded = load_opengl(eglGetProcAddress); !loaded) return base::Error{loaded.error()};
  return std::unique_ptr<Context>(std::move(made));
}

}  // namespace hmaplab::platform
