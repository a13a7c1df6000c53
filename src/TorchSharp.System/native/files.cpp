// Tensors in libtorch's own archives (torch::save), which PyTorch reads with torch.jit.load.
#include "shim.h"

#include <torch/serialize.h>

using namespace shim;

TS_EXPORT int32_t ts_save(void* handle, const char* path) {
    return guarded(0, [&] {
        torch::save(borrow(handle), path);
        return 1;
    });
}

TS_EXPORT int32_t ts_load(const char* path, Result* result) {
    return guarded(0, [&] {
        at::Tensor tensor;
        torch::load(tensor, path);
        *result = result_of(tensor);
        return 1;
    });
}
