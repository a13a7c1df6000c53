namespace CourseLabs.Labs;

/// <summary>When a hidden layer's loss is taken.</summary>
public enum UpdateOrder
{
    /// <summary>Every loss is taken with the weights of the forward pass, and then every weight changes: the gradient.</summary>
    Correct,

    /// <summary>As the slide's train() has it: loss_2 is taken with the W3 that has just changed (COURSE C!).</summary>
    Slide,
}
