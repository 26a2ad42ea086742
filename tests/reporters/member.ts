/** Reads a member of parsed JSON by its path; `undefined` where there is none. */
export function member(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value;
  for (const step of path) found = typeof found === 'object' && found !== null ? Reflect.get(found, step) : undefined;
  return found;
}

/** Parses JSON without claiming to know what is in it. */
export function parseJson(text: string): unknown {
  return JSON.parse(text);
}
