"""Activations, losses, convolutions, pooling, normalisations and recurrent layers: what PyTorch draws and computes from one seed.

Each case is computed in float64 and float32: parameters as drawn, results, gradients of the sum of the results' squares with
respect to inputs and parameters, buffers afterwards.
"""

import torch
from torch import nn
from torch.nn import functional as F

from peer import figure, write

SEED = 7
TYPES = {"float64": torch.float64, "float32": torch.float32}


def outputs(result):
    return [result] if isinstance(result, torch.Tensor) else [part for item in result for part in outputs(item)]


def rounded(name, value):
    """float32 figures need no more than their digits."""
    figure(name, value if value.dtype != torch.float32 else [float(f"{x:.8g}") for x in value.detach().reshape(-1).tolist()])


def differentiate(name, results, inputs):
    for i, result in enumerate(results):
        rounded(f"{name}.result{i}", result)
    sum((result * result).sum() for result in results).backward()
    for i, value in enumerate(inputs):
        if value.grad is not None:
            rounded(f"{name}.input{i}.grad", value.grad)


def layer(name, make, *shapes, call=None, times=1):
    for suffix, dtype in TYPES.items():
        case = f"{name} {suffix}"
        torch.manual_seed(SEED)
        module = make()
        if suffix == "float32":
            for key, value in module.named_parameters():
                figure(f"{name}.{key}", value)
        module.to(dtype)
        inputs = [torch.randn(*shape, dtype=dtype).requires_grad_() for shape in shapes]
        for _ in range(times):
            result = call(module, *inputs) if call else module(*inputs)
        differentiate(case, outputs(result), inputs)
        for key, value in module.named_parameters():
            if value.grad is not None:
                rounded(f"{case}.{key}.grad", value.grad)
        for key, value in module.named_buffers():
            rounded(f"{case}.{key}", value)


def evaluated(make, change=lambda module: None):
    """A module in evaluation mode."""
    def made():
        module = make()
        change(module)
        module.eval()
        return module
    return made


# Activations -----------------------------------------------------------------------------------------------------------------------
for name, make in {
    "CELU": lambda: nn.CELU(), "CELU 2": lambda: nn.CELU(2.0), "ELU": lambda: nn.ELU(), "ELU 0.5": lambda: nn.ELU(0.5), "GELU": nn.GELU,
    "Hardshrink": lambda: nn.Hardshrink(), "Hardshrink 1": lambda: nn.Hardshrink(1.0), "Hardsigmoid": nn.Hardsigmoid, "Hardswish": nn.Hardswish,
    "Hardtanh": lambda: nn.Hardtanh(), "Hardtanh -0.5 0.25": lambda: nn.Hardtanh(-0.5, 0.25), "LeakyReLU": lambda: nn.LeakyReLU(),
    "LeakyReLU 0.2": lambda: nn.LeakyReLU(0.2), "LogSigmoid": nn.LogSigmoid, "Mish": nn.Mish, "PReLU": lambda: nn.PReLU(),
    "PReLU 4": lambda: nn.PReLU(4, init=0.1), "RReLU": lambda: nn.RReLU(), "RReLU evaluated": evaluated(lambda: nn.RReLU(0.1, 0.5)),
    "ReLU": nn.ReLU, "ReLU6": nn.ReLU6, "SELU": nn.SELU, "SiLU": nn.SiLU, "Sigmoid": nn.Sigmoid, "Softplus": lambda: nn.Softplus(),
    "Softplus 2 1": lambda: nn.Softplus(2, 1), "Softshrink": lambda: nn.Softshrink(), "Softsign": nn.Softsign, "Tanh": nn.Tanh,
    "Tanhshrink": nn.Tanhshrink, "Threshold": lambda: nn.Threshold(0.1, 20.0), "GLU": lambda: nn.GLU(), "GLU 1": lambda: nn.GLU(1),
    "Softmax": lambda: nn.Softmax(1), "Softmin": lambda: nn.Softmin(-1), "LogSoftmax": lambda: nn.LogSoftmax(0), "Softmax2d": nn.Softmax2d,
}.items():
    layer(name, make, (2, 4, 3, 2) if name == "Softmax2d" else (3, 4))


# Losses ----------------------------------------------------------------------------------------------------------------------------
def loss(name, function, *make):
    """The first input is differentiated, and the second where it has the first's shape and the loss is symmetric in kind."""
    for reduction in ("none", "mean", "sum"):
        for suffix, dtype in TYPES.items():
            torch.manual_seed(SEED)
            inputs = [m(dtype) for m in make]
            inputs[0].requires_grad_()
            differentiate(f"{name} {reduction} {suffix}", [function(reduction)(*inputs)], inputs)


