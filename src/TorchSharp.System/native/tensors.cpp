// What a tensor is (sizes, type, place, data) and everything of autograd and random numbers that is no operator.
#include "shim.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <c10/core/DefaultDtype.h>
#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/generated/variable_factories.h>
#include <torch/csrc/autograd/grad_mode.h>
#include <torch/csrc/autograd/variable.h>
#include <torch/csrc/api/include/torch/nn/utils/rnn.h>
#include <torch/csrc/api/include/torch/version.h>

using namespace shim;

namespace {

struct TensorInfo {
    const int64_t* sizes;
    const int64_t* strides;
    int64_t dimensions;
    int64_t elements;
    int32_t element_size;
    int32_t dtype;
    int32_t device_type;
    int32_t device_index;
    int64_t storage_offset;
};

enum Flag : int32_t { RequiresGrad = 1, Leaf = 2, Contiguous = 4, Sparse = 8, RetainsGrad = 16, View = 32, Inference = 64, Lazy = 128 };

at::Generator default_generator(int32_t device_type, int32_t device_index) {
    return at::globalContext().defaultGenerator(
        c10::Device(static_cast<c10::DeviceType>(device_type), static_cast<c10::DeviceIndex>(device_index)));
}

std::vector<at::Tensor> gradients(void* const* handles, int64_t count, size_t expected) {
    return handles == nullptr ? std::vector<at::Tensor>(expected) : borrow_all(handles, count);
}

}  // namespace

TS_EXPORT void ts_tensor_release(void* handle) {
    if (handle != nullptr) c10::raw::intrusive_ptr::decref(static_cast<at::TensorImpl*>(handle));
}

TS_EXPORT int32_t ts_tensor_info(void* handle, TensorInfo* info) {
    return guarded(0, [&] {
        auto tensor = borrow(handle);
        auto dense = tensor.layout() == at::kStrided;
        *info = {tensor.sizes().data(), dense ? tensor.strides().data() : nullptr, tensor.dim(), tensor.numel(),
                 static_cast<int32_t>(tensor.element_size()), static_cast<int32_t>(tensor.scalar_type()),
                 static_cast<int32_t>(tensor.device().type()), static_cast<int32_t>(tensor.device().index()),
                 dense ? tensor.storage_offset() : 0};
        return 1;
    });
}

TS_EXPORT int32_t ts_tensor_flags(void* handle) {
    return guarded(-1, [&] {
        auto tensor = borrow(handle);
        return (tensor.requires_grad() ? RequiresGrad : 0) | (tensor.is_leaf() ? Leaf : 0) |
               (tensor.layout() == at::kStrided && tensor.is_contiguous() ? Contiguous : 0) | (tensor.is_sparse() ? Sparse : 0) |
               (tensor.retains_grad() ? RetainsGrad : 0) | (tensor.is_view() ? View : 0) | (tensor.is_inference() ? Inference : 0) |
               (tensor.is_conj() || tensor.is_neg() ? Lazy : 0);
    });
}

TS_EXPORT void* ts_tensor_data(void* handle) {
    return guarded<void*>(nullptr, [&] { return borrow(handle).data_ptr(); });
}

// Copies the only element of a tensor to `value` (at most 16 bytes) and answers its type; -2 where there is not exactly one.
TS_EXPORT int32_t ts_tensor_item(void* handle, void* value) {
    return guarded<int32_t>(-1, [&]() -> int32_t {
        auto tensor = borrow(handle);
        if (tensor.numel() != 1) return -2;
        if (!tensor.is_cpu() || tensor.is_conj() || tensor.is_neg()) {
            at::NoGradGuard no_grad;
            tensor = tensor.cpu().resolve_conj().resolve_neg();
        }
        memcpy(value, tensor.data_ptr(), tensor.element_size());
        return static_cast<int32_t>(tensor.scalar_type());
    });
}

// A tensor with a copy of the elements at `data`, then converted to the type `target` and moved to a device where it is another one.
// A plain copy comes first because libtorch wants complex numbers aligned to their size, and .NET's arrays are not.
TS_EXPORT int32_t ts_tensor_copy_of(const void* data, int32_t dtype, const int64_t* sizes, int64_t dimensions, int32_t target,
                                    int32_t device_type, int32_t device_index, Result* result) {
    return guarded(0, [&] {
        auto device = c10::Device(static_cast<c10::DeviceType>(device_type), static_cast<c10::DeviceIndex>(device_index));
        auto copy = at::empty(at::IntArrayRef(sizes, dimensions), at::TensorOptions(static_cast<at::ScalarType>(dtype)));
        if (copy.numel() > 0) memcpy(copy.data_ptr(), data, copy.nbytes());
        *result = result_of(copy.to(device, static_cast<at::ScalarType>(target)));
        return 1;
    });
}

