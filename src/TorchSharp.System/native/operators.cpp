// Calls any operator of libtorch by its name, through the dispatcher's boxed interface: autograd included.
#include "shim.h"

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/stack.h>
#include <c10/util/Logging.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace shim;

namespace {

thread_local std::string last_error;
thread_local int64_t last_token = 0;

// Error backtraces cost more than the errors themselves and mean nothing to a student.
[[maybe_unused]] const bool no_backtraces = (c10::SetStackTraceFetcher([]() -> std::string { return {}; }), true);

#ifdef __GLIBC__
// glibc hands the top of the heap back to the system whenever 128 KB of it are free, as each step of a training loop leaves
// it, and asks for it again in the next, at the price of page faults. These limits are those that glibc
// itself goes up to once a tensor of 32 MB was freed.
[[maybe_unused]] const bool keeps_heap = (mallopt(M_MMAP_THRESHOLD, 32 << 20), mallopt(M_TRIM_THRESHOLD, 64 << 20), true);
#endif

// What the schema wants for one argument.
enum class Kind { Tensor, Int, Double, Bool, Scalar, Text, Device, Generator, Ints, Doubles, Bools, Scalars, Tensors, OptionalTensors, Other };

struct Parameter {
    Kind kind;
    bool optional;
    bool has_default;
    c10::IValue default_value;
    std::string name;
};

struct Operator {
    c10::OperatorHandle handle;
    std::string name;
    std::vector<Parameter> parameters;
};

Kind kind_of(const c10::Type& type) {
    switch (type.kind()) {
        case c10::TypeKind::TensorType: return Kind::Tensor;
        case c10::TypeKind::IntType: return Kind::Int;
        case c10::TypeKind::FloatType: return Kind::Double;
        case c10::TypeKind::BoolType: return Kind::Bool;
        case c10::TypeKind::NumberType: return Kind::Scalar;
        case c10::TypeKind::StringType: return Kind::Text;
        case c10::TypeKind::DeviceObjType: return Kind::Device;
        case c10::TypeKind::GeneratorType: return Kind::Generator;
        case c10::TypeKind::ListType: {
            const auto& element = *type.castRaw<c10::ListType>()->getElementType();
            if (element.kind() == c10::TypeKind::OptionalType) return Kind::OptionalTensors;
            switch (kind_of(element)) {
                case Kind::Tensor: return Kind::Tensors;
                case Kind::Int: return Kind::Ints;
                case Kind::Double: return Kind::Doubles;
                case Kind::Bool: return Kind::Bools;
                case Kind::Scalar: return Kind::Scalars;
                default: return Kind::Other;
            }
        }
        default: return Kind::Other;
    }
}

[[noreturn]] void refuse(const Operator& op, const Parameter& parameter) {
    TORCH_CHECK(false, op.name, ": argument '", parameter.name, "' has a type that the operator does not take");
}

c10::IValue number(const Value& value) {
    switch (value.tag) {
        case Tag::Int: return c10::Scalar(value.i);
        case Tag::Double: return c10::Scalar(value.d);
        case Tag::Bool: return c10::Scalar(value.i != 0);
        default: {
            auto parts = static_cast<const double*>(value.p);
            return c10::Scalar(c10::complex<double>(parts[0], parts[1]));
        }
    }
}

c10::IValue convert(const Operator& op, const Parameter& parameter, const Value& value) {
    if (value.tag == Tag::Default) {
        TORCH_CHECK(parameter.has_default, op.name, ": argument '", parameter.name, "' has no default");
        return parameter.default_value;
    }
    if (value.tag == Tag::None) {
        if (parameter.optional) return {};
        if (parameter.kind == Kind::Tensor) return at::Tensor();
        refuse(op, parameter);
    }
    const auto tag = value.tag;
    switch (parameter.kind) {
        case Kind::Tensor:
            if (tag == Tag::Tensor) return borrow(value.p);
            break;
        case Kind::Int:
            if (tag == Tag::Int || tag == Tag::Bool) return value.i;
            break;
        case Kind::Double:
            if (tag == Tag::Double) return value.d;
            if (tag == Tag::Int) return static_cast<double>(value.i);
            break;
        case Kind::Bool:
            if (tag == Tag::Bool) return value.i != 0;
            break;
        case Kind::Scalar:
            if (tag == Tag::Int || tag == Tag::Double || tag == Tag::Bool || tag == Tag::Complex) return number(value);
            break;
        case Kind::Text:
            if (tag == Tag::Text) return std::string(static_cast<const char*>(value.p), value.count);
            break;
        case Kind::Device:
            if (tag == Tag::Device) return c10::Device(static_cast<c10::DeviceType>(value.i >> 32), static_cast<c10::DeviceIndex>(static_cast<int32_t>(value.i)));
            break;
        case Kind::Generator:
            if (tag == Tag::Generator) return *static_cast<at::Generator*>(value.p);
            break;
        case Kind::Ints:
            if (tag == Tag::Ints) return c10::IntArrayRef(static_cast<const int64_t*>(value.p), value.count);
            if (tag == Tag::Int) return c10::IntArrayRef(value.i);
            break;
        case Kind::Doubles:
            if (tag == Tag::Doubles) {
                auto values = static_cast<const double*>(value.p);
                return std::vector<double>(values, values + value.count);
            }
            break;
        case Kind::Bools:
            if (tag == Tag::Bools) {
                auto values = static_cast<const bool*>(value.p);
                c10::List<bool> list;
                for (int32_t i = 0; i < value.count; i++) list.push_back(values[i]);
                return list;
            }
            break;
        case Kind::Scalars:
            if (tag == Tag::Doubles) {
                auto values = static_cast<const double*>(value.p);
                c10::List<c10::Scalar> list;
                for (int32_t i = 0; i < value.count; i++) list.push_back(values[i]);
                return list;
            }
            break;
        case Kind::Tensors:
            if (tag == Tag::Tensors) return borrow_all(static_cast<void* const*>(value.p), value.count);
            break;
        case Kind::OptionalTensors:
            if (tag == Tag::Tensors) {
                auto handles = static_cast<void* const*>(value.p);
                c10::List<c10::optional<at::Tensor>> list;
                list.reserve(value.count);
                for (int32_t i = 0; i < value.count; i++)
                    list.push_back(handles[i] ? c10::optional<at::Tensor>(borrow(handles[i])) : c10::nullopt);
                return list;
            }
            break;
        case Kind::Other: break;
    }
    refuse(op, parameter);
}

Result result_from(c10::IValue&& value) {
    Result result{};
    if (value.isTensor()) return result_of(std::move(value).toTensor());
    if (value.isInt()) {
        result.value.tag = Tag::Int;
        result.value.i = value.toInt();
    } else if (value.isDouble()) {
        result.value.tag = Tag::Double;
        result.value.d = value.toDouble();
    } else if (value.isBool()) {
        result.value.tag = Tag::Bool;
        result.value.i = value.toBool();
    } else if (value.isComplexDouble()) {
        auto number = value.toComplexDouble();
        auto parts = static_cast<double*>(malloc(2 * sizeof(double)));
        parts[0] = number.real();
        parts[1] = number.imag();
        result.value.tag = Tag::Complex;
        result.value.p = parts;
    } else if (value.isTensorList()) {
        return list_result(value.toTensorVector());
    } else if (value.isNone()) {
        result.value.tag = Tag::None;
    } else {
        TORCH_CHECK(false, "a result of type ", value.tagKind(), " cannot be handed to .NET");
    }
    return result;
}

// A stack lent per call depth: a hook may call operators while one runs.
struct LentStack {
    static thread_local std::vector<torch::jit::Stack> pool;
    torch::jit::Stack stack;
    LentStack() {
        if (pool.empty()) return;
        stack = std::move(pool.back());
        pool.pop_back();
    }
    ~LentStack() {
        stack.clear();
        if (pool.size() < 8) pool.push_back(std::move(stack));
    }
};
thread_local std::vector<torch::jit::Stack> LentStack::pool;

}  // namespace