def real(*shape):
    return lambda dtype: torch.randn(*shape, dtype=dtype)


def unit(*shape):
    return lambda dtype: torch.rand(*shape, dtype=dtype)


def given(values, whole=False):
    return lambda dtype: torch.tensor(values, dtype=torch.int64 if whole else dtype)


signs = given([1.0, -1.0, 1.0, -1.0])
classes = given([0, 2, 1, 2], whole=True)
weights = lambda: torch.tensor([0.5, 2.0, 1.0])


class Weighted:
    """A loss whose weights take the input's type."""
    def __init__(self, function, **options):
        self.function, self.options = function, options

    def __call__(self, input, *others):
        return self.function(input, *others, **{k: v.to(input.dtype) if isinstance(v, torch.Tensor) else v for k, v in self.options.items()})


loss("L1Loss", lambda r: nn.L1Loss(reduction=r), real(4, 3), real(4, 3))
loss("L1Loss broadcast", lambda r: nn.L1Loss(reduction=r), real(4, 1), real(4, 3))
loss("MSELoss", lambda r: nn.MSELoss(reduction=r), real(4, 3), real(4, 3))
loss("MSELoss broadcast", lambda r: nn.MSELoss(reduction=r), real(3), real(4, 3))
loss("SmoothL1Loss", lambda r: nn.SmoothL1Loss(reduction=r), real(4, 3), real(4, 3))
loss("SmoothL1Loss 0.3", lambda r: nn.SmoothL1Loss(reduction=r, beta=0.3), real(4, 3), real(4, 3))
loss("HuberLoss", lambda r: nn.HuberLoss(reduction=r), real(4, 3), real(4, 3))
loss("HuberLoss 0.3", lambda r: nn.HuberLoss(reduction=r, delta=0.3), real(4, 3), real(4, 3))
loss("CrossEntropyLoss", lambda r: nn.CrossEntropyLoss(reduction=r), real(4, 3), classes)
loss("CrossEntropyLoss weighted", lambda r: Weighted(F.cross_entropy, weight=weights(), reduction=r), real(4, 3), classes)
loss("CrossEntropyLoss ignoring 2", lambda r: nn.CrossEntropyLoss(ignore_index=2, reduction=r), real(4, 3), classes)
loss("CrossEntropyLoss smoothed", lambda r: Weighted(F.cross_entropy, weight=weights(), label_smoothing=0.1, reduction=r), real(4, 3), classes)
loss("CrossEntropyLoss probabilities", lambda r: nn.CrossEntropyLoss(reduction=r), real(4, 3), unit(4, 3))
loss("CrossEntropyLoss images", lambda r: nn.CrossEntropyLoss(reduction=r), real(2, 3, 2), given([[0, 2], [1, 1]], whole=True))
loss("NLLLoss", lambda r: nn.NLLLoss(reduction=r), real(4, 3), classes)
loss("NLLLoss weighted", lambda r: Weighted(F.nll_loss, weight=weights(), reduction=r), real(4, 3), classes)
loss("BCELoss", lambda r: nn.BCELoss(reduction=r), unit(4, 3), unit(4, 3))
loss("BCELoss weighted", lambda r: Weighted(F.binary_cross_entropy, weight=weights(), reduction=r), unit(4, 3), unit(4, 3))
loss("BCEWithLogitsLoss", lambda r: nn.BCEWithLogitsLoss(reduction=r), real(4, 3), unit(4, 3))
loss("BCEWithLogitsLoss weighted", lambda r: Weighted(F.binary_cross_entropy_with_logits, weight=weights(), pos_weight=2 * weights(), reduction=r), real(4, 3), unit(4, 3))
loss("KLDivLoss", lambda r: nn.KLDivLoss(log_target=True, reduction=r), real(4, 3), real(4, 3))
loss("KLDivLoss probabilities", lambda r: nn.KLDivLoss(log_target=False, reduction=r), real(4, 3), unit(4, 3))
loss("PoissonNLLLoss", lambda r: nn.PoissonNLLLoss(reduction=r), real(4, 3), unit(4, 3))
loss("PoissonNLLLoss full", lambda r: nn.PoissonNLLLoss(log_input=False, full=True, reduction=r), unit(4, 3), given([[0.0, 1.0, 2.0]] * 4))
loss("GaussianNLLLoss", lambda r: nn.GaussianNLLLoss(reduction=r), real(4, 3), real(4, 3), unit(4, 3))
loss("GaussianNLLLoss full of rows", lambda r: nn.GaussianNLLLoss(full=True, reduction=r), real(4, 3), real(4, 3), unit(4, 1))
loss("HingeEmbeddingLoss", lambda r: nn.HingeEmbeddingLoss(reduction=r), real(4), signs)
loss("MarginRankingLoss", lambda r: nn.MarginRankingLoss(margin=0.2, reduction=r), real(4), real(4), signs)
loss("CosineEmbeddingLoss", lambda r: nn.CosineEmbeddingLoss(margin=0.1, reduction=r), real(4, 3), real(4, 3), signs)
loss("MultiLabelMarginLoss", lambda r: nn.MultiLabelMarginLoss(reduction=r), real(2, 3), given([[2, 0, -1], [1, -1, 0]], whole=True))
loss("MultiLabelSoftMarginLoss", lambda r: Weighted(F.multilabel_soft_margin_loss, weight=weights(), reduction=r), real(4, 3), given([[0.0, 1.0, 1.0]] * 4))
loss("MultiMarginLoss", lambda r: Weighted(F.multi_margin_loss, weight=weights(), p=2, margin=0.7, reduction=r), real(4, 3), classes)
loss("SoftMarginLoss", lambda r: nn.SoftMarginLoss(reduction=r), real(4), signs)
loss("TripletMarginLoss", lambda r: nn.TripletMarginLoss(margin=0.9, p=1, swap=True, reduction=r), real(4, 3), real(4, 3), real(4, 3))
loss("TripletMarginWithDistanceLoss", lambda r: nn.TripletMarginWithDistanceLoss(distance_function=lambda x, y: (x - y).abs().sum(1), swap=True, reduction=r), real(4, 3), real(4, 3), real(4, 3))
loss("TripletMarginWithDistanceLoss default", lambda r: nn.TripletMarginWithDistanceLoss(reduction=r), real(4, 3), real(4, 3), real(4, 3))
loss("CTCLoss", lambda r: lambda x, t: F.ctc_loss(x.log_softmax(2), t, torch.tensor([5, 4]), torch.tensor([2, 3]), reduction=r), real(5, 2, 4), given([[1, 2, 0], [3, 1, 2]], whole=True))

