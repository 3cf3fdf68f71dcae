// SPDX-License-Identifier: MIT
// Runs a fuzz target over a folder of inputs without a fuzzer: each as it is, cut off, and with
// bytes changed.
//   fuzz_csv tests/fuzz/corpus/csv

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/fuzz/fuzz.hpp"

namespace {

constexpr std::size_t kCuts = 16;
constexpr std::size_t kChanges = 64;

void run(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

void run_with_changes(const std::string& bytes) {
  run(bytes);
  for (std::size_t i = 0; i < kCuts; ++i) run(bytes.substr(0, bytes.size() * i / kCuts));
  for (std::size_t i = 0; i < std::min(kChanges, bytes.size()); ++i) {
    std::string changed = bytes;
    // Spread over the input, a different bit each time.
    changed[bytes.size() * i / kChanges] ^= static_cast<char>(1 << i % 8);
    run(changed);
  }
}

}  // namespace

int main(int count, char** words) {
  std::vector<std::filesystem::path> files;
  for (int i = 1; i < count; ++i) {
    for (const auto& entry : std::filesystem::directory_iterator(words[i])) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    run_with_changes({std::istreambuf_iterator<char>(in), {}});
  }
  std::printf("%zu inputs\n", files.size());
  return files.empty() ? 1 : 0;
}
