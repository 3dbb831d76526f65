#include "core/explore/explore.h"
