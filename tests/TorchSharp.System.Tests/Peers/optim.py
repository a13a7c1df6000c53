"""Optimizers' parameters step by step and schedules' rates epoch by epoch, from torch.optim."""
import torch
from torch.optim import lr_scheduler as sched

from peer import figure, write


def problem(dtype):
    w = torch.tensor([-1.2, 1.0, 0.5], dtype=dtype, requires_grad=True)
    b = torch.tensor([[0.3, -0.7], [1.5, 2.0]], dtype=dtype, requires_grad=True)
    return w, b


def loss(w, b):
    """Rosenbrock's valley along w, a bowl of unequal axes along b, and a term that joins the two."""
    head, tail = w.narrow(0, 0, 2), w.narrow(0, 1, 2)
    scale = torch.tensor([[1.0, 2.0], [3.0, 4.0]], dtype=b.dtype)
    valley = (tail - head * head).pow(2).mul(10) + (head - 1).pow(2)
    return valley.sum() + (b * b * scale).sum() + b.sum() * w.sum() * 0.1


def run(name, make, steps=10, during=None, dtypes=(torch.float64, torch.float32)):
    for dtype in dtypes:
        w, b = problem(dtype)
        optimizer = make(w, b)
        figures = []
        for step in range(steps):
            if during is not None:
                during(step, optimizer, w, b)
            optimizer.zero_grad()
            loss(w, b).backward()
            optimizer.step()
            figures += w.tolist() + b.reshape(-1).tolist()
        figure(f"{name}.{str(dtype).removeprefix('torch.')}", figures)


def both(cls, **options):
    return lambda w, b: cls([w, b], foreach=False, **options)


class NAdam(torch.optim.Optimizer):
    """NAdam as in the paper. torch 1.13's own multiplies the product of the momenta by mu once too often (put right in 2.0)."""

    def __init__(self, params, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, momentum_decay=4e-3):
        super().__init__(params, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, momentum_decay=momentum_decay))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            (beta1, beta2), lr = group["betas"], group["lr"]
            for p in group["params"]:
                state = self.state[p]
                if not state:
                    state.update(step=0, product=1.0, m=torch.zeros_like(p), v=torch.zeros_like(p))
                state["step"] += 1
                t, m, v = state["step"], state["m"], state["v"]
                grad = p.grad if group["weight_decay"] == 0 else p.grad.add(p, alpha=group["weight_decay"])
                mu = beta1 * (1 - 0.5 * 0.96 ** (t * group["momentum_decay"]))
                mu_next = beta1 * (1 - 0.5 * 0.96 ** ((t + 1) * group["momentum_decay"]))
                state["product"] *= mu
                m.mul_(beta1).add_(grad, alpha=1 - beta1)
                v.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
                denominator = v.div(1 - beta2 ** t).sqrt_().add_(group["eps"])
                p.addcdiv_(grad, denominator, value=-lr * (1 - mu) / (1 - state["product"]))
                p.addcdiv_(m, denominator, value=-lr * mu_next / (1 - state["product"] * mu_next))