// A tensor over memory that C# keeps in place; `release(token)` is called when libtorch needs it no longer.
TS_EXPORT int32_t ts_tensor_over(void* data, int32_t dtype, const int64_t* sizes, int64_t dimensions, void (*release)(int64_t),
                                 int64_t token, Result* result) {
    return guarded(0, [&] {
        auto tensor = at::from_blob(
            data, at::IntArrayRef(sizes, dimensions), [release, token](void*) { release(token); },
            at::TensorOptions(static_cast<at::ScalarType>(dtype)));
        *result = result_of(tensor);
        result->bytes = 0;
        return 1;
    });
}

// Makes `target` refer to what `source` refers to, autograd history apart (Python: target.data = source).
TS_EXPORT int32_t ts_tensor_set_data(void* target, void* source) {
    return guarded(0, [&] {
        borrow(target).set_data(borrow(source));
        return 1;
    });
}

// ---- autograd

TS_EXPORT int32_t ts_grad(void* handle, Result* result) {
    return guarded(0, [&] {
        *result = result_of(borrow(handle).grad());
        return 1;
    });
}

TS_EXPORT int32_t ts_set_grad(void* handle, void* gradient) {
    return guarded(0, [&] {
        auto tensor = borrow(handle);
        auto value = borrow(gradient);
        if (value.defined()) {
            TORCH_CHECK(value.sizes() == tensor.sizes(), "a gradient of shape ", value.sizes(), " does not fit a tensor of shape ", tensor.sizes());
            TORCH_CHECK(value.scalar_type() == tensor.scalar_type(), "a gradient of type ", value.scalar_type(), " does not fit a tensor of type ",
                        tensor.scalar_type());
        }
        tensor.mutable_grad() = value;
        return 1;
    });
}

TS_EXPORT int32_t ts_set_requires_grad(void* handle, int32_t value) {
    return guarded(0, [&] {
        borrow(handle).set_requires_grad(value != 0);
        return 1;
    });
}

TS_EXPORT int32_t ts_retain_grad(void* handle) {
    return guarded(0, [&] {
        borrow(handle).retain_grad();
        return 1;
    });
}

TS_EXPORT int32_t ts_backward(void* const* tensors, int64_t count, void* const* grads, int64_t grad_count, int32_t retain, int32_t create,
                              void* const* inputs, int64_t input_count) {
    return guarded(0, [&] {
        auto outputs = borrow_all(tensors, count);
        torch::autograd::backward(outputs, gradients(grads, grad_count, outputs.size()), retain != 0, create != 0, borrow_all(inputs, input_count));
        return 1;
    });
}

TS_EXPORT int32_t ts_autograd_grad(void* const* outputs, int64_t output_count, void* const* inputs, int64_t input_count, void* const* grads,
                                   int64_t grad_count, int32_t retain, int32_t create, int32_t allow_unused, Result* results) {
    return guarded(0, [&] {
        auto from = borrow_all(outputs, output_count);
        auto computed = torch::autograd::grad(from, borrow_all(inputs, input_count), gradients(grads, grad_count, from.size()), retain != 0,
                                              create != 0, allow_unused != 0);
        for (size_t i = 0; i < computed.size(); i++) results[i] = result_of(computed[i]);
        return 1;
    });
}

TS_EXPORT int32_t ts_grad_mode() { return at::GradMode::is_enabled(); }
TS_EXPORT void ts_set_grad_mode(int32_t enabled) { at::GradMode::set_enabled(enabled != 0); }
TS_EXPORT int32_t ts_inference_mode() { return c10::InferenceMode::is_enabled(); }
TS_EXPORT void* ts_inference_guard(int32_t enabled) {
    return guarded<void*>(nullptr, [&] { return new c10::InferenceMode(enabled != 0); });
}
TS_EXPORT void ts_inference_guard_end(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }
TS_EXPORT int32_t ts_anomaly_mode() { return torch::autograd::AnomalyMode::is_enabled(); }
TS_EXPORT int32_t ts_anomaly_checks_nan() { return torch::autograd::AnomalyMode::should_check_nan(); }
TS_EXPORT void ts_set_anomaly_mode(int32_t enabled, int32_t check_nan) { torch::autograd::AnomalyMode::set_enabled(enabled != 0, check_nan != 0); }

// ---- random numbers: a generator handle is an at::Generator on the heap

TS_EXPORT void* ts_generator_default(int32_t device_type, int32_t device_index) {
    return guarded<void*>(nullptr, [&]() -> void* { return new at::Generator(default_generator(device_type, device_index)); });
}

TS_EXPORT void* ts_generator_new(int64_t seed) {
    return guarded<void*>(nullptr, [&]() -> void* { return new at::Generator(at::detail::createCPUGenerator(static_cast<uint64_t>(seed))); });
}

TS_EXPORT void ts_generator_free(void* generator) { delete static_cast<at::Generator*>(generator); }

TS_EXPORT int32_t ts_generator_manual_seed(void* handle, int64_t seed) {
    return guarded(0, [&] {
        auto& generator = *static_cast<at::Generator*>(handle);
        std::lock_guard<std::mutex> lock(generator.mutex());
        generator.set_current_seed(static_cast<uint64_t>(seed));
        return 1;
    });
}

