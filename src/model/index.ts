export * from './artifact.ts';
export * from './config.ts';
export * from './browser.ts';
export * from './deck.ts';
export * from './files.ts';
export * from './lesson.ts';
export * from './source.ts';
export * from './store.ts';
