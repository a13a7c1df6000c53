// Names of a tensor's dimensions.
#include "shim.h"

#include <ATen/core/Dimname.h>
#include <ATen/NamedTensorUtils.h>

using namespace shim;

namespace {

// One name a line; "*" is a dimension without one.
std::vector<at::Dimname> parse(const std::string& lines) {
    std::vector<at::Dimname> names;
    std::istringstream stream(lines);
    for (std::string name; std::getline(stream, name);)
        names.push_back(name == "*" ? at::Dimname::wildcard() : at::Dimname::fromSymbol(at::Symbol::dimname(name)));
    return names;
}

}  // namespace

// The names, one a line; empty where no dimension has one. To be freed with ts_free.
TS_EXPORT char* ts_tensor_names(void* handle) {
    return guarded<char*>(nullptr, [&] {
        auto tensor = borrow(handle);
        std::string lines;
        if (tensor.has_names())
            for (const auto& name : tensor.names()) lines += (name.isWildcard() ? "*" : name.symbol().toUnqualString()) + std::string("\n");
        return strdup(lines.c_str());
    });
}

// Names the dimensions in place; null takes all names away.
TS_EXPORT int32_t ts_tensor_rename(void* handle, const char* lines) {
    return guarded(0, [&] {
        auto tensor = borrow(handle);
        if (lines == nullptr) {
            at::internal_set_names_inplace(tensor, c10::nullopt);
        } else {
            auto names = parse(lines);
            at::internal_set_names_inplace(tensor, at::DimnameList(names));
        }
        return 1;
    });
}

// A view with names where there were none; a name that differs from one that is there is refused.
TS_EXPORT int32_t ts_tensor_refine_names(void* handle, const char* lines, Result* result) {
    return guarded(0, [&] {
        auto names = parse(lines);
        *result = result_of(borrow(handle).refine_names(names));
        return 1;
    });
}