TS_EXPORT int32_t ts_generator_seed(void* handle, int32_t draw, int64_t* seed) {
    return guarded(0, [&] {
        auto& generator = *static_cast<at::Generator*>(handle);
        std::lock_guard<std::mutex> lock(generator.mutex());
        *seed = static_cast<int64_t>(draw ? generator.seed() : generator.current_seed());
        return 1;
    });
}

TS_EXPORT int32_t ts_generator_state(void* handle, Result* state) {
    return guarded(0, [&] {
        auto& generator = *static_cast<at::Generator*>(handle);
        std::lock_guard<std::mutex> lock(generator.mutex());
        *state = result_of(generator.get_state());
        return 1;
    });
}

TS_EXPORT int32_t ts_generator_set_state(void* handle, void* state) {
    return guarded(0, [&] {
        auto& generator = *static_cast<at::Generator*>(handle);
        std::lock_guard<std::mutex> lock(generator.mutex());
        generator.set_state(borrow(state));
        return 1;
    });
}

TS_EXPORT int32_t ts_manual_seed(int64_t seed) {
    return guarded(0, [&] {
        at::manual_seed(static_cast<uint64_t>(seed));
        return 1;
    });
}

// ---- packed sequences, which libtorch has as functions of its C++ interface

namespace rnn = torch::nn::utils::rnn;

namespace {

// data, batch_sizes, sorted_indices, unsorted_indices; the last two undefined where the sequences came in order.
int32_t hand_over(const rnn::PackedSequence& packed, Result* results) {
    results[0] = result_of(packed.data());
    results[1] = result_of(packed.batch_sizes());
    results[2] = result_of(packed.sorted_indices());
    results[3] = result_of(packed.unsorted_indices());
    return 1;
}

}  // namespace

TS_EXPORT int32_t ts_pack_padded_sequence(void* input, void* lengths, int32_t batch_first, int32_t enforce_sorted, Result* results) {
    return guarded(0, [&] { return hand_over(rnn::pack_padded_sequence(borrow(input), borrow(lengths), batch_first != 0, enforce_sorted != 0), results); });
}

TS_EXPORT int32_t ts_pack_sequence(void* const* sequences, int64_t count, int32_t enforce_sorted, Result* results) {
    return guarded(0, [&] { return hand_over(rnn::pack_sequence(borrow_all(sequences, count), enforce_sorted != 0), results); });
}

// The padded tensor and the lengths; the indices may be null, total_length -1.
TS_EXPORT int32_t ts_pad_packed_sequence(void* data, void* batch_sizes, void* sorted, void* unsorted, int32_t batch_first, double padding_value,
                                         int64_t total_length, Result* results) {
    return guarded(0, [&] {
        rnn::PackedSequence packed(borrow(data), borrow(batch_sizes), sorted ? borrow(sorted) : at::Tensor(), unsorted ? borrow(unsorted) : at::Tensor());
        auto [padded, lengths] = rnn::pad_packed_sequence(packed, batch_first != 0, padding_value, total_length < 0 ? c10::optional<int64_t>() : total_length);
        results[0] = result_of(padded);
        results[1] = result_of(lengths);
        return 1;
    });
}

// ---- the library as a whole

TS_EXPORT const char* ts_version() { return TORCH_VERSION; }
TS_EXPORT int32_t ts_threads() { return at::get_num_threads(); }
TS_EXPORT int32_t ts_set_threads(int32_t count) {
    return guarded(0, [&] {
        at::set_num_threads(count);
        return 1;
    });
}
TS_EXPORT int32_t ts_interop_threads() { return at::get_num_interop_threads(); }
TS_EXPORT int32_t ts_set_interop_threads(int32_t count) {
    return guarded(0, [&] {
        at::set_num_interop_threads(count);
        return 1;
    });
}
TS_EXPORT int32_t ts_default_dtype() { return static_cast<int32_t>(c10::typeMetaToScalarType(c10::get_default_dtype())); }
TS_EXPORT int32_t ts_set_default_dtype(int32_t dtype) {
    return guarded(0, [&] {
        c10::set_default_dtype(c10::scalarTypeToTypeMeta(static_cast<at::ScalarType>(dtype)));
        return 1;
    });
}
TS_EXPORT int32_t ts_cuda_devices() {
    return guarded(0, [] { return at::hasCUDA() ? static_cast<int32_t>(at::detail::getCUDAHooks().getNumGPUs()) : 0; });
}
TS_EXPORT int32_t ts_cuda_has_cudnn() {
    return guarded(0, [] { return at::hasCUDA() && at::detail::getCUDAHooks().hasCuDNN() ? 1 : 0; });
}
TS_EXPORT int32_t ts_cuda_synchronise(int64_t device_index) {
    return guarded(0, [&] {
        at::detail::getCUDAHooks().deviceSynchronize(device_index);
        return 1;
    });
}
