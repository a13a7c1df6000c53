using static TorchSharp.torch;

// Prints 1 where torch works: the library loads, an operator is found, a value comes back.
using var one = ones(1);
Console.WriteLine(one.item<float>());
