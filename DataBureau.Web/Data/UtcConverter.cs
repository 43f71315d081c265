using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DataBureau.Web.Data;

internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(v => v.ToUniversalTime(), v => v);
