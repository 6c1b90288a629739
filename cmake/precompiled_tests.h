// Parsed once and shared by all tests: what every room has, and the two libraries of the tests.
#pragma once

#include "precompiled.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
