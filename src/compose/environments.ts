import { TemplateEnvironment, type TemplateText } from './environment.ts';

type Partials = ReadonlyMap<string, TemplateText>;

/** The environments used last; lessons with the same partials share one, and with it the compiled templates. */
const recent: { readonly partials: Partials; readonly environment: TemplateEnvironment }[] = [];
const most = 8;

/** The environment for these partials. */
export function environmentFor(partials: Partials): TemplateEnvironment {
  const known = recent.find((entry) => areSame(entry.partials, partials));
  if (known) return known.environment;
  const environment = new TemplateEnvironment(partials);
  recent.unshift({ partials, environment });
  recent.length = Math.min(recent.length, most);
  return environment;
}

const areSame = (a: Partials, b: Partials): boolean =>
  a.size === b.size &&
  [...a].every(([name, { file, text }]) => b.get(name)?.file === file && b.get(name)?.text === text);
