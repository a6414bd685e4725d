/** What ails the storage, read from the error or its causes; undefined when it is something else. */
export function storageFault(error: unknown): "busy" | "full" | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = String((current as { code?: unknown }).code ?? "");
    if (/SQLITE_BUSY|SQLITE_LOCKED/.test(code) || /database is locked|SQLITE_BUSY/.test(current.message)) return "busy";
    if (/SQLITE_FULL/.test(code) || /database or disk is full|ENOSPC/.test(current.message)) return "full";
  }
  return undefined;
}
