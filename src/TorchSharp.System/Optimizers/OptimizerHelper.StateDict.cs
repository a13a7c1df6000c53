using static TorchSharp.torch;

namespace TorchSharp.Modules;

// Copying options and state from one optimizer to another.
public abstract partial class OptimizerHelper
{
    /// <summary>The optimizer's own options and states (no copies).</summary>
    public virtual StateDictionary state_dict()
    {
        var dictionary = new StateDictionary();
        foreach (var group in _parameter_groups)
        {
            dictionary.Options.Add(group.Options);
            var indices = new List<int>();
            foreach (var parameter in group.Items)
            {
                indices.Add(dictionary.State.Count);
                dictionary.State.Add(_state[parameter.Handle]);
            }
            dictionary.StateIndexRef.Add(indices);
        }
        return dictionary;
    }

    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        CheckCounts(own, state_dict.Options.Count, state_dict.State.Count);
        for (var i = 0; i < own.Options.Count; i++)
            if (own.Options[i] != state_dict.Options[i]) own.Options[i].LoadStateDict(state_dict.Options[i]);
        for (var i = 0; i < own.State.Count; i++)
            if (own.State[i] != state_dict.State[i]) own.State[i].LoadStateDict(state_dict.State[i]);
    }

    private static void CheckCounts(StateDictionary own, long groups, long states)
    {
        if (own.Options.Count != groups) throw new ArgumentException($"Invalid optimizer state: {groups} parameter groups, the optimizer has {own.Options.Count}.");
        if (own.State.Count != states) throw new ArgumentException($"Invalid optimizer state: {states} parameters, the optimizer has {own.State.Count}.");
    }
}
