using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataBureau.Web.Data;

/// <summary>Recognises, on either provider, that another transaction was first: nothing was written and the caller may say so in words.</summary>
public static class LostRace
{
    // 1205: chosen as the victim of a deadlock.
    private const int SqlServerDeadlock = 1205;

    public static bool Is(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException update when UniqueViolation.Is(update) => true,
        PostgresException p => p.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
        SqlException s => s.Number == SqlServerDeadlock,
        // The providers wrap what they hold to be transient in one exception more.
        DbUpdateException or InvalidOperationException => exception.InnerException is { } inner && Is(inner),
        _ => false,
    };
}
