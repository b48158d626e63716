namespace Playbooks.Generator.Messages;

/// <summary>PB0015: why a variable cannot be set from outside.</summary>
internal static class VariableAdvice
{
    internal const string WhatCanBeGiven =
        "add a default, or use a type that can be read from text (string, a number, bool, an enum, TimeSpan, a type that implements IParsable, " +
        "or an IReadOnlyList of one of these)";

    internal const string InInventory = "in an inventory";

    internal const string OnCommandLine = "on the command line";

    internal const string Field = "it is a field; make it a public 'required' property with 'init'";

    internal const string NotPublic = "make the property and its 'init' public";
}
