/**
 * The function, which remembers what it has made: for an object as long as the object lives, for a text or number until the
 * process ends. For what comes in few kinds; results of whatever a lesson may hold are kept by {@link Recent}, which is bounded.
 */
export function memo<K extends object | string | number, T>(make: (of: K) => T): (of: K) => T {
  const ofObjects = new WeakMap<object, { readonly made: T }>();
  const ofTexts = new Map<string | number, { readonly made: T }>();
  return (of) => {
    const known = typeof of === 'object' ? ofObjects.get(of) : ofTexts.get(of);
    if (known) return known.made;
    const entry = { made: make(of) };
    if (typeof of === 'object') ofObjects.set(of, entry);
    else ofTexts.set(of, entry);
    return entry.made;
  };
}
