using CourseLabs.Backprop.Scalars;

namespace CourseLabs.Labs;

// "Derivatives on Computational Graphs" (COURSE E4): "한 노드에서 다른 노드로가는 모든 가능한 경로를 합하여 경로의 각 가장자리에 있는
// 도함수(Derivates)을 함께 곱하는 것" (sum over all possible paths from one node to another, multiplying the derivatives on each path's edges).
// "Factoring paths" (COURSE E5) says why nobody does so: each stage multiplies the number of paths.
public static class Paths
{
    // Each path as its edges; each edge has the derivative of the node that it leads to by the node that it comes from.
    public static Edge[][] Between(Node from, Node to)
    {
        if (from == to)
            return [[]];
        var paths = new List<Edge[]>();
        foreach ((var before, var derivative) in to.Inputs)
        {
            foreach (var path in Between(from, before))
                paths.Add([.. path, new Edge(before, to, derivative)]);
        }

        return [.. paths];
    }

    public static double Product(Edge[] path)
    {
        double product = 1;
        foreach (var edge in path)
            product *= edge.LocalGradient;
        return product;
    }
}
