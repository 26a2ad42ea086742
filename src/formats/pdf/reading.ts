/** A file as far as it matters here. */
interface Objects {
  readonly objects: ReadonlyMap<number, Buffer>;
}

/**
 * What was read of the objects of a file, each once as long as it stays as it is: repair and check ask for the same.
 * By number: a weak table of thousands of objects costs more in garbage collection than what it saves.
 */
export class Readings<T> {
  readonly #files = new WeakMap<Objects, Map<number, { readonly object: Buffer; readonly read: T }>>();

  get(file: Objects, number: number): T | undefined {
    const known = this.#files.get(file)?.get(number);
    return known !== undefined && known.object === file.objects.get(number) ? known.read : undefined;
  }

  set(file: Objects, number: number, read: T): T {
    const object = file.objects.get(number);
    if (!object) return read;
    const readings = this.#files.get(file);
    if (readings) readings.set(number, { object, read });
    else this.#files.set(file, new Map([[number, { object, read }]]));
    return read;
  }
}
