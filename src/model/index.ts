export * from './artifact.ts';
export * from './deck.ts';
export * from './files.ts';
export * from './lesson.ts';
export * from './source.ts';
