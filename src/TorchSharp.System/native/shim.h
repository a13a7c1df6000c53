// The C interface between TorchSharp.System and libtorch.
//
// libtorch registers every operator with its dispatcher, so one generic call reaches all of them by name;
// only what is no operator (autograd, generators, data pointers) has an entry of its own.
// Every entry catches every exception: it returns a failure value and leaves the text for ts_last_error.
#pragma once
#include <ATen/ATen.h>
#include <cstdint>

#define TS_EXPORT extern "C" __attribute__((visibility("default")))

namespace shim {

// How an argument or a result is to be read. The numbers are those of Native/Tag.cs.
enum class Tag : int32_t {
    Default = 0,  // the schema's default value
    None = 1,
    Int = 2,
    Double = 3,
    Bool = 4,
    Tensor = 5,
    Ints = 6,
    Doubles = 7,
    Bools = 8,
    Tensors = 9,  // null pointers are undefined tensors
    Text = 10,    // UTF-8, `count` bytes
    Device = 11,  // type in the upper 32 bits, index in the lower
    Generator = 12,
    Complex = 13,
};

struct Value {
    Tag tag;
    int32_t count;  // of a list or text
    union {
        int64_t i;
        double d;
        void* p;
    };
};

struct Result {
    Value value;
    int64_t bytes;  // storage that a returned tensor alone owns; 0 for a view
};

// An exception of a managed callback on its way through libtorch: the original waits under `token` in C#.
struct ManagedException : std::runtime_error {
    int64_t token;
    explicit ManagedException(int64_t token) : std::runtime_error("a managed callback failed"), token(token) {}
};

void remember_exception() noexcept;  // to be called in a catch block

// Runs `body`; on an exception remembers it and returns `failure`.
template <class T, class Body>
T guarded(T failure, Body&& body) noexcept {
    try {
        return body();
    } catch (...) {
        remember_exception();
        return failure;
    }
}

// A tensor handle in C# is a TensorImpl pointer that owns one reference.
inline at::Tensor borrow(void* handle) {
    if (handle == nullptr) return {};
    return at::Tensor(c10::intrusive_ptr<at::TensorImpl, at::UndefinedTensorImpl>::reclaim_copy(static_cast<at::TensorImpl*>(handle)));
}

inline void* give(at::Tensor tensor) { return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr; }

Result result_of(at::Tensor tensor);
Result list_result(const std::vector<at::Tensor>& tensors);  // to be freed with ts_free
std::vector<at::Tensor> borrow_all(void* const* handles, int64_t count);

}  // namespace shim
