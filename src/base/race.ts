const waiting = new WeakMap<Promise<unknown>, Set<(value: never) => void>>();

/**
 * `Promise.race` of some work and an event that may come much later or never. `Promise.race` itself would leave a
 * reaction on the event for each race, and with it the result of the work, for as long as the event does not come.
 */
export function raceWith<T, E>(work: Promise<T>, event: Promise<E>): Promise<T | E> {
  const listeners = (waiting.get(event) as Set<(value: E) => void> | undefined) ?? listen(event);
  return new Promise((resolve, reject) => {
    listeners.add(resolve);
    work.then(resolve, reject).finally(() => listeners.delete(resolve));
  });
}

function listen<E>(event: Promise<E>): Set<(value: E) => void> {
  const listeners = new Set<(value: E) => void>();
  waiting.set(event, listeners);
  void event.then((value) => {
    waiting.delete(event);
    for (const tell of listeners) tell(value);
  });
  return listeners;
}
