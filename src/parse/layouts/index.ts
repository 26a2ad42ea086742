export { loadCatalogue, ownTemplates, type Catalogue } from './catalogue.ts';
export { type LayoutDefinition, type TextFile } from './definition.ts';
export { layoutsNamed, layoutsNear, layoutsWithin } from './names.ts';
export { isCommon } from './common.ts';
