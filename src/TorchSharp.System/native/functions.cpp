// torch.autograd.Function: an operation whose forward and backward are written in C#.
#include "shim.h"

#include <torch/csrc/autograd/custom_function.h>

using namespace shim;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

namespace {

// Each callback returns 0, or the token of the managed exception that it caught.
int64_t (*managed_forward)(int64_t state, AutogradContext* context, variable_list* outputs);
int64_t (*managed_backward)(int64_t state, AutogradContext* context, void* const* gradients, int32_t count, variable_list* outputs);
void (*managed_release)(int64_t state);

// The managed object behind one application, let go with the graph node that refers to it.
struct ManagedState : torch::CustomClassHolder {
    int64_t state;
    explicit ManagedState(int64_t state) : state(state) {}
    ~ManagedState() override { managed_release(state); }
};

constexpr auto key = "managed state";

struct ManagedFunction : torch::autograd::Function<ManagedFunction> {
    static variable_list forward(AutogradContext* context, at::TensorList, int64_t state) {
        context->saved_data[key] = c10::IValue::make_capsule(c10::make_intrusive<ManagedState>(state));
        variable_list outputs;
        if (auto token = managed_forward(state, context, &outputs)) throw ManagedException(token);
        return outputs;
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        auto capsule = context->saved_data[key].toCapsule();
        auto state = static_cast<ManagedState*>(capsule.get())->state;
        std::vector<void*> handles;
        for (auto& gradient : gradients) handles.push_back(give(std::move(gradient)));
        variable_list outputs;
        if (auto token = managed_backward(state, context, handles.data(), static_cast<int32_t>(handles.size()), &outputs)) throw ManagedException(token);
        outputs.emplace_back();  // the state is no tensor and has no gradient
        return outputs;
    }
};

}  // namespace

TS_EXPORT void ts_function_callbacks(decltype(managed_forward) forward, decltype(managed_backward) backward, decltype(managed_release) release) {
    managed_forward = forward;
    managed_backward = backward;
    managed_release = release;
}

TS_EXPORT int32_t ts_function_apply(void* const* inputs, int64_t count, int64_t state, Result* outputs) {
    return guarded(0, [&] {
        auto tensors = borrow_all(inputs, count);
        *outputs = list_result(ManagedFunction::apply(at::TensorList(tensors), state));
        return 1;
    });
}

TS_EXPORT void ts_list_push(void* list, void* tensor) { static_cast<variable_list*>(list)->push_back(borrow(tensor)); }

TS_EXPORT int32_t ts_context_save(void* context, void* const* tensors, int64_t count) {
    return guarded(0, [&] {
        static_cast<AutogradContext*>(context)->save_for_backward(borrow_all(tensors, count));
        return 1;
    });
}

TS_EXPORT int32_t ts_context_saved(void* context, Result* tensors) {
    return guarded(0, [&] {
        *tensors = list_result(static_cast<AutogradContext*>(context)->get_saved_variables());
        return 1;
    });
}

TS_EXPORT int32_t ts_context_mark(void* context, int32_t dirty, void* const* tensors, int64_t count) {
    return guarded(0, [&] {
        auto marked = borrow_all(tensors, count);
        if (dirty) static_cast<AutogradContext*>(context)->mark_dirty(marked);
        else static_cast<AutogradContext*>(context)->mark_non_differentiable(marked);
        return 1;
    });
}

TS_EXPORT void ts_context_materialise(void* context, int32_t materialise) {
    static_cast<AutogradContext*>(context)->set_materialize_grads(materialise != 0);
}
