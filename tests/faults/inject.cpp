// A library to preload (LD_PRELOAD, glibc): makes the n-th allocation or the n-th call of the system fail, counted from
// the start of main(). Used by faults.py. The environment says what to do:
//   ERRPRESS_FAULT        alloc or call: what is counted
//   ERRPRESS_FAULT_AT     n, from 1; 0 or nothing for none
//   ERRPRESS_FAULT_LAST   the last one that fails; nothing for n itself, 0 for all from n on
//   ERRPRESS_FAULT_ERRNO  the number that failing calls leave in errno; EINTR spares calls that never give it
//   ERRPRESS_FAULT_COUNT  a file that gets the number of allocations or calls that were counted, and of failures
// Allocates nothing itself, and keeps errno. Thread-safe.
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

enum class Counted { none, alloc, call };
enum class Waits { no, yes };  // whether a signal may interrupt the call

Counted counted = Counted::none;
bool active = false;  // main() runs
unsigned long first = 0;
unsigned long last = 0;
int error_number = 0;
std::atomic<unsigned long> count{0};
std::atomic<unsigned long> failures{0};

unsigned long number_of(const char* name, unsigned long otherwise) {
  const char* const text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoul(text, nullptr, 10);
}

void start() {
  const char* const what = std::getenv("ERRPRESS_FAULT");
  if (what == nullptr) return;
  counted = std::strcmp(what, "alloc") == 0 ? Counted::alloc : Counted::call;
  first = number_of("ERRPRESS_FAULT_AT", 0);
  last = number_of("ERRPRESS_FAULT_LAST", first);
  error_number = static_cast<int>(number_of("ERRPRESS_FAULT_ERRNO", EIO));
  active = true;
}

bool due() {
  const unsigned long n = count.fetch_add(1, std::memory_order_relaxed) + 1;
  if (first == 0 || n < first || (last != 0 && n > last)) return false;
  failures.fetch_add(1, std::memory_order_relaxed);
  return true;
}

bool alloc_fails() {
  if (!active || counted != Counted::alloc || !due()) return false;
  errno = ENOMEM;
  return true;
}

bool call_fails(Waits waits) {
  if (!active || counted != Counted::call) return false;
  if (error_number == EINTR && waits == Waits::no) return false;
  if (!due()) return false;
  errno = error_number;
  return true;
}

struct Report {
  ~Report() {
    active = false;
    const char* const path = std::getenv("ERRPRESS_FAULT_COUNT");
    if (path == nullptr) return;
    char text[64];
    const int size = std::snprintf(text, sizeof text, "%lu %lu\n", count.load(), failures.load());
    const long file = ::syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (file < 0) return;
    ::syscall(SYS_write, file, text, size);
    ::syscall(SYS_close, file);
  }
} report;

// The function of that name that this library hides.
template <typename Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

int (*real_main)(int, char**, char**) = nullptr;

int counting_main(int argc, char** argv, char** environment) {
  start();
  return real_main(argc, argv, environment);
}

}  // namespace

extern "C" {

void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t number, std::size_t size);
void* __libc_realloc(void* memory, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);