# Convolutions ----------------------------------------------------------------------------------------------------------------------
layer("Conv1d", lambda: nn.Conv1d(2, 3, 3), (2, 2, 7))
layer("Conv1d same", lambda: nn.Conv1d(2, 4, 4, padding="same", dilation=2, groups=2, bias=False), (2, 2, 7))
layer("Conv1d reflected", lambda: nn.Conv1d(2, 3, 3, padding=2, padding_mode="reflect"), (2, 7))
layer("Conv2d", lambda: nn.Conv2d(3, 2, 3, stride=2, padding=1), (2, 3, 6, 5))
layer("Conv2d tuple", lambda: nn.Conv2d(2, 2, (3, 2), stride=(1, 2), padding=(2, 1), dilation=(2, 1)), (2, 2, 6, 5))
layer("Conv2d same circular", lambda: nn.Conv2d(2, 2, (3, 2), padding="same", padding_mode="circular"), (1, 2, 4, 4))
layer("Conv2d replicated", lambda: nn.Conv2d(2, 2, 3, padding=(2, 1), padding_mode="replicate"), (1, 2, 4, 4))
layer("Conv3d", lambda: nn.Conv3d(2, 2, 2), (1, 2, 3, 4, 3))
layer("ConvTranspose1d", lambda: nn.ConvTranspose1d(2, 4, 3, stride=2, padding=1, output_padding=1, groups=2), (2, 2, 5))
layer("ConvTranspose2d", lambda: nn.ConvTranspose2d(2, 3, 3, stride=2), (1, 2, 3, 4))
layer("ConvTranspose2d tuple", lambda: nn.ConvTranspose2d(2, 3, (3, 2), stride=(2, 3), output_padding=(0, 1)), (1, 2, 3, 4))
layer("ConvTranspose2d sized", lambda: nn.ConvTranspose2d(2, 3, 3, stride=2), (1, 2, 3, 4), call=lambda m, x: m(x, output_size=[8, 9]))
layer("ConvTranspose3d", lambda: nn.ConvTranspose3d(2, 2, 2, stride=2), (1, 2, 2, 3, 2))

