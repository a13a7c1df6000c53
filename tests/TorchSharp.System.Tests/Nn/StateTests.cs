using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

/// <summary>The state of a module as a dictionary and as a file.</summary>
public class StateTests
{
    [Fact]
    public void The_state_holds_the_tensors_themselves_by_name()
    {
        using var model = Model();
        var state = model.state_dict();
        Assert.Equal(["one.weight", "one.bias", "two.weight"], state.Keys);
        Assert.Same(model.get_parameter("one.bias"), state["one.bias"]);
        Assert.Equal(["net.one.weight", "net.one.bias", "net.two.weight"], model.state_dict(prefix: "net").Keys);
    }

    [Fact]
    public void A_loaded_state_is_copied_and_the_parameters_stay_leaves()
    {
        using var from = Model();
        using var to = Model();
        Assert.NotEqual(Values(from), Values(to));
        var (missing, unexpected) = to.load_state_dict(from.state_dict());
        Assert.Empty(missing);
        Assert.Empty(unexpected);
        Assert.Equal(Values(from), Values(to));
        Assert.All(to.parameters(), parameter => Assert.True(parameter.is_leaf && parameter.requires_grad));
        Assert.NotSame(from.get_parameter("one.bias"), to.get_parameter("one.bias"));
    }

    [Fact]
    public void Names_that_one_side_lacks_are_an_error_unless_it_is_not_strict_or_they_are_skipped()
    {
        using var small = Sequential(("one", Linear(2, 3)));
        using var other = Sequential(("one", Linear(2, 3, hasBias: false)), ("three", Linear(1, 1, hasBias: false)));
        var before = Values(small);
        var error = Assert.Throws<InvalidOperationException>(() => small.load_state_dict(other.state_dict()));
        Assert.Contains("one.bias", error.Message);
        Assert.Contains("three.weight", error.Message);
        Assert.Equal(before, Values(small));

        var (missing, unexpected) = small.load_state_dict(other.state_dict(), strict: false);
        Assert.Equal(["one.bias"], missing);
        Assert.Equal(["three.weight"], unexpected);
        Assert.Equal(other.get_parameter("one.weight")!.data<float>().ToArray(), small.get_parameter("one.weight")!.data<float>().ToArray());
        (missing, unexpected) = small.load_state_dict(other.state_dict(), skip: ["one.bias", "three.weight"]);
        Assert.Empty(missing.Concat(unexpected));
    }

