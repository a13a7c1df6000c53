namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Sizes a dimension: from one number for all, or from a tuple.
        private static long[] List2(long value) => [value, value];
        private static long[] List3(long value) => [value, value, value];
        private static long[]? List2(long? value) => value is { } v ? List2(v) : null;
        private static long[]? List3(long? value) => value is { } v ? List3(v) : null;

        private static long[] List((long, long) values) => [values.Item1, values.Item2];
        private static long[] List((long, long, long) values) => [values.Item1, values.Item2, values.Item3];
        private static long[]? List((long, long)? values) => values is { } v ? List(v) : null;
        private static long[]? List((long, long, long)? values) => values is { } v ? List(v) : null;
        private static long[] List((long, long)? values, long otherwise) => values is { } v ? List(v) : List2(otherwise);
        private static long[] List((long, long, long)? values, long otherwise) => values is { } v ? List(v) : List3(otherwise);
    }
}