namespace shim {

void remember_exception() noexcept {
    last_token = 0;
    try {
        throw;
    } catch (const ManagedException& e) {
        last_token = e.token;
        last_error = e.what();
    } catch (const c10::Error& e) {
        last_error = e.what_without_backtrace();
    } catch (const std::exception& e) {
        last_error = e.what();
    } catch (...) {
        last_error = "unknown exception";
    }
}

Result result_of(at::Tensor tensor) {
    Result result{};
    result.value.tag = Tag::Tensor;
    if (tensor.defined()) {
        if (tensor.has_storage() && tensor.storage().use_count() == 1) result.bytes = static_cast<int64_t>(tensor.storage().nbytes());
        result.value.p = give(std::move(tensor));
    }
    return result;
}

Result list_result(const std::vector<at::Tensor>& tensors) {
    auto items = static_cast<Result*>(malloc(std::max<size_t>(1, tensors.size()) * sizeof(Result)));
    std::transform(tensors.begin(), tensors.end(), items, [](const at::Tensor& tensor) { return result_of(tensor); });
    Result result{};
    result.value.tag = Tag::Tensors;
    result.value.count = static_cast<int32_t>(tensors.size());
    result.value.p = items;
    return result;
}

std::vector<at::Tensor> borrow_all(void* const* handles, int64_t count) {
    std::vector<at::Tensor> tensors;
    tensors.reserve(count);
    for (int64_t i = 0; i < count; i++) tensors.push_back(borrow(handles[i]));
    return tensors;
}

}  // namespace shim

