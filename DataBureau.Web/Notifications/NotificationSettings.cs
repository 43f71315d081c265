namespace DataBureau.Web.Notifications;

/// <summary>How long what has been read is kept.</summary>
public sealed record NotificationSettings(int KeepDays)
{
    public const string Key = "Notifications:KeepDays";
    private const int Usual = 365;

    /// <exception cref="Data.StartupRefusal">Not a number of days.</exception>
    public static NotificationSettings Read(IConfiguration configuration) => configuration[Key] switch
    {
        null or "" => new(Usual),
        var text when int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 36500 => new(days),
        var text => throw new Data.StartupRefusal($"{Key} 的值「{text}」不是 1 到 36500 之间的天数。"),
    };
}
