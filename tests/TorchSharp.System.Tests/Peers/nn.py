"""Layers, initialisers and utilities: what PyTorch draws and computes from the same seed."""
import torch
from torch import nn
from torch.nn import init
from torch.nn.utils import clip_grad_norm_, clip_grad_value_, parameters_to_vector, rnn

from peer import figure, write


def layer(name, seed, make, *inputs):
    """The parameters as drawn, the result of a call, and every gradient of its sum of squares."""
    torch.manual_seed(seed)
    module = make()
    for key, value in module.state_dict().items():
        figure(f"{name}.{key}", value)
    result = module(*[draw() for draw in inputs])
    figure(f"{name}.result", result)
    (result * result).sum().backward()
    for key, value in module.named_parameters():
        if value.requires_grad:
            figure(f"{name}.{key}.grad", value.grad.to_dense() if value.grad.is_sparse else value.grad)


layer("linear", 1, lambda: nn.Linear(3, 4), lambda: torch.randn(5, 3))
layer("linear without bias", 2, lambda: nn.Linear(4, 2, bias=False), lambda: torch.randn(2, 4))
layer("linear float64", 3, lambda: nn.Linear(3, 2, dtype=torch.float64), lambda: torch.randn(2, 3, dtype=torch.float64))
layer("sequential", 0, lambda: nn.Sequential(nn.Linear(1, 8), nn.Identity(), nn.Linear(8, 1)), lambda: torch.rand(6, 1))
layer("bilinear", 4, lambda: nn.Bilinear(3, 4, 2), lambda: torch.randn(5, 3), lambda: torch.randn(5, 4))
layer("dropout", 5, lambda: nn.Sequential(nn.Linear(4, 4), nn.Dropout(0.3)), lambda: torch.randn(6, 4))
layer("dropout1d", 6, lambda: nn.Sequential(nn.Linear(4, 4), nn.Dropout1d(0.4)), lambda: torch.randn(6, 3, 4))
layer("dropout2d", 7, lambda: nn.Sequential(nn.Linear(4, 4), nn.Dropout2d(0.4)), lambda: torch.randn(2, 5, 3, 4))
layer("dropout3d", 8, lambda: nn.Sequential(nn.Linear(2, 2), nn.Dropout3d(0.4)), lambda: torch.randn(2, 5, 2, 2, 2))
layer("alpha dropout", 9, lambda: nn.Sequential(nn.Linear(4, 4), nn.AlphaDropout(0.2)), lambda: torch.randn(6, 4))
layer("feature alpha dropout", 10, lambda: nn.Sequential(nn.Linear(4, 4), nn.FeatureAlphaDropout(0.4)), lambda: torch.randn(3, 4, 4))
layer("flatten", 11, lambda: nn.Sequential(nn.Flatten(), nn.Linear(6, 4), nn.Unflatten(1, (2, 2)), nn.Flatten(0, 1)), lambda: torch.randn(3, 2, 3))

words = torch.tensor([[1, 2, 0], [4, 0, 4]])
layer("embedding", 12, lambda: nn.Embedding(5, 3), lambda: words)
layer("embedding with padding", 13, lambda: nn.Embedding(5, 3, padding_idx=-1), lambda: words)
layer("embedding with longest", 14, lambda: nn.Embedding(5, 3, max_norm=1.0), lambda: words)
layer("embedding by frequency", 15, lambda: nn.Embedding(5, 3, scale_grad_by_freq=True), lambda: words)
layer("embedding sparse", 16, lambda: nn.Embedding(5, 3, sparse=True), lambda: words)
for mode in ("sum", "mean", "max"):
    layer(f"bag {mode}", 17, lambda: nn.EmbeddingBag(5, 3, mode=mode), lambda: words)
layer("bag with offsets", 18, lambda: nn.EmbeddingBag(5, 3, mode="sum", padding_idx=0),
      lambda: words.reshape(-1), lambda: torch.tensor([0, 2, 2]), lambda: torch.arange(6.0))

# Two draws each, so that the generator is left as PyTorch leaves it.
initialisers = {
    "uniform": lambda w: init.uniform_(w, -2, 3),
    "normal": lambda w: init.normal_(w, 1, 2),
    "trunc normal": lambda w: init.trunc_normal_(w, 0.5, 2, -1, 1.5),
    "xavier uniform": lambda w: init.xavier_uniform_(w, 2),
    "xavier normal": lambda w: init.xavier_normal_(w, 2),
    "kaiming uniform": lambda w: init.kaiming_uniform_(w),
    "kaiming uniform relu": lambda w: init.kaiming_uniform_(w, mode="fan_out", nonlinearity="relu"),
    "kaiming normal": lambda w: init.kaiming_normal_(w, a=0.1),
    "kaiming normal tanh": lambda w: init.kaiming_normal_(w, mode="fan_out", nonlinearity="tanh"),
    "orthogonal": lambda w: init.orthogonal_(w, 1.5),
    "sparse": lambda w: init.sparse_(w, 0.4),
    "eye": lambda w: init.eye_(w),
    "dirac": lambda w: init.dirac_(w),
    "constant": lambda w: init.constant_(w, 0.25),
}
shapes = {"wide": (3, 5), "tall": (6, 4), "kernels": (4, 3, 3, 2)}
for name, fill in initialisers.items():
    for shape, sizes in shapes.items():
        if (name in ("sparse", "eye") and len(sizes) != 2) or (name == "dirac" and len(sizes) < 3):
            continue
        torch.manual_seed(20)
        weight = nn.Parameter(torch.empty(sizes))
        fill(weight)
        figure(f"init {name} {shape}", weight)
        fill(weight)
        figure(f"init {name} {shape} again", weight)

for norm in (2.0, 1.0, float("inf")):
    for longest in (0.5, 100.0):
        torch.manual_seed(21)
        module = nn.Linear(3, 2)
        (module(torch.randn(4, 3)) ** 2).sum().backward()
        figure(f"clip {norm} {longest} norm", clip_grad_norm_(module.parameters(), longest, norm).reshape(1))
        figure(f"clip {norm} {longest} grad", module.weight.grad)
torch.manual_seed(22)
module = nn.Linear(3, 2)
figure("parameters", parameters_to_vector(module.parameters()))
(module(torch.randn(4, 3)) ** 2).sum().backward()
clip_grad_value_(module.parameters(), 0.75)
figure("clip value", module.weight.grad)

torch.manual_seed(23)
sequences = [torch.randn(length, 2) for length in (2, 4, 1)]
packed = rnn.pack_sequence(sequences, enforce_sorted=False)
figure("packed data", packed.data)
figure("packed batch sizes", packed.batch_sizes)
figure("packed sorted indices", packed.sorted_indices)
padded, lengths = rnn.pad_packed_sequence(packed, batch_first=True, padding_value=-1, total_length=5)
figure("padded", padded)
figure("padded lengths", lengths)
figure("pad sequence", rnn.pad_sequence(sequences, padding_value=7))

write()
