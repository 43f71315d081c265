using System.Globalization;

namespace DataBureau.Benchmarks;

/// <summary>Prints figures: name, value, unit, and what the value is to be compared with.</summary>
internal sealed class Report(string benchmark)
{
    public void Figure(string name, double value, string unit, string comparison = "")
    {
        var digits = Math.Abs(value) switch { >= 1000 => "0", >= 100 => "0.0", _ => "0.00" };
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{benchmark + " " + name,-52}{value.ToString(digits, CultureInfo.InvariantCulture),12}  {unit,-7}{comparison}").TrimEnd());
    }

    public void AtMost(string name, double value, string unit, double bar, string comparison = "") =>
        Figure(name, value, unit, Join(comparison, $"bar ≤ {Number(bar)} {unit}: {(value <= bar ? "met" : "MISSED")}"));

    public void AtLeast(string name, double value, string unit, double bar, string comparison = "") =>
        Figure(name, value, unit, Join(comparison, $"bar ≥ {Number(bar)} {unit}: {(value >= bar ? "met" : "MISSED")}"));

    public void Skip(string reason) => Console.WriteLine($"{benchmark}: skipped. {reason}");

    private static string Number(double bar) => bar.ToString(CultureInfo.InvariantCulture);

    private static string Join(string comparison, string bar) => comparison.Length == 0 ? bar : comparison + "; " + bar;
}