o = torch.optim
run("sgd.plain", both(o.SGD, lr=0.01))
run("sgd.momentum", both(o.SGD, lr=0.01, momentum=0.9))
run("sgd.dampening", both(o.SGD, lr=0.01, momentum=0.8, dampening=0.3, weight_decay=0.1))
run("sgd.nesterov", both(o.SGD, lr=0.01, momentum=0.9, nesterov=True, weight_decay=0.01))
run("sgd.maximize", both(o.SGD, lr=0.001, momentum=0.5, weight_decay=0.2, maximize=True))
run("adagrad.plain", both(o.Adagrad))
run("adagrad.decay", both(o.Adagrad, lr=0.1, lr_decay=0.2, weight_decay=0.1, initial_accumulator_value=0.5, eps=1e-6))
run("adadelta.plain", both(o.Adadelta))
run("adadelta.decay", both(o.Adadelta, lr=0.7, rho=0.8, eps=1e-4, weight_decay=0.1))
run("adadelta.maximize", both(o.Adadelta, lr=0.5, weight_decay=0.1, maximize=True))
run("rmsprop.plain", both(o.RMSprop, lr=0.01))
run("rmsprop.momentum", both(o.RMSprop, lr=0.01, alpha=0.9, momentum=0.9, weight_decay=0.1))
run("rmsprop.centered", both(o.RMSprop, lr=0.01, eps=1e-5, centered=True))
run("rmsprop.all", both(o.RMSprop, lr=0.005, momentum=0.5, centered=True, weight_decay=0.1, maximize=True))
run("adam.plain", both(o.Adam))
run("adam.decay", both(o.Adam, lr=0.1, betas=(0.8, 0.9), eps=1e-6, weight_decay=0.1))
run("adam.amsgrad", both(o.Adam, lr=0.1, betas=(0.8, 0.9), amsgrad=True))
run("adam.maximize", both(o.Adam, lr=0.01, weight_decay=0.1, maximize=True))
run("adamw.plain", both(o.AdamW, weight_decay=0))
run("adamw.decay", both(o.AdamW, lr=0.1, betas=(0.8, 0.9), eps=1e-6, weight_decay=0.1))
run("adamw.amsgrad", both(o.AdamW, lr=0.1, betas=(0.8, 0.9), amsgrad=True, maximize=True, weight_decay=0.05))
run("adamax.plain", both(o.Adamax))
run("adamax.decay", both(o.Adamax, lr=0.1, betas=(0.8, 0.9), eps=1e-4, weight_decay=0.1))
run("nadam.plain", lambda w, b: NAdam([w, b]))
run("nadam.decay", lambda w, b: NAdam([w, b], lr=0.1, betas=(0.8, 0.9), eps=1e-6, weight_decay=0.1, momentum_decay=0.05))
run("radam.plain", both(o.RAdam, lr=0.002))
run("radam.decay", both(o.RAdam, lr=0.1, betas=(0.8, 0.99), eps=1e-6, weight_decay=0.1))
run("rprop.plain", both(o.Rprop))
run("rprop.etas", both(o.Rprop, lr=0.1, etas=(0.4, 1.5), step_sizes=(1e-3, 0.3), maximize=False))
torch.set_default_dtype(torch.float64)  # ASGD keeps its rate in a tensor of the default type
run("asgd.plain", both(o.ASGD, lr=0.01))
run("asgd.averaging", both(o.ASGD, lr=0.02, lambd=0.01, alpha=0.6, t0=3, weight_decay=0.1))
torch.set_default_dtype(torch.float32)


def lbfgs(name, steps, **options):
    w, b = problem(torch.float64)
    optimizer = o.LBFGS([w, b], **options)

    def closure():
        optimizer.zero_grad()
        value = loss(w, b)
        value.backward()
        return value

    figures = []
    for _ in range(steps):
        figures.append(float(optimizer.step(closure)))
        figures += w.tolist() + b.reshape(-1).tolist()
    figure(name, figures)


lbfgs("lbfgs.plain", 4, lr=0.01, tolerance_grad=1e-5)
lbfgs("lbfgs.short", 6, lr=0.1, max_iter=4, history_size=3, tolerance_grad=1e-5)
lbfgs("lbfgs.evaluations", 3, lr=0.1, max_iter=10, max_eval=5, tolerance_grad=1e-5)

groups = lambda cls, first, second, **options: lambda w, b: cls([{"params": [w], **first}, {"params": [b], **second}], **options)
run("groups.sgd", groups(o.SGD, dict(lr=0.002, momentum=0.9), dict(weight_decay=0.1), lr=0.01))
run("groups.adam", groups(o.Adam, dict(lr=0.05, betas=(0.7, 0.9)), dict(amsgrad=True, weight_decay=0.1), lr=0.02))


def add_b(step, optimizer, w, b):
    if step == 5:
        optimizer.add_param_group({"params": [b], "lr": 0.02})


run("groups.added", lambda w, b: o.SGD([w], lr=0.01, momentum=0.9), during=add_b)


def schedule(name, make, epochs=25, momentum=None, step=None, **options):
    """The two groups' rates from epoch 0 on, each followed by its momentum if that is asked for."""
    w, b = problem(torch.float64)
    optimizer = o.Adam([{"params": [w]}, {"params": [b], "lr": 0.05}], lr=0.1) if momentum == "betas" else \
        o.SGD([{"params": [w]}, {"params": [b], "lr": 0.05}], lr=0.1, momentum=0.9)
    scheduler = make(optimizer)
    figures = []

    def note():
        for group in optimizer.param_groups:
            figures.append(group["lr"])
            if momentum is not None:
                figures.append(group["betas"][0] if momentum == "betas" else group["momentum"])

    note()
    for epoch in range(1, epochs + 1):
        optimizer.step()
        scheduler.step() if step is None else step(scheduler, epoch)
        note()
    figure(f"schedule.{name}", figures)


