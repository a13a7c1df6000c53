using System.Collections;
using System.ComponentModel;
using System.Globalization;
using TorchSharp.Printing;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Shape, type and device; the elements come with a style.</summary>
        public override string ToString() => $"[{string.Join('x', shape)}], type = {dtype}, device = {device}";

        public string ToString(bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            disamb ? ToString(torch.TensorStringStyle, fltFormat, width, cultureInfo, newLine) : ToString();

        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
        {
            if (style == TensorStringStyle.Default) style = torch.TensorStringStyle;
            if (is_meta || style == TensorStringStyle.Metadata) return ToString();
            using var elements = new Elements(this, fltFormat ?? FloatFormat, cultureInfo ?? CultureInfo.CurrentCulture);
            var line = newLine ?? NewLine;
            return style switch
            {
                TensorStringStyle.Julia => new JuliaStyle(elements, width ?? LineWidth, line).Text(ToString()),
                TensorStringStyle.Numpy => new NumpyStyle(elements, line).Text(),
                TensorStringStyle.CSharp => new CSharpStyle(elements, line).Text(ToString()),
                _ => throw new InvalidEnumArgumentException($"Unsupported tensor string style: {style}"),
            };
        }

        /// <summary>The elements as scalars in nested lists; of a tensor without dimensions the scalar itself.</summary>
        public object tolist()
        {
            if (Dimensions == 0) return ToScalar();
            var list = new ArrayList();
            for (var i = 0L; i < size(0); i++)
            {
                using var part = this[i];
                list.Add(part.tolist());
            }
            return list;
        }
    }
}
