/** Whether the system refused something (a full disk, too many open files, no permission …), which is no bug of Lectern. */
export function isRefusal(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && /^E[A-Z0-9]+$/.test(String(error.code));
}
