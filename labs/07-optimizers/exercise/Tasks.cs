using static TorchSharp.torch;

namespace Lab07;

/// <summary>
/// Lab 07, the optimizers. Each of tasks 7.1 and 7.4 to 7.9 is one step of one weight W with the slide's letters: gradient is the derivative
/// of the error by W, eta the learning rate; V and G are what the optimizer remembers of the steps before. What it remembers goes in, and the
/// new W, V and G come out. The formulas are torch.optim's: where the slide has another form, the comment says so.
/// </summary>
public static class Tasks
{
    /// <summary>
    /// Task 7.1: the new W of gradient descent with weight decay: the decay adds decay * W to the gradient.
    /// W = W - eta (gradient + decay W).
    /// </summary>
    public static double Sgd(double W, double gradient, double eta, double decay)
    {
        // BEGIN SOLUTION
        return W - (eta * (gradient + (decay * W)));
        // END SOLUTION
    }

    /// <summary>
    /// Task 7.2: the mini-batches of one epoch. order holds the numbers of all points in a random order: cut it into parts of size numbers,
    /// from the front; the last part is shorter when the numbers do not come out even.
    /// </summary>
    public static int[][] MiniBatches(int[] order, int size)
    {
        // BEGIN SOLUTION
        var batches = new List<int[]>();
        for (var start = 0; start < order.Length; start += size)
            batches.Add(order[start..Math.Min(start + size, order.Length)]);
        return [.. batches];
        // END SOLUTION
    }

    /// <summary>
    /// Task 7.3: the learning rate of an epoch (0, 1, 2, ...) when it begins with eta and is multiplied by gamma after each `every` epochs:
    /// epochs 0 to every - 1 have eta, epochs every to 2 every - 1 have eta * gamma, and so on.
    /// </summary>
    public static double StepDecay(double eta, double gamma, int every, int epoch)
    {
        // BEGIN SOLUTION
        return eta * Math.Pow(gamma, epoch / every);
        // END SOLUTION
    }

    /// <summary>
    /// Task 7.4: momentum, as torch.optim.SGD has it: V = gamma V + gradient, then W = W - eta V, with the new V. (On the slide V is the step
    /// itself: V = gamma V - eta gradient, W = W + V.)
    /// </summary>
    public static (double W, double V) Momentum(double W, double V, double gradient, double eta, double gamma)
    {
        // BEGIN SOLUTION
        var newV = (gamma * V) + gradient;
        return (W - (eta * newV), newV);
        // END SOLUTION
    }

    /// <summary>
    /// Task 7.5: Nesterov's momentum, as torch.optim.SGD has it: V = gamma V + gradient, then W = W - eta (gradient + gamma V), with the
    /// new V.
    /// </summary>
    public static (double W, double V) Nesterov(double W, double V, double gradient, double eta, double gamma)
    {
        // BEGIN SOLUTION
        var newV = (gamma * V) + gradient;
        return (W - (eta * (gradient + (gamma * newV))), newV);
        // END SOLUTION
    }

    /// <summary>
    /// Task 7.6: Adagrad: G = G + gradient^2, then W = W - eta gradient / (sqrt(G) + epsilon), with the new G. (The slide has epsilon inside
    /// the root, and adds the step.)
    /// </summary>
    public static (double W, double G) Adagrad(double W, double G, double gradient, double eta, double epsilon)
    {
        // BEGIN SOLUTION
        var newG = G + (gradient * gradient);
        return (W - (eta * gradient / (Math.Sqrt(newG) + epsilon)), newG);
        // END SOLUTION
    }

    /// <summary>
    /// Task 7.7: RMSprop: G = gamma G + (1 - gamma) gradient^2, then W = W - eta gradient / (sqrt(G) + epsilon), with the new G.
    /// </summary>
    public static (double W, double G) RmsProp(double W, double G, double gradient, double eta, double gamma, double epsilon)
    {
        // BEGIN SOLUTION
        var newG = (gamma * G) + ((1 - gamma) * gradient * gradient);
        return (W - (eta * gradient / (Math.Sqrt(newG) + epsilon)), newG);
        // END SOLUTION
    }

    /// <summary>
    /// Task 7.8: Adadelta, of which the deck has the name only. Here epsilon is inside the roots. In this order:
    /// G = rho G + (1 - rho) gradient^2; d = gradient sqrt(D + epsilon) / sqrt(G + epsilon), with the old D; D = rho D + (1 - rho) d^2;
    /// W = W - eta d.
    /// </summary>
    public static (double W, double G, double D) Adadelta(double W, double G, double D, double gradient, double eta, double rho, double epsilon)
    {
        // BEGIN SOLUTION
        var newG = (rho * G) + ((1 - rho) * gradient * gradient);
        var d = gradient * Math.Sqrt(D + epsilon) / Math.Sqrt(newG + epsilon);
        return (W - (eta * d), newG, (rho * D) + ((1 - rho) * d * d));
        // END SOLUTION
    }

