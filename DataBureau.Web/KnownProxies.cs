using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using DataBureau.Web.Data;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace DataBureau.Web;

/// <summary>Whose word about the client's address and scheme is taken: this machine's, and that of the proxies in the setting Proxy:Known.</summary>
public sealed class KnownProxies
{
    private const string Setting = "Proxy:Known";

    private readonly List<IPAddress> _addresses = [];
    private readonly List<IPNetwork> _networks = [];

    /// <exception cref="StartupRefusal">An entry is neither an address nor a network, or stands for everybody.</exception>
    public static KnownProxies Read(IConfiguration configuration)
    {
        var known = new KnownProxies();
        foreach (var entry in Entries(configuration.GetSection(Setting)))
        {
            if (IsOneAddress(entry, out var address))
                known._addresses.Add(address);
            else if (IsNetwork(entry, out var network))
                known._networks.Add(network);
            else
                throw new StartupRefusal($"{Setting} 中的「{entry}」不是可用的代理地址。请填写 IP 地址（如 10.1.2.3）或网段（如 10.1.2.0/24，主机位须为 0）；不能填写主机名，也不能填写代表所有地址的值。");
        }

        return known;
    }

    public void Apply(ForwardedHeadersOptions options)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        _addresses.ForEach(options.KnownProxies.Add);
        _networks.ForEach(options.KnownIPNetworks.Add);
        // A chain of proxies is followed back as far as each is known.
        if (_addresses.Count + _networks.Count > 0)
            options.ForwardLimit = null;
    }

    /// <summary>"10.1" would be read as 10.0.0.1, which nobody means.</summary>
    private static bool IsOneAddress(string entry, [NotNullWhen(true)] out IPAddress? address) =>
        IPAddress.TryParse(entry, out address) && (address.AddressFamily == AddressFamily.InterNetworkV6 || entry == address.ToString())
        && !IPAddress.Any.Equals(address) && !IPAddress.IPv6Any.Equals(address);

    /// <summary>10.1.2.3/24 may have meant the one or the many.</summary>
    private static bool IsNetwork(string entry, out IPNetwork network) =>
        IPNetwork.TryParse(entry, out network) && network.PrefixLength > 0 && IPAddress.TryParse(entry.AsSpan(0, entry.IndexOf('/')), out var written) && written.Equals(network.BaseAddress);

    /// <summary>A list in the file, or one text in the environment.</summary>
    private static IEnumerable<string> Entries(IConfigurationSection section) =>
        section.GetChildren().Select(child => child.Value).Append(section.Value)
            .SelectMany(value => value?.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []);
}
