using System.Linq.Expressions;

namespace DataBureau.Web.Data;

/// <summary>Joins conditions over the same row, for filters that are known only at run time.</summary>
public static class Predicates
{
    /// <summary>True when one of them holds; nothing holds when there is none.</summary>
    public static Expression<Func<T, bool>> Any<T>(IEnumerable<Expression<Func<T, bool>>> conditions) =>
        conditions.Aggregate((Expression<Func<T, bool>>?)null, (a, b) => a is null ? b : Or(a, b)) ?? (_ => false);

    /// <summary>A condition on what the row leads to, as a condition on the row.</summary>
    public static Expression<Func<T, bool>> Then<T, TValue>(this Expression<Func<T, TValue>> value, Expression<Func<TValue, bool>> condition) =>
        Expression.Lambda<Func<T, bool>>(new Swap(condition.Parameters[0], value.Body).Visit(condition.Body), value.Parameters);

    private static Expression<Func<T, bool>> Or<T>(Expression<Func<T, bool>> a, Expression<Func<T, bool>> b) =>
        Expression.Lambda<Func<T, bool>>(Expression.OrElse(a.Body, new Swap(b.Parameters[0], a.Parameters[0]).Visit(b.Body)), a.Parameters);

    private sealed class Swap(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