    /// <summary>
    /// Task 7.9: Adam's step number t (1, 2, ...): V = gamma1 V + (1 - gamma1) gradient and G = gamma2 G + (1 - gamma2) gradient^2; without
    /// their bias V^ = V / (1 - gamma1^t) and G^ = G / (1 - gamma2^t); W = W - eta V^ / (sqrt(G^) + epsilon). Return V and G, not V^ and G^.
    /// </summary>
    public static (double W, double V, double G) Adam(
        double W, double V, double G, double gradient, int t, double eta, double gamma1, double gamma2, double epsilon)
    {
        // BEGIN SOLUTION
        var newV = (gamma1 * V) + ((1 - gamma1) * gradient);
        var newG = (gamma2 * G) + ((1 - gamma2) * gradient * gradient);
        var vHat = newV / (1 - Math.Pow(gamma1, t));
        var gHat = newG / (1 - Math.Pow(gamma2, t));
        return (W - (eta * vHat / (Math.Sqrt(gHat) + epsilon)), newV, newG);
        // END SOLUTION
    }

    /// <summary>
    /// Task 7.10: Adagrad's step (task 7.6) for a whole tensor of weights: each weight has its own G. W, G and gradient have the same shape,
    /// and stay as they are: return new tensors.
    /// </summary>
    public static (Tensor W, Tensor G) AdagradTensor(Tensor W, Tensor G, Tensor gradient, double eta, double epsilon)
    {
        // BEGIN SOLUTION
        var newG = G + gradient.pow(2);
        return (W - (eta * gradient / (newG.sqrt() + epsilon)), newG);
        // END SOLUTION
    }

    /// <summary>
    /// Task 7.11: the loop of every training: so many times, clear the gradients, compute <c>Error(x, y, weight)</c>, go backward, step.
    /// x is (rows x n), y (rows), W (n), all float64. Return the weights after the last step.
    /// </summary>
    public static Tensor TrainingSteps(Tensor x, Tensor y, Tensor W, double eta, int steps)
    {
        var weight = nn.Parameter(W.clone());
        using var optimizer = optim.SGD([weight], eta);

        // BEGIN SOLUTION
        for (var step = 0; step < steps; step++)
        {
            optimizer.zero_grad();
            Error(x, y, weight).backward();
            optimizer.step();
        }
        // END SOLUTION

        return weight.detach();
    }

    /// <summary>
    /// Task 7.12: the same with <c>optim.Adam</c> and the learning rate eta; its other numbers are the defaults. Adam remembers V, G and t from
    /// step to step, so it must be the same optimizer all the time. Return the weights after the last step.
    /// </summary>
    public static Tensor AdamTraining(Tensor x, Tensor y, Tensor W, double eta, int steps)
    {
        var weight = nn.Parameter(W.clone());

        // BEGIN SOLUTION
        using var optimizer = optim.Adam([weight], eta);
        for (var step = 0; step < steps; step++)
        {
            optimizer.zero_grad();
            Error(x, y, weight).backward();
            optimizer.step();
        }
        // END SOLUTION

        return weight.detach();
    }

    /// <summary>
    /// Task 7.13: one epoch of SGD on mini-batches: a step for each part of order (size numbers, the last part may be shorter), with the error
    /// of these points alone: <c>x[part]</c> and <c>y[part]</c>. order is an int64 tensor of point numbers; x, y and W are as in task 7.11.
    /// </summary>
    public static Tensor MiniBatchEpoch(Tensor x, Tensor y, Tensor W, Tensor order, int size, double eta)
    {
        var weight = nn.Parameter(W.clone());
        using var optimizer = optim.SGD([weight], eta);

        // BEGIN SOLUTION
        foreach (var part in order.split(size))
        {
            optimizer.zero_grad();
            Error(x[part], y[part], weight).backward();
            optimizer.step();
        }
        // END SOLUTION

        return weight.detach();
    }

    /// <summary>
    /// Task 7.14: a step of SGD an epoch on all points, with the learning rate of task 7.3: <c>optim.lr_scheduler.StepLR(optimizer, every,
    /// gamma)</c> changes the optimizer's rate when its <c>step()</c> is called, once an epoch, after the optimizer's.
    /// </summary>
    public static Tensor ScheduledTraining(Tensor x, Tensor y, Tensor W, double eta, double gamma, int every, int epochs)
    {
        var weight = nn.Parameter(W.clone());
        using var optimizer = optim.SGD([weight], eta);

        // BEGIN SOLUTION
        var scheduler = optim.lr_scheduler.StepLR(optimizer, every, gamma);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            optimizer.zero_grad();
            Error(x, y, weight).backward();
            optimizer.step();
            scheduler.step();
        }
        // END SOLUTION

        return weight.detach();
    }

    /// <summary>The mean of (x W - y)^2 over the points.</summary>
    private static Tensor Error(Tensor x, Tensor y, Tensor W) => nn.functional.mse_loss(x.mv(W), y);
}
