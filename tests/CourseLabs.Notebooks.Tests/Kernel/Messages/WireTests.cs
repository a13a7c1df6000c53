using System.Text;
using System.Text.Json.Nodes;
using CourseLabs.Notebooks.Kernel.Messages;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CourseLabs.Notebooks.Tests.Kernel.Messages;

public sealed class WireTests
{
    private static readonly Wire Wire = new("the key");

    [Fact]
    public void Messages_read_back_as_written() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<byte[][]>(), (text, route) =>
        {
            Message message = Create(text.Get, [.. route.Select(r => r ?? [])]);
            Message read = Wire.Decode([.. Wire.Encode(message)]);
            Assert.Equal(message.Content.ToJsonString(), read.Content.ToJsonString());
            Assert.Equal(message.Header.ToJsonString(), read.Header.ToJsonString());
            Assert.Equal(message.Route, read.Route);
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void A_change_of_any_bit_behind_the_route_is_refused()
    {
        byte[][] frames = [.. Wire.Encode(Create("text", []))];
        var places = from frame in Gen.Choose(0, frames.Length - 1)
                     from place in Gen.Choose(0, Math.Max(0, frames[frame].Length - 1))
                     from bit in Gen.Choose(0, 7)
                     select (frame, place, bit);
        Prop.ForAll(places.ToArbitrary(), at =>
        {
            byte[][] changed = [.. frames.Select(f => f.ToArray())];
            changed[at.frame][at.place] ^= (byte)(1 << at.bit);
            Assert.Throws<InvalidDataException>(() => Wire.Decode(changed));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void Another_key_a_missing_frame_and_what_is_no_object_are_refused()
    {
        byte[][] frames = [.. Wire.Encode(Create("text", []))];

        Assert.Throws<InvalidDataException>(() => new Wire("another").Decode(frames));
        Assert.Throws<InvalidDataException>(() => Wire.Decode(frames[..^1]));
        Assert.Throws<InvalidDataException>(() => Wire.Decode([]));
        foreach (string text in new[] { "[]", "null", "{", "" })
        {
            byte[][] parts = ["{}"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray(), Encoding.UTF8.GetBytes(text)];
            byte[] signature = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(
                System.Security.Cryptography.HMACSHA256.HashData("the key"u8, parts.SelectMany(p => p).ToArray())));
            Assert.Throws<InvalidDataException>(() => Wire.Decode(["<IDS|MSG>"u8.ToArray(), signature, .. parts]));
        }
    }

    [Fact]
    public void Half_a_character_is_sent_as_one_that_can_be_read() =>
        Assert.Equal("a\uFFFDb", (string?)Wire.Decode([.. Wire.Encode(Create("a\uD83Db", []))]).Content["text"]);

    private static Message Create(string text, byte[][] route) => Message.Create("stream", new JsonObject { ["text"] = text }, parent: null, "session", route);
}
