using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.ParameterList ParameterList(params Modules.Parameter[] parameters) => new(parameters);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A list of parameters, called by their positions.</summary>
    public class ParameterList : nn.Module, IList<Parameter>
    {
        private readonly List<Parameter> list;

        public ParameterList(params Parameter[] parameters) : base(nameof(ParameterList)) => list = [.. parameters ?? []];

        public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
            list.Select((parameter, position) => (position.ToString(CultureInfo.InvariantCulture), parameter));

        public override Parameter? get_parameter(string target) => int.TryParse(target, CultureInfo.InvariantCulture, out var position) && position >= 0 && position < list.Count ? list[position] : null;
        public override bool has_parameter(string target) => get_parameter(target) is not null;

        public Parameter this[int index]
        {
            get => list[index];
            set => list[index] = value;
        }

        public int Count => list.Count;
        public bool IsReadOnly => false;
        public void Add(Parameter item) => list.Add(item);
        public void append(params Parameter[] parameters) => list.AddRange(parameters);
        public void extend(IEnumerable<Parameter> parameters) => list.AddRange(parameters);
        public void Insert(int index, Parameter item) => list.Insert(index, item);
        public bool Remove(Parameter item) => list.Remove(item);
        public void RemoveAt(int index) => list.RemoveAt(index);
        public void Clear() => list.Clear();
        public bool Contains(Parameter item) => list.Contains(item);
        public int IndexOf(Parameter item) => list.IndexOf(item);
        public void CopyTo(Parameter[] array, int arrayIndex) => list.CopyTo(array, arrayIndex);
        public IEnumerator<Parameter> GetEnumerator() => list.GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
