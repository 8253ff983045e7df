using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;

namespace NegotiationTracker.Web.Accounts;

/// <summary>Keeps the keys of Data Protection in the database. The framework asks synchronously, at start and about once a day.</summary>
internal sealed class KeyRepository(IDbContextFactory<DeskContext> contexts) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var context = contexts.CreateDbContext();
        return [.. context.ProtectionKeys.OrderBy(k => k.Id).Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var context = contexts.CreateDbContext();
        context.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        context.SaveChanges();
    }
}
