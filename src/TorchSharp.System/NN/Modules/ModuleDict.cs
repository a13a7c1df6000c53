using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => ModuleDict<Module>(modules);

            public static Modules.ModuleDict<T> ModuleDict<T>(params (string, T)[] modules) where T : Module
            {
                var result = new Modules.ModuleDict<T>();
                foreach (var item in modules) result.Add(item);
                return result;
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Modules by name, in the order in which they came.</summary>
    public class ModuleDict<T> : nn.Module, IDictionary<string, T>, IList<(string, T)> where T : nn.Module
    {
        private readonly OrderedDict<string, T> dict = new();

        public ModuleDict() : base(nameof(ModuleDict<T>)) { }

        private protected override IEnumerable<(string name, nn.Module module)> Submodules =>
            ((IEnumerable<(string name, T module)>)dict).Select(item => (item.name, (nn.Module)item.module));

        protected override void RegisterComponents() => RegisterChildren();

        public (string, T) this[int index]
        {
            get => dict[index];
            set => dict[index] = value;
        }

        public T this[string key]
        {
            get => dict[key];
            set => dict[key] = value;
        }

        public int Count => dict.Count;
        public bool IsReadOnly => false;
        public ICollection<string> Keys => dict.Keys;
        public ICollection<T> Values => dict.Values;
        public IEnumerable<string> keys() => dict.keys();
        public IEnumerable<T> values() => dict.values();
        public IEnumerator<(string, T)> items() => dict.items();

        public void Add(string key, T value) => dict.Add(key, value);
        public void Add((string, T) item) => dict.Add(item);
        public void Add(KeyValuePair<string, T> item) => dict.Add(item);
        public void Insert(int index, (string, T) item) => dict.Insert(index, item);
        public bool Remove(string key) => dict.Remove(key);
        public bool Remove((string, T) item) => dict.Remove(item);
        public bool Remove(KeyValuePair<string, T> item) => dict.Remove(item);
        public void RemoveAt(int index) => dict.RemoveAt(index);
        public void Clear() => dict.Clear();
        public void clear() => dict.Clear();

        public bool Contains((string, T) item) => dict.Contains(item);
        public bool Contains(KeyValuePair<string, T> item) => dict.Contains(item);
        public bool ContainsKey(string key) => dict.ContainsKey(key);
        public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => dict.TryGetValue(key, out value);
        public int IndexOf((string, T) item) => dict.IndexOf(item);
        public void CopyTo((string, T)[] array, int arrayIndex) => dict.CopyTo(array, arrayIndex);
        public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => dict.CopyTo(array, arrayIndex);
        public IEnumerator<(string, T)> GetEnumerator() => dict.GetEnumerator();
        IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => ((IEnumerable<KeyValuePair<string, T>>)dict).GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
