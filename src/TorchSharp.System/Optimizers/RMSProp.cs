using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            public static RMSProp RMSProp(IEnumerable<Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);
            public static RMSProp RMSProp(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters.Select(named => named.parameter), lr, alpha, eps, weight_decay, momentum, centered, maximize);
            public static RMSProp RMSProp(IEnumerable<RMSProp.ParamGroup> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>p = p - lr g / (sqrt(v) + eps), v the running mean of g^2 (less that of g, squared, where centered). (Hinton's lecture 6e)</summary>
    public class RMSProp : OptimizerHelper, IMomentum
    {
        public RMSProp(IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize) { }

        public RMSProp(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
        {
            if (lr < 0) throw new ArgumentException($"Invalid learning rate: {lr}");
            if (eps < 0) throw new ArgumentException($"Invalid ε: {eps}");
            if (alpha < 0) throw new ArgumentException($"Invalid alpha: {alpha}");
            if (momentum < 0) throw new ArgumentException($"Invalid momentum value: {momentum}");
            if (weight_decay < 0) throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
            Start(new Options { LearningRate = lr, alpha = alpha, eps = eps, weight_decay = weight_decay, momentum = momentum, centered = centered, maximize = maximize }, parameters);
        }

        public double Momentum { get => Defaults.momentum!.Value; set => Defaults.momentum = value; }

        private Options Defaults => (Options)_defaults;
        private protected override OptimizerOptions NewOptions() => new Options();
        private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

        public override Tensor? step(Func<Tensor>? closure = null) => StepEach(closure);

        private protected override void Update(Parameter parameter, Tensor grad, OptimizerOptions options, OptimizerState state)
        {
            var (o, s) = ((Options)options, (State)state);

            var (lr, alpha) = (o.LearningRate!.Value, o.alpha!.Value);
            s.step++;
            if (o.maximize!.Value) grad = grad.neg();
            if (o.weight_decay is { } decay and not 0) grad = grad.add(parameter, alpha: decay);

            s.square_avg.mul_(alpha).addcmul_(grad, grad, value: 1 - alpha);
            Tensor deviation;
            if (o.centered!.Value)
            {
                var mean = (s.grad_avg ??= s.Zeros()).mul_(alpha).add_(grad, alpha: 1 - alpha);
                deviation = s.square_avg.addcmul(mean, mean, value: -1).sqrt_();
            }
            else
            {
                deviation = s.square_avg.sqrt();
            }
            deviation.add_(o.eps!.Value);
            if (o.momentum is > 0 and var momentum)
                parameter.add_((s.momentum_buffer ??= s.Zeros()).mul_(momentum).addcdiv_(grad, deviation), alpha: -lr);
            else
                parameter.addcdiv_(grad, deviation, value: -lr);
        }

        public sealed class State : OptimizerState, IDisposable
        {
            public long step;
            public Tensor square_avg = null!;
            public Tensor? momentum_buffer;
            public Tensor? grad_avg;

            public State(Parameter parameter) : base(parameter) { }

            private protected override void Visit(IFields fields)
            {
                fields.Number(ref step);
                fields.Tensor(ref square_avg);
                fields.Optional(ref momentum_buffer);
                fields.Optional(ref grad_avg);
            }

            public override void Initialize(OptimizerOptions options)
            {
                Dispose();
                step = 0;
                square_avg = Zeros();
                momentum_buffer = Zeros();
                grad_avg = Zeros();
            }

            public void Dispose() => DisposeTensors();
        }

        public class Options : OptimizerOptions
        {
            public bool? maximize;
            public double? momentum;
            public double? alpha;
            public double? eps;
            public double? weight_decay;
            public bool? centered;

            private protected override void Visit(IFields fields)
            {
                fields.Number(ref maximize);
                fields.Number(ref momentum);
                fields.Number(ref alpha);
                fields.Number(ref eps);
                fields.Number(ref weight_decay);
                fields.Number(ref centered);
            }
        }

        public class ParamGroup : ParamGroup<Options>, IMomentum
        {
            public ParamGroup() { }
            public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options) { }
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double eps = 1e-8, double alpha = 0.99, double weight_decay = 0, double momentum = 0, bool centered = false)
                : base(parameters, new Options { LearningRate = lr, eps = eps, alpha = alpha, weight_decay = weight_decay, momentum = momentum, centered = centered }) { }

            public double Momentum { get => Options.momentum!.Value; set => Options.momentum = value; }
        }
    }
}
