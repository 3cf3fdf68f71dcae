// SPDX-License-Identifier: MIT
// A wall clock that stands still, for LD_PRELOAD: FIXED_CLOCK holds seconds since 1970-01-01 UTC
// and is read at every call. Without it, or with something else in it, the machine's time is told.
// Monotonic clocks are left alone: waiting and measuring go on. With TICKING_CLOCK they go on by so
// many milliseconds at each look instead, for what is shown from time to time.

#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static int number_in(const char* variable, long long* number) {
  const char* text = getenv(variable);
  if (text == NULL || *text == '\0') return 0;
  char* end = NULL;
  errno = 0;
  const long long value = strtoll(text, &end, 10);
  if (errno != 0 || *end != '\0') return 0;
  *number = value;
  return 1;
}

static int fixed_seconds(time_t* seconds) {
  long long value = 0;
  if (!number_in("FIXED_CLOCK", &value)) return 0;
  *seconds = (time_t)value;
  return 1;
}

static int next_tick(struct timespec* now) {
  static long long ticked = 0;
  long long step = 0;
  if (!number_in("TICKING_CLOCK", &step)) return 0;
  ticked += step;
  now->tv_sec = (time_t)(ticked / 1000);
  now->tv_nsec = (long)(ticked % 1000) * 1000000;
  return 1;
}

static int is_wall_clock(clockid_t clock) {
  return clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE || clock == CLOCK_TAI;
}

int clock_gettime(clockid_t clock, struct timespec* now) {
  const int before = errno;
  if (is_wall_clock(clock) && fixed_seconds(&now->tv_sec)) {
    now->tv_nsec = 0;
    errno = before;
    return 0;
  }
  if (clock == CLOCK_MONOTONIC && next_tick(now)) {
    errno = before;
    return 0;
  }
  errno = before;
  return (int)syscall(SYS_clock_gettime, clock, now);
}

int gettimeofday(struct timeval* restrict now, void* restrict zone) {
  (void)zone;
  struct timespec precise;
  if (clock_gettime(CLOCK_REALTIME, &precise) != 0) return -1;
  now->tv_sec = precise.tv_sec;
  now->tv_usec = precise.tv_nsec / 1000;
  return 0;
}

time_t time(time_t* now) {
  struct timespec precise;
  if (clock_gettime(CLOCK_REALTIME, &precise) != 0) return (time_t)-1;
  if (now != NULL) *now = precise.tv_sec;
  return precise.tv_sec;
}
