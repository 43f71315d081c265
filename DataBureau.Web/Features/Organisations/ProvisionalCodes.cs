using System.Globalization;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Organisations;

/// <summary>Codes for bodies without a 统一社会信用代码: region, LS, six digits. The S keeps them apart, since no real code contains one.</summary>
internal sealed class ProvisionalCodes
{
    private const int Digits = 6;

    private readonly string _prefix;
    private int _serial;

    private ProvisionalCodes(string prefix, int serial) => (_prefix, _serial) = (prefix, serial);

    /// <summary>Continues after the highest code of the region; two who open at once are told apart by the unique index.</summary>
    public static async Task<ProvisionalCodes> OpenAsync(BureauDbContext db, string regionCode, CancellationToken cancellationToken)
    {
        var prefix = regionCode + "LS";
        var length = prefix.Length + Digits;
        var last = await db.Organisations.Where(o => o.Code.StartsWith(prefix) && o.Code.Length == length).MaxAsync(o => (string?)o.Code, cancellationToken);
        return new(prefix, last is not null && int.TryParse(last.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var serial) ? serial : 0);
    }

    public string Next() => _prefix + (++_serial).ToString("D" + Digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
