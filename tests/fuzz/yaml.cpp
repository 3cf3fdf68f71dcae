// SPDX-License-Identifier: MIT
// The YAML of schemas.

#include "lib/schema/yaml.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace minqing;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return fuzz::run_refusing([&] {
    schema::Problems problems;
    const schema::SourceText source(fuzz::bytes_of(data, size), problems.add_file("f.yaml"));
    if (source.check(problems)) schema::parse_yaml(source, problems);
    problems.throw_if_any();
  });
}
