const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/**
 * Why `path` cannot be an output path, in a few words, or `undefined` when it can: relative, POSIX, made of names that
 * Windows, macOS and Linux can all hold, none hidden, none that climbs out.
 */
export function outputPathFlaw(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return 'is absolute';
  if (!path.isWellFormed()) return 'is not well-formed Unicode';
  if (Buffer.byteLength(path) > 1000) return 'is too long';
  for (const name of path.split('/')) {
    const flaw = nameFlaw(name);
    if (flaw !== undefined) return flaw;
  }
  return undefined;
}

function nameFlaw(name: string): string | undefined {
  if (name === '') return 'has an empty name in it';
  if (name === '.' || name === '..') return `has "${name}" in it`;
  if (name.startsWith('.')) return `has the hidden name "${name}" in it`;
   
  if (/[\u0000-\u001f\u007f]/.test(name)) return 'has a control character in it';
  if (/[<>:"|?*\\]/.test(name)) return 'has one of < > : " | ? * \\ in it';
  if (/[. ]$/.test(name)) return `has a name in it that ends in a dot or space`;
  if (reserved.test(name)) return `has the reserved name "${name}" in it`;
  if (Buffer.byteLength(name) > 200) return 'has a name in it that is too long';
  return undefined;
}
