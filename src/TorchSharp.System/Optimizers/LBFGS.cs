using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            public static LBFGS LBFGS(IEnumerable<Parameter> parameters, double lr = 0.01, long max_iter = 20, long? max_eval = null, double tolerange_grad = 1e-5, double tolerance_change = 1e-9, long history_size = 100) =>
                new(parameters, lr, max_iter, max_eval ?? max_iter * 5 / 4, tolerange_grad, tolerance_change, history_size);
            public static LBFGS LBFGS(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, long max_iter = 20, long? max_eval = null, double tolerange_grad = 1e-5, double tolerance_change = 1e-9, long history_size = 100) =>
                LBFGS(parameters.Select(named => named.parameter), lr, max_iter, max_eval, tolerange_grad, tolerance_change, history_size);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>
    /// Limited-memory BFGS without line search: a step makes up to max_iter moves along an estimate of Newton's direction,
    /// and calls the closure for the loss and gradients before each. (Nocedal and Wright, Numerical Optimization, algorithm 7.4)
    /// </summary>
    public class LBFGS : Optimizer, ILearningRateController
    {
        private readonly ParamGroup group;
        private readonly long maxIter, maxEval, historySize;
        private readonly double toleranceGrad, toleranceChange;

        // Kept from move to move and from step to step: the last move (direction and length), the gradient before it,
        // and the recent changes of the gradient (y) and the parameters (s), with 1 / (y . s).
        private readonly List<(Tensor Y, Tensor S, double Ro)> history = [];
        private Tensor? direction;
        private Tensor? previousGradient;
        private double length;
        private double scale = 1;
        private long moves;

        internal LBFGS(IEnumerable<Parameter> parameters, double lr, long maxIter, long maxEval, double toleranceGrad, double toleranceChange, long historySize) : base(IntPtr.Zero)
        {
            group = new ParamGroup { Parameters = parameters, Options = new OptimizerOptions { LearningRate = lr, InitialLearningRate = lr } };
            _parameter_groups = [group];
            (this.maxIter, this.maxEval, this.historySize) = (maxIter, maxEval, historySize);
            (this.toleranceGrad, this.toleranceChange) = (toleranceGrad, toleranceChange);
        }

        public double LearningRate { get => group.LearningRate; set => group.LearningRate = value; }
        public double InitialLearningRate { get => group.InitialLearningRate; set => group.InitialLearningRate = value; }
        public override IEnumerable<ILearningRateController> ParamGroups => _parameter_groups;

        public override Tensor? step(Func<Tensor>? closure)
        {
            ArgumentNullException.ThrowIfNull(closure);
            using var mode = no_grad();
            var firstLoss = Evaluate(closure);
            var loss = firstLoss.ToDouble();
            var gradient = Gradient();
            try
            {
                if (Largest(gradient) <= toleranceGrad) return firstLoss;
                var evaluations = 1;
                for (var move = 1; move <= maxIter; move++)
                {
                    Keep(ref direction, NextDirection(gradient));
                    Keep(ref previousGradient, gradient.clone());
                    var previousLoss = loss;
                    length = ++moves == 1 ? Math.Min(1, 1 / SumOfAbsolutes(gradient)) * LearningRate : LearningRate;
                    if (Dot(gradient, direction!) > -toleranceChange) break;
                    Move();
                    if (move == maxIter) break;

                    using (var value = Evaluate(closure)) loss = value.ToDouble();
                    gradient.Dispose();
                    gradient = Gradient();
                    if (++evaluations >= maxEval || Largest(gradient) <= toleranceGrad) break;
                    if (Largest(direction!) * length <= toleranceChange || Math.Abs(loss - previousLoss) < toleranceChange) break;
                }
            }
            finally
            {
                gradient.Dispose();
            }
            return firstLoss;
        }

        /// <summary>The history's estimate of the inverse Hessian times the negative gradient: two loops over the history.</summary>
        private Tensor NextDirection(Tensor gradient)
        {
            if (moves == 0) return gradient.neg();
            using var scope = NewDisposeScope();
            var (y, s) = (gradient - previousGradient!, direction!.mul(length));
            if (Dot(y, s) is > 1e-10 and var ys)
            {
                if (history.Count == historySize) Forget(1);
                history.Add((y.DetachFromDisposeScope(), s.DetachFromDisposeScope(), 1 / ys));
                scale = ys / Dot(y, y);
            }

            var along = new double[history.Count];
            var q = gradient.neg();
            for (var i = history.Count - 1; i >= 0; i--)
            {
                along[i] = Dot(history[i].S, q) * history[i].Ro;
                q.add_(history[i].Y, alpha: -along[i]);
            }
            q.mul_(scale);
            for (var i = 0; i < history.Count; i++) q.add_(history[i].S, alpha: along[i] - Dot(history[i].Y, q) * history[i].Ro);
            return q.DetachFromDisposeScope();
        }

        /// <summary>All gradients one after another, zeros for a parameter that has none.</summary>
        private Tensor Gradient()
        {
            using var scope = NewDisposeScope();
            return cat([.. group.Items.Select(parameter => (parameter.grad ?? parameter.zeros_like()).reshape(-1))]).DetachFromDisposeScope();
        }

        private void Move()
        {
            using var scope = NewDisposeScope();
            long offset = 0;
            foreach (var parameter in group.Items)
            {
                var count = parameter.NumberOfElements;
                parameter.add_(direction!.narrow(0, offset, count).view_as(parameter), alpha: length);
                offset += count;
            }
        }

        private static Tensor Evaluate(Func<Tensor> closure)
        {
            using var mode = enable_grad();
            return closure();
        }

        private static void Keep(ref Tensor? field, Tensor value)
        {
            field?.Dispose();
            field = value.DetachFromDisposeScope();
        }

        private void Forget(int count)
        {
            foreach (var (y, s, _) in history.Take(count))
            {
                y.Dispose();
                s.Dispose();
            }
            history.RemoveRange(0, count);
        }

        private static double Dot(Tensor a, Tensor b) => Number(a.dot(b));

        private static double Largest(Tensor tensor)
        {
            using var absolute = tensor.abs();
            return Number(absolute.max());
        }

        private static double SumOfAbsolutes(Tensor tensor)
        {
            using var absolute = tensor.abs();
            return Number(absolute.sum());
        }

        private static double Number(Tensor scalar)
        {
            using (scalar) return scalar.ToDouble();
        }

        private protected override void DisposeState()
        {
            direction?.Dispose();
            previousGradient?.Dispose();
            Forget(history.Count);
            (direction, previousGradient, moves) = (null, null, 0);
        }
    }
}
