namespace DataBureau.Web.Data;

/// <summary>The program does not start, and says why in a sentence for the console.</summary>
public sealed class StartupRefusal(string sentence) : Exception(sentence);