# Pooling, padding, shapes, distances -------------------------------------------------------------------------------------------------
image, signal, volume = (1, 2, 6, 5), (2, 2, 8), (1, 1, 4, 4, 5)
layer("MaxPool1d", lambda: nn.MaxPool1d(3, stride=2, padding=1, dilation=1, ceil_mode=True), signal)
layer("MaxPool2d", lambda: nn.MaxPool2d(2), image)
layer("MaxPool2d tuple", lambda: nn.MaxPool2d((3, 2), stride=(2, 1), padding=(1, 0), dilation=(1, 2)), image)
layer("MaxPool2d with indices", lambda: nn.MaxPool2d(2, return_indices=True), image, call=lambda m, x: m(x)[0])
layer("MaxPool3d", lambda: nn.MaxPool3d(2), volume)
layer("AvgPool1d", lambda: nn.AvgPool1d(3, stride=2, padding=1, count_include_pad=False), signal)
layer("AvgPool2d", lambda: nn.AvgPool2d(2), image)
layer("AvgPool2d tuple", lambda: nn.AvgPool2d((3, 2), stride=(2, 1), padding=(1, 1), ceil_mode=True, divisor_override=4), image)
layer("AvgPool3d", lambda: nn.AvgPool3d(2), volume)
layer("AdaptiveAvgPool1d", lambda: nn.AdaptiveAvgPool1d(3), signal)
layer("AdaptiveAvgPool2d", lambda: nn.AdaptiveAvgPool2d((3, 2)), image)
layer("AdaptiveAvgPool3d", lambda: nn.AdaptiveAvgPool3d(2), volume)
layer("AdaptiveMaxPool1d", lambda: nn.AdaptiveMaxPool1d(3), signal)
layer("AdaptiveMaxPool2d", lambda: nn.AdaptiveMaxPool2d((3, 2)), image)
layer("AdaptiveMaxPool3d", lambda: nn.AdaptiveMaxPool3d((2, 2, 2)), volume)
layer("LPPool1d", lambda: nn.LPPool1d(3, 2), signal, call=lambda m, x: m(x.abs()))
layer("LPPool2d", lambda: nn.LPPool2d(2, (2, 3), stride=(1, 2)), image)
layer("FractionalMaxPool2d", lambda: nn.FractionalMaxPool2d(2, output_size=(3, 2)), image)
layer("FractionalMaxPool3d", lambda: nn.FractionalMaxPool3d(2, output_ratio=0.5), volume)
layer("MaxUnpool1d", lambda: nn.MaxUnpool1d(2), signal, call=lambda m, x: m(*F.max_pool1d(x, 2, return_indices=True)))
layer("MaxUnpool2d", lambda: nn.MaxUnpool2d(2), image, call=lambda m, x: m(*F.max_pool2d(x, 2, return_indices=True), output_size=(6, 5)))
layer("MaxUnpool3d", lambda: nn.MaxUnpool3d((2, 2, 2)), volume, call=lambda m, x: m(*F.max_pool3d(x, 2, return_indices=True), output_size=(4, 4, 5)))
layer("ConstantPad1d", lambda: nn.ConstantPad1d((1, 2), 0.5), signal)
layer("ConstantPad2d", lambda: nn.ConstantPad2d((1, 2, 0, 1), -1.0), image)
layer("ConstantPad3d", lambda: nn.ConstantPad3d(1, 2.0), (1, 1, 2, 2, 2))
layer("ReflectionPad1d", lambda: nn.ReflectionPad1d((1, 2)), signal)
layer("ReflectionPad2d", lambda: nn.ReflectionPad2d((1, 2, 0, 1)), image)
layer("ReflectionPad3d", lambda: nn.ReflectionPad3d(1), (1, 1, 2, 2, 2))
layer("ReplicationPad1d", lambda: nn.ReplicationPad1d(2), signal)
layer("ReplicationPad2d", lambda: nn.ReplicationPad2d((1, 2, 0, 1)), image)
layer("ReplicationPad3d", lambda: nn.ReplicationPad3d((0, 1, 1, 0, 1, 2)), (1, 1, 2, 2, 2))
layer("ZeroPad2d", lambda: nn.ZeroPad2d((1, 2, 0, 1)), image)
layer("PixelShuffle", lambda: nn.PixelShuffle(2), (1, 4, 2, 3))
layer("PixelUnshuffle", lambda: nn.PixelUnshuffle(2), (1, 1, 4, 6))
layer("ChannelShuffle", nn.Identity, (1, 4, 2, 2), call=lambda m, x: x.view(1, 2, 2, 2, 2).transpose(1, 2).reshape(1, 4, 2, 2))  # 1.13 has no derivative of it
layer("Unfold", lambda: nn.Unfold((2, 3), padding=1, stride=(1, 2)), (1, 2, 4, 5))
layer("Fold", lambda: nn.Fold((4, 5), (2, 2)), (1, 8, 12))
layer("Upsample nearest", lambda: nn.Upsample(scale_factor=2), (1, 2, 2, 3))
layer("Upsample linear", lambda: nn.Upsample(size=7, mode="linear"), (1, 2, 3))
layer("Upsample bilinear", lambda: nn.Upsample(scale_factor=(1.5, 2), mode="bilinear", align_corners=True), (1, 2, 2, 3))
layer("Upsample bicubic", lambda: nn.Upsample(size=(5, 4), mode="bicubic"), (1, 1, 3, 3))
layer("Upsample trilinear", lambda: nn.Upsample(scale_factor=2, mode="trilinear"), (1, 1, 2, 2, 2))
layer("CosineSimilarity", lambda: nn.CosineSimilarity(), (4, 3), (4, 3))
layer("PairwiseDistance", lambda: nn.PairwiseDistance(p=3, keepdim=True), (4, 3), (4, 3))