    [Fact]
    public void Another_shape_is_an_error()
    {
        using var from = Linear(2, 3);
        using var to = Linear(3, 2);
        Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => to.load_state_dict(from.state_dict()));
    }

    [Fact]
    public void A_file_brings_the_state_back()
    {
        using var file = new TemporaryFile();
        using var from = Model();
        using var to = Model();
        Assert.Same(from, from.save(file.Path));
        var told = new Dictionary<string, bool>();
        Assert.Same(to, to.load(file.Path, loadedParameters: told));
        Assert.Equal(Values(from), Values(to));
        Assert.Equal(new Dictionary<string, bool> { ["one.weight"] = true, ["one.bias"] = true, ["two.weight"] = true }, told);
    }

    [Fact]
    public void A_file_is_byte_for_byte_what_the_format_says()
    {
        using var linear = Linear(2, 1);
        using var stream = new MemoryStream();
        linear.save(stream);
        byte[] expected =
        [
            2,                                          // entries
            6, .. "weight"u8, 6, 2, 1, 2,               // name; float32; two dimensions, 1 and 2
            .. linear.weight.bytes.ToArray(),
            4, .. "bias"u8, 6, 1, 1,
            .. linear.bias!.bytes.ToArray(),
        ];
        Assert.Equal(expected, stream.ToArray());
    }

    [Fact]
    public void Large_numbers_take_more_bytes()
    {
        using var linear = Linear(300, 1, hasBias: false);
        using var stream = new MemoryStream();
        linear.save(stream);
        // 300 = 2 * 128 + 44: the low seven bits with the top bit set, then the high ones.
        Assert.Equal([1, 6, .. "weight"u8, 6, 2, 1, 128 + 44, 2], stream.ToArray()[..13]);
    }

    [Fact]
    public void A_file_of_another_module_is_an_error_unless_it_is_not_strict()
    {
        using var file = new TemporaryFile();
        using var from = Sequential(("one", Linear(2, 3)));
        from.save(file.Path);
        using var larger = Model();
        Assert.Throws<ArgumentException>(() => larger.load(file.Path));
        using var renamed = Sequential(("eins", Linear(2, 3)));
        Assert.Contains("one.weight", Assert.Throws<ArgumentException>(() => renamed.load(file.Path)).Message);
        using var wider = Sequential(("one", Linear(5, 3)));
        Assert.Throws<ArgumentException>(() => wider.load(file.Path));
        Assert.Throws<FileNotFoundException>(() => larger.load(file.Path + ".none"));

        var told = new Dictionary<string, bool>();
        renamed.load(file.Path, strict: false, loadedParameters: told);
        Assert.Equal(new Dictionary<string, bool> { ["one.weight"] = false, ["one.bias"] = false }, told);
        larger.load(file.Path, strict: false);
        Assert.Equal(from.get_parameter("one.weight")!.data<float>().ToArray(), larger.get_parameter("one.weight")!.data<float>().ToArray());
    }

    [Fact]
    public void What_is_skipped_is_neither_written_nor_read()
    {
        using var file = new TemporaryFile();
        using var from = Linear(2, 3);
        from.save(file.Path, skip: ["weight"]);
        using var to = Linear(2, 3);
        Assert.Throws<ArgumentException>(() => to.load(file.Path));
        var weight = to.weight.data<float>().ToArray();
        to.load(file.Path, strict: false);
        Assert.Equal(weight, to.weight.data<float>().ToArray());
        Assert.Equal(from.bias!.data<float>().ToArray(), to.bias!.data<float>().ToArray());

        from.save(file.Path);
        using var wider = Linear(9, 3);
        wider.load(file.Path, skip: ["weight"]);
        Assert.Equal(from.bias!.data<float>().ToArray(), wider.bias!.data<float>().ToArray());
    }

    [Fact]
    public void Saving_and_loading_leak_nothing()
    {
        using var file = new TemporaryFile();
        using var model = Model();
        var before = Tensor.TotalCount;
        model.save(file.Path).load(file.Path);
        model.load(file.Path, skip: ["one.weight"]);
        model.load_state_dict(model.state_dict());
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void A_tensor_that_is_not_contiguous_goes_through_a_file_and_a_cut_file_is_an_error()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        var turned = arange(6.0f).reshape(2, 3).t();
        turned.Save(writer);
        var bytes = stream.ToArray();
        var loaded = TensorExtensionMethods.Load(new BinaryReader(new MemoryStream(bytes)));
        Assert.Equal(new float[] { 0, 3, 1, 4, 2, 5 }, loaded.data<float>().ToArray());
        var target = zeros(2, 3).t();
        target.Load(new BinaryReader(new MemoryStream(bytes)));
        Assert.True(target.eq(turned).all().item<bool>());
        Assert.Throws<EndOfStreamException>(() => TensorExtensionMethods.Load(new BinaryReader(new MemoryStream(bytes[..^1]))));
        Assert.Throws<ArgumentException>(() => zeros(3, 2, int32).Load(new BinaryReader(new MemoryStream(bytes))));
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_too()
    {
        using var from = Model();
        using var packed = new MemoryStream();
        from.save(new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest));
        using var to = Model();
        to.load(new System.IO.Compression.GZipStream(new MemoryStream(packed.ToArray()), System.IO.Compression.CompressionMode.Decompress), skip: ["one.weight"]);
        Assert.Equal(from.get_parameter("two.weight")!.data<float>().ToArray(), to.get_parameter("two.weight")!.data<float>().ToArray());
        Assert.NotEqual(Values(from), Values(to));
    }

    private static Sequential Model() => Sequential(("one", Linear(2, 3)), ("drop", Dropout()), ("two", Linear(3, 1, hasBias: false)));

    private static float[] Values(Module module) => module.parameters().SelectMany(parameter => parameter.data<float>().ToArray()).ToArray();

    private sealed class TemporaryFile : IDisposable
    {
        public string Path { get; } = System.IO.Path.GetTempFileName();
        public void Dispose() => File.Delete(Path);
    }
}
