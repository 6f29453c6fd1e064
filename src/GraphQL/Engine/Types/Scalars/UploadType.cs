using Investr.GraphQL.Language;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Types;

/// <summary>A file of a multipart request. Input only, and only as a variable: the transport puts the file where the variable's null is.</summary>
public sealed class UploadType : ScalarType<IFile>
{
    /// <summary>Makes the scalar.</summary>
    public UploadType() : base("Upload") => Description = "A file sent as a part of a multipart request.";

    /// <inheritdoc/>
    public override object Parse(ValueNode literal) => literal is FileValueNode upload
        ? upload.File
        : throw new ScalarFormatException("Upload is a file of a multipart request, given as a variable.");

    /// <inheritdoc/>
    public override void Write(IFile value, ResultWriter writer) => throw new ScalarFormatException("Upload is an input only.");

    /// <inheritdoc/>
    public override ValueNode ToLiteral(object value) => throw new ScalarFormatException("Upload has no literal.");
}

/// <summary>Stands in a variable's value for a file that came beside it.</summary>
internal sealed class FileValueNode(IFile file) : ValueNode
{
    public IFile File { get; } = file;
}