# Normalisations --------------------------------------------------------------------------------------------------------------------
layer("BatchNorm1d", lambda: nn.BatchNorm1d(3), (5, 3), times=3)
layer("BatchNorm1d signals", lambda: nn.BatchNorm1d(2, eps=0.01, momentum=0.5), (3, 2, 4), times=2)
layer("BatchNorm2d", lambda: nn.BatchNorm2d(2), (2, 2, 3, 3), times=2)
layer("BatchNorm2d plain", lambda: nn.BatchNorm2d(2, affine=False, track_running_stats=False), (2, 2, 3, 3))
layer("BatchNorm3d", lambda: nn.BatchNorm3d(2), (2, 2, 2, 2, 2))


def then_evaluated(module, x):
    module(x)
    module.eval()
    return module(x)


def averaging(module):
    module.momentum = None


layer("BatchNorm1d evaluated", lambda: nn.BatchNorm1d(3), (5, 3), call=then_evaluated)
layer("BatchNorm1d cumulative", lambda: nn.BatchNorm1d(3, momentum=None), (5, 3), times=3)
layer("InstanceNorm1d", lambda: nn.InstanceNorm1d(3), (2, 3, 4))
layer("InstanceNorm1d unbatched", lambda: nn.InstanceNorm1d(3), (3, 4))
layer("InstanceNorm2d", lambda: nn.InstanceNorm2d(2, affine=True, track_running_stats=True), (2, 2, 3, 3), times=2)
layer("InstanceNorm2d evaluated", lambda: nn.InstanceNorm2d(2, affine=True, track_running_stats=True), (2, 2, 3, 3), call=then_evaluated)
layer("InstanceNorm3d", lambda: nn.InstanceNorm3d(2), (1, 2, 2, 2, 2))
layer("LayerNorm", lambda: nn.LayerNorm(4), (3, 4))
layer("LayerNorm of two", lambda: nn.LayerNorm((3, 4), eps=0.01), (2, 3, 4))
layer("LayerNorm plain", lambda: nn.LayerNorm(4, elementwise_affine=False), (3, 4))
layer("GroupNorm", lambda: nn.GroupNorm(2, 4), (2, 4, 3))
layer("LocalResponseNorm", lambda: nn.LocalResponseNorm(3, alpha=0.1, beta=0.5, k=2.0), (2, 4, 3))
layer("LocalResponseNorm images", lambda: nn.LocalResponseNorm(2), (2, 4, 3, 2))