schedule("step", lambda x: sched.StepLR(x, 4, 0.5))
schedule("multistep", lambda x: sched.MultiStepLR(x, [3, 8, 8, 15], 0.3))
schedule("exponential", lambda x: sched.ExponentialLR(x, 0.9))
schedule("cosine", lambda x: sched.CosineAnnealingLR(x, 10, 0.01))
schedule("cosine.odd", lambda x: sched.CosineAnnealingLR(x, 7))
schedule("lambda", lambda x: sched.LambdaLR(x, lambda epoch: 0.95 ** epoch))
schedule("lambdas", lambda x: sched.LambdaLR(x, [lambda epoch: 0.95 ** epoch, lambda epoch: 1 / (1 + epoch)]))
schedule("multiplicative", lambda x: sched.MultiplicativeLR(x, lambda epoch: 1 - 0.5 / (1 + epoch)))
schedule("constant", lambda x: sched.ConstantLR(x, 0.25, 6))
schedule("linear", lambda x: sched.LinearLR(x, 0.2, 0.9, 8))
schedule("polynomial", lambda x: sched.PolynomialLR(x, 12, 2.0))
schedule("onecycle", lambda x: sched.OneCycleLR(x, 0.5, 25), momentum="momentum")
schedule("onecycle.betas", lambda x: sched.OneCycleLR(x, [0.5, 0.3], epochs=5, steps_per_epoch=5, pct_start=0.2, anneal_strategy="linear", div_factor=10, final_div_factor=100), momentum="betas")
schedule("onecycle.three", lambda x: sched.OneCycleLR(x, 0.5, 25, three_phase=True, base_momentum=0.6, max_momentum=0.8), momentum="momentum")
schedule("cyclic", lambda x: sched.CyclicLR(x, 0.01, 0.2, 4), momentum="momentum")
schedule("cyclic.two", lambda x: sched.CyclicLR(x, 0.01, 0.2, 4, 6, mode="triangular2", base_momentum=0.5, max_momentum=0.7), momentum="momentum")
schedule("cyclic.lists", lambda x: sched.CyclicLR(x, [0.01, 0.02], [0.2, 0.3], 4, 6, mode="triangular2", base_momentum=[0.5, 0.4], max_momentum=[0.7, 0.6]), momentum="momentum")
schedule("cyclic.exp", lambda x: sched.CyclicLR(x, 0.01, 0.2, 5, mode="exp_range", gamma=0.95), momentum="momentum")
schedule("cyclic.own", lambda x: sched.CyclicLR(x, 0.01, 0.2, 5, scale_fn=lambda cycle: 1 / cycle, cycle_momentum=False), momentum="momentum")
schedule("sequential", lambda x: sched.SequentialLR(x, [sched.ConstantLR(x, 0.1, 2), sched.ExponentialLR(x, 0.9), sched.StepLR(x, 3, 0.5)], [5, 12]))
schedule("chained", lambda x: sched.ChainedScheduler([sched.ConstantLR(x, 0.1, 4), sched.ExponentialLR(x, 0.9)]))

measures = [10, 9, 9.5, 9.4, 9.3, 9.2, 8, 8.5, 8.4, 8.3, 8.2, 8.1, 8.0, 7.99999, 7.99998, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7]
plateau = lambda scheduler, epoch: scheduler.step(measures[epoch - 1])
schedule("plateau", lambda x: sched.ReduceLROnPlateau(x, factor=0.5, patience=2), step=plateau)
schedule("plateau.cooldown", lambda x: sched.ReduceLROnPlateau(x, mode="max", factor=0.3, patience=1, threshold=0.05, threshold_mode="abs", cooldown=2, min_lr=[0.01, 0.02]), step=plateau)
figure("measures", measures)

jumps = lambda scheduler, epoch: scheduler.step(epoch * 2)
schedule("closed.step", lambda x: sched.StepLR(x, 4, 0.5), step=jumps)
schedule("closed.multistep", lambda x: sched.MultiStepLR(x, [3, 8, 15], 0.3), step=jumps)
schedule("closed.exponential", lambda x: sched.ExponentialLR(x, 0.9), step=jumps)
schedule("closed.cosine", lambda x: sched.CosineAnnealingLR(x, 10, 0.01), step=jumps)
schedule("closed.constant", lambda x: sched.ConstantLR(x, 0.25, 6), step=jumps)
schedule("closed.linear", lambda x: sched.LinearLR(x, 0.2, 0.9, 8), step=jumps)
schedule("closed.polynomial", lambda x: sched.PolynomialLR(x, 12, 2.0), step=jumps)

write()