void* malloc(std::size_t size) { return alloc_fails() ? nullptr : __libc_malloc(size); }
void* calloc(std::size_t number, std::size_t size) { return alloc_fails() ? nullptr : __libc_calloc(number, size); }
void* realloc(void* memory, std::size_t size) { return alloc_fails() ? nullptr : __libc_realloc(memory, size); }
void* memalign(std::size_t alignment, std::size_t size) {
  return alloc_fails() ? nullptr : __libc_memalign(alignment, size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) {
  return alloc_fails() ? nullptr : __libc_memalign(alignment, size);
}
int posix_memalign(void** memory, std::size_t alignment, std::size_t size) {
  if (alloc_fails()) return ENOMEM;
  *memory = __libc_memalign(alignment, size);
  return *memory == nullptr ? ENOMEM : 0;
}

int __libc_start_main(int (*main)(int, char**, char**), int argc, char** argv, void (*init)(), void (*fini)(),
                      void (*rtld_fini)(), void* stack_end) {
  real_main = main;
  static auto* const function = next<decltype(__libc_start_main)>("__libc_start_main");
  return function(counting_main, argc, argv, init, fini, rtld_fini, stack_end);
}

// INTERPOSE(result of a failure, waits, type, name, parameters, arguments)
#define INTERPOSE(failure, waits, type, name, parameters, arguments) \
  type name parameters {                                             \
    static auto* const function = next<type parameters>(#name);      \
    return call_fails(Waits::waits) ? failure : function arguments;  \
  }

#define INTERPOSE_OPEN(name, parameters, arguments)            \
  int name parameters {                                        \
    mode_t mode = 0;                                           \
    if ((flags & (O_CREAT | O_TMPFILE)) != 0) {                \
      va_list more;                                            \
      va_start(more, flags);                                   \
      mode = va_arg(more, mode_t);                             \
      va_end(more);                                            \
    }                                                          \
    static auto* const function = next<int parameters>(#name); \
    return call_fails(Waits::yes) ? -1 : function arguments;   \
  }

INTERPOSE_OPEN(open, (const char* path, int flags, ...), (path, flags, mode))
INTERPOSE_OPEN(open64, (const char* path, int flags, ...), (path, flags, mode))
INTERPOSE_OPEN(openat, (int folder, const char* path, int flags, ...), (folder, path, flags, mode))
INTERPOSE_OPEN(openat64, (int folder, const char* path, int flags, ...), (folder, path, flags, mode))
INTERPOSE(-1, yes, ssize_t, read, (int file, void* to, std::size_t size), (file, to, size))
INTERPOSE(-1, yes, ssize_t, write, (int file, const void* from, std::size_t size), (file, from, size))
INTERPOSE(-1, yes, int, flock, (int file, int operation) noexcept, (file, operation))
INTERPOSE(nullptr, no, DIR*, opendir, (const char* path), (path))
INTERPOSE(nullptr, no, DIR*, fdopendir, (int file), (file))
INTERPOSE(nullptr, no, dirent*, readdir, (DIR * folder), (folder))
INTERPOSE(nullptr, no, dirent64*, readdir64, (DIR * folder), (folder))
INTERPOSE(-1, no, int, stat, (const char* path, struct stat* status) noexcept, (path, status))
INTERPOSE(-1, no, int, stat64, (const char* path, struct stat64* status) noexcept, (path, status))
INTERPOSE(-1, no, int, lstat, (const char* path, struct stat* status) noexcept, (path, status))
INTERPOSE(-1, no, int, lstat64, (const char* path, struct stat64* status) noexcept, (path, status))
INTERPOSE(-1, no, int, fstat, (int file, struct stat* status) noexcept, (file, status))
INTERPOSE(-1, no, int, fstat64, (int file, struct stat64* status) noexcept, (file, status))
INTERPOSE(-1, no, int, fstatat, (int folder, const char* path, struct stat* status, int flags) noexcept,
          (folder, path, status, flags))
INTERPOSE(-1, no, int, fstatat64, (int folder, const char* path, struct stat64* status, int flags) noexcept,
          (folder, path, status, flags))
INTERPOSE(-1, no, int, mkdir, (const char* path, mode_t mode) noexcept, (path, mode))
INTERPOSE(-1, no, int, mkdirat, (int folder, const char* path, mode_t mode) noexcept, (folder, path, mode))
INTERPOSE(-1, no, int, rename, (const char* from, const char* to) noexcept, (from, to))
INTERPOSE(-1, no, int, renameat, (int from_folder, const char* from, int to_folder, const char* to) noexcept,
          (from_folder, from, to_folder, to))
INTERPOSE(-1, no, int, renameat2,
          (int from_folder, const char* from, int to_folder, const char* to, unsigned flags) noexcept,
          (from_folder, from, to_folder, to, flags))
INTERPOSE(-1, no, int, linkat, (int from_folder, const char* from, int to_folder, const char* to, int flags) noexcept,
          (from_folder, from, to_folder, to, flags))
INTERPOSE(-1, no, int, unlink, (const char* path) noexcept, (path))
INTERPOSE(-1, no, int, unlinkat, (int folder, const char* path, int flags) noexcept, (folder, path, flags))
INTERPOSE(-1, no, int, rmdir, (const char* path) noexcept, (path))
INTERPOSE(-1, no, int, remove, (const char* path) noexcept, (path))
INTERPOSE(nullptr, no, char*, getcwd, (char* path, std::size_t size) noexcept, (path, size))
INTERPOSE(nullptr, no, char*, realpath, (const char* path, char* resolved) noexcept, (path, resolved))
INTERPOSE(-1, no, ssize_t, readlink, (const char* path, char* to, std::size_t size) noexcept, (path, to, size))

// A file is closed even where close() fails.
int close(int file) {
  static auto* const function = next<int(int)>("close");
  const bool fails = call_fails(Waits::yes);
  const int number = errno;
  const int result = function(file);
  if (!fails) return result;
  errno = number;
  return -1;
}

int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*run)(void*), void* argument) noexcept {
  static auto* const function = next<int(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*)>("pthread_create");
  return call_fails(Waits::no) ? EAGAIN : function(thread, attributes, run, argument);
}
}