# Recurrent layers ------------------------------------------------------------------------------------------------------------------
for kind in ("RNN", "LSTM", "GRU"):
    make = getattr(nn, kind)
    two = kind == "LSTM"
    layer(kind, lambda: make(3, 4), (5, 2, 3))
    layer(f"{kind} unbatched", lambda: make(3, 4, batch_first=True, bias=False), (5, 3))
    layer(f"{kind} deep", lambda: make(3, 2, num_layers=2, bidirectional=True, batch_first=True), (2, 4, 3))
    layer(f"{kind} dropout", lambda: make(3, 2, num_layers=2, dropout=0.5), (4, 2, 3))
    layer(f"{kind} dropout evaluated", evaluated(lambda: make(3, 2, num_layers=2, dropout=0.5)), (4, 2, 3))
    layer(f"{kind} state", lambda: make(3, 4), (5, 2, 3), *[(1, 2, 4)] * (2 if two else 1), call=(lambda m, x, h, c: m(x, (h, c))) if two else (lambda m, x, h: m(x, h)))
    cell = getattr(nn, kind + "Cell")
    layer(f"{kind}Cell", lambda: cell(3, 4), (2, 3))
    layer(f"{kind}Cell unbatched", lambda: cell(3, 4, bias=False), (3,))
    layer(f"{kind}Cell state", lambda: cell(3, 4), (2, 3), *[(2, 4)] * (2 if two else 1), call=(lambda m, x, h, c: m(x, (h, c))) if two else (lambda m, x, h: m(x, h)))
layer("RNN relu", lambda: nn.RNN(3, 4, nonlinearity="relu"), (5, 2, 3))
layer("RNNCell relu", lambda: nn.RNNCell(3, 4, nonlinearity="relu"), (2, 3))


# Functions that no layer covers ------------------------------------------------------------------------------------------------------
def function(name, call, *shapes):
    for suffix, dtype in TYPES.items():
        torch.manual_seed(SEED)
        inputs = [torch.randn(*shape, dtype=dtype).requires_grad_() for shape in shapes]
        differentiate(f"{name} {suffix}", outputs(call(*inputs)), inputs)


function("dropout", lambda x: F.dropout(x, 0.4), (3, 4))
function("dropout1d", lambda x: F.dropout1d(x, 0.4), (4, 3))
function("dropout2d", lambda x: F.dropout2d(x, 0.4), (2, 3, 2, 2))
function("dropout3d", lambda x: F.dropout3d(x, 0.4), (3, 1, 2, 2))
function("alpha_dropout", lambda x: F.alpha_dropout(x, 0.4, training=True), (3, 4))
function("feature_alpha_dropout", lambda x: F.feature_alpha_dropout(x, 0.4, training=True), (2, 3, 2))
function("linear", lambda x, w, b: F.linear(x, w, b), (2, 3), (4, 3), (4,))
function("bilinear", lambda x, y, w: F.bilinear(x, y, w), (2, 3), (2, 2), (4, 3, 2))
function("normalize", lambda x: F.normalize(x), (3, 4))
function("normalize 1", lambda x: F.normalize(x, p=1, dim=0), (3, 4))
function("pad all", lambda x: F.pad(x, (1, 1, 1, 1)), (2, 3))
function("interpolate area", lambda x: F.interpolate(x, scale_factor=0.5, mode="area"), (1, 2, 4, 6))
function("interpolate exact", lambda x: F.interpolate(x, size=5, mode="nearest-exact"), (1, 2, 3))
function("interpolate antialiased", lambda x: F.interpolate(x, size=(2, 3), mode="bilinear", antialias=True), (1, 2, 4, 6))
function("interpolate recomputed", lambda x: F.interpolate(x, scale_factor=1.7, mode="bilinear", recompute_scale_factor=True), (1, 1, 3, 4))
function("grid_sample", lambda x, g: F.grid_sample(x, g, padding_mode="border", align_corners=False), (1, 2, 3, 4), (1, 2, 2, 2))
function("affine_grid", lambda t: F.affine_grid(t, [2, 1, 2, 3], align_corners=True), (2, 2, 3))
function("attention", lambda q, k, v: F._scaled_dot_product_attention(q, k, v, is_causal=True)[0], (2, 3, 4), (2, 3, 4), (2, 3, 2))


# A small network trained -------------------------------------------------------------------------------------------------------------
def training():
    torch.manual_seed(SEED)
    network = nn.Sequential(nn.Conv2d(1, 3, 3, padding=1), nn.BatchNorm2d(3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Dropout(0.25), nn.Linear(27, 4))
    x, y = torch.randn(5, 1, 6, 6), torch.tensor([0, 3, 1, 2, 3])
    losses = []
    for _ in range(5):
        network.zero_grad()
        loss = nn.CrossEntropyLoss()(network(x), y)
        loss.backward()
        with torch.no_grad():
            for parameter in network.parameters():
                parameter -= 0.1 * parameter.grad
        losses.append(loss.item())
    figure("CNN.losses", losses)
    network.eval()
    figure("CNN.result", network(x))


training()

write()
