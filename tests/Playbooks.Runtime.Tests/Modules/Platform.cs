using System.Runtime.Versioning;

// The tests run real shells.
[assembly: UnsupportedOSPlatform("windows")]
