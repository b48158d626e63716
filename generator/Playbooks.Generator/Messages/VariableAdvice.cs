namespace Playbooks.Generator.Messages;

/// <summary>PB0015: why nothing can give a variable.</summary>
internal static class VariableAdvice
{
    internal const string WhatCanBeGiven =
        "give it a default, or a type that can be read (text, a number, a bool, an enum, a TimeSpan, what implements IParsable, or an IReadOnlyList of one)";

    internal const string InInventory = "in an inventory";

    internal const string OnCommandLine = "on the command line";

    internal const string Field = "it is a field; make it a public 'required' property with 'init'";

    internal const string NotPublic = "make it and its 'init' public";
}
