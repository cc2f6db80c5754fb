// Work done by several threads, and its results in the order in which the work was given: what
// makes the output the same for any number of threads.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace tellwire::batch {

// One thread pushes and pops; `work(input, worker)` runs in the workers, numbered from 0. What it
// throws is thrown again by Pop. The destructor finishes what a worker has begun and drops the
// rest.
template <typename In, typename Out>
class OrderedWorkers {
 public:
  OrderedWorkers(int threads, std::function<Out(In, int)> work) : work_(std::move(work)) {
    for (int i = 0; i < threads; ++i) Start(i);
  }

  ~OrderedWorkers() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  OrderedWorkers(const OrderedWorkers&) = delete;
  OrderedWorkers& operator=(const OrderedWorkers&) = delete;

  void Push(In input) {
    auto task = std::make_shared<Task>();
    task->input = std::move(input);
    const std::lock_guard lock(mutex_);
    waiting_.push_back(task);
    order_.push_back(std::move(task));
    changed_.notify_all();
  }

  // How many results are still to be popped.
  size_t pending() const { return order_.size(); }

  // The next result in order, waiting for it. REQUIRES: pending() > 0
  Out Pop() {
    std::shared_ptr<Task> task = std::move(order_.front());
    order_.pop_front();
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return task->done; });
    if (task->failure) std::rethrow_exception(task->failure);
    return std::move(*task->output);
  }

 private:
  struct Task {
    std::optional<In> input;
    std::optional<Out> output;
    std::exception_ptr failure;
    bool done = false;
  };

  // With fewer than were asked for it works too, only slower.
  void Start(int worker) {
    try {
      threads_.emplace_back([this, worker] { Serve(worker); });
    } catch (const std::system_error&) {
      if (threads_.empty()) throw;
    }
  }

  void Serve(int worker) {
    while (std::shared_ptr<Task> task = Take()) {
      std::optional<Out> output;
      std::exception_ptr failure;
      try {
        output = work_(std::move(*task->input), worker);
      } catch (...) {
        failure = std::current_exception();
      }
      const std::lock_guard lock(mutex_);
      task->input.reset();
      task->output = std::move(output);
      task->failure = failure;
      task->done = true;
      changed_.notify_all();
    }
  }

  std::shared_ptr<Task> Take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return closed_ || !waiting_.empty(); });
    if (closed_) return nullptr;
    std::shared_ptr<Task> task = std::move(waiting_.front());
    waiting_.pop_front();
    return task;
  }

  std::function<Out(In, int)> work_;
  std::deque<std::shared_ptr<Task>> order_;  // of the pushing thread alone
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Task>> waiting_;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace tellwire::batch
