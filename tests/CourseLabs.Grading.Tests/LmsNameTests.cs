using CourseLabs.Grading.Submissions;

namespace CourseLabs.Grading.Tests;

public sealed class LmsNameTests
{
    [Theory]
    [InlineData("kimminji_12345_67890_Tasks.cs", true, "kimminji", "12345", "Tasks.cs", false)]
    [InlineData("kimminji_LATE_12345_67890_Tasks-1.cs", true, "kimminji", "12345", "Tasks-1.cs", true)]
    [InlineData("김민지_123456_assignsubmission_file_", false, "김민지", "123456", "", null)]
    [InlineData("Kim Minji_123456_assignsubmission_file_Tasks.cs", true, "Kim Minji", "123456", "Tasks.cs", null)]
    [InlineData("20201234", false, "20201234", "", "", null)]
    [InlineData("이서연.zip", true, "이서연", "", "이서연.zip", null)]
    public void An_lms_name_gives_student_number_and_file(string name, bool isFile, string student, string number, string file, bool? late) =>
        Assert.Equal(new(student, number, file, late), LmsName.Of(name, isFile));
}
