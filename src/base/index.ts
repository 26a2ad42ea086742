export * from './span.ts';
export * from './diagnostic.ts';
export * from './hash.ts';
export * from './json.ts';
export * from './recent.ts';
export * from './refusal.ts';
export * from './suggest.ts';
export { preparedFile } from './prepared.ts';
export { raceWith } from './race.ts';
