#include "app/cli/command_line.h"

int main(int argument_count, char** arguments) {
  return hmaplab::cli::command_line(argument_count, arguments);
}
