// The program: finds the verb in a table and runs it.
#include <cstdio>

int main() {
  std::puts("tellwire 0.1.0");
  return 0;
}
