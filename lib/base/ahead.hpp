// SPDX-License-Identifier: MIT
// Values that are made on a second thread, a little ahead of where they are used, and arrive in
// their order: for long work of which one half needs nothing of what the other does with it.
//
//   Ahead<Row> rows([&] { return read_row(); });
//   while (std::optional<Row> row = rows.next()) write(*row);

#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace minqing::base {

template <class T>
class Ahead {
 public:
  /// The next value; nothing after the last one. Called by one thread at a time, never again after
  /// it threw or gave nothing.
  using Make = std::function<std::optional<T>()>;

  /// How many bytes a value holds, about: of large ones fewer are made ahead.
  using Weigh = std::function<std::size_t(const T&)>;

  /// Where no thread is to be had, values are made when they are asked for.
  explicit Ahead(Make make, Weigh weigh = {}) : make_(std::move(make)), weigh_(std::move(weigh)) {
    try {
      worker_ = std::thread([this] { work(); });
    } catch (const std::system_error&) {
    }
  }
  Ahead(const Ahead&) = delete;
  Ahead& operator=(const Ahead&) = delete;
  ~Ahead() {
    if (!worker_.joinable()) return;
    {
      const std::lock_guard lock(mutex_);
      unwanted_ = true;
    }
    changed_.notify_all();
    worker_.join();
  }

  /// Nothing after the last value. Throws what `make` threw, in its place. What `make` wrote while
  /// it made a value is seen by who has got the value.
  std::optional<T> next() {
    if (!worker_.joinable()) return make_();
    if (at_ == batch_.size() && !take_batch()) return std::nullopt;
    return std::move(batch_[at_++]);
  }

 private:
  /// Waking the other side for every value would cost more than most values do.
  static constexpr std::size_t kBatch = 32;
  static constexpr std::size_t kReady = 3;
  static constexpr std::size_t kBatchWeight = std::size_t{1} << 20;
  using Batch = std::vector<T>;

  void work() {
    for (bool more = true; more;) {
      Batch batch;
      std::exception_ptr fault;
      std::size_t weight = 0;
      try {
        batch.reserve(kBatch);
        while (more && batch.size() < kBatch && weight < kBatchWeight) {
          std::optional<T> value = make_();
          more = value.has_value();
          if (more && weigh_) weight += weigh_(*value);
          if (more) batch.push_back(std::move(*value));
        }
      } catch (...) {
        fault = std::current_exception();
        more = false;
      }
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return unwanted_ || ready_.size() < kReady; });
      if (unwanted_) return;
      ready_.push_back(std::move(batch));
      fault_ = fault;
      ended_ = !more;
      lock.unlock();
      changed_.notify_all();
    }
  }

  bool take_batch() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return ended_ || !ready_.empty(); });
    at_ = 0;
    batch_.clear();
    if (!ready_.empty()) {
      batch_ = std::move(ready_.front());
      ready_.pop_front();
    }
    const std::exception_ptr fault = batch_.empty() ? std::exchange(fault_, nullptr) : nullptr;
    lock.unlock();
    changed_.notify_all();
    if (fault) std::rethrow_exception(fault);
    return !batch_.empty();
  }

  Make make_;
  Weigh weigh_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> ready_;
  std::exception_ptr fault_;  ///< of the last batch
  bool ended_ = false;        ///< no further batch comes
  bool unwanted_ = false;     ///< nobody asks any more
  Batch batch_;               ///< of which the first at_ are given out
  std::size_t at_ = 0;
  std::thread worker_;
};

}  // namespace minqing::base
