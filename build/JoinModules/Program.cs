// Joins an ECMAScript module with all that it imports into one file: JoinModules <module> <file>. A page then asks for one script instead of two dozen.
// Each module becomes a function that is called once, before those that import it. It knows the few forms that the modules here are written in, and says where another stands.
using System.Text;
using System.Text.RegularExpressions;

if (args is not [var first, var target])
{
    Console.Error.WriteLine("usage: JoinModules <module> <file>");
    return 2;
}

var done = new Dictionary<string, List<string>>(StringComparer.Ordinal);
var under = new Stack<string>();
try
{
    await AddAsync(Path.GetFullPath(first));
}
catch (FormatException e)
{
    Console.Error.WriteLine($"JoinModules: error : {e.Message}");
    return 1;
}

var wanted = done.Values.SelectMany(lines => lines).Select(line => Import().Match(line)).Where(m => m.Success).ToLookup(m => m.Groups["module"].Value, m => m.Groups["names"].Value);
var joined = new StringBuilder();
foreach (var (path, lines) in done)
{
    var module = Path.GetFileNameWithoutExtension(path);
    var names = wanted[module].SelectMany(n => n.Split(',')).Select(n => n.Split(" as ")[0].Trim()).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
    joined.Append(names.Count > 0 ? $"const module_{module} = " : "").Append("(() => {\n");
    foreach (var line in lines)
    {
        var import = Import().Match(line);
        joined.Append(import.Success ? $"const {{ {import.Groups["names"].Value.Trim().Replace(" as ", ": ")} }} = module_{import.Groups["module"].Value};" : line.StartsWith("export ", StringComparison.Ordinal) ? line["export ".Length..] : line).Append('\n');
    }
    joined.Append(names.Count > 0 ? $"return {{ {string.Join(", ", names)} }};\n" : "").Append("})();\n");
}

// Written beside and moved, so that a build that is interrupted leaves no half a script that looks up to date.
Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
var unfinished = $"{target}.{Environment.ProcessId}";
await File.WriteAllTextAsync(unfinished, joined.ToString());
File.Move(unfinished, target, overwrite: true);
return 0;

async Task AddAsync(string path)
{
    if (done.ContainsKey(path)) return;
    if (under.Contains(path)) throw new FormatException($"{path} imports itself by way of others.");
    under.Push(path);
    var lines = (await File.ReadAllLinesAsync(path)).ToList();
    for (var i = 0; i < lines.Count; i++)
    {
        if (Import().Match(lines[i]) is { Success: true } import) await AddAsync(Path.Combine(Path.GetDirectoryName(path)!, import.Groups["module"].Value + ".js"));
        else if (Unknown().IsMatch(lines[i])) throw new FormatException($"{path}({i + 1}): only \"import {{ names }} from './module.js';\" and \"export const|class|function\" at the beginning of a line are understood.");
    }
    under.Pop();
    done.Add(path, lines);
}

internal static partial class Program
{
    [GeneratedRegex(@"^import \{(?<names>[^}]*)\} from '\./(?<module>[a-z]+)\.js';$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Import();

    [GeneratedRegex(@"^(import\b|export (?!(const|class|function|async function)\b)|.*\bimport\()", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unknown();
}
