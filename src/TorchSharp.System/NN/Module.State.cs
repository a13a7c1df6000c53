namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // The state: parameters and buffers by name.
        public partial class Module
        {
            /// <summary>The parameters, then the persistent buffers, of this module and all below; the tensors themselves, not copies.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                string Key(string name) => string.IsNullOrEmpty(prefix) ? name : $"{prefix}.{name}";
                foreach (var (name, parameter) in named_parameters()) destination.TryAdd(Key(name), parameter);
                foreach (var (name, buffer) in named_buffers(include_nonpersistent: false)) destination.TryAdd(Key(name), buffer);
                foreach (var (name, child) in named_children()) child.state_dict(destination, Key(name));
                return destination;
            }

            /// <summary>
            /// Copies the values of <paramref name="source"/> into this module. Names in <paramref name="skip"/> are left alone;
            /// unless <paramref name="strict"/>, so are names that only one side has.
            /// </summary>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                skip ??= [];
                var destination = state_dict();
                var unexpected = source.Keys.Where(key => !skip.Contains(key) && !destination.ContainsKey(key)).ToList();
                var missing = destination.Keys.Where(key => !skip.Contains(key) && !source.ContainsKey(key)).ToList();
                if (strict && missing.Count + unexpected.Count > 0)
                    throw new InvalidOperationException("The loaded state_dict is not identical to the target dictionary." + Names(" Missing: ", missing) + Names(" Unexpected: ", unexpected));

                using var nograd = no_grad();
                foreach (var (key, value) in source)
                    if (!skip.Contains(key) && destination.TryGetValue(key, out var target)) Native.Aten.InPlace("copy_", target, value);
                return (missing, unexpected);
            }

            private static string Names(string title, List<string> names) => names.Count == 0 ? "" : title + string.Join(", ", names) + ".";
        }
    }
}
