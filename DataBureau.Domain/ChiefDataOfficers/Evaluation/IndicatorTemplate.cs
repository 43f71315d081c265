using System.Text.Json;

namespace DataBureau.Domain.ChiefDataOfficers.Evaluation;

/// <summary>What a new set starts from: the duty groups of practice with an indicator each, kept as data and changed by the bureau.</summary>
public static class IndicatorTemplate
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Lazy<IndicatorSetContent> Read = new(static () =>
    {
        using var stream = typeof(IndicatorTemplate).Assembly.GetManifestResourceStream("indicator-template.json")!;
        return JsonSerializer.Deserialize<IndicatorSetContent>(stream, Json)!;
    });

    public static IndicatorSetContent Content => Read.Value;
}
