namespace DataBureau.Web.Features.Consultations;

/// <summary>The light events of a consultation, beside a change of the case itself: told to the open pages under kinds of their own.</summary>
internal static class ConsultationEvents
{
    /// <summary>A unit has spoken, countersigned or been urged; the version of the case stands.</summary>
    public const string Opinion = "consultation-opinion";

    /// <summary>Somebody opened or left the page.</summary>
    public const string Presence = "consultation-presence";
}