TS_EXPORT const char* ts_last_error() { return last_error.c_str(); }
TS_EXPORT int64_t ts_last_token() { return last_token; }
TS_EXPORT void ts_free(void* memory) { free(memory); }

TS_EXPORT void* ts_operator(const char* name, const char* overload) {
    return guarded<void*>(nullptr, [&]() -> void* {
        auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
        TORCH_CHECK(handle.has_value(), "this libtorch has no operator ", name, *overload ? "." : "", overload);
        auto op = std::make_unique<Operator>(Operator{*handle, name, {}});
        for (const auto& argument : handle->schema().arguments()) {
            const c10::Type* type = argument.type().get();
            Parameter parameter{};
            if (auto optional = type->castRaw<c10::OptionalType>()) {
                parameter.optional = true;
                type = optional->getElementType().get();
            }
            parameter.kind = kind_of(*type);
            parameter.name = argument.name();
            if (auto value = argument.default_value()) {
                parameter.has_default = true;
                parameter.default_value = *value;
            }
            op->parameters.push_back(std::move(parameter));
        }
        return op.release();
    });
}

// Calls an operator; arguments that are not given take the schema's defaults.
// Returns the number of results, of which at most `capacity` are handed over, or -1 on an error.
TS_EXPORT int32_t ts_call(void* operator_handle, const Value* arguments, int32_t count, Result* results, int32_t capacity) {
    return guarded<int32_t>(-1, [&]() -> int32_t {
        const auto& op = *static_cast<Operator*>(operator_handle);
        const auto parameters = static_cast<int32_t>(op.parameters.size());
        TORCH_CHECK(count <= parameters, op.name, " takes ", parameters, " arguments, not ", count);
        LentStack lent;
        auto& stack = lent.stack;
        static const Value missing{};
        for (int32_t i = 0; i < parameters; i++) stack.push_back(convert(op, op.parameters[i], i < count ? arguments[i] : missing));
        op.handle.callBoxed(stack);
        const auto produced = static_cast<int32_t>(stack.size());
        for (int32_t i = 0; i < produced && i < capacity; i++) results[i] = result_from(std::move(stack[i]));
        return produced;
    });
}
