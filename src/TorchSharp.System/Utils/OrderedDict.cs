using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Utils;

/// <summary>A dictionary that keeps the order in which its keys came.</summary>
public class OrderedDict<TKey, TValue> : IDictionary<TKey, TValue>, IList<(TKey, TValue)> where TKey : notnull
{
    private readonly List<(TKey Key, TValue Value)> list = [];
    private readonly Dictionary<TKey, TValue> byKey = [];

    public int Count => list.Count;
    public bool IsReadOnly => false;
    public ICollection<TKey> Keys => list.ConvertAll(item => item.Key);
    public ICollection<TValue> Values => list.ConvertAll(item => item.Value);
    public IEnumerable<TKey> keys() => Keys;
    public IEnumerable<TValue> values() => Values;
    public IEnumerator<(TKey, TValue)> items() => list.GetEnumerator();

    public (TKey, TValue) this[int index]
    {
        get => list[index];
        set
        {
            var old = list[index].Key;
            if (!old.Equals(value.Item1) && byKey.ContainsKey(value.Item1)) throw new ArgumentException($"The key '{value.Item1}' is there already.");
            byKey.Remove(old);
            byKey[value.Item1] = value.Item2;
            list[index] = value;
        }
    }

    public TValue this[TKey key]
    {
        get => byKey[key];
        set
        {
            if (byKey.TryAdd(key, value))
            {
                list.Add((key, value));
                return;
            }
            byKey[key] = value;
            list[PositionOf(key)] = (key, value);
        }
    }

    public void Add(TKey key, TValue value)
    {
        byKey.Add(key, value);
        list.Add((key, value));
    }

    public void Add((TKey, TValue) item) => Add(item.Item1, item.Item2);
    public void Add(KeyValuePair<TKey, TValue> item) => Add(item.Key, item.Value);

    public void Insert(int index, (TKey, TValue) item)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)index, (uint)list.Count, nameof(index));
        byKey.Add(item.Item1, item.Item2);
        list.Insert(index, item);
    }

    public bool Contains((TKey, TValue) item) => list.Contains(item);
    public bool Contains(KeyValuePair<TKey, TValue> item) => Contains((item.Key, item.Value));
    public bool ContainsKey(TKey key) => byKey.ContainsKey(key);
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => byKey.TryGetValue(key, out value);
    public int IndexOf((TKey, TValue) item) => list.IndexOf(item);

    public bool Remove(TKey key)
    {
        if (!byKey.Remove(key)) return false;
        list.RemoveAt(PositionOf(key));
        return true;
    }

    public bool Remove((TKey, TValue) item) => Contains(item) && Remove(item.Item1);
    public bool Remove(KeyValuePair<TKey, TValue> item) => Remove((item.Key, item.Value));

    public void RemoveAt(int index)
    {
        if ((uint)index >= (uint)list.Count) throw new IndexOutOfRangeException();
        byKey.Remove(list[index].Key);
        list.RemoveAt(index);
    }

    public void Clear()
    {
        byKey.Clear();
        list.Clear();
    }

    public void clear() => Clear();

    public void CopyTo((TKey, TValue)[] array, int arrayIndex) => list.CopyTo(array, arrayIndex);

    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex)
    {
        foreach (var (key, value) in list) array[arrayIndex++] = new(key, value);
    }

    public IEnumerator<(TKey, TValue)> GetEnumerator() => list.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator()
    {
        foreach (var (key, value) in list) yield return new(key, value);
    }

    private int PositionOf(TKey key) => list.FindIndex(item => item.Key.Equals(key));
}
