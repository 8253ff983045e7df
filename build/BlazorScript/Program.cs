// Copies one manifest resource out of an assembly without loading the assembly: BlazorScript <assembly> <resource> <file>.
// See docs/adr/0003-blazor-script.md.
using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

if (args is not [var assembly, var resource, var target])
{
    Console.Error.WriteLine("usage: BlazorScript <assembly> <resource> <file>");
    return 2;
}

using var image = new PEReader(File.OpenRead(assembly));
var metadata = image.GetMetadataReader();
var handle = metadata.ManifestResources.FirstOrDefault(h =>
    metadata.StringComparer.Equals(metadata.GetManifestResource(h).Name, resource));
if (handle.IsNil || image.PEHeaders.CorHeader is not { } header)
{
    Console.Error.WriteLine($"BlazorScript: error : {assembly} holds no resource '{resource}'.");
    return 1;
}

// ECMA-335 II.24.2.4 and II.22.24: a resource is its length in four bytes, then its content.
var offset = (int)metadata.GetManifestResource(handle).Offset;
var block = image.GetSectionData(header.ResourcesDirectory.RelativeVirtualAddress);
var length = BinaryPrimitives.ReadInt32LittleEndian(block.GetContent(offset, sizeof(int)).AsSpan());
var content = block.GetContent(offset + sizeof(int), length).AsSpan();

// Written beside and moved, so that a build that is interrupted leaves no half a script that looks up to date.
Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
var unfinished = $"{target}.{Environment.ProcessId}";
await File.WriteAllBytesAsync(unfinished, content.ToArray());
File.Move(unfinished, target, overwrite: true);
return 0;
