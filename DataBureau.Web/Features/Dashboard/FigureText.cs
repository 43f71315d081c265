using System.Globalization;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>Numbers as the dashboard and the brief write them.</summary>
internal static class FigureText
{
    public static string Number(int value) => value.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>Null where there is nothing to share.</summary>
    public static decimal? Share(int part, int of) => of == 0 ? null : Math.Round(100m * part / of, 1, MidpointRounding.AwayFromZero);

    public static string Percent(int part, int of) => Share(part, of) is { } share ? share.ToString("0.#", CultureInfo.InvariantCulture) + "%" : "—";

    public static string Change(int now, int before) => now == before ? "持平" : now > before ? $"增 {Number(now - before)}" : $"减 {Number(before - now)}";
}
