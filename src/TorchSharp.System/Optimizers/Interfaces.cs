namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Where a learning-rate scheduler reads and sets the rate: a parameter group, or an optimizer without groups.</summary>
        public interface ILearningRateController
        {
            double LearningRate { set; get; }

            /// <summary>The rate that schedules start from.</summary>
            double InitialLearningRate { set; get; }
        }

        /// <summary>What has a momentum, which some schedules change along with the rate.</summary>
        public interface IMomentum
        {
            double Momentum { get; set; }
        }

        /// <summary>What has two betas, of which the first takes the momentum's place.</summary>
        public interface IBetas
        {
            (double, double) Betas { get; set; }
        }
    }
}
