namespace Rallies.Storage.Backups;

/// <summary>A backup that cannot be made or taken back; the message says why and what to do.</summary>
public sealed class BackupRefusedException(string message, Exception? inner = null) : Exception(message, inner);
