using CourseLabs.Exercises.Values;
using CourseLabs.Matrices;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TorchSharp;

namespace CourseLabs.Exercises.Tests;

public sealed class ValueTests
{
    [Property(MaxTest = 200)]
    public void Numbers_arrive_as_they_were(double[] numbers, int whole, bool truth, string? text)
    {
        object?[] sent = [numbers, whole, truth, text ?? "", new[] { numbers, numbers }, (numbers.Length, truth)];
        var got = ValueReader.Arguments(
            ValueWriter.Write(sent), [typeof(double[]), typeof(int), typeof(bool), typeof(string), typeof(double[][]), typeof((int, bool))]);

        Assert.Equal(sent, got);
    }

    [Fact]
    public void Matrices_and_tensors_arrive_with_their_shapes_and_types()
    {
        using var scope = torch.NewDisposeScope();
        var matrix = Matrix.FromRows([1, 2, 3], [4, 5, double.NaN]);
        var tensors = new[] { torch.arange(6).reshape(2, 3), torch.rand(4, torch.ScalarType.Float64), torch.zeros(0, 3), torch.tensor(true) };

        var got = ValueReader.Arguments(ValueWriter.Write(new object[] { matrix, tensors }), [typeof(Matrix), typeof(torch.Tensor[])]);

        Assert.Equal(matrix.Values.ToArray(), ((Matrix)got[0]!).Values.ToArray());
        Assert.All(tensors.Zip((torch.Tensor[])got[1]!), pair =>
        {
            Assert.Equal(pair.First.dtype, pair.Second.dtype);
            Assert.Equal(pair.First.shape, pair.Second.shape);
            Assert.True(pair.First.equal(pair.Second).all().item<bool>());
        });
    }

    [Fact]
    public void A_function_arrives_as_the_same_function()
    {
        var curve = new Curve(1.5, -2, 3, 0.25);
        var got = (Func<double, double>)ValueReader.Arguments(ValueWriter.Write(new object[] { curve.Function }), [typeof(Func<double, double>)])[0]!;

        Assert.All(new[] { -3.0, 0, 0.1, 7 }, x => Assert.Equal(curve.At(x), got(x)));
    }

    // The student's process is hostile: whatever bytes it sends, the parent reads a value or refuses them.
    [Property(MaxTest = 1000)]
    public void Bytes_that_are_no_value_are_refused_and_nothing_else_happens(byte[] bytes)
    {
        try
        {
            Assert.NotNull(Answer.Read(bytes));
        }
        catch (InvalidDataException)
        {
        }
    }

    [Property]
    public Property A_value_that_is_cut_off_or_changed_is_refused_or_another_value() => Prop.ForAll(
        Gen.Choose(0, 60).Zip(Gen.Choose(0, 255)).ToArbitrary(), change =>
        {
            var bytes = ValueWriter.Write(new object[] { Matrix.FromRow(1, 2, 3), "text", 5 });
            var changed = bytes.ToArray();
            changed[change.Item1 % bytes.Length] = (byte)change.Item2;
            try
            {
                Answer.Read(changed);
                Answer.Read(bytes[..(change.Item1 % bytes.Length)]);
            }
            catch (InvalidDataException)
            {
            }
        });
}
