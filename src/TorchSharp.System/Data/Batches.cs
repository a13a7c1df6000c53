using System.Collections;
using System.Runtime.ExceptionServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class DataLoader<T, S>
{
    private sealed class Batches(DataLoader<T, S> loader) : IEnumerator<S>
    {
        private IEnumerator<long> order = loader.sampler.GetEnumerator();
        private IReadOnlyList<IDisposable> ofBatch = [];

        public S Current { get; private set; } = default!;
        object? IEnumerator.Current => Current;

        public bool MoveNext()
        {
            DisposeBatch();
            var indices = new List<long>(loader.batch_size);
            while (indices.Count < loader.batch_size && order.MoveNext()) indices.Add(order.Current);
            if (indices.Count == 0 || (loader.drop_last && indices.Count < loader.batch_size)) return false;

            // What the dataset made for a sample lives until the batch is there; what it keeps itself is not of these.
            var ofSamples = new IReadOnlyList<IDisposable>[indices.Count];
            try
            {
                var samples = Read(indices, ofSamples);
                using var scope = NewDisposeScope();
                Current = loader.collate_fn(samples, loader.Device);
                var made = Detach(scope);
                if (loader.DisposeBatch) ofBatch = made;
                return true;
            }
            finally
            {
                foreach (var made in ofSamples) DisposeAll(made ?? []);
            }
        }

        private T[] Read(List<long> indices, IReadOnlyList<IDisposable>[] made)
        {
            var samples = new T[indices.Count];
            if (loader.num_workers == 1)
            {
                for (var i = 0; i < samples.Length; i++) Read(i);
                return samples;
            }
            try
            {
                Parallel.For(0, samples.Length, new ParallelOptions { MaxDegreeOfParallelism = loader.num_workers }, Read);
            }
            catch (AggregateException e)
            {
                ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
            }
            return samples;

            void Read(int i)
            {
                using var scope = NewDisposeScope();
                samples[i] = loader.dataset.GetTensor(indices[i]);
                made[i] = Detach(scope);
            }
        }

        private static IReadOnlyList<IDisposable> Detach(DisposeScope scope)
        {
            var content = scope.DisposablesView;
            scope.Detach(content);
            return content;
        }

        public void Reset()
        {
            DisposeBatch();
            order.Dispose();
            order = loader.sampler.GetEnumerator();
        }

        public void Dispose()
        {
            order.Dispose();
            DisposeBatch();
        }

        private void DisposeBatch()
        {
            DisposeAll(ofBatch);
            ofBatch = [];
        }

        private static void DisposeAll(IReadOnlyList<IDisposable> items)
        {
            foreach (var item in items) item.Dispose();
        }
    }
}
