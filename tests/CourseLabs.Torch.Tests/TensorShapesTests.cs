using CourseLabs.Matrices;
using static TorchSharp.torch;

namespace CourseLabs.Torch.Tests;

public class TensorShapesTests
{
    [Fact]
    public void An_output_and_a_target_of_other_shapes_are_an_error_that_tells_both()
    {
        using var scope = NewDisposeScope();

        TensorShapes.ThrowUnlessSame(zeros(4, 1), ones(4, 1));

        var message = Assert.Throws<ShapeException>(() => TensorShapes.ThrowUnlessSame(zeros(4, 1), ones(4))).Message;
        Assert.StartsWith("A loss met an output of (4 x 1), but a target of (4): ", message, StringComparison.Ordinal);
        Assert.Throws<ShapeException>(() => TensorShapes.ThrowUnlessSame(zeros(4, 1), ones(1, 4)));
        Assert.Throws<ShapeException>(() => TensorShapes.ThrowUnlessSame(zeros(4), ones(1)));
    }
}
