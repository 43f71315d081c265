using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Brings the component library's style sheet, script and icon font into wwwroot/lib, where they get fingerprinted and
/// precompressed endpoints. Compiled by WebAssets.targets at build time; it never fails the build for the sake of bytes.
/// </summary>
public class PrepareWebAssets : Task
{
    private static readonly Regex NotPurged = new Regex("^(@font-face|@keyframes|:root)", RegexOptions.IgnoreCase);

    [Required] public string Source { get; set; }
    [Required] public string Destination { get; set; }
    [Required] public string Icons { get; set; }
    [Required] public string SubsetScript { get; set; }
    /// <summary>Component families no page uses: a rule goes only when every one of its selectors names one of them.</summary>
    [Required] public string UnusedFamilies { get; set; }

    private Regex _unused;

    public override bool Execute()
    {
        _unused = new Regex(@"\.rz-(" + string.Join("|", UnusedFamilies.Split(new[] { ';', ' ', '\n', '\r' }, StringSplitOptions.RemoveEmptyEntries)) + ")(?![a-z])");
        Directory.CreateDirectory(Destination);
        File.Copy(Path.Combine(Source, "Radzen.Blazor.min.js"), Path.Combine(Destination, "radzen.js"), true);
        var css = File.ReadAllText(Path.Combine(Source, "css", "material-base.css")) + "\n" + File.ReadAllText(Path.Combine(Source, "css", "material-wcag.css"));
        // Fonts: text uses the system's, and the icon font is declared by the page with its fingerprinted address.
        css = Regex.Replace(css.Replace("\uFEFF", ""), @"@font-face\s*\{[^}]*\}", "");
        File.WriteAllText(Path.Combine(Destination, "radzen.css"), Purge(css), new UTF8Encoding(false));
        var subset = WriteIconFont(Path.Combine(Source, "fonts", "MaterialSymbolsOutlined.woff2"), Path.Combine(Destination, "icons.woff2"));
        // A copy keeps the age of its source; the build compares ages to know whether there is anything to do.
        foreach (var file in new[] { "radzen.js", "radzen.css", "icons.woff2" }) File.SetLastWriteTimeUtc(Path.Combine(Destination, file), DateTime.UtcNow);
        // The whole font is made do with, not done: the next build tries again, the tools may be there by then.
        if (!subset) File.SetLastWriteTimeUtc(Path.Combine(Destination, "icons.woff2"), new DateTime(2000, 1, 1));
        return !Log.HasLoggedErrors;
    }

    private bool WriteIconFont(string font, string target)
    {
        foreach (var python in new[] { "python3", "/usr/bin/python3", "python" })
        {
            if (Run(python, "-c \"import fontTools, brotli\"") != 0) continue;
            if (Run(python, "\"" + SubsetScript + "\" \"" + font + "\" \"" + Icons + "\" \"" + target + "\"") == 0) return true;
            Log.LogMessage(MessageImportance.High, "Icon font: the subset could not be made (see the messages above); the whole font is used.");
            break;
        }
        Log.LogMessage(MessageImportance.High, "Icon font: python3 with fontTools and brotli not found, the whole font (1 MB) is used.");
        File.Copy(font, target, true);
        return false;
    }

    private int Run(string program, string arguments)
    {
        try
        {
            using (var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, CreateNoWindow = true, RedirectStandardError = true }))
            {
                var said = process.StandardError.ReadToEnd();
                process.WaitForExit();
                if (process.ExitCode != 0) Log.LogMessage(MessageImportance.Normal, program + ": " + said);
                return process.ExitCode;
            }
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception || e is IOException)
        {
            return -1; // no such program
        }
    }

    /// <summary>Drops the rules of unused families from minified CSS; anything not understood is kept as it is.</summary>
    private string Purge(string css)
    {
        var kept = new StringBuilder(css.Length);
        var position = 0;
        while (position < css.Length)
        {
            var open = css.IndexOf('{', position);
            if (open < 0) { kept.Append(css, position, css.Length - position); break; }
            var close = Matching(css, open);
            var head = css.Substring(position, open - position);
            var name = head.Trim();
            if (name.StartsWith("@media", StringComparison.Ordinal) || name.StartsWith("@supports", StringComparison.Ordinal))
            {
                var inner = Purge(css.Substring(open + 1, close - open - 1));
                if (inner.Trim().Length > 0) kept.Append(head).Append('{').Append(inner).Append('}');
            }
            else if (NotPurged.IsMatch(name) || name.StartsWith("@", StringComparison.Ordinal))
                kept.Append(css, position, close + 1 - position);
            else
            {
                var used = Selectors(head).Where(selector => !_unused.IsMatch(selector)).ToList();
                if (used.Count > 0) kept.Append(string.Join(",", used)).Append(css, open, close + 1 - open);
            }
            position = close + 1;
        }
        return kept.ToString();
    }

    private static int Matching(string css, int open)
    {
        var depth = 0;
        for (var i = open; i < css.Length; i++)
        {
            if (css[i] == '{') depth++;
            else if (css[i] == '}' && --depth == 0) return i;
        }
        return css.Length - 1;
    }

    /// <summary>Splits at the commas that are not inside brackets, as in :is(a, b).</summary>
    private static IEnumerable<string> Selectors(string head)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] == '(' || head[i] == '[') depth++;
            else if (head[i] == ')' || head[i] == ']') depth--;
            else if (head[i] == ',' && depth == 0) { yield return head.Substring(start, i - start); start = i + 1; }
        }
        yield return head.Substring(start);
    }
}
