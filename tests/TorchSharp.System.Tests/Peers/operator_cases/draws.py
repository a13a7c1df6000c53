"""Random draws after manual_seed(42). The same table in C#: Operators/DrawTests.cs."""
import torch

_double = torch.float64


def _empty():
    return torch.empty(3, 4, dtype=_double)


def _steps():
    return torch.arange(1, 7, dtype=_double) / 7


DRAWS = {
    "uniform_": lambda: _empty().uniform_(-1, 3),
    "uniform_ float": lambda: torch.empty(20).uniform_(-1, 3),
    "normal_": lambda: _empty().normal_(),
    "normal_ float": lambda: torch.empty(20).normal_(2, 0.5),
    "random_": lambda: _empty().random_(-5, 100),
    "random_ integers": lambda: torch.empty(6, dtype=torch.int64).random_(0, 1000),
    "bernoulli_": lambda: _empty().bernoulli_(),
    "bernoulli_ p": lambda: _empty().bernoulli_(0.2),
    "bernoulli_ tensor": lambda: torch.empty(6, dtype=_double).bernoulli_(_steps()),
    "exponential_": lambda: _empty().exponential_(1.5),
    "geometric_": lambda: _empty().geometric_(0.3),
    "cauchy_": lambda: _empty().cauchy_(0.5, 2),
    "log_normal_": lambda: _empty().log_normal_(0.5, 0.25),
    "bernoulli": lambda: _steps().bernoulli(),
    "multinomial": lambda: _steps().multinomial(3),
    "multinomial replaced": lambda: _steps().multinomial(10, True),
    "poisson": lambda: torch.poisson(_steps() * 10),
    "binomial": lambda: torch.binomial(torch.full((6,), 10, dtype=_double), _steps()),
    "normal of tensors": lambda: torch.normal(_steps() * 5, _steps()),
    "normal broadcast": lambda: torch.normal(torch.tensor(1.0, dtype=_double), _steps()),
    "normal of floats": lambda: torch.normal(torch.zeros(20), torch.ones(20) * 2),
    "_standard_gamma": lambda: torch._standard_gamma(_steps() * 4),
    "_sample_dirichlet": lambda: torch._sample_dirichlet(_steps()),
}
