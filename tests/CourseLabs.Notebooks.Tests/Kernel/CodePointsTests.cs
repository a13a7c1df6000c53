using CourseLabs.Notebooks.Kernel;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CourseLabs.Notebooks.Tests.Kernel;

public sealed class CodePointsTests
{
    [Fact]
    public void Positions_and_indices_turn_into_each_other() =>
        Prop.ForAll(Gen.Elements("a", "é", "😀", "\n").ListOf().ToArbitrary(), characters =>
        {
            string text = string.Concat(characters);
            for (int position = 0, index = 0; position <= characters.Count; index += position < characters.Count ? characters[position].Length : 0, position++)
            {
                Assert.Equal(index, CodePoints.ToIndex(text, position));
                Assert.Equal(position, CodePoints.FromIndex(text, index));
            }
        }).Check(Config.QuickThrowOnFailure);

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(100, 3)]
    public void A_position_outside_is_its_nearest_end(int position, int index) => Assert.Equal(index, CodePoints.ToIndex("a😀", position));
}
