using System.Runtime.Versioning;

// The lab needs Linux: it uses any address of 127.0.0.0/8, and /proc.
[assembly: SupportedOSPlatform("linux")]
