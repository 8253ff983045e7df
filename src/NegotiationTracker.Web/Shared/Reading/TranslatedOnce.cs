using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace NegotiationTracker.Web.Shared.Reading;

/// <summary>
/// Compiled queries (<c>EF.CompileAsyncQuery</c>), made once for each model: a page that is asked for often spends a third of its time on having its
/// queries translated otherwise.
/// </summary>
/// <typeparam name="T">A class that makes its queries as it is made.</typeparam>
internal sealed class TranslatedOnce<T>
    where T : class, new()
{
    private readonly ConditionalWeakTable<IModel, T> _byModel = [];

    public T For(DbContext context) => _byModel.GetValue(context.Model, static _ => new T());
}
