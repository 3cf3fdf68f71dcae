// SPDX-License-Identifier: MIT
// What SQLite calls in the place of dlopen where a program carries its C library (linked with
// --wrap): it would load extensions, which the ledger refuses, and could only load what was made
// with this very C library. Whoever else calls dlopen is told by the linker.

extern "C" void* __wrap_dlopen(const char*, int);
extern "C" void* __wrap_dlopen(const char*, int) { return nullptr; }
