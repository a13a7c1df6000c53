using static TorchSharp.torch;

/// <summary>Other right answers to lab 07: none may be refused.</summary>
public static class OtherOrder
{
    public static double Sgd(double W, double gradient, double eta, double decay) => ((1 - (eta * decay)) * W) - (eta * gradient);

    public static int[][] MiniBatches(int[] order, int size) => [.. order.Chunk(size)];

    public static double StepDecay(double eta, double gamma, int every, int epoch)
    {
        for (var e = 1; e <= epoch; e++)
        {
            if (e % every == 0)
                eta *= gamma;
        }

        return eta;
    }

    public static (double, double) Momentum(double W, double V, double gradient, double eta, double gamma)
    {
        V = gradient + (V * gamma);
        W -= V * eta;
        return (W, V);
    }

    public static (double, double) Nesterov(double W, double V, double gradient, double eta, double gamma) =>
        (W - (eta * (((1 + gamma) * gradient) + (gamma * gamma * V))), gradient + (gamma * V));

    public static (double, double) Adagrad(double W, double G, double gradient, double eta, double epsilon)
    {
        G += Math.Pow(gradient, 2);
        W -= eta / (Math.Sqrt(G) + epsilon) * gradient;
        return (W, G);
    }

    public static (double, double) RmsProp(double W, double G, double gradient, double eta, double gamma, double epsilon)
    {
        G += (1 - gamma) * (Math.Pow(gradient, 2) - G);
        return (W - (eta / (Math.Sqrt(G) + epsilon) * gradient), G);
    }

    public static (double, double, double) Adadelta(double W, double G, double D, double gradient, double eta, double rho, double epsilon)
    {
        G += (1 - rho) * ((gradient * gradient) - G);
        var d = Math.Sqrt((D + epsilon) / (G + epsilon)) * gradient;
        return (W - (d * eta), G, D + ((1 - rho) * ((d * d) - D)));
    }

    public static (double, double, double) Adam(
        double W, double V, double G, double gradient, int t, double eta, double gamma1, double gamma2, double epsilon)
    {
        // As torch has it: the corrections in the rate and in the root.
        (V, G) = (V + ((1 - gamma1) * (gradient - V)), G + ((1 - gamma2) * ((gradient * gradient) - G)));
        var rate = eta / (1 - Math.Pow(gamma1, t));
        return (W - (rate * V / ((Math.Sqrt(G) / Math.Sqrt(1 - Math.Pow(gamma2, t))) + epsilon)), V, G);
    }

    public static (Tensor, Tensor) AdagradTensor(Tensor W, Tensor G, Tensor gradient, double eta, double epsilon)
    {
        // In place on copies.
        Tensor newW = W.clone(), newG = G.clone();
        newG.addcmul_(gradient, gradient, 1);
        newW.addcdiv_(gradient, newG.sqrt().add_(epsilon), -eta);
        return (newW, newG);
    }

    public static Tensor TrainingSteps(Tensor x, Tensor y, Tensor W, double eta, int steps)
    {
        // Without an optimizer.
        var weight = W.clone().requires_grad_();
        while (steps-- > 0)
        {
            var gradient = autograd.grad([(x.matmul(weight) - y).pow(2).mean()], [weight])[0];
            using (no_grad())
                weight.sub_(eta * gradient);
        }

        return weight;
    }

    public static Tensor AdamTraining(Tensor x, Tensor y, Tensor W, double eta, int steps)
    {
        Tensor w = W.clone(), v = zeros_like(W), g = zeros_like(W);
        for (var t = 1; t <= steps; t++)
        {
            var gradient = 2 * x.t().mv(x.mv(w) - y) / y.shape[0];
            v = (0.9 * v) + (0.1 * gradient);
            g = (0.999 * g) + (0.001 * gradient * gradient);
            w = w - (eta * (v / (1 - Math.Pow(0.9, t))) / ((g / (1 - Math.Pow(0.999, t))).sqrt() + 1e-8));
        }

        return w;
    }

    public static Tensor MiniBatchEpoch(Tensor x, Tensor y, Tensor W, Tensor order, int size, double eta)
    {
        var weight = nn.Parameter(W.clone());
        using var optimizer = optim.SGD([weight], eta);
        Tensor inputs = x.index_select(0, order), labels = y.index_select(0, order);
        for (var start = 0L; start < order.shape[0]; start += size)
        {
            var end = Math.Min(start + size, order.shape[0]);
            var error = (inputs[TensorIndex.Slice(start, end)].mv(weight) - labels[TensorIndex.Slice(start, end)]).pow(2).mean();
            error.backward();
            optimizer.step();
            optimizer.zero_grad(); // after the step is as good as before the next
        }

        return weight;
    }

    public static Tensor ScheduledTraining(Tensor x, Tensor y, Tensor W, double eta, double gamma, int every, int epochs)
    {
        // The rate by hand.
        var weight = nn.Parameter(W.clone());
        using var optimizer = optim.SGD([weight], eta);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var group in optimizer.ParamGroups)
                group.LearningRate = eta * Math.Pow(gamma, epoch / every);
            optimizer.zero_grad();
            nn.functional.mse_loss(x.mv(weight), y).backward();
            optimizer.step();
        }

        return weight;
    }
}

public static class Float32
{
    public static (Tensor, Tensor) AdagradTensor(Tensor W, Tensor G, Tensor gradient, double eta, double epsilon)
    {
        (var w, var g, var slope) = (W.@float(), G.@float(), gradient.@float());
        var newG = g + (slope * slope);
        return (w - (eta * slope / (newG.sqrt() + epsilon)), newG);
    }

    public static Tensor TrainingSteps(Tensor x, Tensor y, Tensor W, double eta, int steps)
    {
        var weight = nn.Parameter(W.@float());
        using var optimizer = optim.SGD([weight], eta);
        for (var step = 0; step < steps; step++)
        {
            optimizer.zero_grad();
            nn.functional.mse_loss(x.@float().mv(weight), y.@float()).backward();
            optimizer.step();
        }

        return weight;
    }
}
