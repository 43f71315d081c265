using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataBureau.Web.Data;

/// <summary>Recognises a unique index that said no, on either provider.</summary>
public static class UniqueViolation
{
    // 2601: duplicate key row in a unique index; 2627: violation of a constraint.
    private static readonly int[] SqlServerNumbers = [2601, 2627];

    public static bool Is(DbUpdateException exception, string? index = null) => exception.InnerException switch
    {
        PostgresException p => p.SqlState == PostgresErrorCodes.UniqueViolation && (index is null || p.ConstraintName == index),
        SqlException s => SqlServerNumbers.Contains(s.Number) && (index is null || s.Message.Contains(index, StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };
}
