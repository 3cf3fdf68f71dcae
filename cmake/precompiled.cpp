// SPDX-License-Identifier: MIT
// Holds the precompiled headers of all rooms; see Precompiled.cmake.
