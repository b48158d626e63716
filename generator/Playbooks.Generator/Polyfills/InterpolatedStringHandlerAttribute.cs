namespace System.Runtime.CompilerServices;

/// <summary>Lets a type of ours read interpolated strings in netstandard2.0.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class InterpolatedStringHandlerAttribute : Attribute;
