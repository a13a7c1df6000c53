// Reading and writing parts of a tensor by integers, slices, masks and index tensors.
#include "shim.h"

#include <ATen/TensorIndexing.h>

using namespace shim;

namespace {

// One index; its numbers are those of TensorIndex in Indexing/TensorIndex.cs.
struct Index {
    enum Kind : int64_t { None, Single, Null, Ellipsis, Bool, Tensor, Slice } kind;
    int64_t start;  // or the integer, or the truth value
    int64_t stop;
    int64_t step;
    void* tensor;
};

constexpr auto left_out = INT64_MIN;

c10::optional<int64_t> bound(int64_t value) { return value == left_out ? c10::nullopt : c10::optional<int64_t>(value); }

std::vector<at::indexing::TensorIndex> convert(const Index* indices, int32_t count) {
    std::vector<at::indexing::TensorIndex> converted;
    converted.reserve(count);
    for (auto index = indices; index < indices + count; index++) {
        switch (index->kind) {
            case Index::Single: converted.emplace_back(index->start); break;
            case Index::Ellipsis: converted.emplace_back(at::indexing::Ellipsis); break;
            case Index::Bool: converted.emplace_back(index->start != 0); break;
            case Index::Slice: converted.emplace_back(at::indexing::Slice(bound(index->start), bound(index->stop), bound(index->step))); break;
            case Index::Tensor:
                if (index->tensor != nullptr) converted.emplace_back(borrow(index->tensor));
                else converted.emplace_back(at::indexing::Slice());
                break;
            default: converted.emplace_back(at::indexing::None);
        }
    }
    return converted;
}

}  // namespace

TS_EXPORT int32_t ts_index(void* handle, const Index* indices, int32_t count, Result* result) {
    return guarded(0, [&] {
        *result = result_of(borrow(handle).index(convert(indices, count)));
        return 1;
    });
}

TS_EXPORT int32_t ts_index_put(void* handle, const Index* indices, int32_t count, void* value) {
    return guarded(0, [&] {
        borrow(handle).index_put_(convert(indices, count), borrow(value));
        return 1;
    });
}
